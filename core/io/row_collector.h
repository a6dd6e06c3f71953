#pragma once

#include "core/io/import_plan.h"
#include "core/io/reject_list.h"

namespace labelwright {

/// Turns rows into a dataset, the answers in it, and the list of rejects. The plan must outlive it. One thread.
class RowCollector {
public:
    RowCollector(const ImportPlan& plan, DatasetSource source);

    /// `raw`: the row as it stands in the source, line break included.
    void add(const ParsedRow& row, std::string_view raw);
    ImportResult finish() &&;

private:
    std::string_view cell(const ParsedRow& row, std::optional<std::size_t> column) const;
    std::optional<GivenAnswer> answerOf(const ParsedRow& row) const;
    bool isExtra(std::size_t column) const;
    bool isKeptEmptyLine(const ParsedRow& row) const;
    static std::vector<std::string> extraNames(const ImportPlan& plan);

    const ImportPlan& m_plan;
    DatasetBuilder m_builder;
    RejectList m_rejects;
    std::vector<GivenAnswer> m_answers;
    std::vector<std::string_view> m_extras;
    bool m_headerComes = false;
    bool m_guarded = false;
};

}  // namespace labelwright
