#include "core/base/error.h"

namespace labelwright {

const char* errorCodeName(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::InvalidArgument: return "InvalidArgument";
        case ErrorCode::InvalidTemplate: return "InvalidTemplate";
        case ErrorCode::FileNotFound: return "FileNotFound";
        case ErrorCode::FileUnreadable: return "FileUnreadable";
        case ErrorCode::FileUnwritable: return "FileUnwritable";
        case ErrorCode::FileMalformed: return "FileMalformed";
        case ErrorCode::UnsupportedModel: return "UnsupportedModel";
        case ErrorCode::ModelIncomplete: return "ModelIncomplete";
        case ErrorCode::TensorMissing: return "TensorMissing";
        case ErrorCode::TensorShapeWrong: return "TensorShapeWrong";
        case ErrorCode::TensorNotFinite: return "TensorNotFinite";
        case ErrorCode::PickleRefused: return "PickleRefused";
        case ErrorCode::ModelUnknown: return "ModelUnknown";
        case ErrorCode::DeviceUnavailable: return "DeviceUnavailable";
        case ErrorCode::PrecisionUnavailable: return "PrecisionUnavailable";
        case ErrorCode::OutOfMemory: return "OutOfMemory";
        case ErrorCode::StorageFailed: return "StorageFailed";
        case ErrorCode::StorageNewer: return "StorageNewer";
        case ErrorCode::StorageHeld: return "StorageHeld";
        case ErrorCode::NetworkFailed: return "NetworkFailed";
        case ErrorCode::HashMismatch: return "HashMismatch";
        case ErrorCode::Cancelled: return "Cancelled";
        case ErrorCode::Internal: return "Internal";
    }
    return "Internal";
}

}  // namespace labelwright
