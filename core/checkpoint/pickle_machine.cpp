#include "core/checkpoint/pickle_machine.h"

#include <bit>
#include <optional>
#include <unordered_map>

#include "core/checkpoint/checkpoint_errors.h"
#include "core/checkpoint/pickle_calls.h"
#include "core/checkpoint/pickle_globals.h"

namespace labelwright {
namespace {

constexpr std::size_t maxValues = 1'000'000;
constexpr std::size_t maxMarks = 10'000;
constexpr std::size_t maxCopiedItems = 4'000'000;
constexpr int newestProtocol = 5;

class PickleMachine {
public:
    PickleMachine(std::string_view bytes, const std::filesystem::path& file, std::size_t firstByte)
        : m_bytes(bytes), m_file(file), m_firstByte(firstByte) {}

    Result<PickleObject> run() {
        bool stopped = false;
        while (!stopped && !m_error) {
            const std::optional<std::string_view> opcode = take(1);
            if (!opcode) break;
            if (opcode->front() == '.') {
                stopped = true;
            } else {
                step(static_cast<unsigned char>(opcode->front()));
            }
        }
        if (!m_error && (m_stack.size() != 1 || !m_marks.empty())) fail("it ends without one value");
        if (m_error) return *std::move(m_error);
        return PickleObject{std::move(m_values), m_stack.front(), m_at};
    }

private:
    // Reading. Everything returns an empty value after an error; the loop in run() then ends.
    std::optional<std::string_view> take(std::size_t count) {
        if (count > m_bytes.size() - m_at) {
            fail("it is cut short");
            return std::nullopt;
        }
        const std::string_view taken = m_bytes.substr(m_at, count);
        m_at += count;
        return taken;
    }
    std::uint64_t number(std::size_t bytes) {
        std::uint64_t value = 0;
        const std::string_view taken = take(bytes).value_or(std::string_view());
        for (std::size_t i = taken.size(); i-- > 0;) value = (value << 8U) | static_cast<unsigned char>(taken[i]);
        return value;
    }
    std::string_view line() {
        const std::size_t end = m_bytes.find('\n', m_at);
        if (end == std::string_view::npos) {
            fail("it is cut short");
            return {};
        }
        const std::string_view text = m_bytes.substr(m_at, end - m_at);
        m_at = end + 1;
        return text;
    }

    // Errors.
    void fail(std::string_view what) {
        if (!m_error) m_error = fileMalformed(m_file, "pickle, byte " + std::to_string(m_firstByte + m_at), what);
    }
    void refuse(const std::string& what) {
        if (!m_error) m_error = pickleRefused(m_file, what);
    }

    // Stack. A value below the last mark cannot be popped.
    PickleId add(PickleValue value) {
        if (m_values.size() >= maxValues) {
            fail("it has too many values");
            return 0;
        }
        m_values.push_back(std::move(value));
        return static_cast<PickleId>(m_values.size() - 1);
    }
    void push(PickleId id) {
        if (m_stack.size() >= maxValues) return fail("its stack is too deep");
        m_stack.push_back(id);
    }
    void pushNew(PickleValue value) {
        const PickleId id = add(std::move(value));
        if (!m_error) push(id);
    }
    std::optional<PickleId> top() {
        if (m_stack.size() <= (m_marks.empty() ? 0 : m_marks.back())) {
            fail("its stack is empty");
            return std::nullopt;
        }
        return m_stack.back();
    }
    std::optional<PickleId> pop() {
        const std::optional<PickleId> id = top();
        if (id) m_stack.pop_back();
        return id;
    }
    std::optional<std::vector<PickleId>> popToMark() {
        if (m_marks.empty()) {
            fail("it has no mark");
            return std::nullopt;
        }
        const auto begin = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
        std::vector<PickleId> items(begin, m_stack.end());
        m_stack.erase(begin, m_stack.end());
        m_marks.pop_back();
        return items;
    }
    /// Calls copy what they are given; a short pickle may call with one long list again and again.
    bool charge(std::size_t items) {
        if (items > maxCopiedItems - m_copiedItems) {
            fail("its calls have too many arguments");
            return false;
        }
        m_copiedItems += items;
        return true;
    }
    template <typename T>
    T* as(PickleId id) noexcept {
        return std::get_if<T>(&m_values[id]);
    }

    void step(unsigned char opcode) {
        switch (opcode) {
            case 0x80: return protocol();
            case 0x95: return static_cast<void>(take(8));  // FRAME: a hint for readers of streams
            case '(': return mark();
            case 'N': return pushNew(PickleNone{});
            case 0x88: return pushNew(true);
            case 0x89: return pushNew(false);
            case 'J': return pushNew(std::int64_t{static_cast<std::int32_t>(static_cast<std::uint32_t>(number(4)))});
            case 'K': return pushNew(static_cast<std::int64_t>(number(1)));
            case 'M': return pushNew(static_cast<std::int64_t>(number(2)));
            case 0x8a: return longInteger();
            case 'G': return binaryFloat();
            case 'X':
            case 'T': return text(number(4));
            case 'U':
            case 0x8c: return text(number(1));
            case 't': return tupleOfMark();
            case ')': return pushNew(PickleTuple{});
            case 0x85: return tuple(1);
            case 0x86: return tuple(2);
            case 0x87: return tuple(3);
            case ']': return pushNew(PickleList{});
            case '}': return pushNew(PickleDict{});
            case 'a': return append();
            case 'e': return appends();
            case 's': return setItem();
            case 'u': return setItems();
            case 'q': return put(number(1));
            case 'r': return put(number(4));
            case 0x94: return put(m_memo.size());
            case 'h': return recall(number(1));
            case 'j': return recall(number(4));
            case 'c': return globalOfLines();
            case 0x93: return globalOfStack();
            case 'R':
            case 0x81: return call();
            case 'b': return build();
            case 'Q': return persistentId();
            case '0': return static_cast<void>(pop());
            default: return unknownOpcode(opcode);
        }
    }

    void unknownOpcode(unsigned char opcode) {
        constexpr std::string_view digits = "0123456789abcdef";
        refuse(std::string("the opcode 0x") + digits[opcode >> 4U] + digits[opcode & 15U] + " at byte " +
               std::to_string(m_firstByte + m_at - 1));
    }

    void protocol() {
        if (number(1) > newestProtocol) fail("its protocol is not known");
    }

    void mark() {
        if (m_marks.size() >= maxMarks) return fail("it is nested too deeply");
        m_marks.push_back(m_stack.size());
    }

    void longInteger() {
        const std::string_view bytes = take(number(1)).value_or(std::string_view());
        if (bytes.size() > sizeof(std::int64_t)) return pushNew(PickleBigInteger{bytes});
        const bool negative = !bytes.empty() && (static_cast<unsigned char>(bytes.back()) & 0x80U) != 0;
        std::uint64_t value = negative ? ~std::uint64_t{0} : 0;
        for (std::size_t i = bytes.size(); i-- > 0;) value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
        pushNew(static_cast<std::int64_t>(value));
    }

    void binaryFloat() {
        std::uint64_t bits = 0;
        for (const char byte : take(8).value_or(std::string_view())) bits = (bits << 8U) | static_cast<unsigned char>(byte);
        pushNew(std::bit_cast<double>(bits));
    }

    void text(std::uint64_t length) {
        if (const std::optional<std::string_view> taken = take(length)) pushNew(*taken);
    }

    void tupleOfMark() {
        if (std::optional<std::vector<PickleId>> items = popToMark()) pushNew(PickleTuple{*std::move(items)});
    }

    void tuple(std::size_t count) {
        std::vector<PickleId> items(count);
        for (std::size_t i = count; i-- > 0;) {
            const std::optional<PickleId> item = pop();
            if (!item) return;
            items[i] = *item;
        }
        pushNew(PickleTuple{std::move(items)});
    }

    void appendTo(const std::vector<PickleId>& items) {
        const std::optional<PickleId> id = top();
        if (!id) return;
        auto* list = as<PickleList>(*id);
        if (list == nullptr) return fail("it appends to what is not a list");
        list->items.insert(list->items.end(), items.begin(), items.end());
    }
    void append() {
        if (const std::optional<PickleId> item = pop()) appendTo({*item});
    }
    void appends() {
        if (const std::optional<std::vector<PickleId>> items = popToMark()) appendTo(*items);
    }

    void setIn(const std::vector<PickleId>& items) {
        const std::optional<PickleId> id = top();
        if (!id) return;
        auto* dict = as<PickleDict>(*id);
        if (dict == nullptr || items.size() % 2 != 0) return fail("it sets items of what is not a dictionary");
        for (std::size_t i = 0; i < items.size(); i += 2) dict->entries.emplace_back(items[i], items[i + 1]);
    }
    void setItem() {
        const std::optional<PickleId> value = pop();
        const std::optional<PickleId> key = value ? pop() : std::nullopt;
        if (key) setIn({*key, *value});
    }
    void setItems() {
        if (const std::optional<std::vector<PickleId>> items = popToMark()) setIn(*items);
    }

    void put(std::uint64_t slot) {
        const std::optional<PickleId> id = top();
        if (!id) return;
        if (m_memo.size() >= maxValues) return fail("it remembers too many values");
        m_memo[slot] = *id;
    }
    void recall(std::uint64_t slot) {
        const auto found = m_memo.find(slot);
        if (found == m_memo.end()) return fail("it recalls a value that it never had");
        push(found->second);
    }

    void pushGlobal(std::string_view module, std::string_view name) {
        if (const std::optional<PickleGlobal> global = allowedGlobal(module, name)) return pushNew(*global);
        refuse(printable(module) + "." + printable(name));
    }
    void globalOfLines() {
        const std::string_view module = line();
        const std::string_view name = line();
        if (!m_error) pushGlobal(module, name);
    }
    void globalOfStack() {
        const std::optional<PickleId> name = pop();
        const std::optional<PickleId> module = name ? pop() : std::nullopt;
        if (!module) return;
        const auto* moduleText = as<std::string_view>(*module);
        const auto* nameText = as<std::string_view>(*name);
        if (moduleText == nullptr || nameText == nullptr) return fail("the name of a global is not a text");
        pushGlobal(*moduleText, *nameText);
    }

    /// REDUCE and NEWOBJ: the same here, because no name on the allow-list tells a class from a function.
    void call() {
        const std::optional<PickleId> argumentsId = pop();
        const std::optional<PickleId> calleeId = argumentsId ? pop() : std::nullopt;
        if (!calleeId) return;
        const auto* callee = as<PickleGlobal>(*calleeId);
        const auto* arguments = as<PickleTuple>(*argumentsId);
        if (callee == nullptr || arguments == nullptr) return refuse("a call of a value that is not a function");
        if (charge(arguments->items.size())) receive(callOf(m_values, *callee, arguments->items));
    }

    /// What a call gave becomes the top of the stack.
    void receive(PickleCallResult result) {
        if (const auto* known = std::get_if<PickleId>(&result)) return push(*known);
        if (const auto* problem = std::get_if<PickleProblem>(&result)) {
            return problem->kind == PickleProblem::Kind::Refused ? refuse(problem->what) : fail(problem->what);
        }
        auto& value = std::get<PickleValue>(result);
        if (const auto* dict = std::get_if<PickleDict>(&value); dict != nullptr && !charge(dict->entries.size())) return;
        pushNew(std::move(value));
    }

    /// Attributes of a dictionary (_metadata) do not matter here; nothing else may have any.
    void build() {
        if (!pop()) return;
        const std::optional<PickleId> object = top();
        if (object && as<PickleDict>(*object) == nullptr) refuse("BUILD of a value that is not a dictionary");
    }

    void persistentId() {
        const std::optional<PickleId> id = pop();
        if (id) receive(storageOfId(m_values, *id));
    }

    std::string_view m_bytes;
    const std::filesystem::path& m_file;
    std::size_t m_firstByte;
    std::size_t m_at = 0;
    std::size_t m_copiedItems = 0;
    std::vector<PickleValue> m_values;
    std::vector<PickleId> m_stack;
    std::vector<std::size_t> m_marks;
    std::unordered_map<std::uint64_t, PickleId> m_memo;
    std::optional<Error> m_error;
};

}  // namespace

Result<PickleObject> readPickle(std::string_view bytes, const std::filesystem::path& file, std::size_t firstByte) {
    return PickleMachine(bytes, file, firstByte).run();
}

}  // namespace labelwright
