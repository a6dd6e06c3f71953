#include "core/torch_backend/kept_speeds.h"

#include <ATen/Parallel.h>
#include <torch/headeronly/version.h>
#include <unistd.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>

#include "core/base/log.h"

namespace labelwright {
namespace {

using Json = nlohmann::json;

std::string keyOf(std::int64_t hidden, std::int64_t intermediate) { return std::to_string(hidden) + "x" + std::to_string(intermediate); }

/// {"machine": …, "speeds": {"384x1536": [MKL fp32, oneDNN fp32, oneDNN bf16]}}; null if there is none, or one of another machine.
Json read(const std::filesystem::path& file, const std::string& machine) {
    std::ifstream stream(file);
    Json kept = Json::parse(stream, nullptr, false);
    const bool ours = kept.is_object() && kept.value("machine", Json()) == Json(machine) && kept.value("speeds", Json()).is_object();
    return ours ? kept : Json();
}

}  // namespace

KeptSpeeds::KeptSpeeds(std::filesystem::path file, std::string machine) : m_file(std::move(file)), m_machine(std::move(machine)) {}

std::optional<KernelSpeeds> KeptSpeeds::find(std::int64_t hidden, std::int64_t intermediate) const {
    if (m_file.empty()) return std::nullopt;
    const Json kept = read(m_file, m_machine);
    if (kept.is_null()) return std::nullopt;
    const Json values = kept["speeds"].value(keyOf(hidden, intermediate), Json());
    if (!values.is_array() || values.size() != 3) return std::nullopt;
    for (const Json& value : values) {
        if (!value.is_number() || !std::isfinite(value.get<double>()) || value.get<double>() < 0) return std::nullopt;
    }
    return KernelSpeeds{values[0].get<double>(), values[1].get<double>(), values[2].get<double>()};
}

void KeptSpeeds::keep(std::int64_t hidden, std::int64_t intermediate, const KernelSpeeds& speeds) const {
    if (m_file.empty()) return;
    Json kept = read(m_file, m_machine);
    if (kept.is_null()) kept = {{"machine", m_machine}, {"speeds", Json::object()}};
    kept["speeds"][keyOf(hidden, intermediate)] = {speeds.libraryFp32, speeds.packedFp32, speeds.packedBf16};
    std::error_code failed;
    std::filesystem::create_directories(m_file.parent_path(), failed);
    std::filesystem::path temporary = m_file;
    temporary += "." + std::to_string(::getpid());
    bool written = false;
    {
        std::ofstream stream(temporary);
        stream << kept.dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
        written = stream.flush().good();
    }
    if (written) std::filesystem::rename(temporary, m_file, failed);
    if (written && !failed) return;
    std::error_code ignored;
    std::filesystem::remove(temporary, ignored);
    log::warning("The measured speeds cannot be kept in " + m_file.string() + ".");
}

std::string machineOf(const CpuFeatures& features) {
    return features.name + "; " + features.instructionSets() + "; " + std::to_string(at::get_num_threads()) + " threads; libtorch " +
           TORCH_VERSION;
}

}  // namespace labelwright
