#include "core/labels/suggestions/never_together.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>

#include "core/io/atomic_file.h"
#include "core/labels/label_list.h"

namespace labelwright {
namespace {

Error malformed(const std::filesystem::path& file, const std::string& what) {
    return {ErrorCode::FileMalformed,
            file.string() + ": " + what + "; delete it to ask about every pair again, or correct it",
            {file.string(), "", what}};
}

bool isPair(const nlohmann::json& entry) { return entry.is_array() && entry.size() == 2 && entry[0].is_string() && entry[1].is_string(); }

auto sameAs(const NamePair& pair) {
    return [pair](const NamePair& each) { return unorderedNames(each.first, each.second) == pair; };
}

}  // namespace

NamePair unorderedNames(std::string_view left, std::string_view right) {
    NamePair pair{foldedName(left), foldedName(right)};
    if (pair.second < pair.first) std::swap(pair.first, pair.second);
    return pair;
}

Result<std::vector<NamePair>> NeverTogether::pairs() const {
    std::error_code failed;
    if (!std::filesystem::exists(file(), failed) && !failed) return std::vector<NamePair>();
    std::ifstream stream(file(), std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream || failed)
        return Error{
            ErrorCode::FileUnreadable, "cannot read " + file().string() + "; check its permissions", {file().string(), "cannot open"}};
    const auto json = nlohmann::json::parse(text.str(), nullptr, false);
    if (!json.is_object()) return malformed(file(), "is not JSON of this program");
    const auto list = json.find("pairs");
    if (list == json.end() || !list->is_array() || !std::all_of(list->begin(), list->end(), isPair))
        return malformed(file(), "\"pairs\" is not a list of pairs of names");
    std::vector<NamePair> pairs;
    for (const auto& entry : *list) pairs.emplace_back(entry[0].get<std::string>(), entry[1].get<std::string>());
    return pairs;
}

Result<std::vector<NamePair>> NeverTogether::pairsToChange() const {
    auto known = pairs();
    if (known || known.error().code != ErrorCode::FileMalformed) return known;
    std::error_code failed;
    std::filesystem::rename(file(), file().string() + ".damaged", failed);
    if (failed) return known;
    return std::vector<NamePair>();
}

Result<void> NeverTogether::add(std::string_view left, std::string_view right) const {
    auto known = pairsToChange();
    if (!known) return known.error();
    if (std::any_of(known->begin(), known->end(), sameAs(unorderedNames(left, right)))) return {};
    known->emplace_back(left, right);
    return write(*known);
}

Result<void> NeverTogether::remove(std::string_view left, std::string_view right) const {
    auto known = pairsToChange();
    if (!known) return known.error();
    if (std::erase_if(*known, sameAs(unorderedNames(left, right))) == 0) return {};
    return write(*known);
}

Result<void> NeverTogether::write(const std::vector<NamePair>& pairs) const {
    std::error_code failed;
    std::filesystem::create_directories(m_folder, failed);
    if (failed)
        return Error{ErrorCode::FileUnwritable,
                     "cannot make the folder " + m_folder.string() + ": " + failed.message(),
                     {m_folder.string(), failed.message()}};
    nlohmann::ordered_json json{{"labelwright", "never-together"}, {"version", 1}, {"pairs", nlohmann::ordered_json::array()}};
    for (const auto& [left, right] : pairs) json["pairs"].push_back({left, right});
    auto target = AtomicFile::create(file());
    if (!target) return target.error();
    std::string text = json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
    if (auto done = target->drain(text, 0); !done) return done;
    return target->commit();
}

}  // namespace labelwright
