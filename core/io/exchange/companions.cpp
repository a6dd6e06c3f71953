#include <algorithm>

#include "core/io/exchange/exchange_rows.h"
#include "core/io/json_text.h"

namespace labelwright {
namespace {

std::string xmlAttribute(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '"') out += "&quot;";
        else if (static_cast<unsigned char>(c) < 0x20) out += ' ';
        else out += c;
    }
    return out;
}

std::vector<std::string> labelNames(const ExportTable& table) {
    std::vector<std::string> names;
    for (const Label& label : table.labels.labels) names.push_back(label.name);
    for (const auto& [id, name] : table.formerNames) {  // people's decisions may name them
        if (std::find(names.begin(), names.end(), name) == names.end() && findLabel(table.labels, id) == nullptr) names.push_back(name);
    }
    return names;
}

/// The tags that the results of the tasks name; the labels of one level, since a result is a choice.
std::string labelConfig(const ExportTable& table, bool several) {
    std::string xml = "<View>\n  <Text name=\"text\" value=\"$text\"/>\n  <Choices name=\"label\" toName=\"text\" choice=\"";
    xml += several ? "multiple\">\n" : "single\">\n";
    for (const std::string& name : labelNames(table)) xml += "    <Choice value=\"" + xmlAttribute(name) + "\"/>\n";
    return xml + "  </Choices>\n</View>\n";
}

std::string argillaScript(const ExportTable& table, bool several, const std::string& fileName) {
    const std::string question = several ? "MultiLabelQuestion" : "LabelQuestion";
    return R"(# Loads the records beside this file into an Argilla 2 server: pip install argilla; python )" + std::string("load.py\n") +
           "import json\nimport os\nfrom pathlib import Path\n\nimport argilla as rg\n\n"
           "client = rg.Argilla(api_url=os.environ[\"ARGILLA_API_URL\"], api_key=os.environ[\"ARGILLA_API_KEY\"])\n"
           "labels = json.loads(" +
           jsonString(jsonStrings(labelNames(table))) +
           ")\n"
           "file = Path(__file__).with_name(" +
           jsonString(fileName) +
           ")\n"
           "settings = rg.Settings(\n"
           "    fields=[rg.TextField(name=\"text\")],\n"
           "    questions=[rg." +
           question +
           "(name=\"label\", labels=labels)],\n"
           "    allow_extra_metadata=True,\n"
           ")\n"
           "dataset = rg.Dataset(name=os.environ.get(\"ARGILLA_DATASET\", file.stem), settings=settings, client=client)\n"
           "dataset.create()\n"
           "records = json.loads(file.read_text(encoding=\"utf-8\"))\n"
           "for record in records:\n"
           "    for answers in record[\"responses\"].values():\n"
           "        for answer in answers:\n"
           "            answer[\"user_id\"] = str(client.me.id)\n"
           "dataset.records.log([rg.Record.from_dict(record, dataset=dataset) for record in records])\n";
}

std::string spacyScript(const std::string& fileName) {
    return "# Turns the lines beside this file into spaCy's training format: pip install spacy; python convert.py [language]\n"
           "import json\nimport sys\nfrom pathlib import Path\n\nimport spacy\nfrom spacy.tokens import DocBin\n\n"
           "file = Path(__file__).with_name(" +
           jsonString(fileName) +
           ")\n"
           "nlp = spacy.blank(sys.argv[1] if len(sys.argv) > 1 else \"zh\")\n"
           "documents = DocBin()\n"
           "for line in file.read_text(encoding=\"utf-8\").splitlines():\n"
           "    record = json.loads(line)\n"
           "    document = nlp.make_doc(record[\"text\"])\n"
           "    document.cats = record[\"cats\"]\n"
           "    documents.add(document)\n"
           "documents.to_disk(file.with_suffix(\".spacy\"))\n";
}

/// The card of a dataset on the hub, whose features give the labels their numbers.
std::string datasetCard(const ExportTable& table, const ExportOptions& options, bool several, const std::string& fileName) {
    std::string names;
    const std::vector<std::string> labels = labelNames(table);
    for (std::size_t label = 0; label < labels.size(); ++label)
        names += (label == 0 ? "'" : ", '") + std::to_string(label) + "': " + jsonString(labels[label]);
    const std::string classes = "{class_label: {names: {" + names + "}}}";
    std::string card = "---\nconfigs:\n- config_name: default\n  data_files:\n  - split: train\n    path: " + jsonString(fileName) + "\n";
    card += "dataset_info:\n  features:\n  - {name: text, dtype: string}\n";
    card += several ? "  - name: labels\n    sequence:\n      class_label:\n        names: {" + names + "}\n"
                    : "  - name: label\n    dtype: " + classes + "\n";
    std::vector<std::string> strings{"id", "label_source"};
    for (std::string& name : huggingFaceExtras(table, options)) strings.push_back(std::move(name));
    for (const std::string& name : strings) card += "  - {name: " + jsonString(name) + ", dtype: string}\n";
    if (options.scores != ExportedScores::None)
        card += "  - {name: score_labels, sequence: string}\n  - {name: score_values, sequence: float32}\n";
    return card + "---\n";
}

}  // namespace

std::optional<Companion> companionOf(const ExportTable& table, const ExportOptions& options, const std::string& fileName) {
    const bool several = table.selection.mode == SelectionMode::EveryAboveThreshold;
    switch (options.format) {
        case ExportFormat::LabelStudio: return Companion{".label_config.xml", labelConfig(table, several)};
        case ExportFormat::Argilla: return Companion{".load.py", argillaScript(table, several, fileName)};
        case ExportFormat::Spacy: return Companion{".convert.py", spacyScript(fileName)};
        case ExportFormat::HuggingFace: return Companion{".README.md", datasetCard(table, options, several, fileName)};
        default: return std::nullopt;
    }
}

}  // namespace labelwright
