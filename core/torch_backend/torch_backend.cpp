#include "core/torch_backend/torch_backend.h"

#include <map>
#include <mutex>

#include "core/torch_backend/compute_choice.h"
#include "core/torch_backend/cpu_threads.h"
#include "core/torch_backend/cuda_part.h"
#include "core/torch_backend/device_list.h"
#include "core/torch_backend/kept_speeds.h"
#include "core/torch_backend/model_loader.h"

namespace labelwright {
namespace {

class TorchBackend final : public Backend {
public:
    explicit TorchBackend(TorchBackendOptions options) : m_options(std::move(options)), m_features(CpuFeatures::detect()) {
        setThreads(m_options.threads == 0 ? usualThreads(m_features) : m_options.threads);
    }

    std::vector<Device> devices() override {
        std::vector<Device> devices{cpuDevice(m_features)};
        const CudaDriver driver = probeCudaDriver();
        for (Device& device : cudaDevices(driver, driver.present() ? cudaPartProblem() : std::string()))
            devices.push_back(std::move(device));
        return devices;
    }

    Result<std::unique_ptr<Classifier>> load(const LoadRequest& request) override {
        Result<ModelConfig> config = ModelConfig::read(request.folder);
        if (!config) return config.error();
        Result<Placement> placement = place(request, *config);
        if (!placement) return placement.error();
        return loadModel(request, std::move(*config), std::move(*placement));
    }

    std::uint64_t freeMemory(const std::string& device) override {
        const int index = cudaIndex(device);
        if (index < 0) return systemMemory().available;
        {
            const std::lock_guard lock(m_mutex);
            if (m_cuda) return m_cuda->freeMemory(index);
        }
        const CudaDriver driver = probeCudaDriver();
        return static_cast<std::size_t>(index) < driver.gpus.size() ? driver.gpus[static_cast<std::size_t>(index)].memoryFree : 0;
    }

private:
    /// -1 for the CPU.
    static int cudaIndex(const std::string& device) {
        if (device == "cuda") return 0;
        if (!device.starts_with("cuda:") || device.size() == 5 || device.size() > 8) return -1;
        int index = 0;
        for (const char digit : device.substr(5)) {
            if (digit < '0' || digit > '9') return -1;
            index = index * 10 + (digit - '0');
        }
        return index;
    }

    Result<Placement> place(const LoadRequest& request, const ModelConfig& config) {
        if (request.device == "cpu") return placeOnCpu(request, config);
        if (request.device == "auto") return placeAnywhere(request, config);
        if (const int index = cudaIndex(request.device); index >= 0) return placeOnCuda(request, index, config);
        return Error{ErrorCode::DeviceUnavailable,
                     "There is no device \"" + request.device + "\"; devices are auto, cpu and cuda:N.",
                     {request.device, "unknown name"}};
    }

    /// A card if one can be used; else the CPU, saying why not the card.
    Result<Placement> placeAnywhere(const LoadRequest& request, const ModelConfig& config) {
        std::string note = "There is no NVIDIA driver; the CPU is used.";
        for (const Device& device : devices()) {
            if (device.id == "cpu") continue;
            if (!device.usable) {
                note = device.name + " is not used: " + device.problem + ".";
                continue;
            }
            Result<Placement> placement = placeOnCuda(request, cudaIndex(device.id), config);
            if (placement || placement.error().code == ErrorCode::PrecisionUnavailable) return placement;
            note = device.name + " is not used: " + placement.error().detail;
        }
        Result<Placement> placement = placeOnCpu(request, config);
        if (placement) placement->choice.notes.push_back(note);
        return placement;
    }

    Result<Placement> placeOnCpu(const LoadRequest& request, const ModelConfig& config) {
        if (auto possible = checkCpuPrecision(request.precision, m_features); !possible) return possible.error();
        Placement placement;
        placement.where.failForwardAboveTokens = m_options.failForwardAboveTokens;
        return insideBorder(placement.where, [&]() -> Result<Placement> {
            auto choice = chooseOnCpu(request, m_features, allowedSpeeds(config));
            if (!choice) return choice.error();
            placement.choice = std::move(*choice);
            placement.where.precision = placement.choice.precision;
            if (m_options.cpuKernels != CpuKernels::Library)
                placement.choice.kernels.attention =
                    cpuAttentionKind(placement.where.activationType(), config.hiddenSize / config.heads, m_features);
            return placement;
        });
    }

    Result<Placement> placeOnCuda(const LoadRequest& request, int index, const ModelConfig& config) {
        const std::string id = "cuda:" + std::to_string(index);
        const CudaDriver driver = probeCudaDriver();
        const std::vector<Device> listed = cudaDevices(driver, driver.present() ? cudaPartProblem() : std::string());
        const auto place = static_cast<std::size_t>(index);
        const auto unavailable = [&](const std::string& reason) {
            return Error{ErrorCode::DeviceUnavailable, id + " cannot be used: " + reason + ".", {id, reason}};
        };
        if (!driver.present()) return unavailable("there is no NVIDIA driver");
        if (place >= listed.size()) return unavailable("the driver lists " + std::to_string(driver.gpus.size()) + " cards");
        if (!listed[place].usable) return unavailable(listed[place].problem);
        auto choice = chooseOnCuda(request, id, driver.gpus[place]);
        if (!choice) return choice.error();
        auto part = startedCudaPart();
        if (!part) return part.error();
        ComputeDevice where{id, at::Device(at::kCUDA, static_cast<at::DeviceIndex>(index)), choice->precision, *part,
                            m_options.failForwardAboveTokens};
        choice->kernels.attention =
            cudaAttentionKind(where.activationType(), config.hiddenSize / config.heads, driver.gpus[place].capability());
        return Placement{std::move(where), std::move(*choice)};
    }

    /// Why the CUDA part cannot be used, without loading it.
    std::string cudaPartProblem() {
        const std::lock_guard lock(m_mutex);
        if (m_cuda) return {};
        if (!m_cudaProblem.empty()) return m_cudaProblem;
        if (CudaPart::find(m_options.cudaPartFolders).empty()) return std::string(cuda_interface::libraryName) + " is not installed";
        return {};
    }

    /// Worker thread. The lock is not held while CUDA starts, which takes seconds: devices() may be asked meanwhile.
    Result<std::shared_ptr<CudaPart>> startedCudaPart() {
        {
            const std::lock_guard lock(m_mutex);
            if (m_cuda) return m_cuda;
        }
        auto part = CudaPart::load(m_options.cudaPartFolders);
        const std::lock_guard lock(m_mutex);
        if (part) {
            m_cuda = *part;
        } else {
            m_cudaProblem = part.error().arguments.back();
        }
        return part;
    }

    const KernelSpeeds& speedsFor(const ModelConfig& config) {
        const auto [place, isNew] = m_speeds.try_emplace({config.hiddenSize, config.intermediateSize});
        if (!isNew) return place->second;
        const KeptSpeeds file(m_options.speedsFile, machineOf(m_features));
        const auto kept = file.find(config.hiddenSize, config.intermediateSize);
        place->second = kept ? *kept : measureKernels(m_features, config.hiddenSize, config.intermediateSize);
        if (!kept && !place->second.disturbed) file.keep(config.hiddenSize, config.intermediateSize, place->second);
        return place->second;
    }

    /// Measured speeds without those that the options rule out.
    KernelSpeeds allowedSpeeds(const ModelConfig& config) {
        KernelSpeeds speeds = speedsFor(config);
        if (m_options.cpuKernels == CpuKernels::Library) speeds.packedFp32 = 0;
        if (m_options.cpuKernels == CpuKernels::Packed && speeds.packedFp32 > 0) speeds.libraryFp32 = 0;
        return speeds;
    }

    TorchBackendOptions m_options;
    CpuFeatures m_features;
    std::map<std::pair<std::uint32_t, std::uint32_t>, KernelSpeeds> m_speeds;  // by sizes; worker thread
    std::mutex m_mutex;                                                        // guards the two below
    std::shared_ptr<CudaPart> m_cuda;
    std::string m_cudaProblem;
};

}  // namespace

std::unique_ptr<Backend> makeTorchBackend(TorchBackendOptions options) { return std::make_unique<TorchBackend>(std::move(options)); }

}  // namespace labelwright
