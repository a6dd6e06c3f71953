#include "core/torch_backend/cuda_part.h"

#include <dlfcn.h>

namespace labelwright {
namespace {

Error unavailable(const std::string& reason) {
    return {ErrorCode::DeviceUnavailable, "CUDA cannot be used: " + reason + ".", {"cuda", reason}};
}

std::vector<std::filesystem::path> usualFolders() {
    std::error_code failure;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failure).parent_path();
    if (failure) return {};
    return {program, program / "../lib", program / "../lib/labelwright"};
}

}  // namespace

std::filesystem::path CudaPart::find(const std::vector<std::filesystem::path>& folders) {
    for (const std::filesystem::path& folder : folders.empty() ? usualFolders() : folders) {
        const std::filesystem::path file = folder / cuda_interface::libraryName;
        std::error_code failure;
        if (std::filesystem::exists(file, failure)) return file.lexically_normal();
    }
    return {};
}

Result<std::shared_ptr<CudaPart>> CudaPart::load(const std::vector<std::filesystem::path>& folders) {
    const std::filesystem::path file = find(folders);
    if (file.empty()) return unavailable(std::string(cuda_interface::libraryName) + " is not installed");
    // Global, so that the kernels that libtorch_cuda registers and the hooks that libtorch_cpu looks for meet.
    void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_GLOBAL);
    if (library == nullptr) {
        const char* reason = dlerror();
        return unavailable(std::string(cuda_interface::libraryName) + " does not load (" +
                           (reason == nullptr ? "no reason given" : reason) + ")");
    }
    auto* version = reinterpret_cast<cuda_interface::Version*>(dlsym(library, cuda_interface::versionName));
    auto* start = reinterpret_cast<cuda_interface::Start*>(dlsym(library, cuda_interface::startName));
    std::shared_ptr<CudaPart> part(new CudaPart());
    part->m_memory = reinterpret_cast<cuda_interface::Memory*>(dlsym(library, cuda_interface::memoryName));
    part->m_emptyCache = reinterpret_cast<cuda_interface::EmptyCache*>(dlsym(library, cuda_interface::emptyCacheName));
    if (version == nullptr || start == nullptr || part->m_memory == nullptr || part->m_emptyCache == nullptr ||
        version() != cuda_interface::version)
        return unavailable(file.string() + " belongs to another version of this program");
    if (const char* problem = start()) {
        const std::string text = problem;
        return unavailable("it does not start: " + text.substr(0, text.find('\n')));
    }
    return part;
}

std::uint64_t CudaPart::freeMemory(int device) const {
    std::uint64_t free = 0;
    std::uint64_t total = 0;
    return m_memory(device, &free, &total) ? free : 0;
}

void CudaPart::emptyCache() const { m_emptyCache(); }

}  // namespace labelwright
