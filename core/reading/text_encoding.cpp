// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/text_encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace deltascope::reading {

namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The length of the well-formed sequence at the start of `text`, or 0 (Unicode standard, table 3-7).
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t index) -> unsigned {
        return index < text.size() ? static_cast<unsigned char>(text[index]) : 0u;
    };
    const auto within = [](unsigned value, unsigned lower, unsigned upper) { return value >= lower && value <= upper; };
    const auto continues = [&](std::size_t index) { return within(byte(index), 0x80, 0xBF); };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    if (within(first, 0xC2, 0xDF))
        return continues(1) ? 2 : 0;
    if (within(first, 0xE0, 0xEF)) {
        const unsigned lower = first == 0xE0 ? 0xA0 : 0x80, upper = first == 0xED ? 0x9F : 0xBF;
        return within(byte(1), lower, upper) && continues(2) ? 3 : 0;
    }
    if (within(first, 0xF0, 0xF4)) {
        const unsigned lower = first == 0xF0 ? 0x90 : 0x80, upper = first == 0xF4 ? 0x8F : 0xBF;
        return within(byte(1), lower, upper) && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

} // namespace

std::optional<std::size_t> invalidUtf8(std::string_view text)
{
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t length = sequenceLength(text.substr(offset, 4));
        if (length == 0)
            return offset;
        offset += length;
    }
    return std::nullopt;
}

bool isUtf16(std::string_view text)
{
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

std::optional<std::string> utf8OfUtf16(std::string_view text, std::size_t maxBytes)
{
    const std::size_t low = text.starts_with("\xFF\xFE") ? 0 : 1;
    const auto unit = [&](std::size_t place) -> std::uint32_t {
        const auto byte = [&](std::size_t i) {
            return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
        };
        return byte(place + low) | byte(place + 1 - low) << 8;
    };
    if (text.size() % 2 != 0)
        return std::nullopt;
    std::string utf8;
    utf8.reserve(std::min(text.size() / 2 + 16, maxBytes)); // most tables are ASCII
    for (std::size_t place = 2; place < text.size(); place += 2) {
        std::uint32_t code = unit(place);
        if (code >= 0xD800 && code < 0xE000) {
            const std::uint32_t second = place + 2 < text.size() ? unit(place + 2) : 0;
            if (code >= 0xDC00 || second < 0xDC00 || second >= 0xE000)
                return std::nullopt;
            code = 0x10000 + ((code & 0x3FF) << 10 | (second & 0x3FF));
            place += 2;
        }
        const int more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
        constexpr std::uint32_t kFirst[] = {0, 0xC0, 0xE0, 0xF0};
        utf8 += static_cast<char>(kFirst[more] | code >> 6 * more);
        for (int i = more - 1; i >= 0; --i)
            utf8 += static_cast<char>(0x80 | (code >> 6 * i & 0x3F));
        if (utf8.size() > maxBytes)
            return std::nullopt;
    }
    return utf8;
}

std::string shortened(std::string_view text)
{
    constexpr std::size_t kMost = 60;
    std::size_t count = 0;
    for (std::size_t place = 0; place < text.size(); ++place)
        if ((static_cast<unsigned char>(text[place]) & 0xC0) != 0x80 && ++count > kMost) // not inside a character
            return std::string(text.substr(0, place)) + "…";
    return std::string(text);
}

std::string toBase64(std::string_view bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t place = 0; place < bytes.size(); place += 3) {
        const std::string_view group = bytes.substr(place, 3);
        std::uint32_t bits = 0;
        for (std::size_t index = 0; index < 3; ++index)
            bits = bits << 8 | (index < group.size() ? static_cast<unsigned char>(group[index]) : 0u);
        for (std::size_t index = 0; index < 4; ++index)
            text += index <= group.size() ? kAlphabet[bits >> (18 - 6 * index) & 63u] : '=';
    }
    return text;
}

std::optional<std::string> fromBase64(std::string_view text)
{
    std::string bytes;
    std::uint32_t bits = 0;
    int characters = 0, padding = 0;
    for (char character : text) {
        if (character == ' ' || character == '\n' || character == '\r' || character == '\t')
            continue;
        const std::size_t value = kAlphabet.find(character);
        if (character == '=')
            ++padding;
        else if (value == std::string_view::npos || padding > 0)
            return std::nullopt;
        bits = bits << 6 | (character == '=' ? 0u : static_cast<std::uint32_t>(value));
        if (++characters % 4 == 0)
            for (int index = 0; index < 3 - padding; ++index)
                bytes += static_cast<char>(bits >> (16 - 8 * index) & 0xFFu);
    }
    if (characters % 4 != 0 || padding > 2)
        return std::nullopt;
    return bytes;
}

} // namespace deltascope::reading
