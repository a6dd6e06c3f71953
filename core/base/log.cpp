#include "core/base/log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

namespace labelwright::log {
namespace {

constexpr std::size_t fileBytes = std::size_t{2} << 20U;
constexpr std::size_t fileCount = 3;

std::atomic<bool> hasFile = false;

std::shared_ptr<spdlog::logger> standardError() {
    auto logger = std::make_shared<spdlog::logger>("labelwright", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_level(spdlog::level::warn);
    logger->set_pattern("%l: %v");
    return logger;
}

std::mutex& loggerMutex() {
    static std::mutex mutex;
    return mutex;
}

std::shared_ptr<spdlog::logger>& currentLogger() {
    static std::shared_ptr<spdlog::logger> logger = standardError();
    return logger;
}

std::shared_ptr<spdlog::logger> logger() {
    const std::scoped_lock lock(loggerMutex());
    return currentLogger();
}

}  // namespace

void info(std::string_view message) { logger()->info("{}", message); }
void warning(std::string_view message) { logger()->warn("{}", message); }
void error(std::string_view message) { logger()->error("{}", message); }

void reported(std::string_view message) {
    if (hasFile) logger()->warn("{}", message);
}

void openFile(const std::filesystem::path& file) {
    try {
        std::error_code ignored;
        std::filesystem::create_directories(file.parent_path(), ignored);
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), fileBytes, fileCount);
        auto fileLogger = std::make_shared<spdlog::logger>("labelwright", std::move(sink));
        fileLogger->flush_on(spdlog::level::info);
        const std::scoped_lock lock(loggerMutex());
        currentLogger() = std::move(fileLogger);
        hasFile = true;
    } catch (const spdlog::spdlog_ex& failure) {
        warning(std::string("no log file: ") + failure.what());
    }
}

}  // namespace labelwright::log
