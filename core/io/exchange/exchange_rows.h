#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/json_framing.h"
#include "core/io/row_writer.h"

namespace labelwright {

/// Writes one JSON object for each text, as another tool reads it. What all of them share: the frame, and what is carried along beside the
/// labels (extra columns, and what people marked), so that it comes back from the other tool.
class ExchangeRows : public RowWriter {
public:
    void header() override;
    bool row(std::uint32_t row, const RowAnswer& answer) final;
    void footer() override;

protected:
    /// `taken`: keys of the tool's own, which extra columns give way to.
    ExchangeRows(const ExportTable& table, const ExportOptions& options, std::string& out, JsonFraming framing,
                 const std::vector<std::string>& taken);
    /// Appends the members of the object, without its braces. False: there is nothing to say of this text.
    virtual bool members(std::uint32_t row, const RowAnswer& answer) = 0;

    const ExportTable& table() const noexcept { return m_table; }
    const ExportOptions& options() const noexcept { return m_options; }
    const TextRecord& record(std::uint32_t row) const noexcept { return (*m_table.dataset)[row]; }
    bool several() const noexcept { return m_table.selection.mode == SelectionMode::EveryAboveThreshold; }
    std::string& out() noexcept { return m_out; }

    /// ,"key": and then the value as JSON; a comma only where something stands before it.
    void raw(std::string_view key, std::string_view json);
    void string(std::string_view key, std::string_view text);
    /// The extra columns, and what people marked: human_note, human_flagged, human_deferred.
    void carried(std::uint32_t row, const RowAnswer& answer);

private:
    const ExportTable& m_table;
    const ExportOptions& m_options;
    std::string& m_out;
    JsonFraming m_framing;
    std::vector<std::string> m_extraNames;
    bool m_first = true;
};

/// The keys under which extra columns go along beside `taken`; none if they are not wanted.
std::vector<std::string> carriedNames(const ExportTable& table, const ExportOptions& options, std::vector<std::string> taken);

/// What a text carries: the labels of a person, where nobody has decided those of the model.
struct TrainingAnswer {
    std::vector<std::string> labels;
    bool fromPerson = false;
};
/// Nothing where neither has said anything.
std::optional<TrainingAnswer> trainingAnswer(const ExportTable& table, const RowAnswer& answer);
/// One name, or a JSON array of any other number.
std::string answerText(const std::vector<std::string>& labels);

// Formats for people to go on in: predictions and decisions apart.
std::unique_ptr<RowWriter> labelStudioRows(const ExportTable& table, const ExportOptions& options, std::string& out);
std::unique_ptr<RowWriter> doccanoRows(const ExportTable& table, const ExportOptions& options, std::string& out);
std::unique_ptr<RowWriter> argillaRows(const ExportTable& table, const ExportOptions& options, std::string& out);
std::unique_ptr<RowWriter> prodigyRows(const ExportTable& table, const ExportOptions& options, std::string& out);
// Formats to train on: one answer a text; texts without one are left out.
std::unique_ptr<RowWriter> spacyRows(const ExportTable& table, const ExportOptions& options, std::string& out);
std::unique_ptr<RowWriter> huggingFaceRows(const ExportTable& table, const ExportOptions& options, std::string& out);
std::unique_ptr<RowWriter> fastTextRows(const ExportTable& table, const ExportOptions& options, std::string& out);
std::unique_ptr<RowWriter> alpacaRows(const ExportTable& table, const ExportOptions& options, std::string& out);
std::unique_ptr<RowWriter> shareGptRows(const ExportTable& table, const ExportOptions& options, std::string& out);

/// Keys of huggingFaceRows() for the extra columns, since the card of a dataset names every column.
std::vector<std::string> huggingFaceExtras(const ExportTable& table, const ExportOptions& options);

/// What the other tool needs beside the file, under a name that begins as the file's: the labels of a project, or a short script that loads
/// it. Nothing: it needs only the file.
struct Companion {
    std::string suffix;  ///< behind the file's stem
    std::string content;
};
std::optional<Companion> companionOf(const ExportTable& table, const ExportOptions& options, const std::string& fileName);

}  // namespace labelwright
