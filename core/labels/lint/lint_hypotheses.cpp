#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/base/utf8.h"
#include "core/labels/lint/lint_parts.h"

namespace labelwright {
namespace {

constexpr std::string_view place = "{}";

std::size_t placesIn(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find(place); at != std::string_view::npos; at = text.find(place, at + place.size())) ++count;
    return count;
}

std::string withFirstPlaceOnly(std::string text) {
    const std::size_t first = text.find(place) + place.size();
    for (std::size_t at = text.find(place, first); at != std::string::npos; at = text.find(place, first)) text.erase(at, place.size());
    return text;
}

/// The text with {} at its end, before a full stop.
std::string withPlaceAtEnd(std::string_view text) {
    std::string sentence(trimmed(text));
    std::string stop;
    for (const std::string_view end : {".", "!", "?", "。", "！", "？"}) {
        if (!sentence.ends_with(end)) continue;
        stop = end;
        sentence = trimmed(std::string_view(sentence).substr(0, sentence.size() - end.size()));
        break;
    }
    const bool spaced = !sentence.empty() && static_cast<unsigned char>(sentence.back()) < 0x80;
    return sentence + (spaced ? " " : "") + std::string(place) + stop;
}

void addTemplates(std::vector<LabelRepair>& repairs, const LintTask& task, std::initializer_list<std::string> texts) {
    for (const std::string& text : texts) {
        if (text == task.labels.hypothesisTemplate || !checkTemplate(text)) continue;
        const LabelRepair repair{LabelRepair::Kind::SetTemplate, {}, {}, text};
        if (std::find(repairs.begin(), repairs.end(), repair) == repairs.end()) repairs.push_back(repair);
    }
}

void lintTemplate(const LintTask& task, std::vector<LabelFinding>& findings) {
    const std::string& text = task.labels.hypothesisTemplate;
    const std::size_t places = placesIn(text);
    if (places == 1) return;
    const bool without = places == 0;
    LabelFinding finding{without ? LabelFindingKind::TemplateWithoutPlace : LabelFindingKind::TemplateWithSeveralPlaces,
                         LabelFindingWeight::Error,
                         {},
                         {text},
                         {}};
    if (!without) addTemplates(finding.repairs, task, {withFirstPlaceOnly(text)});
    else if (!trimmed(text).empty()) addTemplates(finding.repairs, task, {withPlaceAtEnd(text)});
    addTemplates(finding.repairs, task, {task.context.recommendedTemplate, std::string(place)});
    findings.push_back(std::move(finding));
}

/// What a model is asked about, cut to what it can read.
class SentenceLength {
public:
    explicit SentenceLength(const LintTask& task) : m_task(task), m_known(task.context.countTokens && task.context.mostTokens > 0) {}

    void lint(const Label& label, std::vector<LabelFinding>& findings) const {
        if (!m_known) return;
        const std::size_t tokens = tokensOf(label);
        if (tokens <= m_task.context.mostTokens) return;
        findings.push_back({LabelFindingKind::HypothesisTooLong,
                            LabelFindingWeight::Warning,
                            {label.id},
                            {sentence(label), std::to_string(tokens), std::to_string(m_task.context.mostTokens)},
                            repairs(label)});
    }

private:
    std::string sentence(const Label& label) const { return hypothesisOf(m_task.labels, label, m_task.context.asked); }
    std::size_t tokensOf(const Label& label) const { return m_task.context.countTokens(sentence(label)); }

    std::vector<LabelRepair> repairs(Label label) const {
        std::vector<LabelRepair> all;
        if (!label.hypothesis.empty()) {
            label.hypothesis.clear();
            all.push_back({LabelRepair::Kind::SetHypothesis, label.id, {}, {}});
            if (tokensOf(label) <= m_task.context.mostTokens) return all;
        }
        const bool english = m_task.context.asked == AskedName::English && !label.englishName.empty();
        std::string& name = english ? label.englishName : label.name;
        if (std::string fitting = shortened(label, name); !fitting.empty()) {
            all.push_back({english ? LabelRepair::Kind::SetEnglishName : LabelRepair::Kind::Shorten, label.id, {}, std::move(fitting)});
        } else {
            addTemplates(all, m_task, {m_task.context.recommendedTemplate, std::string(place)});
        }
        return all;
    }

    /// The longest beginning of the name with which the sentence fits, whole words of Latin letters; empty: none does. `name` is of
    /// `label`.
    std::string shortened(Label& label, std::string& name) const {
        const std::string whole = name;
        std::vector<std::size_t> ends;
        for (std::size_t at = 1; at < whole.size(); ++at) {
            const auto next = static_cast<unsigned char>(whole[at]);
            const bool insideCharacter = (next & 0xC0U) == 0x80U;
            const bool insideWord = next < 0x80 && next != ' ' && static_cast<unsigned char>(whole[at - 1]) < 0x80;
            if (!insideCharacter && !insideWord) ends.push_back(at);
        }
        const auto fits = [&](std::size_t end) {
            name = trimmed(std::string_view(whole).substr(0, end));
            return !name.empty() && tokensOf(label) <= m_task.context.mostTokens;
        };
        const auto beyond = std::partition_point(ends.begin(), ends.end(), fits);
        return beyond == ends.begin() ? std::string() : std::string(trimmed(std::string_view(whole).substr(0, *(beyond - 1))));
    }

    const LintTask& m_task;
    bool m_known;
};

/// What was written for one of the two goes, so that its name is asked.
LabelRepair toldApart(const Label& label, const Label& before) {
    for (const Label* each : {&label, &before})
        if (!each->hypothesis.empty()) return {LabelRepair::Kind::SetHypothesis, each->id, {}, {}};
    return {LabelRepair::Kind::SetEnglishName, label.englishName.empty() ? before.id : label.id, {}, {}};
}

/// Asked by its own name or by its English one, two labels must not ask the same.
void lintSameSentences(const LintTask& task, std::vector<LabelFinding>& findings) {
    const LabelSet& labels = task.labels;
    std::unordered_map<std::string, std::size_t> own;
    std::unordered_map<std::string, std::size_t> english;
    for (std::size_t i = 0; i < labels.labels.size(); ++i) {
        const Label& label = labels.labels[i];
        if (task.names[i].folded.empty()) continue;
        const auto [ownFirst, ownAdded] = own.try_emplace(hypothesisOf(labels, label), i);
        const auto [englishFirst, englishAdded] = english.try_emplace(hypothesisOf(labels, label, AskedName::English), i);
        if (ownAdded && englishAdded) continue;
        const auto& [sentence, before] = ownAdded ? *englishFirst : *ownFirst;
        const bool reported = task.names[before].folded == task.names[i].folded;
        if (reported || (label.hypothesis.empty() && placesIn(labels.hypothesisTemplate) == 0)) continue;
        findings.push_back({LabelFindingKind::SameHypothesis,
                            LabelFindingWeight::Warning,
                            {labels.labels[before].id, label.id},
                            {sentence},
                            {toldApart(label, labels.labels[before]), {LabelRepair::Kind::Merge, labels.labels[before].id, label.id, {}}}});
    }
}

}  // namespace

void lintHypotheses(const LintTask& task, std::vector<LabelFinding>& findings) {
    lintTemplate(task, findings);
    const SentenceLength length(task);
    for (const Label& label : task.labels.labels) {
        if (placesIn(label.hypothesis) > 1) {
            const LabelRepair repair{LabelRepair::Kind::SetHypothesis, label.id, {}, withFirstPlaceOnly(label.hypothesis)};
            findings.push_back(
                {LabelFindingKind::TemplateWithSeveralPlaces, LabelFindingWeight::Warning, {label.id}, {label.hypothesis}, {repair}});
        }
        length.lint(label, findings);
    }
    lintSameSentences(task, findings);
}

}  // namespace labelwright
