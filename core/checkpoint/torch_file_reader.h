#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

#include "core/checkpoint/weight_file.h"

namespace labelwright {

/// Reads pytorch_model.bin (or .pt) without executing anything in it: zip (torch 1.6 and later) and legacy. UnsupportedModel for tar (torch
/// 0.1) and TorchScript; PickleRefused and FileMalformed as in pickle_machine.h, zip_archive.h and strided_view.h.
Result<WeightFile> readTorchFile(const std::filesystem::path& file);

/// The same from memory; `owner` keeps `bytes` alive and goes into the result. `file` is only for messages.
Result<WeightFile> parseTorch(std::span<const std::byte> bytes, std::shared_ptr<const void> owner, const std::filesystem::path& file);

}  // namespace labelwright
