#include "app/cli/commands/classify_files.h"

#include "app/cli/commands/export_format.h"
#include "app/cli/commands/named_files.h"

namespace labelwright::cli {
Result<ExportFormat> checkFiles(const ClassifyOptions& options) {
    const auto format = exportFormatOf(options.format, options.output);
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
