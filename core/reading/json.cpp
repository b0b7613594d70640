// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/json.h"

#include "reading/text_encoding.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <iterator>
#include <optional>
#include <unordered_set>

namespace deltascope::reading {

namespace {

using Sax = nlohmann::json_sax<nlohmann::json>;

/// Reads the text byte by byte and tells outside how far the lexer has come: it reports positions only for errors.
struct CountingIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    const char* place = nullptr;
    const char** furthest = nullptr;

    reference operator*() const { return *place; }
    CountingIterator& operator++()
    {
        *furthest = ++place;
        return *this;
    }
    CountingIterator operator++(int)
    {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return place == other.place; }
    bool operator!=(const CountingIterator& other) const { return place != other.place; }
};

Real megabytes(std::size_t bytes)
{
    return {static_cast<double>(bytes) / 1e6, 6};
}

bool delimits(char character)
{
    return std::string_view(" \t\r\n,:[]{}\"").find(character) != std::string_view::npos;
}

/// The first byte of the token that ends before `end`.
std::size_t tokenStart(std::string_view text, std::size_t end)
{
    std::size_t start = end;
    if (end == 0 || text[end - 1] != '"') {
        while (start > 0 && !delimits(text[start - 1]))
            --start;
        return start;
    }
    // A quotation mark inside a string stands behind an odd number of backslashes. They are counted at such a mark
    // only: many in a row must not take the square of its length.
    for (start = end - 1; start > 0;) {
        if (text[--start] != '"')
            continue;
        std::size_t backslashes = 0;
        while (backslashes < start && text[start - 1 - backslashes] == '\\')
            ++backslashes;
        if (backslashes % 2 == 0)
            break;
    }
    return start;
}

class TreeBuilder final : public Sax {
public:
    TreeBuilder(std::string_view text, const JsonLimits& limits)
        : m_text(text)
        , m_limits(limits)
    {
    }

    const char* furthest = nullptr;
    std::optional<Error> error;
    JsonValue root;

    bool null() override { return scalar(nullptr); }
    bool boolean(bool value) override { return scalar(value); }
    bool number_integer(number_integer_t) override { return number(); }
    bool number_unsigned(number_unsigned_t) override { return number(); }
    bool number_float(number_float_t, const string_t&) override { return number(); }
    bool string(string_t& value) override { return scalar(std::move(value)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(JsonValue::Object{}); }
    bool start_array(std::size_t) override { return open(JsonValue::Array{}); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override;
    bool parse_error(
        std::size_t position, const std::string& token, const nlohmann::detail::exception& reason) override;

private:
    struct Level {
        JsonValue* value; // stable: a container never grows while one of its elements is open
        std::unordered_set<std::string> keys;
    };

    std::size_t consumed() const { return furthest ? static_cast<std::size_t>(furthest - m_text.data()) : 0; }
    bool fail(std::size_t offset, Message problem)
    {
        error = errorAt(m_text, offset, std::move(problem));
        return false;
    }
    template <class Data>
    JsonValue* put(std::size_t offset, Data data);
    /// Puts a value that is not a container, if it is wanted.
    template <class Data>
    bool add(std::size_t offset, Data data)
    {
        const bool wanted = m_skipped == 0 && !m_skipNext;
        m_skipNext = false;
        if (wanted && (keepsTooMuch() || hasTooMany(offset)))
            return false;
        if (wanted)
            put(offset, std::move(data));
        return true;
    }
    template <class Data>
    bool scalar(Data data)
    {
        return add(tokenStart(m_text, consumed()), std::move(data));
    }
    bool number();
    bool keepsTooMuch();
    bool hasTooMany(std::size_t offset);
    template <class Data>
    bool open(Data data);
    bool close();

    std::string_view m_text;
    const JsonLimits& m_limits;
    std::vector<Level> m_levels;
    std::string m_key; // the last one read
    std::size_t m_keyOffset = 0;
    std::size_t m_keptOffset = 0; // of the last key of the top object
    bool m_skipNext = false; // the value of a key that is not kept
    int m_skipped = 0; // open containers that are not kept
    std::size_t m_values = 0; // that are kept
};

template <class Data>
JsonValue* TreeBuilder::put(std::size_t offset, Data data)
{
    JsonValue* place = &root;
    if (!m_levels.empty()) {
        JsonValue& parent = *m_levels.back().value;
        if (auto* array = std::get_if<JsonValue::Array>(&parent.data))
            place = &array->emplace_back();
        else
            place = &std::get<JsonValue::Object>(parent.data).emplace_back(JsonMember{m_key, m_keyOffset, {}}).value;
    }
    place->offset = offset;
    place->data = std::move(data);
    return place;
}

bool TreeBuilder::number()
{
    std::size_t end = consumed();
    if (end > 0 && delimits(m_text[end - 1]))
        --end; // the lexer had to read the byte after the number
    const std::size_t start = tokenStart(m_text, end);
    double value = 0;
    const auto read = std::from_chars(m_text.data() + start, m_text.data() + end, value);
    if (read.ec == std::errc::result_out_of_range) // too large was refused by the lexer: this is too small
        value = m_text[start] == '-' ? -0.0 : 0.0;
    return add(start, value);
}

template <class Data>
bool TreeBuilder::open(Data data)
{
    if (static_cast<int>(m_levels.size()) + m_skipped >= m_limits.nesting)
        return fail(
            consumed() - 1, {translatable("core", "nested too deeply; %1 levels are allowed."), {m_limits.nesting}});
    if (m_skipNext || m_skipped > 0) {
        m_skipNext = false;
        ++m_skipped;
        return true;
    }
    if (keepsTooMuch() || hasTooMany(consumed() - 1))
        return false;
    m_levels.push_back({put(consumed() - 1, std::move(data)), {}});
    return true;
}

/// A file may be large where most of it is dropped; what is kept may not.
bool TreeBuilder::keepsTooMuch()
{
    if (m_limits.keep.empty() || consumed() - m_keptOffset <= m_limits.keptBytes)
        return false;
    fail(m_keptOffset,
        {translatable("core", "this is larger than the limit of %1 MB."), {megabytes(m_limits.keptBytes)}});
    error->fault = Fault::unreadable;
    return true;
}

/// A value takes many times the memory of its text.
bool TreeBuilder::hasTooMany(std::size_t offset)
{
    if (++m_values <= m_limits.values)
        return false;
    fail(offset, {translatable("core", "there are more than %1 million values."), {megabytes(m_limits.values)}});
    error->fault = Fault::unreadable;
    return true;
}

bool TreeBuilder::close()
{
    if (m_skipped > 0)
        --m_skipped;
    else
        m_levels.pop_back();
    return true;
}

bool TreeBuilder::key(string_t& name)
{
    if (m_skipped > 0)
        return true;
    m_keyOffset = tokenStart(m_text, consumed());
    m_key = name;
    if (!m_levels.back().keys.insert(name).second)
        return fail(m_keyOffset,
            {translatable("core", "the key “%1” is given twice; each key may be given once."), {shortened(name)}});
    if (m_levels.back().keys.size() > m_limits.keys)
        return fail(m_keyOffset,
            {translatable("core", "this object has more than %1 keys."), {static_cast<std::int64_t>(m_limits.keys)}});
    const bool filtered = m_levels.size() == 1 && !m_limits.keep.empty();
    if (filtered)
        m_keptOffset = m_keyOffset;
    m_skipNext = filtered
        && std::find(m_limits.keep.begin(), m_limits.keep.end(), std::string_view(name)) == m_limits.keep.end();
    return true;
}

/// Where a text in quotation marks of more than `most` bytes begins; nothing where there is none.
std::optional<std::size_t> longString(std::string_view text, std::size_t most)
{
    for (std::size_t place = 0; text.size() > most && (place = text.find('"', place)) != std::string_view::npos;
         ++place) {
        const std::size_t start = place++;
        while (place < text.size() && text[place] != '"')
            place += text[place] == '\\' ? 2 : 1;
        if (place - start > most)
            return start;
    }
    return std::nullopt;
}

/// What nlohmann says after "syntax error", without its prefix: "unexpected '}'; expected string literal".
std::string reasonOf(const char* what)
{
    std::string_view text(what);
    for (std::string_view before : {"syntax error ", ": "})
        if (const std::size_t place = text.find(before); place != std::string_view::npos)
            text.remove_prefix(place + before.size());
    return std::string(text);
}

bool TreeBuilder::parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& reason)
{
    const std::size_t end = std::min(std::max(position, std::size_t{1}) - 1, m_text.size());
    const std::size_t start = tokenStart(m_text, end < m_text.size() && !delimits(m_text[end]) ? end + 1 : end);
    const std::string_view token = m_text.substr(start);
    if (token.starts_with("//") || token.starts_with("/*"))
        return fail(start, {translatable("core", "comments are not allowed."), {}});
    for (const char* word : {"NaN", "nan", "Infinity", "inf", "-Infinity", "-inf", "-NaN"})
        if (token.starts_with(word))
            return fail(start, {translatable("core", "%1 must be a finite number."), {m_key}});
    if (std::string_view(reason.what()).find("number overflow") != std::string_view::npos)
        return fail(start, {translatable("core", "%1 must be a finite number."), {m_key}});
    return fail(end, {translatable("core", "this is not valid JSON: %1."), {reasonOf(reason.what())}});
}

} // namespace

const JsonMember* JsonValue::find(std::string_view key) const
{
    if (const auto* members = std::get_if<Object>(&data))
        for (const JsonMember& member : *members)
            if (member.key == key)
                return &member;
    return nullptr;
}

Error errorAt(std::string_view text, std::size_t offset, Message problem)
{
    int line = 1, column = 1;
    const std::size_t start = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (std::size_t place = start; place < std::min(offset, text.size()); ++place) {
        if (text[place] == '\n') {
            ++line;
            column = 1;
        } else if ((static_cast<unsigned char>(text[place]) & 0xC0) != 0x80) { // not inside a character
            ++column;
        }
    }
    return {Fault::invalidData, {translatable("core", "Line %1, column %2: %3"), {line, column, std::move(problem)}}};
}

Result<JsonValue> parseJson(std::string_view text, const JsonLimits& limits)
{
    if (text.size() > limits.bytes)
        return Error{Fault::unreadable,
            {translatable("core", "The text is larger than the limit of %1 MB."), {megabytes(limits.bytes)}}};
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return Error{Fault::invalidData, {translatable("core", "The file is empty; a JSON object is needed."), {}}};
    if (isUtf16(text))
        return Error{Fault::invalidData, {translatable("core", "The file is UTF-16; the text must be UTF-8."), {}}};
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
        return Error{Fault::invalidData,
            {translatable("core", "Byte %1 is a NUL; JSON text is needed."), {static_cast<std::int64_t>(nul) + 1}}};
    if (const std::optional<std::size_t> bad = invalidUtf8(text))
        return Error{Fault::invalidData,
            {translatable("core", "Byte %1 is not valid UTF-8; JSON text in UTF-8 is needed."),
                {static_cast<std::int64_t>(*bad) + 1}}};

    if (const std::optional<std::size_t> start = longString(text, limits.stringBytes)) {
        Error error = errorAt(text, *start,
            {translatable("core", "this text is larger than the limit of %1 MB."), {megabytes(limits.stringBytes)}});
        error.fault = Fault::unreadable;
        return error;
    }

    TreeBuilder builder(text, limits);
    const CountingIterator first{text.data(), &builder.furthest}, last{text.data() + text.size(), &builder.furthest};
    const bool parsed = nlohmann::json::sax_parse(first, last, &builder);
    if (builder.error)
        return *std::move(builder.error);
    assert(parsed);
    static_cast<void>(parsed);
    return std::move(builder.root);
}

std::string jsonNumber(double value)
{
    assert(std::isfinite(value));
    if (value == 0 && std::signbit(value))
        return "-0.0";
    char digits[32];
    return {digits, std::to_chars(std::begin(digits), std::end(digits), value).ptr};
}

std::string jsonString(std::string_view text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string jsonList(const std::vector<std::string>& items)
{
    std::string text;
    for (const std::string& item : items)
        text += (text.empty() ? "" : ", ") + item;
    return "[" + text + "]";
}

} // namespace deltascope::reading
