#include "core/project/stored_reviews.h"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/clock.h"
#include "core/project/project_error.h"
#include "core/storage/statement.h"

namespace labelwright {
namespace {

/// Ids one after another, a line break between them.
Result<std::string> packed(const std::vector<LabelId>& labels) {
    std::string text;
    for (const LabelId& id : labels) {
        if (id.empty() || id.find('\n') != LabelId::npos)
            return Error{
                ErrorCode::InvalidArgument, "a label id is empty or has a line break, so it cannot be stored", {"label", "id", id}};
        if (!text.empty()) text += '\n';
        text += id;
    }
    return text;
}

std::vector<LabelId> unpacked(std::string_view text) {
    std::vector<LabelId> labels;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        labels.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return labels;
}

/// Columns from 1: decided, labels, deferred, flagged, note.
Review reviewIn(const Statement& row) {
    Review review;
    review.decided = row.integer(1) != 0;
    review.labels = unpacked(row.text(2));
    review.deferred = row.integer(3) != 0;
    review.flagged = row.integer(4) != 0;
    review.note = row.text(5);
    return review;
}

/// A review whose text is not among the present ones, or was not until now.
struct Waiting {
    std::int64_t key;
    std::string id;
    bool placed = false;
};
using WaitingByText = std::unordered_map<Hash128, std::vector<Waiting>>;

Result<WaitingByText> readWaiting(Database& database) {
    WaitingByText waiting;
    auto select = database.prepare("SELECT key, id, text FROM waiting_reviews ORDER BY key");
    if (!select) return select.error();
    for (;;) {
        const auto found = select->step();
        if (!found) return found.error();
        if (!*found) return waiting;
        waiting[hash128(select->text(2))].push_back({select->integer(0), std::string(select->text(1))});
    }
}

class Placing {
public:
    static Result<Placing> begin(Database& database) {
        auto insert = database.prepare(
            "INSERT INTO reviews(row, decided, labels, deferred, flagged, note, made_at) "
            "SELECT ?1, decided, labels, deferred, flagged, note, made_at FROM waiting_reviews WHERE key=?2");
        if (!insert) return insert.error();
        auto remove = database.prepare("DELETE FROM waiting_reviews WHERE key=?1");
        if (!remove) return remove.error();
        return Placing(*std::move(insert), *std::move(remove));
    }
    Result<void> place(Waiting& review, std::size_t row) {
        if (auto done = m_insert.bind(1, static_cast<std::int64_t>(row)).bind(2, review.key).run(); !done) return done;
        review.placed = true;
        return m_remove.bind(1, review.key).run();
    }

private:
    Placing(Statement insert, Statement remove) : m_insert(std::move(insert)), m_remove(std::move(remove)) {}
    Statement m_insert;
    Statement m_remove;
};

}  // namespace

Result<void> writeReviews(Database& database, std::span<const std::uint32_t> rows, std::span<const Review> reviews) {
    auto replace = database.prepare(
        "INSERT INTO reviews(row, decided, labels, deferred, flagged, note, made_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(row) "
        "DO "
        "UPDATE SET decided=excluded.decided, labels=excluded.labels, deferred=excluded.deferred, flagged=excluded.flagged, "
        "note=excluded.note, made_at=excluded.made_at");
    if (!replace) return replace.error();
    auto remove = database.prepare("DELETE FROM reviews WHERE row=?1");
    if (!remove) return remove.error();
    const std::int64_t now = unixSeconds();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Review& review = reviews[i];
        if (review.empty()) {
            if (auto done = remove->bind(1, std::int64_t{rows[i]}).run(); !done) return done;
            continue;
        }
        const auto labels = packed(review.labels);
        if (!labels) return labels.error();
        replace->bind(1, std::int64_t{rows[i]}).bind(2, std::int64_t{review.decided}).bind(3, std::string_view(*labels));
        replace->bind(4, std::int64_t{review.deferred}).bind(5, std::int64_t{review.flagged}).bind(6, std::string_view(review.note));
        if (auto done = replace->bind(7, now).run(); !done) return done;
    }
    return {};
}

Result<std::vector<Review>> readReviewsOf(Database& database, std::span<const std::uint32_t> rows) {
    std::vector<Review> reviews;
    reviews.reserve(rows.size());
    auto select = database.prepare("SELECT row, decided, labels, deferred, flagged, note FROM reviews WHERE row=?1");
    if (!select) return select.error();
    for (const std::uint32_t row : rows) {
        const auto found = select->bind(1, std::int64_t{row}).step();
        if (!found) return found.error();
        reviews.push_back(*found ? reviewIn(*select) : Review());
        select->reset();
    }
    return reviews;
}

Result<ReviewTable> readReviews(Database& database, std::size_t rows) {
    ReviewTable table(rows);
    auto select = database.prepare("SELECT row, decided, labels, deferred, flagged, note FROM reviews ORDER BY row");
    if (!select) return select.error();
    for (;;) {
        const auto found = select->step();
        if (!found) return found.error();
        if (!*found) return table;
        const std::int64_t row = select->integer(0);
        if (row < 0 || static_cast<std::uint64_t>(row) >= rows)
            return malformedProject(database, "review of text " + std::to_string(row + 1), "there is no such text");
        table.set(static_cast<std::size_t>(row), reviewIn(*select));
    }
}

Result<void> setReviewsAside(Database& database) {
    return database.execute(
        "INSERT INTO waiting_reviews(id, text, decided, labels, deferred, flagged, note, made_at) "
        "SELECT texts.id, texts.text, decided, labels, deferred, flagged, note, made_at FROM reviews JOIN texts USING(row) ORDER BY row;"
        "DELETE FROM reviews");
}

Result<void> bringReviewsBack(Database& database, const Dataset& dataset) {
    auto waiting = readWaiting(database);
    if (!waiting) return waiting.error();
    if (waiting->empty()) return {};
    auto placing = Placing::begin(database);
    if (!placing) return placing.error();
    std::vector<bool> taken(dataset.size(), false);
    for (const bool sameId : {true, false}) {
        for (std::size_t row = 0; row < dataset.size(); ++row) {
            const auto found = taken[row] ? waiting->end() : waiting->find(dataset[row].hash);
            if (found == waiting->end()) continue;
            for (Waiting& review : found->second) {
                if (review.placed || (sameId && review.id != dataset[row].id)) continue;
                if (auto placed = placing->place(review, row); !placed) return placed;
                taken[row] = true;
                break;
            }
        }
    }
    return {};
}

Result<std::uint64_t> waitingReviews(Database& database) {
    const auto count = database.integer("SELECT count(*) FROM waiting_reviews");
    if (!count) return count.error();
    return static_cast<std::uint64_t>(*count);
}

}  // namespace labelwright
