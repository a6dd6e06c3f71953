#include "core/io/exchange/record_readers.h"

namespace labelwright {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

/// The choices of a result; of a taxonomy the last step of each path.
std::vector<std::string> resultLabels(const MaybeElement& result) {
    std::vector<std::string> labels;
    for (const element item : itemsOf(result)) {
        const MaybeElement value = member(item, "value");
        for (std::string& label : namesOf(member(value, "choices"))) labels.push_back(std::move(label));
        for (const element path : itemsOf(member(value, "taxonomy"))) {
            if (const auto steps = namesOf(path); !steps.empty()) labels.push_back(steps.back());
        }
    }
    return labels;
}

}  // namespace

void readLabelStudio(object record, FieldList& fields) {
    const MaybeElement data = member(record, "data");
    const bool named = member(data, "id") || member(data, "row_id");
    if (const auto id = member(record, "id"); id && !named) fields.data("id", *id);
    fields.everyKey(data);

    bool skipped = false;
    MaybeElement kept;
    for (const char* key : {"completions", "annotations"}) {  // the older name first
        for (const element annotation : itemsOf(member(record, key))) {
            const bool cancelled = isTrue(member(annotation, "was_cancelled")) || isTrue(member(annotation, "skipped"));
            skipped = skipped || cancelled;
            if (!cancelled) kept = annotation;  // the latest counts
        }
    }
    if (kept) fields.decided(resultLabels(member(kept, "result")));
    else if (skipped) fields.deferred();

    const std::vector<element> predictions = itemsOf(member(record, "predictions"));
    if (predictions.empty()) return;
    const element prediction = predictions.back();
    fields.predicted(resultLabels(member(prediction, "result")));
    if (const auto score = member(prediction, "score")) fields.text(predictionScoreColumn, writtenValue(*score));
    if (const auto model = member(prediction, "model_version")) fields.text(predictionModelColumn, writtenValue(*model));
}

void readDoccano(object record, FieldList& fields) {
    std::vector<std::string> labels;
    std::string comments;
    for (const auto& [key, value] : record) {
        const bool isLabel = key == "label" || key == "labels";
        // Spans are arrays in the array; they stay a column.
        const bool names = value.is_string() || (value.is_array() && namesOf(value).size() == itemsOf(value).size());
        if (isLabel && names) {
            labels = namesOf(value);
        } else if (key == "Comments" || key == "comments") {
            for (const element comment : itemsOf(value)) {
                const std::string_view text = comment.is_string() ? stringOf(comment) : stringOf(member(comment, "text"));
                if (!text.empty()) comments += (comments.empty() ? "" : "\n") + std::string(text);
            }
        } else {
            fields.data(key, value);
        }
    }
    // An empty list stands there before anybody has looked, too.
    if (!labels.empty()) fields.decided(labels);
    fields.note(comments);
}

void readProdigy(object record, FieldList& fields) {
    for (const auto& [key, value] : record) {
        const bool ours = key == "label" || key == "options" || key == "accept" || key == "answer" || key == "config" || key == "meta" ||
                          key == "tokens" || key == "spans";
        if (!ours && !std::string_view(key).starts_with('_')) fields.data(key, value);
    }
    fields.everyKey(member(record, "meta"));

    const bool choice = member(record, "options").has_value() || member(record, "accept").has_value();
    std::vector<std::string> labels = namesOf(member(record, choice ? "accept" : "label"));
    for (std::string& label : labels) {  // an option has an id and a text to show
        for (const element option : itemsOf(member(record, "options"))) {
            if (const auto text = stringOf(member(option, "text")); stringOf(member(option, "id")) == label && !text.empty()) label = text;
        }
    }
    const std::string_view answer = stringOf(member(record, "answer"));
    if (answer == "accept") fields.decided(labels);
    else if (answer == "reject" && !choice) fields.decided({});  // it is not that label
    else if (!answer.empty()) fields.deferred();
    else fields.predicted(labels);
}

}  // namespace labelwright
