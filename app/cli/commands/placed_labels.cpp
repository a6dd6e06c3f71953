#include "app/cli/commands/placed_labels.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <limits>
#include <string_view>
#include <system_error>
#include <utility>

#include "app/cli/commands/label_input.h"
#include "app/cli/commands/named_files.h"
#include "app/shared/composition.h"

namespace labelwright::cli {
namespace {

constexpr std::string_view projectEnding = ".lwproj";

struct ProjectPlace {
    std::string file;
    std::optional<std::uint32_t> version;
};

std::optional<ProjectPlace> projectPlace(const std::string& place) {
    if (place.ends_with(projectEnding)) return ProjectPlace{place, {}};
    const std::size_t at = place.rfind('@');
    if (at == std::string::npos || !std::string_view(place).substr(0, at).ends_with(projectEnding)) return std::nullopt;
    std::uint32_t number = 0;
    const char* const end = place.data() + place.size();
    const auto read = std::from_chars(place.data() + at + 1, end, number);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return ProjectPlace{place.substr(0, at), number};
}

Result<std::shared_ptr<OpenProject>> openProject(const std::string& file, const std::shared_ptr<OpenProject>& opened) {
    std::error_code failed;
    if (opened != nullptr && std::filesystem::equivalent(opened->file.path(), file, failed)) return opened;
    if (!std::filesystem::is_regular_file(file, failed)) return Error{ErrorCode::FileNotFound, "there is no project " + file, {file}};
    // A window may have it open meanwhile. One of an earlier format must be brought up to date before it can be read.
    auto project = ProjectFile::openForReading(file);
    if (!project && project.error().code == ErrorCode::FileUnwritable) project = ProjectFile::open(file);
    if (!project) return project.error();
    auto contents = project->load();
    if (!contents) return contents.error();
    return std::make_shared<OpenProject>(OpenProject{*std::move(project), *std::move(contents)});
}

Result<LabelSet> versionOf(const OpenProject& project, std::uint32_t number) {
    auto versions = project.file.labelVersions(std::numeric_limits<std::uint32_t>::max());
    if (!versions) return versions.error();
    const auto found = std::find_if(versions->begin(), versions->end(),
                                    [number](const LabelVersion& version) { return version.labels.version == number; });
    if (found != versions->end()) return std::move(found->labels);
    const std::string file = project.file.path().string();
    const std::string text = std::to_string(number);
    return Error{ErrorCode::InvalidArgument,
                 file + ": the labels have no version " + text + "; `labels versions " + file + "` lists those that there are",
                 {"label version", text}};
}

Result<PlacedLabels> ofProject(const std::string& place, const ProjectPlace& named, const std::shared_ptr<OpenProject>& opened) {
    auto project = openProject(named.file, opened);
    if (!project) return project.error();
    PlacedLabels placed;
    placed.place = place;
    placed.project = *std::move(project);
    placed.preset.labelSet = placed.project->contents.labels;
    if (named.version && *named.version != placed.preset.labelSet.version) {
        auto labels = versionOf(*placed.project, *named.version);
        if (!labels) return labels.error();
        placed.preset.labelSet = *std::move(labels);
        placed.ofEarlierVersion = true;
    }
    return placed;
}

/// Whether a person means a file by it, which may be missing.
bool looksLikeFile(const std::string& place) {
    return place.find('/') != std::string::npos || std::filesystem::path(place).has_extension();
}

Result<void> saveFile(const PlacedLabels& placed, const LabelSet& labels, LabelFileFormat format, const std::string& file) {
    const auto lost = fieldsLost(labels, format);
    if (std::find(lost.begin(), lost.end(), LabelField::Merged) != lost.end()) {
        return Error{
            ErrorCode::InvalidArgument,
            file + ": " + labelFileFormatName(format) + " has no place for merged labels; name a file of our own format, --output OUT.json",
            {"output", file}};
    }
    return writeWhole(file, writeLabelFile(labels, format, {placed.preset.description}));
}

Result<void> saveOutput(const PlacedLabels& placed, const LabelSet& labels, const std::string& output) {
    const auto format = labelFileFormatOf(output);
    if (!format) {
        return Error{ErrorCode::InvalidArgument,
                     "--output: the name \"" + output + "\" must end in .json, .csv, .xml or .txt, which says the format",
                     {"output", output}};
    }
    if (auto writable = checkWritable({"--output", output}); !writable) return writable;
    return saveFile(placed, labels, *format, output);
}

Result<void> recordEdit(ProjectFile& file, const ProjectContents& read, const ProjectEdit& edit) {
    if (!file.forReadingOnly()) {
        const auto recorded = file.record(edit);
        return recorded ? Result<void>() : recorded.error();
    }
    auto writing = ProjectFile::open(file.path());
    if (!writing) return writing.error();
    const auto present = writing->labelVersions(1);
    if (!present) return present.error();
    if (!present->empty() && present->front().labels.version > read.highestLabelVersion) {
        const std::string name = file.path().string();
        return Error{
            ErrorCode::InvalidArgument, name + " was changed by another program just now; run the command again", {"project", name}};
    }
    const auto recorded = writing->record(edit);
    return recorded ? Result<void>() : recorded.error();
}

Result<void> saveInProject(PlacedLabels& placed, LabelSet labels, const std::string& text) {
    if (placed.ofEarlierVersion) {
        return Error{ErrorCode::InvalidArgument,
                     placed.place +
                         " is an earlier version, which stays as it was; leave out the @ to change the present labels, or give "
                         "--output OUT.json",
                     {"label version", placed.place}};
    }
    ProjectContents& contents = placed.project->contents;
    labels.version = contents.highestLabelVersion + 1;
    ProjectEdit edit;
    edit.text = text;
    edit.labels = labels;
    if (auto recorded = recordEdit(placed.project->file, contents, edit); !recorded) return recorded;
    contents.highestLabelVersion = labels.version;
    contents.labels = std::move(labels);
    return {};
}

Result<void> savePreset(const PlacedLabels& placed, const LabelSet& labels) {
    if (placed.preset.builtIn) {
        return Error{ErrorCode::InvalidArgument,
                     "the preset \"" + placed.preset.labelSet.name + "\" is built in and stays as it is; give --output OUT.json",
                     {"preset", placed.preset.id}};
    }
    const auto saved = makePresetStore(findPlaces()).save(labels, placed.preset.description);
    return saved ? Result<void>() : saved.error();
}

}  // namespace

Result<PlacedLabels> readPlacedLabels(const std::string& place, const std::shared_ptr<OpenProject>& opened) {
    if (const auto named = projectPlace(place)) return ofProject(place, *named, opened);
    PlacedLabels placed;
    placed.place = place;
    std::error_code ignored;
    auto preset = makePresetStore(findPlaces()).find(place);
    if (std::filesystem::exists(place, ignored) || (!preset && looksLikeFile(place))) {
        auto input = readLabels(place);
        if (!input) return input.error();
        placed.preset = std::move(input->preset);
        placed.format = input->format;
        return placed;
    }
    if (!preset) {
        Error error = preset.error();
        error.detail.insert(0, "there is no label file " + place + ", and ");
        return error;
    }
    placed.preset = *std::move(preset);
    return placed;
}

Result<void> savePlacedLabels(PlacedLabels& placed, LabelSet labels, const std::string& text, const std::optional<std::string>& output) {
    if (output) return saveOutput(placed, labels, *output);
    if (placed.project != nullptr) return saveInProject(placed, std::move(labels), text);
    if (placed.format) return saveFile(placed, labels, *placed.format, placed.place);
    return savePreset(placed, labels);
}

}  // namespace labelwright::cli
