#pragma once

#include <string>
#include <string_view>

#include "core/io/workbook/workbook_archive.h"

namespace labelwright {

/// The attributes of a tag, without their prefixes.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) noexcept : m_pairs(pairs) {}
    /// Empty: there is none of this name.
    std::string_view operator[](std::string_view name) const noexcept;

private:
    const char** m_pairs;
};

/// Is told what an XML part of a workbook holds. Tags come without their prefixes.
class XmlListener {
public:
    virtual ~XmlListener() = default;
    virtual void start(std::string_view tag, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view tag) { static_cast<void>(tag); }
    /// In pieces.
    virtual void text(std::string_view piece) { static_cast<void>(piece); }
    /// Asked after each block: nothing more is wanted.
    virtual bool finished() const { return false; }
    /// Asked after each block: what is wrong with the content; empty: nothing.
    virtual std::string fault() const { return {}; }
};

/// Streams a part. FileMalformed with the line for what is not XML, has a document type (which could expand without end), or has a fault.
Result<void> readXmlPart(const WorkbookArchive& archive, const std::string& member, XmlListener& listener, const std::stop_token& stop = {},
                         const WorkbookArchive::Progress& progress = {});

}  // namespace labelwright
