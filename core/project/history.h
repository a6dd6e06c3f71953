#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/domain/project_edit.h"

namespace labelwright {

enum class HistoryAct {
    Done = 0,
    Undone = 1,    ///< a step was taken back
    Redone = 2,    ///< … and done again
    Imported = 3,  ///< other texts took the place of those before; no step before it can be taken back
};

/// What a new entry of the history is about.
struct HistoryPlace {
    HistoryAct act = HistoryAct::Done;
    std::uint64_t of = 0;     ///< Undone, Redone: the step
    std::uint64_t joins = 0;  ///< Done: the entry that it makes one step with (a spin box held down); 0: a step of its own
};

/// A line of the history, which is only ever added to.
struct HistoryEntry {
    std::uint64_t number = 0;  ///< from 1
    HistoryPlace place;
    std::int64_t madeAt = 0;       ///< seconds since 1970 (UTC)
    std::string who;               ///< the system's user name
    std::string text;              ///< ProjectEdit::text; of an import the name of the texts
    std::uint64_t rows = 0;        ///< texts that it is about
    std::uint32_t labelsThen = 0;  ///< version that the labels came to; 0: they stayed
};

/// An entry with what was before it and after it.
struct StoredStep {
    ProjectEdit before;
    ProjectEdit after;
};

/// A step that can be taken back or done again. `number` is its last entry's.
struct UndoStep {
    std::uint64_t number = 0;
    std::string text;
};

/// The steps since the last import, oldest first; the first `done` of them are in effect.
struct UndoSteps {
    std::vector<UndoStep> steps;
    std::size_t done = 0;
};

/// What one entry of the history made of one text.
struct RowChange {
    HistoryEntry entry;
    Review after;
};

}  // namespace labelwright
