#include "core/torch_backend/compute_device.h"

#include <new>
#include <regex>

#include "core/torch_backend/cuda_part.h"

namespace labelwright {
namespace {

Error outOfMemory(const ComputeDevice& where, const std::string& what) {
    if (where.cuda) where.cuda->emptyCache();
    // libtorch says "Tried to allocate 20.00 MiB" on GPUs, "you tried to allocate 123 bytes" on CPUs.
    std::string asked;
    std::smatch match;
    if (std::regex_search(what, match, std::regex("[Tt]ried to allocate ([0-9.]+ ?[A-Za-z]+)"))) asked = match[1];
    Error error{ErrorCode::OutOfMemory, "Not enough memory on " + where.id, {where.id}};
    if (!asked.empty()) {
        error.detail += " for " + asked;
        error.arguments.push_back(asked);
    }
    error.detail += "; close other programs or use smaller batches or a smaller model.";
    return error;
}

bool saysOutOfMemory(const std::string& what) {
    return what.find("can't allocate memory") != std::string::npos || what.find("CUBLAS_STATUS_ALLOC_FAILED") != std::string::npos ||
           what.find("CUBLAS_STATUS_NOT_INITIALIZED") != std::string::npos || what.find("out of memory") != std::string::npos;
}

std::string firstLine(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

Error errorOfCurrentException(const ComputeDevice& where) {
    try {
        throw;
    } catch (const c10::OutOfMemoryError& exception) {
        return outOfMemory(where, exception.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return outOfMemory(where, {});
    } catch (const c10::Error& exception) {
        const std::string what = exception.what_without_backtrace();
        if (saysOutOfMemory(what)) return outOfMemory(where, what);
        return {ErrorCode::Internal, "libtorch on " + where.id + ": " + firstLine(what), {firstLine(what)}};
    } catch (const std::exception& exception) {
        if (saysOutOfMemory(exception.what())) return outOfMemory(where, exception.what());
        return {ErrorCode::Internal, "Computing on " + where.id + ": " + firstLine(exception.what()), {firstLine(exception.what())}};
    } catch (...) {
        return {ErrorCode::Internal, "Computing on " + where.id + " failed in an unknown way.", {"a known exception"}};
    }
}

}  // namespace labelwright
