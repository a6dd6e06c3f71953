#pragma once

#include "core/io/row_parser.h"

namespace labelwright {

/// The training files of fastText: a line is labels with "__label__" before each, then the text. Cells: the text, the labels as a JSON
/// array (empty without labels).
class FastTextParser final : public RowParser {
public:
    explicit FastTextParser(RowLimits limits = {}) : RowParser(limits) {}
    void next(std::string_view window, Continues continues, ParsedRow& row) override;

private:
    std::string m_labels;
};

inline constexpr std::string_view fastTextPrefix = "__label__";

}  // namespace labelwright
