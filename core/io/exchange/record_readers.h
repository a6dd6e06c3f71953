#pragma once

#include "core/io/exchange/field_list.h"

namespace labelwright {

// What the records of each tool hold; recordFields() chooses among them.
void readLabelStudio(simdjson::dom::object record, FieldList& fields);
void readDoccano(simdjson::dom::object record, FieldList& fields);
/// Nested (`fields`, `responses`) or flat (`label.responses`).
void readArgilla(simdjson::dom::object record, FieldList& fields);
bool isFlatArgilla(simdjson::dom::object record);
void readProdigy(simdjson::dom::object record, FieldList& fields);
void readSpacy(simdjson::dom::object record, FieldList& fields);
void readAlpaca(simdjson::dom::object record, FieldList& fields);
/// The conversation of ShareGPT (from, value) or of OpenAI (role, content): the first turn of each side.
void readConversation(simdjson::dom::object record, FieldList& fields);

}  // namespace labelwright
