#include "core/checkpoint/label_roles.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "core/checkpoint/checkpoint_errors.h"
#include "core/checkpoint/model_config.h"

namespace labelwright {
namespace {

constexpr std::uint32_t maxColumns = 1024;

std::string lowerAscii(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return lower;
}

bool beginsWithOneOf(std::string_view text, std::initializer_list<std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view beginning) { return text.starts_with(beginning); });
}

std::optional<std::uint32_t> columnFrom(std::string_view text) {
    std::uint32_t column = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), column);
    if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return column;
}

bool isPlaceholder(const std::string& name) {
    constexpr std::string_view placeholder = "label_";
    const std::string lower = lowerAscii(name);
    return name.empty() || (lower.starts_with(placeholder) && columnFrom(std::string_view(lower).substr(placeholder.size())));
}

Result<std::map<std::uint32_t, std::string>> namesByColumn(const nlohmann::json& config, const std::filesystem::path& file) {
    std::map<std::uint32_t, std::string> names;
    if (config.contains("id2label") && config["id2label"].is_object()) {
        for (const auto& [key, name] : config["id2label"].items()) {
            const std::optional<std::uint32_t> column = columnFrom(key);
            if (!column || !name.is_string()) return fileMalformed(file, "id2label", "it must map numbers to names");
            names[*column] = name.get<std::string>();
        }
    } else if (config.contains("label2id") && config["label2id"].is_object()) {
        for (const auto& [name, column] : config["label2id"].items()) {
            if (!column.is_number_unsigned() || column.get<std::uint64_t>() >= maxColumns) {
                return fileMalformed(file, "label2id", "it must map names to numbers");
            }
            if (!names.emplace(column.get<std::uint32_t>(), name).second) {
                return fileMalformed(file, "label2id", "two names have one number");
            }
        }
    }
    return names;
}

}  // namespace

LabelRole labelRole(std::string_view name) {
    const std::string lower = lowerAscii(name);
    if (beginsWithOneOf(lower, {"entail", "蕴含", "蕴涵"})) return LabelRole::Entailment;
    if (beginsWithOneOf(lower, {"contra", "not_entail", "not-entail", "not entail", "non_entail", "non-entail", "non entail", "矛盾"})) {
        return LabelRole::Contradiction;
    }
    if (beginsWithOneOf(lower, {"neutral", "中立", "中性"})) return LabelRole::Neutral;
    return LabelRole::Other;
}

Result<std::vector<std::string>> labelNamesOf(const nlohmann::json& config, const std::filesystem::path& file) {
    Result<std::map<std::uint32_t, std::string>> byColumn = namesByColumn(config, file);
    if (!byColumn) return byColumn.error();
    std::vector<std::string> names;
    for (const auto& [column, name] : *byColumn) {
        if (column != names.size() || names.size() >= maxColumns) {
            return fileMalformed(file, "id2label", "the columns must be numbered from 0 without a gap");
        }
        names.push_back(name);
    }
    if (std::all_of(names.begin(), names.end(), isPlaceholder)) return std::vector<std::string>();
    return names;
}

Result<void> ModelConfig::resolveRoles(std::uint32_t columns, const std::filesystem::path& folder) {
    if (!labelNames.empty() && labelNames.size() != columns) {
        return unsupportedModel(folder, "config.json names " + std::to_string(labelNames.size()) + " labels, but the classifier has " +
                                            std::to_string(columns) + " columns");
    }
    if (columns != 2 && columns != 3) {
        return unsupportedModel(
            folder, "its classifier has " + std::to_string(columns) + " columns; models for entailment with 2 or 3 columns can be used");
    }
    std::optional<std::uint32_t> entailment;
    std::optional<std::uint32_t> contradiction;
    std::optional<std::uint32_t> neutral;
    for (std::uint32_t column = 0; column < labelNames.size(); ++column) {
        const LabelRole role = labelRole(labelNames[column]);
        if (role == LabelRole::Entailment && !entailment) entailment = column;
        if (role == LabelRole::Contradiction && !contradiction) contradiction = column;
        if (role == LabelRole::Neutral && !neutral) neutral = column;
    }
    if (!labelNames.empty() && !entailment && !contradiction) {
        std::string names;
        for (const std::string& name : labelNames) names += (names.empty() ? "" : ", ") + name;
        return unsupportedModel(folder, "its labels (" + names + ") are not those of an entailment model");
    }

    rolesByRule = !entailment || !contradiction;
    if (labelNames.empty() && columns == 3) {
        entailment = 0;
        neutral = 1;
        contradiction = 2;
    }
    const std::uint32_t last = columns - 1;
    const auto firstFree = [&](std::initializer_list<std::uint32_t> order) -> std::uint32_t {
        for (const std::uint32_t column : order) {
            if (column != entailment && column != contradiction && column != neutral) return column;
        }
        return last;
    };
    // Hugging Face: the last column without an "entail…", and for contradiction the first, or the last if the first is entailment. A column
    // that has another role by name is passed over.
    if (!entailment) entailment = firstFree({last, 0, 1});
    if (!contradiction) contradiction = firstFree({0, last, 1});
    if (!neutral && columns == 3) neutral = firstFree({0, 1, 2});

    if (*entailment == *contradiction) return unsupportedModel(folder, "one column of its classifier is entailment and contradiction");
    entailmentColumn = *entailment;
    contradictionColumn = contradiction;
    neutralColumn = neutral;
    return {};
}

}  // namespace labelwright
