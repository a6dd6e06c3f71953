#include "core/io/exchange/record_readers.h"

namespace labelwright {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

void respond(std::string_view status, const std::vector<std::string>& labels, FieldList& fields) {
    if (status == "discarded") fields.deferred();
    else if (status != "draft" && status != "pending") fields.decided(labels);
}

void nested(object record, FieldList& fields) {
    if (const auto id = member(record, "id")) fields.data("id", *id);
    fields.everyKey(member(record, "fields"));
    fields.everyKey(member(record, "metadata"));
    object questions;
    if (const auto responses = member(record, "responses"); responses && responses->get(questions) == simdjson::SUCCESS) {
        for (const auto& [question, answers] : questions) {
            const auto given = itemsOf(answers);
            if (given.empty()) continue;
            respond(stringOf(member(given.back(), "status")), namesOf(member(given.back(), "value")), fields);
            break;  // the first question that somebody answered
        }
    }
    if (const auto suggestions = member(record, "suggestions"); suggestions && suggestions->get(questions) == simdjson::SUCCESS) {
        for (const auto& [question, suggestion] : questions) {
            fields.predicted(namesOf(member(suggestion, "value")));
            if (const auto score = member(suggestion, "score")) fields.text(predictionScoreColumn, writtenValue(*score));
            if (const auto agent = member(suggestion, "agent")) fields.text(predictionModelColumn, writtenValue(*agent));
            break;
        }
    }
}

/// `label.responses` and the like: the question, a dot, what it is.
void flat(object record, FieldList& fields) {
    std::vector<std::string> labels;
    bool answered = false;
    std::string_view status;
    for (const auto& [key, value] : record) {
        const std::string_view name = key;
        if (name.ends_with(".responses")) {
            const auto given = itemsOf(value);
            if (!given.empty()) labels = namesOf(given.back());
            answered = answered || !given.empty();
        } else if (name.ends_with(".response")) {
            labels = namesOf(value);
            answered = answered || !value.is_null();
        } else if (name.ends_with(".responses.status")) {
            if (const auto states = itemsOf(value); !states.empty()) status = stringOf(states.back());
        } else if (name.ends_with(".suggestion")) {
            fields.predicted(namesOf(value));
        } else if (name.ends_with(".suggestion.score")) {
            fields.text(predictionScoreColumn, writtenValue(value));
        } else if (name.ends_with(".suggestion.agent")) {
            fields.text(predictionModelColumn, writtenValue(value));
        } else if (!name.ends_with(".responses.users") && name != "_server_id") {
            fields.data(name, value);
        }
    }
    if (answered) respond(status, labels, fields);
}

}  // namespace

bool isFlatArgilla(object record) {
    for (const auto& [key, value] : record) {
        const std::string_view name = key;
        if (name.ends_with(".responses") || name.ends_with(".response") || name.ends_with(".suggestion")) return true;
    }
    return false;
}

void readArgilla(object record, FieldList& fields) {
    if (isObject(member(record, "fields"))) nested(record, fields);
    else flat(record, fields);
}

}  // namespace labelwright
