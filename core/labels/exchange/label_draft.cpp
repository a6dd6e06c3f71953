#include "core/labels/exchange/label_draft.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <unordered_map>

#include "core/base/utf8.h"
#include "core/labels/label_list.h"

namespace labelwright {
namespace {

using Places = std::unordered_map<std::string, std::size_t>;

struct NamedColour {
    std::string_view name;
    std::uint32_t colour;
};
/// CSS 2.1, and what Label Studio's own templates use besides.
constexpr std::array<NamedColour, 20> namedColours{
    {{"black", 0x000000},  {"silver", 0xC0C0C0}, {"gray", 0x808080},   {"grey", 0x808080},       {"white", 0xFFFFFF},
     {"maroon", 0x800000}, {"red", 0xFF0000},    {"purple", 0x800080}, {"fuchsia", 0xFF00FF},    {"green", 0x008000},
     {"lime", 0x00FF00},   {"olive", 0x808000},  {"yellow", 0xFFFF00}, {"navy", 0x000080},       {"blue", 0x0000FF},
     {"teal", 0x008080},   {"aqua", 0x00FFFF},   {"orange", 0xFFA500}, {"darkorange", 0xFF8C00}, {"pink", 0xFFC0CB}}};

std::string inQuotes(const std::string& name) { return '"' + name + '"'; }

/// The first label whose line of parents comes back to itself; npos if there is none. `parents`: index or npos.
std::size_t insideItself(const std::vector<std::size_t>& parents) {
    enum class State { Unknown, OnTheWay, Good };
    std::vector<State> states(parents.size(), State::Unknown);
    for (std::size_t i = 0; i < parents.size(); ++i) {
        std::size_t at = i;
        for (; at != std::string::npos && states[at] == State::Unknown; at = parents[at]) states[at] = State::OnTheWay;
        if (at != std::string::npos && states[at] == State::OnTheWay) return at;
        for (at = i; at != std::string::npos && states[at] == State::OnTheWay; at = parents[at]) states[at] = State::Good;
    }
    return std::string::npos;
}

/// Settles what the drafts leave open, in place.
class Settlement {
public:
    Settlement(std::vector<LabelDraft>& drafts, const std::string& fileName) : m_drafts(drafts), m_fileName(fileName) {}

    Result<void> all() {
        for (std::size_t i = 0; i < m_drafts.size(); ++i) {
            if (auto done = name(m_drafts[i]); !done) return done;
            if (const auto [before, added] = m_byName.try_emplace(foldedName(m_drafts[i].label.name), i); !added) {
                return malformed(m_drafts[i].place, "the label " + inQuotes(m_drafts[i].label.name) + " stands twice, first at " +
                                                        m_drafts[before->second].place + "; rename or remove one of the two");
            }
        }
        for (std::size_t i = 0; i < m_drafts.size(); ++i)
            if (auto done = id(m_drafts[i], i); !done) return done;
        return parents();
    }

    static Label taken(LabelDraft& draft) {
        for (LabelDraft& merged : draft.merged) draft.label.merged.push_back(taken(merged));
        return std::move(draft.label);
    }

private:
    Error malformed(const std::string& place, const std::string& what) const { return malformedLabelFile(m_fileName, place, what); }

    Result<void> name(LabelDraft& draft) {
        draft.label.name = trimmed(draft.label.name);
        if (foldedName(draft.label.name).empty()) return malformed(draft.place, "the label has no name; write one");
        for (LabelDraft& merged : draft.merged)
            if (auto done = name(merged); !done) return done;
        return {};
    }

    /// `index`: of the label that the draft is, or is merged into.
    Result<void> id(LabelDraft& draft, std::size_t index) {
        if (draft.label.id.empty()) draft.label.id = newId();
        if (const auto [before, added] = m_byId.try_emplace(draft.label.id, index); !added) {
            return malformed(draft.place, "the id " + inQuotes(draft.label.id) + " stands twice, first at " +
                                              m_drafts[before->second].place + "; leave one of the two empty for a new id");
        }
        for (LabelDraft& merged : draft.merged)
            if (auto done = id(merged, index); !done) return done;
        return {};
    }

    Result<void> parents() {
        std::vector<std::size_t> above(m_drafts.size(), std::string::npos);
        for (std::size_t i = 0; i < m_drafts.size(); ++i) {
            above[i] = parent(m_drafts[i]);
            if (above[i] == std::string::npos && !m_drafts[i].parent.empty()) {
                return malformed(m_drafts[i].place,
                                 "the parent " + inQuotes(m_drafts[i].parent) + " is no label of this file; add it or leave parent empty");
            }
        }
        const std::size_t inside = insideItself(above);
        if (inside == std::string::npos) return {};
        return malformed(m_drafts[inside].place, "the label " + inQuotes(m_drafts[inside].label.name) +
                                                     " is its own parent, in one step or several; leave parent empty at one of them");
    }

    /// Index of the label that is the parent, or holds it merged; npos: there is none, which merged labels may have outlived.
    std::size_t parent(LabelDraft& draft) {
        for (LabelDraft& merged : draft.merged) parent(merged);
        draft.label.parent = draft.parent;
        if (const auto found = m_byId.find(draft.parent); found != m_byId.end()) return found->second;
        const auto found = m_byName.find(foldedName(draft.parent));
        if (found == m_byName.end()) return std::string::npos;
        draft.label.parent = m_drafts[found->second].label.id;
        return found->second;
    }

    std::vector<LabelDraft>& m_drafts;
    const std::string& m_fileName;
    Places m_byId;
    Places m_byName;
};

}  // namespace

LabelDraft& addDraft(std::vector<LabelDraft>& drafts, std::string place) {
    LabelDraft draft;
    draft.label.colour = labelColour(drafts.size());
    draft.place = std::move(place);
    drafts.push_back(std::move(draft));
    return drafts.back();
}

Result<std::vector<Label>> labelsOf(std::vector<LabelDraft> drafts, const std::string& fileName) {
    if (drafts.empty()) return malformedLabelFile(fileName, "", "there is no label in it; write at least one");
    if (auto settled = Settlement(drafts, fileName).all(); !settled) return settled.error();
    std::vector<Label> labels;
    labels.reserve(drafts.size());
    for (LabelDraft& draft : drafts) labels.push_back(Settlement::taken(draft));
    return labels;
}

Error malformedLabelFile(const std::string& fileName, const std::string& place, const std::string& what) {
    return {ErrorCode::FileMalformed, fileName + (place.empty() ? "" : ", " + place) + ": " + what, {fileName, place, what}};
}

std::string colourText(std::uint32_t colour) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%06x", static_cast<unsigned>(colour & 0xffffffU));
    return text.data();
}

Result<std::uint32_t> colourOf(std::string_view text, const std::string& fileName, const std::string& place) {
    text = trimmed(text);
    std::string small(text);
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    for (const NamedColour& named : namedColours)
        if (small == named.name) return named.colour;
    if (small.size() == 4 && small[0] == '#') small = {'#', small[1], small[1], small[2], small[2], small[3], small[3]};
    std::uint32_t colour = 0;
    const char* end = small.data() + small.size();
    if (small.size() == 7 && small[0] == '#') {
        if (const auto [at, failed] = std::from_chars(small.data() + 1, end, colour, 16); failed == std::errc() && at == end) return colour;
    }
    return malformedLabelFile(fileName, place,
                              "the colour \"" + std::string(text) + "\" is neither #rrggbb nor a basic colour name; correct it");
}

}  // namespace labelwright
