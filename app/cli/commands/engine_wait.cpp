#include "app/cli/commands/engine_wait.h"

#include <iostream>

namespace labelwright::cli {

JobId jobOf(const EngineEvent& event) {
    return std::visit(
        [](const auto& e) -> JobId {
            if constexpr (requires { e.job; }) return e.job;
            else return 0;
        },
        event);
}

void printWarning(const EngineEvent& event, ProgressLine& progress) {
    const auto* warning = std::get_if<Warning>(&event);
    if (warning == nullptr) return;
    progress.end();
    std::cerr << "warning: " << warning->error.detail << '\n';
}

}  // namespace labelwright::cli
