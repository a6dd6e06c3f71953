#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "app/cli/commands/console.h"
#include "app/cli/commands/interrupt.h"
#include "core/engine/engine.h"

namespace labelwright::cli {

/// Called with every event of the job that is not its last.
template <typename OnEvent>
concept EventHandler = requires(OnEvent handler, const EngineEvent& event) {
    handler(event);
};

JobId jobOf(const EngineEvent& event);
/// Prints a warning that belongs to no job.
void printWarning(const EngineEvent& event, ProgressLine& progress);

/// Waits for the answer of a job, of type Answer; Failed and Cancelled become errors. Ctrl+C cancels the job, and its answer does not count
/// even where it came all the same: the command shall end.
template <typename Answer, EventHandler OnEvent>
Result<Answer> waitFor(Engine& engine, JobId job, ProgressLine& progress, OnEvent onEvent) {
    const InterruptGuard guard([&engine, job] { engine.cancel(job); });
    while (true) {
        for (EngineEvent& event : engine.waitForEvents()) {
            printWarning(event, progress);
            if (jobOf(event) != job) continue;
            if (const auto* failed = std::get_if<Failed>(&event)) return failed->error;
            auto* answer = std::get_if<Answer>(&event);
            if (std::holds_alternative<Cancelled>(event) || (answer != nullptr && interrupted()))
                return Error{ErrorCode::Cancelled, "interrupted", {}};
            if (answer != nullptr) return std::move(*answer);
            onEvent(event);
        }
    }
}

template <typename Answer>
Result<Answer> waitFor(Engine& engine, JobId job, ProgressLine& progress) {
    return waitFor<Answer>(engine, job, progress, [](const EngineEvent&) {});
}

}  // namespace labelwright::cli
