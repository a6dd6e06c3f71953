#include "app/cli/commands/exit_code.h"

#include <iostream>

namespace labelwright::cli {

int exitCodeOf(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::InvalidArgument:
        case ErrorCode::InvalidTemplate: return exitUsage;
        case ErrorCode::FileNotFound:
        case ErrorCode::FileUnreadable:
        case ErrorCode::FileMalformed: return exitInput;
        case ErrorCode::UnsupportedModel:
        case ErrorCode::ModelIncomplete:
        case ErrorCode::TensorMissing:
        case ErrorCode::TensorShapeWrong:
        case ErrorCode::TensorNotFinite:
        case ErrorCode::PickleRefused:
        case ErrorCode::ModelUnknown:
        case ErrorCode::HashMismatch:
        case ErrorCode::NetworkFailed: return exitModel;
        case ErrorCode::DeviceUnavailable:
        case ErrorCode::PrecisionUnavailable:
        case ErrorCode::OutOfMemory: return exitDevice;
        case ErrorCode::FileUnwritable:
        case ErrorCode::StorageFailed:
        case ErrorCode::StorageNewer:
        case ErrorCode::StorageHeld: return exitOutput;
        case ErrorCode::Cancelled: return exitCancelled;
        case ErrorCode::Internal: return exitInternal;
    }
    return exitInternal;
}

std::string exitCodeHelp() {
    return "Exit codes: 0 done; 2 wrong arguments, labels or template; 3 input cannot be read; 4 model unknown, incomplete or refused;\n"
           "5 device, precision or memory; 6 output cannot be written; 70 a defect of the program; 130 interrupted (run again to go on\n"
           "from the cache). Results go to the file or to standard output, everything else to standard error.";
}

std::string version() { return LABELWRIGHT_VERSION; }

Error modelError(Error error) {
    if (exitCodeOf(error.code) == exitInput) error.code = ErrorCode::UnsupportedModel;
    return error;
}

int reportError(const Error& error) {
    std::cerr << "error: " << error.detail << '\n';
    if (error.code == ErrorCode::DeviceUnavailable)
        std::cerr << "labelwright-cli probe lists the devices of this machine; --device auto takes the best of them.\n";
    return exitCodeOf(error.code);
}

}  // namespace labelwright::cli
