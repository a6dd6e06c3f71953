#include "core/checkpoint/safetensors_header.h"

#include <nlohmann/json.hpp>
#include <unordered_set>

#include "core/checkpoint/checkpoint_errors.h"
#include "core/checkpoint/tensor_shape.h"

namespace labelwright {
namespace {

using Json = nlohmann::json;

/// Takes the header as a stream of events: no tree is built, so neither depth nor repetition can cost memory.
class HeaderEvents : public nlohmann::json_sax<Json> {
public:
    std::vector<SafetensorsEntry> entries;
    std::string place;
    std::string problem;

    bool start_object(std::size_t /*elements*/) override {
        if (m_level == Level::Outside) return enter(Level::Header);
        if (m_level != Level::Header) return fail("an object is not expected here");
        if (place == "__metadata__") return enter(Level::Metadata);
        entries.push_back({.name = place, .type = {}, .shape = {}});
        m_seenFields = 0;
        return enter(Level::Tensor);
    }

    bool end_object() override {
        if (m_level == Level::Tensor && m_seenFields != allFields) return fail("dtype, shape and data_offsets are needed");
        m_level = m_level == Level::Header ? Level::Outside : Level::Header;
        return true;
    }

    bool key(std::string& name) override {
        if (m_level == Level::Header) {
            place = name;
            return m_names.insert(name).second || fail("the name occurs twice");
        }
        if (m_level == Level::Metadata) return m_metadataKeys.insert(name).second || fail("the key \"" + name + "\" occurs twice");
        m_field = name == "dtype" ? Field::Type : name == "shape" ? Field::Shape : name == "data_offsets" ? Field::Offsets : Field::None;
        if (m_field == Field::None) return fail("the key \"" + name + "\" is not known");
        if ((m_seenFields & bit(m_field)) != 0) return fail("the key \"" + name + "\" occurs twice");
        m_seenFields |= bit(m_field);
        return true;
    }

    bool string(std::string& text) override {
        if (m_level == Level::Metadata) return true;
        if (m_level != Level::Tensor || m_field != Field::Type) return fail("a text is not expected here");
        entries.back().type = text;
        return true;
    }

    bool start_array(std::size_t /*elements*/) override {
        if (m_level != Level::Tensor || m_field == Field::Type || m_field == Field::None) return fail("a list is not expected here");
        m_offsets.clear();
        return enter(Level::List);
    }

    bool end_array() override {
        m_level = Level::Tensor;
        if (m_field == Field::Offsets) {
            if (m_offsets.size() != 2) return fail("data_offsets needs two numbers");
            entries.back().begin = m_offsets[0];
            entries.back().end = m_offsets[1];
        }
        m_field = Field::None;
        return true;
    }

    bool number_unsigned(std::uint64_t value) override {
        if (m_level != Level::List) return fail("a number is not expected here");
        std::vector<std::uint64_t>& list = m_field == Field::Shape ? entries.back().shape : m_offsets;
        if (list.size() >= maxTensorDimensions) return fail("too many numbers in a list");
        list.push_back(value);
        return true;
    }

    bool null() override { return fail("null is not expected here"); }
    bool boolean(bool /*value*/) override { return fail("true or false is not expected here"); }
    bool number_integer(std::int64_t /*value*/) override { return fail("a negative number is not expected here"); }
    bool number_float(double /*value*/, const std::string& text) override { return fail(text + " is not a whole number within 64 bits"); }
    bool binary(Json::binary_t& /*value*/) override { return fail("binary data are not expected here"); }
    bool parse_error(std::size_t position, const std::string& /*token*/, const nlohmann::detail::exception& /*error*/) override {
        place = "header byte " + std::to_string(position);
        return fail("the header is not JSON");
    }

private:
    enum class Level { Outside, Header, Metadata, Tensor, List };
    enum class Field : unsigned { None, Type, Shape, Offsets };

    static constexpr unsigned bit(Field field) noexcept { return 1U << static_cast<unsigned>(field); }
    static constexpr unsigned allFields = (1U << 1U) | (1U << 2U) | (1U << 3U);

    bool enter(Level level) noexcept {
        m_level = level;
        return true;
    }
    bool fail(std::string what) {
        problem = std::move(what);
        return false;
    }

    Level m_level = Level::Outside;
    Field m_field = Field::None;
    unsigned m_seenFields = 0;
    std::vector<std::uint64_t> m_offsets;
    std::unordered_set<std::string> m_names;
    std::unordered_set<std::string> m_metadataKeys;
};

}  // namespace

Result<std::vector<SafetensorsEntry>> parseSafetensorsHeader(std::string_view json, const std::filesystem::path& file) {
    if (json.empty() || json.front() != '{') return fileMalformed(file, "header", "the header is not a JSON object");
    HeaderEvents events;
    if (!Json::sax_parse(json.begin(), json.end(), &events)) return fileMalformed(file, events.place, events.problem);
    return std::move(events.entries);
}

}  // namespace labelwright
