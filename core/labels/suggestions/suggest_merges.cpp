#include "core/labels/suggestions/suggest_merges.h"

#include <algorithm>
#include <set>

#include "core/base/utf8.h"
#include "core/labels/suggestions/compared_names.h"
#include "core/labels/suggestions/merge_search.h"

namespace labelwright {

std::vector<std::string> sentencesToEmbed(const LabelSet& labels, AskedName asked) {
    const auto names = comparedNames(labels, asked);
    std::vector<std::string> sentences = backgroundNames(std::any_of(names.begin(), names.end(), containsCjk));
    for (std::size_t i = 0; i < names.size(); ++i) {
        sentences.push_back(names[i]);
        for (std::string& unit : unitsToEmbed(names[i])) sentences.push_back(std::move(unit));
        if (!labels.labels[i].description.empty()) sentences.push_back(labels.labels[i].description);
    }
    return sentences;
}

Result<MergeSuggestions> suggestMerges(const MergeQuestion& question, const std::stop_token& stop) {
    MergeSearch search(question, stop);
    search.comparePairs(stop);
    if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "the suggestions are no longer wanted", {}};
    return std::move(search).result();
}

}  // namespace labelwright
