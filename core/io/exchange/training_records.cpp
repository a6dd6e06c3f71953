#include "core/io/exchange/record_readers.h"
#include "core/io/label_cell.h"

namespace labelwright {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t longestLabel = 100;  // bytes; a longer answer of a chat is prose

/// What a training file gives is a person's word unless it says that it is the model's.
void answer(const std::vector<std::string>& labels, std::string_view source, FieldList& fields) {
    if (source == "model") fields.predicted(labels);
    else fields.decided(labels);
}

void instructionAnswer(std::string_view output, std::string_view source, FieldList& fields) {
    if (output.empty()) return;
    if (output.size() > longestLabel && !output.starts_with('[')) return fields.text("output", output);
    answer(labelsInCell(output, SelectionMode::SingleBest), source, fields);
}

}  // namespace

void readSpacy(object record, FieldList& fields) {
    std::vector<std::string> labels;
    for (const auto& [key, value] : record) {
        if (key != "cats" && key != "meta") fields.data(key, value);
    }
    const MaybeElement meta = member(record, "meta");
    object categories;
    if (const auto cats = member(record, "cats"); cats && cats->get(categories) == simdjson::SUCCESS) {
        for (const auto& [name, value] : categories) {
            double share = 0;
            if (value.get(share) == simdjson::SUCCESS && share >= 0.5) labels.emplace_back(name);
        }
    }
    fields.everyKey(meta);
    answer(labels, stringOf(member(meta, labelSourceKey)), fields);
}

void readAlpaca(object record, FieldList& fields) {
    const std::string_view input = stringOf(member(record, "input"));
    fields.text("text", input.empty() ? stringOf(member(record, "instruction")) : input);
    if (!input.empty()) fields.text("instruction", stringOf(member(record, "instruction")));
    for (const auto& [key, value] : record) {
        if (key != "instruction" && key != "input" && key != "output") fields.data(key, value);
    }
    instructionAnswer(stringOf(member(record, "output")), stringOf(member(record, labelSourceKey)), fields);
}

/// The conversation of ShareGPT (from, value) or of OpenAI (role, content): the first turn of each side.
void readConversation(object record, FieldList& fields) {
    std::string_view said, output, instruction;
    for (const char* key : {"conversations", "messages"}) {
        for (const element turn : itemsOf(member(record, key))) {
            const std::string_view from = stringOf(member(turn, "from")), role = stringOf(member(turn, "role"));
            const std::string_view text = member(turn, "value") ? stringOf(member(turn, "value")) : stringOf(member(turn, "content"));
            std::string_view& part = from == "system" || role == "system"                          ? instruction
                                     : from == "gpt" || from == "assistant" || role == "assistant" ? output
                                                                                                   : said;
            if (part.empty()) part = text;
        }
    }
    fields.text("text", said);
    if (instruction.empty()) instruction = stringOf(member(record, "system"));
    if (!instruction.empty()) fields.text("instruction", instruction);
    for (const auto& [key, value] : record) {
        if (key != "conversations" && key != "messages" && key != "system") fields.data(key, value);
    }
    instructionAnswer(output, stringOf(member(record, labelSourceKey)), fields);
}

}  // namespace labelwright
