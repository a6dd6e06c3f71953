#include "core/io/workbook/xml_part.h"

#include <expat.h>

#include <memory>

namespace labelwright {
namespace {

struct Free {
    void operator()(XML_Parser parser) const noexcept { XML_ParserFree(parser); }
};

std::string_view local(std::string_view name) noexcept { return name.substr(name.find(':') + 1); }  // npos + 1 is 0

/// What expat's callbacks share.
struct Reading {
    XmlListener& listener;
    XML_Parser parser;
    bool doctype = false;
};

Reading& reading(void* self) { return *static_cast<Reading*>(self); }

void onStart(void* self, const XML_Char* tag, const XML_Char** attributes) {
    reading(self).listener.start(local(tag), XmlAttributes(attributes));
}
void onEnd(void* self, const XML_Char* tag) { reading(self).listener.end(local(tag)); }
void onText(void* self, const XML_Char* text, int length) {
    reading(self).listener.text(std::string_view(text, static_cast<std::size_t>(length)));
}
void onDoctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    reading(self).doctype = true;
    XML_StopParser(reading(self).parser, XML_FALSE);
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const noexcept {
    for (const char** pair = m_pairs; *pair != nullptr; pair += 2) {
        if (local(pair[0]) == name) return pair[1];
    }
    return {};
}

Result<void> readXmlPart(const WorkbookArchive& archive, const std::string& member, XmlListener& listener, const std::stop_token& stop,
                         const WorkbookArchive::Progress& progress) {
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser(XML_ParserCreate(nullptr));
    Reading state{listener, parser.get()};
    XML_SetUserData(parser.get(), &state);
    XML_SetElementHandler(parser.get(), &onStart, &onEnd);
    XML_SetCharacterDataHandler(parser.get(), &onText);
    XML_SetStartDoctypeDeclHandler(parser.get(), &onDoctype);

    std::string wrong;
    bool ended = false;
    const auto parse = [&](std::string_view block, bool last) {
        if (XML_Parse(parser.get(), block.data(), static_cast<int>(block.size()), last ? XML_TRUE : XML_FALSE) == XML_STATUS_ERROR) {
            wrong = state.doctype ? "has a document type, which is not read; save the workbook again"
                                  : std::string("is not XML: ") + XML_ErrorString(XML_GetErrorCode(parser.get()));
        } else {
            wrong = listener.fault();
        }
        ended = listener.finished();
        return wrong.empty() && !ended;
    };
    auto read = archive.read(
        member, [&](std::string_view block) { return parse(block, false); }, stop, progress);
    if (!read) return read;
    if (wrong.empty() && !ended) parse({}, true);
    if (wrong.empty()) return {};
    return archive.malformed(member + ", line " + std::to_string(XML_GetCurrentLineNumber(parser.get())), wrong);
}

}  // namespace labelwright
