#include "tests/ui/models/random_rows.h"

namespace labelwright::ui {

RandomRows::RandomRows(std::uint32_t seed, std::size_t rows, std::size_t labelCount, SelectionMode mode) {
    std::mt19937 random(seed);
    const std::vector<std::string> pieces{"退款", "Refund", "invoice", "发票", "快递", "very slow", "客服", "ÉTÉ", "手机", "x"};
    std::vector<std::string> texts;
    for (std::size_t row = 0; row < rows; ++row) {
        std::string text;
        const auto count = 1 + random() % 4;
        for (unsigned i = 0; i < count; ++i) text += pieces[random() % pieces.size()] + (random() % 2 == 0 ? " " : "");
        texts.push_back(text);
    }
    facts.dataset = labelwright::testing::datasetOf(texts);
    std::vector<std::string> names;
    for (std::size_t k = 0; k < labelCount; ++k) names.push_back("label " + std::to_string(k));
    facts.labels.labels = makeLabels(names);
    facts.selection.mode = mode;
    facts.selection.abstain = 0.3F;
    facts.scores = ScoreTable(rows);
    ScoreReading reading;
    reading.modelId = "random";
    reading.rule = ScoreRule::Cosine;
    reading.temperature = 0.2F;
    facts.scores.addReading(reading);
    const auto hashes = hypothesisHashes(facts.labels);
    for (std::size_t row = 0; row < rows; ++row) {
        if (random() % 10 == 0) continue;
        facts.scores.setTruncated(row, random() % 7 == 0);
        for (const Hash128& hash : hashes) {
            if (random() % 20 == 0) continue;
            // Few different values, so that ties happen.
            facts.scores.set(row, hash, {static_cast<float>(random() % 16) / 16.0F, 0});
        }
    }
    facts.reviews = ReviewTable(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        Review review;
        review.decided = random() % 3 == 0;
        if (review.decided) review.labels = {facts.labels.labels[random() % labelCount].id};
        review.deferred = random() % 5 == 0;
        facts.reviews.set(row, review);
    }
    DecisionTask task;
    task.scores = facts.scores;
    task.reader = LabelReader(facts.labels, facts.scores);
    task.selection = facts.selection;
    facts.decisions = decideRows(task).table;
    facts.duplicates = std::make_shared<const std::vector<bool>>(duplicateRows(*facts.dataset));
}

}  // namespace labelwright::ui
