// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/png_text.h"

#include <zlib.h>

#include <cstdint>
#include <optional>

namespace deltascope::reading {

namespace {

constexpr std::size_t kAroundChunk = 12; // length, type, check sum

Error invalidPng(const char* english, std::vector<Argument> arguments = {})
{
    return {Fault::invalidData, {english, std::move(arguments)}};
}

std::uint32_t bigEndianLength(std::string_view four)
{
    std::uint32_t value = 0;
    for (char byte : four)
        value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

/// Cuts the text before the next NUL off the front of `rest`; nothing where there is none.
std::optional<std::string_view> cutString(std::string_view& rest)
{
    const std::size_t end = rest.find('\0');
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::string_view text = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return text;
}

/// The inflated bytes; nothing where they are damaged or more than `maxBytes`.
std::optional<std::string> inflated(std::string_view packed, std::size_t maxBytes)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data())); // zlib never writes there
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string text;
    char block[1 << 14];
    int state = Z_OK;
    while (state == Z_OK && text.size() <= maxBytes) {
        stream.next_out = reinterpret_cast<Bytef*>(block);
        stream.avail_out = sizeof block;
        state = inflate(&stream, Z_NO_FLUSH);
        text.append(block, sizeof block - stream.avail_out);
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END || text.size() > maxBytes)
        return std::nullopt;
    return text;
}

std::string fromLatin1(std::string_view latin1)
{
    std::string text;
    for (char byte : latin1) {
        const unsigned code = static_cast<unsigned char>(byte);
        if (code >= 0x80)
            text += static_cast<char>(0xC0 | code >> 6);
        text += static_cast<char>(code < 0x80 ? code : 0x80 | (code & 0x3F));
    }
    return text;
}

/// The text of a chunk whose keyword is `key`: nothing for another keyword, an Error for a damaged one.
std::optional<Result<std::string>> chunkText(
    std::string_view type, std::string_view data, std::string_view key, std::size_t maxBytes)
{
    if (type != "tEXt" && type != "zTXt" && type != "iTXt")
        return std::nullopt;
    if (cutString(data) != key)
        return std::nullopt;
    const Error damaged = invalidPng(translatable("core", "The parameters stored in this PNG image are damaged."));
    bool packed = false;
    if (type != "tEXt") {
        const std::size_t header = type == "zTXt" ? 1 : 2; // (flag and) method, which is always 0
        if (data.size() < header || data[header - 1] != 0)
            return damaged;
        packed = type == "zTXt" || data[0] != 0;
        data.remove_prefix(header);
        if (type == "iTXt" && (!cutString(data) || !cutString(data))) // language, translated keyword
            return damaged;
    }
    std::optional<std::string> text = packed ? inflated(data, maxBytes) : std::string(data);
    if (!text || text->size() > maxBytes)
        return damaged;
    return Result<std::string>(type == "iTXt" ? *std::move(text) : fromLatin1(*text));
}

} // namespace

bool pngIsWhole(std::string_view bytes)
{
    bytes.remove_prefix(std::min(kPngSignature.size(), bytes.size()));
    while (bytes.size() >= kAroundChunk) {
        const std::size_t length = bigEndianLength(bytes.substr(0, 4));
        if (length > bytes.size() - kAroundChunk)
            return false;
        if (bytes.substr(4, 4) == "IEND")
            return true;
        bytes.remove_prefix(length + kAroundChunk);
    }
    return false;
}

Result<std::string> pngText(std::string_view bytes, std::string_view key, std::size_t maxBytes)
{
    bytes.remove_prefix(std::min(kPngSignature.size(), bytes.size()));
    while (bytes.size() >= kAroundChunk) {
        const std::size_t length = bigEndianLength(bytes.substr(0, 4));
        if (length > bytes.size() - kAroundChunk)
            break;
        const std::string_view type = bytes.substr(4, 4), data = bytes.substr(8, length);
        const std::string_view checked = bytes.substr(4, 4 + length);
        if (std::optional<Result<std::string>> text = chunkText(type, data, key, maxBytes)) {
            const uLong sum =
                crc32(0, reinterpret_cast<const Bytef*>(checked.data()), static_cast<uInt>(checked.size()));
            if (sum != bigEndianLength(bytes.substr(8 + length, 4)))
                return invalidPng(translatable("core", "The parameters stored in this PNG image are damaged."));
            return *std::move(text);
        }
        if (type == "IEND")
            return invalidPng(translatable("core",
                "No parameters are stored in this PNG image; open one that Deltascope exported, or its .deltascope "
                "file."));
        bytes.remove_prefix(length + kAroundChunk);
    }
    return invalidPng(translatable("core", "This PNG image is cut off before the parameters stored in it."));
}

} // namespace deltascope::reading
