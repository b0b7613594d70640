// SPDX-License-Identifier: GPL-3.0-or-later
#include "imported/npy_header.h"

#include "reading/text_encoding.h"

#include <charconv>

namespace deltascope::imported {

namespace {

constexpr std::string_view kMagic = "\x93NUMPY";

/// What stands behind 'key': in the dictionary.
std::optional<std::string_view> valueOf(std::string_view dictionary, std::string_view key)
{
    for (const char quote : {'\'', '"'}) {
        const std::string quoted = quote + std::string(key) + quote;
        const std::size_t place = dictionary.find(quoted);
        if (place == std::string_view::npos)
            continue;
        std::string_view rest = dictionary.substr(place + quoted.size());
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
        if (!rest.starts_with(':'))
            return std::nullopt;
        rest.remove_prefix(1);
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
        return rest;
    }
    return std::nullopt;
}

/// (300, 784), (10,) or ().
std::optional<std::vector<std::size_t>> tupleIn(std::string_view text)
{
    const std::size_t end = text.find(')');
    if (!text.starts_with('(') || end == std::string_view::npos)
        return std::nullopt;
    text = text.substr(1, end - 1);
    std::vector<std::size_t> sizes;
    while (text.find_first_not_of(' ') != std::string_view::npos) {
        text.remove_prefix(text.find_first_not_of(' '));
        std::size_t size = 0;
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), size);
        if (error != std::errc() || sizes.size() == 16)
            return std::nullopt;
        sizes.push_back(size);
        text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        if (text.empty())
            break;
        if (!text.starts_with(','))
            return std::nullopt;
        text.remove_prefix(1);
    }
    return sizes;
}

NumberType typeNamed(std::string_view name)
{
    return name == "<f8" ? NumberType::float64
        : name == "<f4"  ? NumberType::float32
        : name == "<f2"  ? NumberType::float16
                         : NumberType::other;
}

} // namespace

std::optional<std::size_t> npyHeaderEnd(std::string_view start)
{
    if (start.size() < kNpyStart || !start.starts_with(kMagic))
        return std::nullopt;
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(start[i])); };
    const std::size_t version = byte(6);
    const std::size_t end =
        version == 1 ? 10 + (byte(8) | byte(9) << 8) : 12 + (byte(8) | byte(9) << 8 | byte(10) << 16 | byte(11) << 24);
    if (version < 1 || version > 3 || end < kNpyStart || end > kMaxNpyHeader)
        return std::nullopt;
    return end;
}

std::optional<NpyHeader> npyHeader(std::string_view bytes)
{
    const std::optional<std::size_t> end = npyHeaderEnd(bytes.substr(0, kNpyStart));
    if (!end || *end > bytes.size())
        return std::nullopt;
    const std::string_view dictionary = bytes.substr(bytes[6] == 1 ? 10 : 12, *end - (bytes[6] == 1 ? 10 : 12));
    const auto type = valueOf(dictionary, "descr"), order = valueOf(dictionary, "fortran_order"),
               shape = valueOf(dictionary, "shape");
    if (!type || type->empty() || !order || !shape)
        return std::nullopt;
    const auto sizes = tupleIn(*shape);
    const bool byColumns = order->starts_with("True");
    if (!sizes || (!byColumns && !order->starts_with("False")))
        return std::nullopt;
    NpyHeader header{.byColumns = byColumns, .shape = *sizes};
    const char quote = type->front();
    const std::size_t last = quote == '\'' || quote == '"' ? type->find(quote, 1) : std::string_view::npos;
    if (last != std::string_view::npos) { // else a record of several types
        header.type = typeNamed(type->substr(1, last - 1));
        header.typeName = reading::shortened(type->substr(1, last - 1));
    }
    return header;
}

} // namespace deltascope::imported
