#include "tests/architecture/include_rules.h"

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "tests/architecture/layers.h"

namespace labelwright::architecture {
namespace {

bool isBelow(std::string_view path, std::string_view folder) {
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

bool isTorch(const std::string& name) {
    static const std::regex pattern("^(torch|ATen|c10|caffe2)/.*");
    return std::regex_match(name, pattern);
}

/// A library and where it may be included.
struct LibraryRule {
    std::string library;
    std::regex includes;
    std::regex allowedFiles;
    std::string place;
};

const std::vector<LibraryRule>& libraryRules() {
    static const std::vector<LibraryRule> rules{
        {"Qt", std::regex("^(Qt\\w*/.*|Q[A-Z]\\w*|Qt\\w+|q(global|object|string|widget)\\w*\\.h)$"), std::regex("^(ui|app/gui)/.*"),
         "ui/ and app/gui/"},
        {"libtorch", std::regex("^(torch|ATen|c10|caffe2)/.*"), std::regex("^core/torch_backend/.*"), "core/torch_backend/"},
        {"CUDA", std::regex("^(cuda|cublas|cudnn|nvml)\\w*\\.h$"), std::regex("^core/(torch_backend|monitoring)/.*"),
         "core/torch_backend/ and core/monitoring/"},
        {"SQLite", std::regex("^sqlite3(ext)?\\.h$"), std::regex("^core/storage/.*"), "core/storage/"},
        {"expat", std::regex("^expat\\.h$"), std::regex("^core/(labels/exchange|io/workbook)/.*"),
         "core/labels/exchange/ and core/io/workbook/"},
        {"libxlsxwriter", std::regex("^xlsxwriter\\.h$"), std::regex("^core/io/workbook/.*"), "core/io/workbook/"},
        {"Boost", std::regex("^boost/.*"), std::regex("^core/evaluation/.*"), "core/evaluation/"},
        {"QCustomPlot", std::regex("^(.*/)?qcustomplot\\.h$"), std::regex("^ui/charts/.*\\.cpp$"), "the .cpp files of ui/charts/"},
        {"I/O and threads", std::regex("^(fstream|iostream|cstdio|stdio\\.h|thread|future|pthread\\.h|unistd\\.h|fcntl\\.h|sys/.*)$"),
         std::regex("^(?!core/inference/).*"),
         "other folders: core/inference/ computes, and is called by those that read, write and start threads"},
    };
    return rules;
}

using IncludesByFile = std::map<std::string, std::vector<Include>>;

IncludesByFile includesOf(const std::vector<SourceFile>& sources) {
    IncludesByFile includes;
    for (const SourceFile& source : sources) includes[source.path] = lex(source.text).includes;
    return includes;
}

/// The chain of headers from `header` to a libtorch header, empty if there is none.
std::vector<std::string> wayToTorch(const std::string& header, const IncludesByFile& includes, std::set<std::string>& seen) {
    const auto found = includes.find(header);
    if (found == includes.end() || !seen.insert(header).second) return {};
    for (const Include& include : found->second) {
        if (isTorch(include.name)) return {header, include.name};
        if (auto rest = wayToTorch(include.name, includes, seen); !rest.empty()) {
            rest.insert(rest.begin(), header);
            return rest;
        }
    }
    return {};
}

}  // namespace

std::vector<Violation> brokenLayers(const std::vector<SourceFile>& sources) {
    std::vector<Violation> violations;
    for (const SourceFile& source : sources) {
        const Layer* layer = layerOf(folderOf(source.path));
        if (layer == nullptr) {
            violations.push_back(
                {source.path, 1, folderOf(source.path) + " is no layer: say in tests/architecture/layers.cpp what it may include"});
            continue;
        }
        for (const Include& include : lex(source.text).includes) {
            const bool ofProject = isBelow(include.name, "core") || isBelow(include.name, "ui") || isBelow(include.name, "app") ||
                                   isBelow(include.name, "tests");
            if (!ofProject || isBelow(include.name, layer->folder)) continue;
            const bool allowed = std::any_of(layer->mayInclude.begin(), layer->mayInclude.end(),
                                             [&](const std::string& folder) { return isBelow(include.name, folder); });
            if (!allowed) violations.push_back({source.path, include.line, layer->folder + " may not include " + include.name});
        }
    }
    return violations;
}

std::vector<Violation> includesNotFromRoot(const std::vector<SourceFile>& sources, const std::function<bool(std::string_view)>& exists) {
    std::vector<Violation> violations;
    for (const SourceFile& source : sources) {
        for (const Include& include : lex(source.text).includes) {
            const bool moc = include.name.ends_with(".moc");  // written by Qt's moc beside the object file
            if (include.style == IncludeStyle::Quoted && !moc && !exists(include.name)) {
                violations.push_back({source.path, include.line, "\"" + include.name + "\" is no path from the repository root"});
            }
            const std::string top = include.name.substr(0, include.name.find('/'));
            if (include.style == IncludeStyle::Angled && (top == "core" || top == "ui" || top == "app" || top == "tests")) {
                violations.push_back({source.path, include.line, "files of the project are included as \"" + include.name + "\""});
            }
        }
    }
    return violations;
}

std::vector<Violation> strayLibraries(const std::vector<SourceFile>& sources) {
    std::vector<Violation> violations;
    for (const SourceFile& source : sources) {
        for (const Include& include : lex(source.text).includes) {
            for (const LibraryRule& rule : libraryRules()) {
                if (!std::regex_match(include.name, rule.includes) || std::regex_match(source.path, rule.allowedFiles)) continue;
                violations.push_back({source.path, include.line, "<" + include.name + ">: " + rule.library + " is only for " + rule.place});
            }
        }
    }
    return violations;
}

std::vector<Violation> torchInPublicHeaders(const std::vector<SourceFile>& sources) {
    const std::string backend = "core/torch_backend";
    const IncludesByFile includes = includesOf(sources);
    std::vector<Violation> violations;
    for (const auto& [path, list] : includes) {
        if (isBelow(path, backend)) continue;
        for (const Include& include : list) {
            std::set<std::string> seen;
            const auto way = isBelow(include.name, backend) ? wayToTorch(include.name, includes, seen) : std::vector<std::string>();
            if (way.empty()) continue;
            std::string chain = way.front();
            for (std::size_t i = 1; i < way.size(); ++i) chain += " -> " + way[i];
            violations.push_back({path, include.line, "a header that others include must be free of libtorch: " + chain});
        }
    }
    return violations;
}

}  // namespace labelwright::architecture
