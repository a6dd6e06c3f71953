#include "tests/core/project/random_work.h"

#include <algorithm>
#include <utility>

#include "core/labels/merging.h"

namespace labelwright::testing {
namespace {

using Kind = RandomWork::Kind;

Label newLabel(std::uint32_t version) {
    Label label;
    label.id = "label " + std::to_string(version);
    label.name = "name " + std::to_string(version);
    return label;
}

void collectMerged(const std::vector<Label>& labels, std::vector<LabelId>& ids) {
    for (const Label& label : labels) {
        for (const Label& merged : label.merged) ids.push_back(merged.id);
        collectMerged(label.merged, ids);
    }
}

ProjectEdit ofLabels(const char* text, LabelSet labels) {
    ProjectEdit edit;
    edit.text = text;
    edit.labels = std::move(labels);
    return edit;
}

/// Every row that was given this label gets `other` instead.
void move(const ProjectContents& contents, const LabelId& label, const LabelId& other, ProjectEdit& edit) {
    edit.rows = contents.reviews.rowsGiven(std::span(&label, 1));
    for (const std::uint32_t row : edit.rows) {
        Review review = contents.reviews.at(row);
        std::replace(review.labels.begin(), review.labels.end(), label, other);
        edit.reviews.push_back(std::move(review));
    }
}

/// Undo and redo: the step with what it becomes.
Result<bool> takeStep(ProjectFile& project, const UndoSteps& undo, Kind kind) {
    const bool back = kind == Kind::Undo;
    if (back ? undo.done == 0 : undo.done == undo.steps.size()) return false;
    const std::uint64_t number = undo.steps[back ? undo.done - 1 : undo.done].number;
    const auto step = project.readStep(number);
    if (!step) return step.error();
    const auto recorded = project.record(back ? step->before : step->after, {back ? HistoryAct::Undone : HistoryAct::Redone, number});
    if (!recorded) return recorded.error();
    return true;
}

}  // namespace

Result<Kind> RandomWork::act(ProjectFile& project) {
    const auto contents = project.load();
    if (!contents) return contents.error();
    for (;;) {
        const auto kind = static_cast<Kind>(below(kinds));
        if (kind == Kind::Undo || kind == Kind::Redo) {
            const auto taken = takeStep(project, contents->undo, kind);
            if (!taken) return taken.error();
            if (*taken) return kind;
            continue;
        }
        const auto next = edit(kind, project, *contents);
        if (!next) return next.error();
        if (!*next) continue;
        const auto recorded = project.record(**next);
        if (!recorded) return recorded.error();
        return kind;
    }
}

Result<std::optional<ProjectEdit>> RandomWork::edit(Kind kind, const ProjectFile& project, const ProjectContents& contents) {
    LabelSet labels = contents.labels;
    labels.version = contents.highestLabelVersion + 1;
    const std::size_t count = labels.labels.size();
    const std::optional<ProjectEdit> nothing;
    switch (kind) {
        case Kind::Add: labels.labels.push_back(newLabel(labels.version)); return std::optional(ofLabels("add", std::move(labels)));
        case Kind::Rename:
            if (count == 0) return nothing;
            labels.labels[below(count)].name = "renamed " + std::to_string(labels.version);
            return std::optional(ofLabels("rename", std::move(labels)));
        case Kind::Merge: {
            if (count < 2) return nothing;
            const std::uint32_t from = below(count);
            const std::uint32_t into = (from + 1 + below(count - 1)) % static_cast<std::uint32_t>(count);
            auto merged = mergeLabels(labels, labels.labels[from].id, labels.labels[into].id);
            if (!merged) return merged.error();
            return std::optional(ofLabels("merge", *std::move(merged)));
        }
        case Kind::Unmerge: {
            std::vector<LabelId> ids;
            collectMerged(labels.labels, ids);
            if (ids.empty()) return nothing;
            auto taken = unmergeLabel(labels, ids[below(ids.size())]);
            if (!taken) return taken.error();
            return std::optional(ofLabels("unmerge", *std::move(taken)));
        }
        case Kind::Split: return count == 0 ? nothing : std::optional(split(contents, std::move(labels)));
        case Kind::Delete: return count == 0 ? nothing : std::optional(deletion(contents, std::move(labels)));
        case Kind::Restore: {
            const auto versions = project.labelVersions(1000);
            if (!versions) return versions.error();
            if (versions->empty()) return nothing;
            LabelSet restored = (*versions)[below(versions->size())].labels;
            restored.version = labels.version;
            return std::optional(ofLabels("restore", std::move(restored)));
        }
        case Kind::Review: return count == 0 ? nothing : std::optional(review(contents));
        case Kind::Undo:
        case Kind::Redo: break;
    }
    return nothing;
}

/// Some of the texts of a label get a new one.
ProjectEdit RandomWork::split(const ProjectContents& contents, LabelSet labels) {
    const LabelId id = labels.labels[below(labels.labels.size())].id;
    Label added = newLabel(labels.version);
    ProjectEdit edit = ofLabels("split", {});
    move(contents, id, added.id, edit);
    const std::size_t half = edit.rows.size() / 2;
    edit.rows.resize(half);
    edit.reviews.resize(half);
    labels.labels.push_back(std::move(added));
    edit.labels = std::move(labels);
    return edit;
}

/// Its texts keep it, or get another one.
ProjectEdit RandomWork::deletion(const ProjectContents& contents, LabelSet labels) {
    const auto place = labels.labels.begin() + below(labels.labels.size());
    const LabelId id = place->id;
    labels.labels.erase(place);
    ProjectEdit edit = ofLabels("delete", {});
    if (!labels.labels.empty() && below(2) == 0) move(contents, id, labels.labels.front().id, edit);
    edit.labels = std::move(labels);
    return edit;
}

ProjectEdit RandomWork::review(const ProjectContents& contents) {
    ProjectEdit edit;
    edit.text = "review";
    const auto rows = static_cast<std::uint32_t>(contents.dataset->size());
    const std::uint32_t first = below(rows);
    for (std::uint32_t row = first; row < std::min(first + 5, rows); ++row) {
        Review review = contents.reviews.at(row);
        review.decided = true;
        review.labels = {contents.labels.labels[below(contents.labels.labels.size())].id};
        review.flagged = below(4) == 0;
        edit.rows.push_back(row);
        edit.reviews.push_back(std::move(review));
    }
    return edit;
}

}  // namespace labelwright::testing
