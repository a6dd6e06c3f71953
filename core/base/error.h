#pragma once

#include <string>
#include <vector>

namespace labelwright {

/// What went wrong, for a program. The window and the command line translate the code with its arguments; `detail` is the English text for
/// logs and bug reports.
enum class ErrorCode {
    InvalidArgument,       ///< a request that makes no sense, e.g. no labels
    InvalidTemplate,       ///< a template without exactly one {}
    FileNotFound,          ///< arguments: path
    FileUnreadable,        ///< arguments: path, reason of the system
    FileUnwritable,        ///< arguments: path, reason of the system
    FileMalformed,         ///< arguments: path, place (line, byte or tensor), what is wrong
    UnsupportedModel,      ///< arguments: folder, what is not supported
    ModelIncomplete,       ///< arguments: folder, missing file
    TensorMissing,         ///< arguments: file, tensor name
    TensorShapeWrong,      ///< arguments: file, tensor name, expected shape, found shape
    TensorNotFinite,       ///< arguments: file, tensor name
    PickleRefused,         ///< arguments: file, the global or opcode that is not allowed
    ModelUnknown,          ///< arguments: the id that no catalogue entry has
    DeviceUnavailable,     ///< arguments: device, reason
    PrecisionUnavailable,  ///< arguments: precision, device, reason
    OutOfMemory,           ///< arguments: device, bytes asked for if known
    StorageFailed,         ///< arguments: path, message of SQLite
    StorageNewer,          ///< arguments: path, version found, version known
    StorageHeld,           ///< arguments: path, user, machine, process, since (seconds since 1970) of who has it open for writing
    NetworkFailed,         ///< arguments: address, reason
    HashMismatch,          ///< arguments: file, expected, found
    Cancelled,
    Internal,  ///< a defect of this program; arguments: what was expected
};

/// The name of a code as scripts and logs see it: "FileMalformed".
const char* errorCodeName(ErrorCode code) noexcept;

/// Errors are values: nothing is thrown across the border of a folder.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;                  ///< English, one sentence that says what, where and what to do
    std::vector<std::string> arguments;  ///< as listed beside the code, for translations

    friend bool operator==(const Error&, const Error&) = default;
};

}  // namespace labelwright
