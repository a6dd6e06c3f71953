#include "app/cli/commands/classify_files.h"

#include "app/cli/commands/named_files.h"

namespace labelwright::cli {
namespace {

Result<ExportFormat> formatOf(const std::string& output) {
    if (output.ends_with(".csv")) return ExportFormat::Csv;
    if (output.ends_with(".jsonl")) return ExportFormat::JsonLines;
    return Error{ErrorCode::InvalidArgument,
                 "--output: the name \"" + output + "\" must end in .csv or .jsonl, which says the format",
                 {"output", output}};
}

}  // namespace

Result<ExportFormat> checkFiles(const ClassifyOptions& options) {
    const auto format = formatOf(options.output);
    if (!format) return format;
    std::vector<NamedFile> written{{"--output", options.output}};
    if (options.summaryFile) written.push_back({"--summary", *options.summaryFile});
    std::vector<NamedFile> all{{"INPUT", options.input}};
    all.insert(all.end(), written.begin(), written.end());
    if (options.cacheFile) all.push_back({"--cache", *options.cacheFile});
    if (auto distinct = checkDistinct(all); !distinct) return distinct.error();
    if (options.labelsFile) {
        // Texts may be read from the file of labels, but neither is to be written over.
        all.front() = {"--labels-file", *options.labelsFile};
        if (auto distinct = checkDistinct(all); !distinct) return distinct.error();
    }
    if (options.cacheFile) {
        if (auto usable = checkCache(*options.cacheFile); !usable) return usable.error();
    }
    for (const NamedFile& file : written) {
        if (auto writable = checkWritable(file); !writable) return writable.error();
    }
    return format;
}

}  // namespace labelwright::cli
