#include "core/domain/dataset.h"

#include <algorithm>
#include <array>
#include <utility>

namespace labelwright {
namespace {

constexpr std::size_t blockBytes = std::size_t{4} << 20U;

std::string_view asBytes(const std::array<std::byte, 16>& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

}  // namespace

std::size_t Dataset::memoryBytes() const noexcept {
    std::size_t bytes = m_records.capacity() * sizeof(TextRecord) + m_lines.capacity() * sizeof(std::uint32_t);
    for (const std::string& block : m_blocks) bytes += block.capacity();
    for (const auto& column : m_extras) bytes += column.capacity() * sizeof(std::string_view);
    return bytes;
}

DatasetBuilder::DatasetBuilder(DatasetSource source, std::vector<std::string> extraColumns) : m_dataset(new Dataset) {
    m_dataset->m_source = std::move(source);
    m_dataset->m_extraNames = std::move(extraColumns);
    m_dataset->m_extras.resize(m_dataset->m_extraNames.size());
}

std::string_view DatasetBuilder::keep(std::string_view bytes) {
    if (bytes.empty()) return {};
    auto& blocks = m_dataset->m_blocks;
    // A block never grows past its reserved capacity: views into it stay valid.
    if (blocks.empty() || blocks.back().capacity() - blocks.back().size() < bytes.size()) {
        blocks.emplace_back();
        blocks.back().reserve(std::max(blockBytes, bytes.size()));
    }
    std::string& block = blocks.back();
    const std::size_t begin = block.size();
    block.append(bytes);
    return std::string_view(block).substr(begin, bytes.size());
}

void DatasetBuilder::add(std::string_view id, std::string_view text, std::span<const std::string_view> extras, std::uint64_t sourceLine) {
    Dataset& dataset = *m_dataset;
    const std::string number = id.empty() ? std::to_string(dataset.m_records.size() + 1) : std::string();
    const std::string_view kept = keep(text);
    const TextRecord record{keep(id.empty() ? std::string_view(number) : id), kept, hash128(kept)};
    dataset.m_records.push_back(record);
    dataset.m_lines.push_back(static_cast<std::uint32_t>(sourceLine));
    const auto running = m_runningHash.bytes();
    const auto textHash = record.hash.bytes();
    m_runningHash = hashFields({asBytes(running), record.id, asBytes(textHash)});
    for (std::size_t column = 0; column < dataset.m_extras.size(); ++column) {
        const std::string_view cell = column < extras.size() ? keep(extras[column]) : std::string_view();
        dataset.m_extras[column].push_back(cell);
        if (!cell.empty()) m_runningHash = hashFields({asBytes(m_runningHash.bytes()), dataset.m_extraNames[column], cell});
    }
}

std::shared_ptr<const Dataset> DatasetBuilder::build() && {
    m_dataset->m_contentHash = m_runningHash;
    m_dataset->m_records.shrink_to_fit();
    m_dataset->m_lines.shrink_to_fit();
    for (auto& column : m_dataset->m_extras) column.shrink_to_fit();
    return std::move(m_dataset);
}

}  // namespace labelwright
