#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

#include "core/base/result.h"

namespace labelwright {

/// The right to write to a file, which one program at a time has, on this machine or on another that shares the folder. It lies in
/// "<file>.lock" beside it, with the name of who has it, and ends with the program, however that ends. Any thread, one at a time.
class FileClaim {
public:
    /// StorageHeld: another program has it. FileUnwritable: there can be no file beside this one.
    static Result<FileClaim> take(const std::filesystem::path& file);
    FileClaim(FileClaim&& other) noexcept : m_lock(std::move(other.m_lock)), m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    FileClaim& operator=(FileClaim&& other) noexcept;
    ~FileClaim();

private:
    FileClaim(std::filesystem::path lock, int descriptor) : m_lock(std::move(lock)), m_descriptor(descriptor) {}

    std::filesystem::path m_lock;
    int m_descriptor = -1;
};

}  // namespace labelwright
