#include "core/jobs/group_labeling.h"

#include <algorithm>
#include <utility>

namespace labelwright {
namespace {

constexpr std::size_t firstItems = 256;  // sequences in the first chunk: something to see at once
constexpr std::size_t mostTexts = 8192;  // in a chunk: bounds memory and the size of one event
constexpr double secondsForChunk = 0.7;  // so that results, cancel and a lost process are never far from the last stored chunk

Error cancelled() { return {ErrorCode::Cancelled, "the run was cancelled", {}}; }

}  // namespace

GroupLabeling::GroupLabeling(const LabelingRequest& request, ModelGroup& group, const LabelingContext& context, RunReporter& reporter)
    : m_request(request),
      m_group(group),
      m_context(context),
      m_reporter(reporter),
      m_traits(group.traits()),
      m_hypotheses(hypothesesOf(request.labels, group.asked)),
      m_keys(cacheKeysOf(m_traits, m_hypotheses)),
      m_cache(request.cache == CacheUse::Off ? nullptr : context.cache, context.storageWriter, cacheScope(m_traits)),
      m_texts(*request.dataset, group.rows),
      m_memory(m_traits, context.shelf.backend().freeMemory(m_traits.device)) {}

Result<void> GroupLabeling::run() {
    Classifier& classifier = *m_group.model->classifier;
    const std::uint64_t forwardsBefore = classifier.forwardCount();
    auto session = classifier.open(m_hypotheses, m_cache);
    if (!session) return session.error();
    m_session = *std::move(session);

    const std::size_t itemsPerText =
        m_traits.maxLabelsPerPass == 0 ? 1 : (m_hypotheses.size() + m_traits.maxLabelsPerPass - 1) / m_traits.maxLabelsPerPass;
    std::size_t count = std::clamp<std::size_t>(firstItems / itemsPerText, 1, mostTexts);
    std::size_t first = 0;
    Result<void> outcome;
    auto next = m_context.encodeAhead.run([this, first, count] { return prepare(first, std::min(count, m_texts.size())); });
    while (first < m_texts.size()) {
        auto chunk = next.get();
        if (!chunk) {
            outcome = chunk.error();
            break;
        }
        const std::size_t after = first + chunk->count;
        if (after < m_texts.size() && !m_context.stop.stop_requested()) {
            const std::size_t following = std::min(count, m_texts.size() - after);
            next = m_context.encodeAhead.run([this, after, following] { return prepare(after, following); });
        }
        const Stopwatch watch;
        const double tokensBefore = m_scoredTokens;
        outcome = scoreChunk(*chunk);
        m_scoredSeconds += m_scoredTokens > tokensBefore ? watch.seconds() : 0;
        if (outcome && m_context.stop.stop_requested() && after < m_texts.size()) outcome = cancelled();
        if (!outcome) break;
        count = nextCount(*chunk, watch.seconds(), chunk->missing.size());
        first = after;
    }
    if (next.valid()) next.wait();  // it borrows this object
    if (m_scoredTokens > 0) m_group.model->secondsPerToken = m_scoredSeconds / m_scoredTokens;
    m_reporter.forwarded(classifier.forwardCount() - forwardsBefore);
    m_reporter.backedOff(m_memory.backOffCount());
    return outcome;
}

Result<PreparedChunk> GroupLabeling::prepare(std::size_t first, std::size_t count) const {
    return prepareChunk(*m_request.dataset, m_texts, first, count, m_traits, *m_session, m_cache, m_keys);
}

std::size_t GroupLabeling::nextCount(const PreparedChunk& chunk, double seconds, std::size_t itemsScored) {
    if (itemsScored == 0 || seconds <= 0) return std::min(mostTexts, chunk.count * 4);
    const double textsPerSecond = static_cast<double>(chunk.count) / seconds;
    // Grows by at most four, so that one quick chunk does not promise too much.
    return std::clamp<std::size_t>(static_cast<std::size_t>(textsPerSecond * secondsForChunk), 1, std::min(mostTexts, chunk.count * 4));
}

Result<void> GroupLabeling::scoreChunk(PreparedChunk& chunk) {
    const std::size_t labels = m_hypotheses.size();
    if (m_traits.embeddingSize > 0) {
        auto logits = m_session->scoreEmbeddings(chunk.embeddings);  // rows of missing texts are scored again below
        if (!logits) return logits.error();
        for (std::size_t i = 0; i < chunk.count; ++i) {
            if (chunk.embedded[i])
                std::copy_n(logits->begin() + static_cast<std::ptrdiff_t>(i * labels), labels,
                            chunk.logits.begin() + static_cast<std::ptrdiff_t>(i * labels));
        }
    }
    std::vector<bool> needed(chunk.count, false);
    for (const std::uint32_t i : chunk.missing) needed[i] = true;
    std::vector<std::uint32_t> known;
    for (std::uint32_t i = 0; i < chunk.count; ++i) {
        if (!needed[i]) known.push_back(i);
    }
    if (!known.empty()) report(chunk, known, pairsOf(chunk, known));
    if (chunk.missing.empty()) return {};
    return scoreItems(chunk, workItems(chunk));
}

std::vector<WorkItem> GroupLabeling::workItems(const PreparedChunk& chunk) const {
    const auto labels = static_cast<std::uint32_t>(m_hypotheses.size());
    std::vector<WorkItem> items;
    for (std::uint32_t m = 0; m < chunk.missing.size(); ++m) {
        if (m_traits.maxLabelsPerPass == 0) {
            items.push_back(m_session->workItem(chunk.encoded, m, 0, labels));
            continue;
        }
        for (std::uint32_t k = 0; k < labels; k += m_traits.maxLabelsPerPass) {
            const std::uint32_t count = std::min(m_traits.maxLabelsPerPass, labels - k);
            const PairLogits* window = &chunk.logits[std::size_t{chunk.missing[m]} * labels + k];
            const bool known = std::all_of(window, window + count, [](const PairLogits& pair) { return pair.scored(); });
            if (!known) items.push_back(m_session->workItem(chunk.encoded, m, k, count));
        }
    }
    return items;
}

Result<void> GroupLabeling::scoreItems(PreparedChunk& chunk, std::vector<WorkItem> items) {
    std::vector<WorkItem> done;
    Result<void> outcome;
    std::uint64_t cachedPairs = chunk.missing.size() * m_hypotheses.size();
    for (const WorkItem& item : items) cachedPairs -= item.labelCount;
    while (outcome && !items.empty()) {
        const std::vector<Batch> batches = planBatches(items, m_memory.budget());
        items.clear();
        for (std::size_t b = 0; b < batches.size(); ++b) {
            if (m_context.stop.stop_requested()) {
                outcome = cancelled();
                break;
            }
            auto scored = m_session->score(chunk.encoded, batches[b].items);
            if (scored) {
                m_memory.succeeded();
                m_scoredTokens += static_cast<double>(batches[b].tokens);
                keep(chunk, batches[b], *std::move(scored));
                done.insert(done.end(), batches[b].items.begin(), batches[b].items.end());
                m_reporter.tick();
                continue;
            }
            if (scored.error().code != ErrorCode::OutOfMemory || !m_memory.backOff(batches[b].tokens, batches[b].items.size())) {
                outcome = scored.error();
                break;
            }
            // Plan what is left again, in smaller batches.
            for (std::size_t rest = b; rest < batches.size(); ++rest)
                items.insert(items.end(), batches[rest].items.begin(), batches[rest].items.end());
            break;
        }
    }
    store(chunk, done);
    // Also after a cancel: every text whose labels are all there is shown.
    std::vector<std::uint32_t> complete;
    const std::size_t labels = m_hypotheses.size();
    for (const std::uint32_t i : chunk.missing) {
        const PairLogits* row = &chunk.logits[i * labels];
        if (std::all_of(row, row + labels, [](const PairLogits& pair) { return pair.scored(); })) complete.push_back(i);
    }
    if (!complete.empty()) report(chunk, complete, m_traits.embeddingSize > 0 ? 0 : cachedPairs);
    return outcome;
}

void GroupLabeling::keep(PreparedChunk& chunk, const Batch& batch, ScoredBatch scored) {
    const std::size_t labels = m_hypotheses.size();
    auto pair = scored.logits.begin();
    for (std::size_t i = 0; i < batch.items.size(); ++i) {
        const WorkItem& item = batch.items[i];
        const std::size_t text = chunk.missing[item.text];
        std::copy_n(pair, item.labelCount, chunk.logits.begin() + static_cast<std::ptrdiff_t>(text * labels + item.firstLabel));
        pair += item.labelCount;
        if (item.truncated) chunk.truncated[text] = true;
        if (!scored.embeddings.empty()) {
            const std::size_t size = m_traits.embeddingSize;
            std::copy_n(scored.embeddings.begin() + static_cast<std::ptrdiff_t>(i * size), size,
                        chunk.embeddings.begin() + static_cast<std::ptrdiff_t>(text * size));
        }
    }
}

void GroupLabeling::store(const PreparedChunk& chunk, std::span<const WorkItem> done) {
    const std::size_t labels = m_hypotheses.size();
    const auto hashOf = [&](std::size_t text) { return (*m_request.dataset)[m_texts.rows(chunk.first + text).front()].hash; };
    if (m_traits.embeddingSize > 0) {
        std::vector<Hash128> texts;
        std::vector<float> embeddings;
        std::vector<bool> truncated;
        for (const WorkItem& item : done) {
            const std::size_t text = chunk.missing[item.text];
            texts.push_back(hashOf(text));
            truncated.push_back(item.truncated);
            const auto begin = chunk.embeddings.begin() + static_cast<std::ptrdiff_t>(text * m_traits.embeddingSize);
            embeddings.insert(embeddings.end(), begin, begin + m_traits.embeddingSize);
        }
        m_cache.putEmbeddings(std::move(texts), m_traits.embeddingSize, std::move(embeddings), std::move(truncated));
        return;
    }
    std::vector<ScoreKey> keys;
    std::vector<CachedScore> scores;
    for (const WorkItem& item : done) {
        const std::size_t text = chunk.missing[item.text];
        for (std::uint32_t k = item.firstLabel; k < item.firstLabel + item.labelCount; ++k) {
            keys.push_back({hashOf(text), m_keys[k]});
            scores.push_back({chunk.logits[text * labels + k], item.truncated});
        }
    }
    m_cache.putScores(std::move(keys), std::move(scores));
}

std::uint64_t GroupLabeling::pairsOf(const PreparedChunk& chunk, std::span<const std::uint32_t> texts) const {
    std::uint64_t rows = 0;
    for (const std::uint32_t i : texts) rows += m_texts.rows(chunk.first + i).size();
    return rows * m_hypotheses.size();
}

void GroupLabeling::report(const PreparedChunk& chunk, std::span<const std::uint32_t> texts, std::uint64_t pairsFromCache) {
    const std::size_t labels = m_hypotheses.size();
    std::vector<std::uint32_t> rows;
    std::vector<PairLogits> logits;
    std::vector<bool> truncated;
    for (const std::uint32_t i : texts) {
        const auto begin = chunk.logits.begin() + static_cast<std::ptrdiff_t>(i * labels);
        for (const std::uint32_t row : m_texts.rows(chunk.first + i)) {
            rows.push_back(row);
            truncated.push_back(chunk.truncated[i]);
            logits.insert(logits.end(), begin, begin + static_cast<std::ptrdiff_t>(labels));
        }
    }
    m_reporter.scored(std::move(rows), std::move(logits), std::move(truncated), m_traits.reading, pairsFromCache);
}

}  // namespace labelwright
