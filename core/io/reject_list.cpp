#include "core/io/reject_list.h"

#include <utility>

#include "core/base/utf8.h"
#include "core/io/atomic_file.h"
#include "core/io/csv_writer.h"

namespace labelwright {
namespace {

constexpr std::size_t keptRows = 100'000;
constexpr std::size_t keptBytes = 4096;
constexpr std::size_t keptBytesInAll = std::size_t{32} << 20U;
constexpr std::size_t keptBytesBeyond = 256;

/// At most `bytes` of a row as valid UTF-8, without its line break and without cutting a character.
std::string clipped(std::string_view raw, std::size_t bytes) {
    while (!raw.empty() && (raw.back() == '\n' || raw.back() == '\r')) raw.remove_suffix(1);
    std::string text = toValidUtf8(raw.substr(0, bytes + 4));
    if (text.size() <= bytes) return text;
    std::size_t end = bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
    text.resize(end);
    return text;
}

}  // namespace

void RejectList::add(std::uint64_t line, RejectedRow::Reason reason, std::string detail, std::string_view raw) {
    ++m_count;
    if (m_rows.size() == keptRows) return;
    std::string content = clipped(raw, m_contentBytes < keptBytesInAll ? keptBytes : keptBytesBeyond);
    m_contentBytes += content.size();
    m_rows.push_back({line, reason, std::move(detail), std::move(content)});
}

const char* rejectReasonName(RejectedRow::Reason reason) noexcept {
    switch (reason) {
        case RejectedRow::Reason::EmptyText: return "EmptyText";
        case RejectedRow::Reason::InvalidEncoding: return "InvalidEncoding";
        case RejectedRow::Reason::UnterminatedQuote: return "UnterminatedQuote";
        case RejectedRow::Reason::TooManyColumns: return "TooManyColumns";
        case RejectedRow::Reason::TooFewColumns: return "TooFewColumns";
        case RejectedRow::Reason::InvalidJson: return "InvalidJson";
        case RejectedRow::Reason::NotAnObject: return "NotAnObject";
        case RejectedRow::Reason::TextMissing: return "TextMissing";
        case RejectedRow::Reason::TextNotAString: return "TextNotAString";
        case RejectedRow::Reason::TooLong: return "TooLong";
        case RejectedRow::Reason::NotATextFile: return "NotATextFile";
    }
    return "EmptyText";
}

Result<void> writeRejects(const std::filesystem::path& file, const std::vector<RejectedRow>& rejected) {
    Result<AtomicFile> out = AtomicFile::create(file);
    if (!out) return out.error();
    std::string buffer = "\xef\xbb\xbf";
    CsvWriter csv(buffer, FormulaGuard::On);
    for (const char* name : {"line", "reason", "detail", "content"}) csv.text(name);
    csv.endRow();
    for (const RejectedRow& row : rejected) {
        csv.plain(std::to_string(row.line));
        csv.plain(rejectReasonName(row.reason));
        csv.text(row.detail);
        csv.text(row.content);
        csv.endRow();
        if (auto written = out->drain(buffer, AtomicFile::bufferBytes); !written) return written;
    }
    if (auto written = out->drain(buffer, 0); !written) return written;
    return out->commit();
}

}  // namespace labelwright
