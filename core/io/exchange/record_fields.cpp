#include "core/io/exchange/record_fields.h"

#include "core/io/exchange/record_readers.h"

namespace labelwright {

std::vector<RecordField> recordFields(simdjson::dom::object record, RecordFormat format) {
    FieldList fields;
    switch (format) {
        case RecordFormat::LabelStudio: readLabelStudio(record, fields); break;
        case RecordFormat::Doccano: readDoccano(record, fields); break;
        case RecordFormat::Argilla: readArgilla(record, fields); break;
        case RecordFormat::Prodigy: readProdigy(record, fields); break;
        case RecordFormat::Spacy: readSpacy(record, fields); break;
        case RecordFormat::Alpaca: readAlpaca(record, fields); break;
        case RecordFormat::ShareGpt: readConversation(record, fields); break;
        case RecordFormat::Plain:

            for (const auto& [key, value] : record) fields.data(key, value);
            break;
            break;
    }
    return std::move(fields).take();
}

RecordFormat guessRecordFormat(std::string_view bytes) {
    simdjson::dom::parser parser;
    simdjson::dom::object record;
    const simdjson::padded_string padded(bytes);
    if (parser.parse(padded).get(record) != simdjson::SUCCESS) return RecordFormat::Plain;
    const auto has = [&](std::string_view key) { return member(record, key).has_value(); };
    if (isObject(member(record, "data")) && (has("annotations") || has("predictions") || has("completions") || record.size() <= 2))
        return RecordFormat::LabelStudio;
    if (isObject(member(record, "fields")) || isFlatArgilla(record)) return RecordFormat::Argilla;
    if (isArray(member(record, "conversations")) || isArray(member(record, "messages"))) return RecordFormat::ShareGpt;
    if (has("instruction") && has("output")) return RecordFormat::Alpaca;
    if (isObject(member(record, "cats"))) return RecordFormat::Spacy;
    const std::string_view answer = stringOf(member(record, "answer"));
    const bool choice = isArray(member(record, "options")) && isArray(member(record, "accept"));
    if (answer == "accept" || answer == "reject" || answer == "ignore" || choice || has("_task_hash")) return RecordFormat::Prodigy;
    // Our own lines have an array of labels too, with what the model says of them.
    if (has("Comments") || (isArray(member(record, "label")) && !has("confidence"))) return RecordFormat::Doccano;
    return RecordFormat::Plain;
}

}  // namespace labelwright
