#pragma once

#include <cstdint>
#include <random>

#include "core/project/project_file.h"

namespace labelwright::testing {

/// Somebody at work on the labels of a project: each act is drawn by chance from adding, renaming, merging, taking out, splitting, deleting
/// and restoring labels, reviewing, undo and redo. The same seed on the same project does the same.
class RandomWork {
public:
    enum class Kind { Add, Rename, Merge, Unmerge, Split, Delete, Restore, Review, Undo, Redo };
    static constexpr int kinds = 10;

    explicit RandomWork(std::uint32_t seed) : m_random(seed) {}
    /// One act; says which it was.
    Result<Kind> act(ProjectFile& project);

private:
    std::uint32_t below(std::size_t count) {
        return std::uniform_int_distribution<std::uint32_t>(0, static_cast<std::uint32_t>(count) - 1)(m_random);
    }
    /// Nothing: there is nothing of that kind to do.
    Result<std::optional<ProjectEdit>> edit(Kind kind, const ProjectFile& project, const ProjectContents& contents);
    ProjectEdit split(const ProjectContents& contents, LabelSet labels);
    ProjectEdit deletion(const ProjectContents& contents, LabelSet labels);
    ProjectEdit review(const ProjectContents& contents);

    std::mt19937 m_random;
};

}  // namespace labelwright::testing
