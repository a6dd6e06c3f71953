#include "core/labels/exchange/label_studio_config.h"

#include <expat.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/utf8.h"
#include "core/labels/exchange/label_draft.h"
#include "core/labels/key_text.h"
#include "core/labels/label_list.h"

namespace labelwright {
namespace {

constexpr std::size_t deepest = 100;  // nested tags; configurations have a dozen
constexpr std::size_t none = std::string::npos;

/// A <Choices>, <Taxonomy> or <…Labels> and what is in it.
struct ControlTag {
    std::string tag;
    std::string name;
    std::string source;  ///< `value`: the field of the data that holds the choices
    std::size_t line = 0;
    std::vector<LabelDraft> drafts;
    std::vector<std::size_t> parents;  ///< of each draft; none: top level
};

bool isClassification(const ControlTag& control) { return control.tag == "Choices" || control.tag == "Taxonomy"; }

using Attributes = std::map<std::string_view, std::string>;

/// Collects the control tags while expat calls.
class ConfigReader {
public:
    explicit ConfigReader(const std::string& fileName) : m_fileName(fileName), m_parser(XML_ParserCreate("UTF-8")) {
        XML_SetUserData(m_parser.get(), this);
        XML_SetElementHandler(m_parser.get(), &ConfigReader::onStart, &ConfigReader::onEnd);
        XML_SetStartDoctypeDeclHandler(m_parser.get(), &ConfigReader::onDoctype);
    }

    Result<std::vector<ControlTag>> read(std::string_view xml) {
        const bool parsed = XML_Parse(m_parser.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE) == XML_STATUS_OK;
        if (m_error) return *m_error;
        if (parsed) return std::move(m_controls);
        return malformedLabelFile(m_fileName, place(),
                                  std::string("is not XML: ") + XML_ErrorString(XML_GetErrorCode(m_parser.get())) + "; correct it there");
    }

private:
    struct Free {
        void operator()(XML_Parser parser) const noexcept { XML_ParserFree(parser); }
    };

    static void onStart(void* self, const XML_Char* tag, const XML_Char** attributes) {
        Attributes values;
        for (; *attributes != nullptr; attributes += 2) values.emplace(attributes[0], attributes[1]);
        static_cast<ConfigReader*>(self)->start(tag, values);
    }
    static void onEnd(void* self, const XML_Char* tag) { static_cast<ConfigReader*>(self)->end(tag); }
    static void onDoctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        static_cast<ConfigReader*>(self)->fail("a document type is not read; remove <!DOCTYPE …>");
    }

    std::string place() const { return "line " + std::to_string(XML_GetCurrentLineNumber(m_parser.get())); }

    void fail(const std::string& what) { fail(malformedLabelFile(m_fileName, place(), what)); }
    void fail(Error error) {
        if (!m_error) m_error = std::move(error);
        XML_StopParser(m_parser.get(), XML_FALSE);
    }

    void start(std::string_view tag, Attributes& values) {
        if (++m_depth > deepest) return fail("tags are nested more than " + std::to_string(deepest) + " deep; make it flatter");
        if (m_controlDepth == 0 && (tag == "Choices" || tag == "Taxonomy" || tag.ends_with("Labels"))) {
            m_controlDepth = m_depth;
            m_controls.push_back({std::string(tag), values["name"], values["value"], XML_GetCurrentLineNumber(m_parser.get()), {}, {}});
        } else if (m_controlDepth > 0 && (tag == "Choice" || tag == "Label")) {
            addLabel(tag, values);
        }
    }

    void addLabel(std::string_view tag, Attributes& values) {
        ControlTag& control = m_controls.back();
        LabelDraft& draft = addDraft(control.drafts, place());
        draft.label.name = trimmed(values["value"]);
        if (draft.label.name.empty()) return fail('<' + std::string(tag) + "> has no value; write value=\"the label's name\"");
        draft.label.description = values["hint"];
        draft.label.key = KeyText::parsed(values["hotkey"]).text();
        const std::string& alias = values["alias"];
        if (containsCjk(draft.label.name) && !containsCjk(alias)) draft.label.englishName = trimmed(alias);
        // CSS knows more kinds of colours than we do, and one that is not read is not worth an error.
        for (const char* attribute : {"color", "background"}) {
            if (const auto colour = colourOf(values[attribute], m_fileName, draft.place)) draft.label.colour = *colour;
        }
        control.parents.push_back(m_open.empty() ? none : m_open.back());
        m_open.push_back(control.drafts.size() - 1);
    }

    void end(std::string_view tag) {
        if (m_controlDepth > 0 && (tag == "Choice" || tag == "Label") && !m_open.empty()) m_open.pop_back();
        if (m_depth-- == m_controlDepth) m_controlDepth = 0;
    }

    const std::string& m_fileName;
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> m_parser;
    std::vector<ControlTag> m_controls;
    std::vector<std::size_t> m_open;  // drafts of the choices that the parser is in
    std::size_t m_depth = 0;
    std::size_t m_controlDepth = 0;  // of the control tag that the parser is in; 0: none
    std::optional<Error> m_error;
};

/// The one list of labels; classifications go before spans.
Result<ControlTag> chosen(std::vector<ControlTag> controls, const std::string& fileName) {
    if (std::any_of(controls.begin(), controls.end(), isClassification))
        std::erase_if(controls, [](const ControlTag& control) { return !isClassification(control); });
    if (controls.empty())
        return malformedLabelFile(fileName, "",
                                  "there is no <Choices>, <Taxonomy> or <Labels> in it; export a configuration that labels texts");
    if (controls.size() > 1) {
        std::string lists;
        for (const ControlTag& control : controls)
            lists += (lists.empty() ? "" : ", ") + control.tag + " \"" + control.name + "\" at line " + std::to_string(control.line);
        return malformedLabelFile(fileName, "line " + std::to_string(controls[1].line),
                                  "there are several lists of labels (" + lists + "); leave the one to read in the file");
    }
    ControlTag& control = controls.front();
    if (control.drafts.empty()) {
        const std::string what = control.source.empty()
                                     ? "has no choices; write <Choice value=\"…\"/> into it"
                                     : "takes its choices from the data (" + control.source + "); write them as <Choice>";
        return malformedLabelFile(fileName, "line " + std::to_string(control.line), '<' + control.tag + "> " + what);
    }
    return std::move(control);
}

/// A taxonomy may hold a name under several parents, a label set may not.
void tellNamesApart(ControlTag& control) {
    std::map<std::string, std::size_t> counts;
    for (const LabelDraft& draft : control.drafts) ++counts[foldedName(draft.label.name)];
    std::vector<std::string> names;
    for (std::size_t i = 0; i < control.drafts.size(); ++i) {
        names.push_back(control.drafts[i].label.name);
        if (counts[foldedName(names.back())] > 1 && control.parents[i] != none)
            names.back() = control.drafts[control.parents[i]].label.name + '/' + names.back();
    }
    for (std::size_t i = 0; i < names.size(); ++i) control.drafts[i].label.name = std::move(names[i]);
}

}  // namespace

Result<LabelPreset> readLabelStudioConfig(std::string_view xml, const std::string& nameForErrors) {
    auto controls = ConfigReader(nameForErrors).read(xml);
    if (!controls) return controls.error();
    auto control = chosen(*std::move(controls), nameForErrors);
    if (!control) return control.error();
    tellNamesApart(*control);
    for (std::size_t i = 0; i < control->drafts.size(); ++i) {
        if (control->parents[i] != none) control->drafts[i].parent = control->drafts[control->parents[i]].label.name;
    }
    auto labels = labelsOf(std::move(control->drafts), nameForErrors);
    if (!labels) return labels.error();
    LabelPreset preset;
    preset.labelSet.id = newId();
    preset.labelSet.labels = *std::move(labels);
    return preset;
}

}  // namespace labelwright
