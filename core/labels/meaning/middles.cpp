#include "core/labels/meaning/middles.h"

#include <algorithm>
#include <map>
#include <vector>

#include "core/base/utf8.h"
#include "core/labels/meaning/name_units.h"
#include "core/labels/meaning/word_list_text.h"
#include "core/labels/meaning/word_lists.h"

namespace labelwright {
namespace {

/// The words of each line of the list, by what stands before its colon.
const std::map<std::string_view, std::vector<std::string_view>>& middles() {
    static const auto all = [] {
        std::map<std::string_view, std::vector<std::string_view>> lines;
        forEachLine(middlesList(), [&](std::string_view line) {
            const std::size_t colon = line.find(':');
            forEachWord(line.substr(colon + 1), [&](std::string_view word) { lines[line.substr(0, colon)].push_back(word); });
        });
        return lines;
    }();
    return all;
}

}  // namespace

bool isMiddle(std::string_view name) {
    const std::string word = phrase(nameUnits(name));
    return std::any_of(middles().begin(), middles().end(),
                       [&word](const auto& line) { return std::find(line.second.begin(), line.second.end(), word) != line.second.end(); });
}

std::string proposedMiddle(Opposition opposition, std::string_view like) {
    const bool between = opposition == Opposition::Antonyms;
    const bool chinese = containsCjk(like);
    return std::string(middles().at(between ? (chinese ? "between-zh" : "between-en") : (chinese ? "beside-zh" : "beside-en")).front());
}

}  // namespace labelwright
