#pragma once

#include <optional>

#include "core/io/exchange/record_fields.h"

namespace labelwright {

/// Gathers the fields of a record. Of two data of one name (a key of the text's and one of its metadata's) the second gets "source_" before
/// it; what the tool itself says replaces data of that name.
class FieldList {
public:
    using Element = simdjson::dom::element;

    void data(std::string_view name, Element value);
    void text(std::string_view column, std::string_view value);
    /// Every key of an object as data; of what is none, nothing.
    void everyKey(const std::optional<Element>& object);

    void decided(const std::vector<std::string>& labels);
    void deferred() { text(humanDeferredColumn, "true"); }
    void note(std::string_view note);
    /// What the model said; nothing if there is no label.
    void predicted(const std::vector<std::string>& labels);

    std::vector<RecordField> take() && { return std::move(m_fields); }

private:
    std::vector<RecordField> m_fields;
};

// Reading of elements that may be absent or of another kind.
using MaybeElement = std::optional<simdjson::dom::element>;
MaybeElement member(simdjson::dom::object object, std::string_view key);
MaybeElement member(simdjson::dom::element element, std::string_view key);
MaybeElement member(const MaybeElement& element, std::string_view key);
/// Its string; empty: it is none.
std::string_view stringOf(const MaybeElement& element);
bool isObject(const MaybeElement& element);
bool isArray(const MaybeElement& element);
bool isTrue(const MaybeElement& element);
/// Of an array; empty: it is none.
std::vector<simdjson::dom::element> itemsOf(const MaybeElement& element);
/// A string, or the strings of an array.
std::vector<std::string> namesOf(const MaybeElement& element);
/// A number or string as text.
std::string writtenValue(simdjson::dom::element value);

}  // namespace labelwright
