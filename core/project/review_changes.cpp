#include "core/project/review_changes.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

namespace labelwright {
namespace {

using Json = nlohmann::json;
constexpr std::size_t numbersInRow = 3;
constexpr std::size_t bytesInRow = numbersInRow * sizeof(std::uint32_t);

Json jsonOf(const Review& review) {
    Json json = Json::object();
    if (review.decided) json["labels"] = review.labels;
    if (review.deferred) json["deferred"] = true;
    if (review.flagged) json["flagged"] = true;
    if (!review.note.empty()) json["note"] = review.note;
    return json;
}

Review reviewOf(const Json& json) {
    Review review;
    review.decided = json.contains("labels");
    if (review.decided) review.labels = json.at("labels").get<std::vector<LabelId>>();
    review.deferred = json.value("deferred", false);
    review.flagged = json.value("flagged", false);
    review.note = json.value("note", std::string());
    return review;
}

Error malformed() {
    return {ErrorCode::FileMalformed, "the history holds reviews that cannot be read", {"history", "reviews cannot be read"}};
}

/// The different reviews as JSON, numbered in the order in which they are first seen.
class Values {
public:
    std::uint32_t numberOf(const Review& review) {
        // Neighbours are mostly the same: spares making JSON of each.
        if (m_last && m_last->first == review) return m_last->second;
        const auto [entry, isNew] = m_numbers.try_emplace(jsonOf(review).dump(), static_cast<std::uint32_t>(m_numbers.size()));
        if (isNew) m_json.push_back(entry->first);
        m_last = {review, entry->second};
        return entry->second;
    }
    std::string array() const {
        std::string text = "[";
        for (const std::string& json : m_json) text += (text.size() > 1 ? "," : "") + json;
        return text + "]";
    }

private:
    std::map<std::string, std::uint32_t> m_numbers;
    std::vector<std::string> m_json;
    std::optional<std::pair<Review, std::uint32_t>> m_last;
};

void put(std::vector<std::byte>& bytes, std::uint32_t number) {
    for (unsigned shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<std::byte>(number >> shift));
}

std::uint32_t numberAt(std::span<const std::byte> bytes, std::size_t place) {
    std::uint32_t number = 0;
    for (unsigned i = 0; i < 4; ++i) number |= std::to_integer<std::uint32_t>(bytes[place * 4 + i]) << (8 * i);
    return number;
}

Result<std::vector<Review>> reviewsIn(std::string_view values) {
    try {
        std::vector<Review> reviews;
        for (const Json& json : Json::parse(values)) reviews.push_back(reviewOf(json));
        return reviews;
    } catch (const Json::exception&) {
        return malformed();
    }
}

}  // namespace

PackedChanges packed(const StoredStep& step) {
    const std::vector<std::uint32_t>& rows = step.after.rows;
    std::vector<std::size_t> order(rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rows[a] < rows[b]; });
    Values before;
    PackedChanges changes;
    changes.rows.reserve(rows.size() * bytesInRow);
    for (const std::size_t i : order) {
        put(changes.rows, rows[i]);
        put(changes.rows, before.numberOf(step.before.reviews[i]));
        put(changes.rows, before.numberOf(step.after.reviews[i]));
    }
    changes.values = before.array();
    return changes;
}

Result<void> unpack(std::string_view values, std::span<const std::byte> rows, StoredStep& step) {
    const auto reviews = reviewsIn(values);
    if (!reviews) return reviews.error();
    if (rows.size() % bytesInRow != 0) return malformed();
    for (std::size_t i = 0; i < rows.size() / bytesInRow; ++i) {
        const std::uint32_t before = numberAt(rows, i * numbersInRow + 1);
        const std::uint32_t after = numberAt(rows, i * numbersInRow + 2);
        if (before >= reviews->size() || after >= reviews->size()) return malformed();
        step.after.rows.push_back(numberAt(rows, i * numbersInRow));
        step.before.reviews.push_back((*reviews)[before]);
        step.after.reviews.push_back((*reviews)[after]);
    }
    step.before.rows = step.after.rows;
    return {};
}

Result<std::optional<std::pair<Review, Review>>> changeOf(std::string_view values, std::span<const std::byte> rows, std::uint32_t row) {
    std::size_t first = 0;
    std::size_t last = rows.size() / bytesInRow;
    while (first < last) {
        const std::size_t middle = first + (last - first) / 2;
        if (numberAt(rows, middle * numbersInRow) < row) first = middle + 1;
        else last = middle;
    }
    if (first == rows.size() / bytesInRow || numberAt(rows, first * numbersInRow) != row) return std::optional<std::pair<Review, Review>>();
    auto reviews = reviewsIn(values);
    if (!reviews) return reviews.error();
    const std::uint32_t before = numberAt(rows, first * numbersInRow + 1);
    const std::uint32_t after = numberAt(rows, first * numbersInRow + 2);
    if (before >= reviews->size() || after >= reviews->size()) return malformed();
    return std::optional(std::pair((*reviews)[before], (*reviews)[after]));
}

}  // namespace labelwright
