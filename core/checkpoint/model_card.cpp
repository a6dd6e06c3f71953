#include "core/checkpoint/model_card.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <string_view>

#include "core/base/utf8.h"

namespace labelwright {
namespace {

constexpr std::size_t maxFrontMatterLines = 2000;
constexpr std::size_t maxLineBytes = 4096;
constexpr std::size_t maxLicenceLines = 60;
constexpr std::size_t shownLicenceCharacters = 60;

using Fields = std::map<std::string, std::vector<std::string>, std::less<>>;

std::string_view unquoted(std::string_view text) {
    text = trimmed(text);
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front()) {
        return text.substr(1, text.size() - 2);
    }
    return text;
}

void addValues(std::vector<std::string>& values, std::string_view text) {
    text = trimmed(text);
    if (!text.starts_with('[') || !text.ends_with(']')) {
        if (!unquoted(text).empty()) values.emplace_back(unquoted(text));
        return;
    }
    text = text.substr(1, text.size() - 2);
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        if (const std::string_view item = unquoted(text.substr(0, comma)); !item.empty()) values.emplace_back(item);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
}

/// The part of YAML that cards use for these fields: "key: value", "key: [a, b]", and "- value" lines below "key:".
Fields readFrontMatter(const std::filesystem::path& file) {
    Fields fields;
    std::ifstream stream(file);
    std::string line;
    if (!std::getline(stream, line) || !trimmed(toValidUtf8(line)).ends_with("---")) return fields;
    std::string key;
    for (std::size_t count = 0; count < maxFrontMatterLines && std::getline(stream, line); ++count) {
        line = toValidUtf8(line.substr(0, maxLineBytes));
        const std::string_view text = trimmed(line);
        if (text == "---") return fields;
        if (text.empty() || text.starts_with('#')) continue;
        if (text.starts_with("- ")) {
            addValues(fields[key], text.substr(2));
        } else if (const std::size_t colon = text.find(':'); colon != std::string_view::npos && line.front() != ' ') {
            key = text.substr(0, colon);
            addValues(fields[key], text.substr(colon + 1));
        } else {
            key.clear();  // nested: not ours
        }
    }
    return {};  // never closed: a rule in an ordinary text
}

std::string first(const Fields& fields, std::string_view key) {
    const auto found = fields.find(key);
    return found == fields.end() || found->second.empty() ? std::string() : found->second.front();
}

struct KnownLicence {
    std::string_view words;
    std::string_view id;
};

/// Longer names before those they contain.
constexpr std::array knownLicences{
    KnownLicence{"apache license", "apache-2.0"},
    KnownLicence{"mit license", "mit"},
    KnownLicence{"permission is hereby granted, free of charge", "mit"},
    KnownLicence{"gnu affero general public license", "agpl-3.0"},
    KnownLicence{"gnu lesser general public license", "lgpl"},
    KnownLicence{"gnu general public license", "gpl"},
    KnownLicence{"bsd 3-clause", "bsd-3-clause"},
    KnownLicence{"bsd 2-clause", "bsd-2-clause"},
    KnownLicence{"mozilla public license", "mpl-2.0"},
    KnownLicence{"creative commons attribution-noncommercial", "cc-by-nc"},
    KnownLicence{"creative commons attribution-sharealike", "cc-by-sa"},
    KnownLicence{"creative commons attribution", "cc-by"},
    KnownLicence{"cc0 1.0", "cc0-1.0"},
    KnownLicence{"this is free and unencumbered software", "unlicense"},
};

std::string licenceOfFile(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::string line;
    std::string firstLine;
    for (std::size_t count = 0; count < maxLicenceLines && std::getline(stream, line); ++count) {
        line = toValidUtf8(line.substr(0, maxLineBytes));
        const std::string_view text = trimmed(line);
        if (text.empty()) continue;
        std::string lower(text);
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; });
        for (const KnownLicence& known : knownLicences) {
            if (lower.find(known.words) != std::string::npos) return std::string(known.id);
        }
        if (firstLine.empty()) firstLine = firstCodePoints(text, shownLicenceCharacters);
    }
    return firstLine;
}

std::string licenceOfFolder(const std::filesystem::path& folder) {
    for (const char* name : {"LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "LICENCE.txt", "COPYING"}) {
        if (std::string licence = licenceOfFile(folder / name); !licence.empty()) return licence;
    }
    return {};
}

}  // namespace

ModelCard readModelCard(const std::filesystem::path& modelFolder) {
    const Fields fields = readFrontMatter(modelFolder / "README.md");
    ModelCard card;
    card.licence = first(fields, "license");
    if (card.licence == "other" && !first(fields, "license_name").empty()) card.licence = first(fields, "license_name");
    if (card.licence.empty()) card.licence = licenceOfFolder(modelFolder);
    if (const auto languages = fields.find("language"); languages != fields.end()) {
        for (const std::string& language : languages->second) {
            std::string code = language == "cn" ? "zh" : language;  // ModelScope's cards
            if (std::find(card.languages.begin(), card.languages.end(), code) == card.languages.end()) {
                card.languages.push_back(std::move(code));
            }
        }
    }
    return card;
}

}  // namespace labelwright
