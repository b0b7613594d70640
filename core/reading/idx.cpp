// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/idx.h"

#include "reading/gzip.h"
#include "reading/reading_limits.h"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <optional>
#include <span>

namespace deltascope::reading {

namespace {

Error invalidIdx(const char* english, std::vector<Argument> arguments)
{
    return {Fault::invalidData, {english, std::move(arguments)}};
}

std::uint32_t bigEndianCount(std::string_view bytes)
{
    std::uint32_t value = 0;
    for (const char byte : bytes.substr(0, 4))
        value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

std::string hexadecimal(std::uint32_t value)
{
    char text[11];
    std::snprintf(text, sizeof text, "0x%08x", static_cast<unsigned>(value));
    return text;
}

std::size_t headerSize(int dimensions)
{
    return 4 * (static_cast<std::size_t>(dimensions) + 1);
}

Argument number(std::size_t bytes)
{
    return Real{static_cast<double>(bytes), 17};
}

struct Header {
    std::vector<std::uint32_t> sizes;
    std::size_t bytes = 0; // that must follow
};

Result<Header> readHeader(std::string_view start, int dimensions)
{
    if (start.size() < headerSize(dimensions))
        return invalidIdx(translatable("core", "it has %1 bytes, fewer than the %2 of an IDX header."),
            {number(start.size()), number(headerSize(dimensions))});
    const std::uint32_t expected = 0x800u + static_cast<std::uint32_t>(dimensions), magic = bigEndianCount(start);
    if (magic != expected)
        return invalidIdx(translatable("core", "its magic number is %1; %2 was expected."),
            {hexadecimal(magic), hexadecimal(expected)});
    Header header{{}, 1};
    for (int i = 1; i <= dimensions; ++i) {
        const std::uint32_t size = bigEndianCount(start.substr(4 * static_cast<std::size_t>(i)));
        if (size == 0)
            return invalidIdx(translatable("core", "its dimension %1 has the size 0."), {i});
        if (header.bytes > std::numeric_limits<std::size_t>::max() / 2 / size)
            return invalidIdx(translatable("core", "its sizes multiply to more bytes than any file has."), {});
        header.bytes *= size;
        header.sizes.push_back(size);
    }
    return header;
}

Error wrongLength(std::size_t expected, std::size_t actual)
{
    return invalidIdx(translatable("core", "its header promises %1 bytes after it, but there are %2."),
        {number(expected), number(actual)});
}

std::optional<Error> tooMuch(const Header& header)
{
    if (header.bytes <= kMaxIdxBytes)
        return std::nullopt;
    return invalidIdx(translatable("core", "its header promises %1 GB; %2 GB are the limit."),
        {Real{static_cast<double>(header.bytes) / 1e9, 3}, Real{static_cast<double>(kMaxIdxBytes) / 1e9, 3}});
}

/// Bytes of the entries that are kept.
std::size_t keptBytes(const Header& header, const IdxWanted& wanted)
{
    const bool alike = wanted.sizes.empty() || std::ranges::equal(std::span(header.sizes).subspan(1), wanted.sizes);
    const std::size_t count = header.sizes.front();
    return alike ? header.bytes / count * std::min(count, wanted.entries) : 0;
}

Result<IdxArray> readPlain(std::string_view file, int dimensions, const IdxWanted& wanted)
{
    Result<Header> header = readHeader(file, dimensions);
    if (!header)
        return header.error();
    const std::string_view rest = file.substr(headerSize(dimensions));
    if (rest.size() != header->bytes)
        return wrongLength(header->bytes, rest.size());
    return IdxArray{header->sizes, std::string(rest.substr(0, keptBytes(*header, wanted)))};
}

Result<IdxArray> readCompressed(
    std::string_view file, int dimensions, const IdxWanted& wanted, const std::stop_token& stop)
{
    GzipReader reader(file);
    std::string start;
    if (std::optional<Error> error = reader.readUpTo(start, headerSize(dimensions)))
        return *std::move(error);
    Result<Header> header = readHeader(start, dimensions);
    if (!header)
        return header.error();
    if (header->bytes / kMaxInflation > file.size())
        return invalidIdx(translatable("core", "its header promises %1 bytes, more than %2 compressed ones can hold."),
            {number(header->bytes), number(file.size())});
    if (std::optional<Error> error = tooMuch(*header))
        return *std::move(error);
    IdxArray array{header->sizes, {}};
    const std::size_t kept = keptBytes(*header, wanted);
    array.bytes.reserve(kept);
    for (std::size_t next = 0; array.bytes.size() < kept && !reader.ended() && !stop.stop_requested();) {
        next = std::min(next + kReadingPiece, kept);
        if (std::optional<Error> error = reader.readUpTo(array.bytes, next))
            return *std::move(error);
    }
    std::size_t length = array.bytes.size();
    if (std::optional<Error> error =
            reader.skip(header->bytes - length + 1, length, stop)) // one more: what is too long
        return *std::move(error);
    if (stop.stop_requested())
        return IdxArray{};
    if (length > header->bytes)
        return invalidIdx(
            translatable("core", "it holds more than the %1 bytes that its header promises."), {number(header->bytes)});
    if (length < header->bytes || !reader.ended())
        return wrongLength(header->bytes, length);
    return array;
}

} // namespace

Result<IdxArray> readIdx(std::string_view file, int dimensions, const IdxWanted& wanted, const std::stop_token& stop)
{
    if (file.empty())
        return invalidIdx(translatable("core", "the file is empty."), {});
    return isGzip(file) ? readCompressed(file, dimensions, wanted, stop) : readPlain(file, dimensions, wanted);
}

} // namespace deltascope::reading
