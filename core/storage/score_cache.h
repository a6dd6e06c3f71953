#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/domain/pair_logits.h"

namespace labelwright {

struct ScoreCacheOptions {
    std::uint32_t daysToLive = 30;                     ///< entries not used for longer are removed by trim()
    std::uint64_t maxBytes = std::uint64_t{4} << 30U;  ///< trim() removes the oldest entries above this
};

struct ScoreKey {
    Hash128 text;
    Hash128 hypothesis;
};

struct CachedScore {
    PairLogits logits;
    bool truncated = false;
};

struct ScoreCacheStatistics {
    std::uint64_t scores = 0;
    std::uint64_t embeddings = 0;
    std::uint64_t fileBytes = 0;
    std::uint32_t scopes = 0;  ///< models (with precision and tokenisation) that have entries
};

/// Raw scores and embeddings kept between runs: disposable, never the only copy of anything a person made. SQLite, WAL, synchronous=NORMAL.
/// `scope` names what the numbers depend on besides their key: model fingerprint, precision, tokenisation rule.
///
/// It never gives a wrong answer (rows carry check sums) and never ends a run: what cannot be read is answered as unknown, once with a
/// warning in the log. If the file turns out damaged while in use, the next put… returns StorageFailed, later ones do nothing, and the next
/// open() rebuilds it. Several programs may use one file at once. Uses are noted while finding and written by put…, trim() and the
/// destructor, a few times in daysToLive.
///
/// Threads: find… on one thread (worker), put… / trim / clear on one thread (storage writer); the two may run at once. statistics() on any.
class ScoreCache {
public:
    /// Creates the file and its folder if needed. A damaged file or one of another version is moved aside (".damaged-<time>") and rebuilt;
    /// `recovered()` then says so.
    static Result<ScoreCache> open(const std::filesystem::path& file, ScoreCacheOptions options = {});
    /// Whether a file is clearly no score cache, not even a damaged one: open() would move it aside all the same, so ask where a person
    /// chose the file. Any thread.
    static bool isOfAnotherKind(const std::filesystem::path& file);
    ScoreCache(ScoreCache&&) noexcept;
    ScoreCache& operator=(ScoreCache&&) noexcept;
    ~ScoreCache();

    /// One entry for each key, in order. One read transaction, sorted keys.
    Result<std::vector<std::optional<CachedScore>>> findScores(const std::string& scope, std::span<const ScoreKey> keys) const;
    Result<void> putScores(const std::string& scope, std::span<const ScoreKey> keys, std::span<const CachedScore> scores);

    struct FoundEmbedding {
        bool found = false;
        bool truncated = false;
    };
    /// Fills rows of `embeddings` [keys.size(), size] that are known (float32).
    Result<std::vector<FoundEmbedding>> findEmbeddings(const std::string& scope, std::span<const Hash128> texts, std::uint32_t size,
                                                       std::span<float> embeddings) const;
    /// `truncated` [texts.size()].
    Result<void> putEmbeddings(const std::string& scope, std::span<const Hash128> texts, std::uint32_t size,
                               std::span<const float> embeddings, const std::vector<bool>& truncated);

    Result<ScoreCacheStatistics> statistics() const;
    /// Removes what is too old, then the oldest above the size limit, in slices. Returns entries removed.
    Result<std::uint64_t> trim();
    Result<void> clear();
    /// The file that was moved aside at open, if any.
    const std::optional<std::filesystem::path>& recovered() const noexcept;

private:
    struct State;
    explicit ScoreCache(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace labelwright
