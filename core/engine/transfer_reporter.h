#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <utility>

#include "core/base/clock.h"
#include "core/engine/engine_event.h"

namespace labelwright {

/// Passes on at most ten progress reports a second. Copies share their clock.
class TransferReporter {
public:
    TransferReporter(JobId job, std::function<void(TransferProgress)> emit) : m_job(job), m_emit(std::move(emit)) {}

    void operator()(std::uint64_t done, std::uint64_t total) const {
        if (*m_reported && m_watch->seconds() < secondsBetween && done < total) return;
        *m_reported = true;
        m_watch->restart();
        m_emit({m_job, done, total});
    }

private:
    static constexpr double secondsBetween = 0.1;
    JobId m_job;
    std::function<void(TransferProgress)> m_emit;
    std::shared_ptr<Stopwatch> m_watch = std::make_shared<Stopwatch>();
    std::shared_ptr<bool> m_reported = std::make_shared<bool>(false);
};

}  // namespace labelwright
