// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/gzip.h"

#include "reading/reading_limits.h"

#include <algorithm>
#include <limits>
#include <new>
#include <zlib.h>

namespace deltascope::reading {

struct GzipReader::State {
    z_stream stream{};
    std::string_view rest; // not yet given to zlib
    bool ended = false;

    /// True where another member follows, as of `cat a.gz b.gz` (RFC 1952, 2.2); what is no member is left alone.
    bool nextMember()
    {
        const std::string_view own(reinterpret_cast<const char*>(stream.next_in), stream.avail_in);
        const bool follows = own.size() >= 2 ? isGzip(own) : own.empty() && isGzip(rest);
        return follows && inflateReset(&stream) == Z_OK;
    }
};

bool isGzip(std::string_view bytes)
{
    return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

GzipReader::GzipReader(std::string_view bytes)
    : m_state(std::make_unique<State>())
{
    m_state->rest = bytes;
    if (inflateInit2(&m_state->stream, 15 + 16) != Z_OK) // gzip with the largest window
        throw std::bad_alloc();
}

GzipReader::~GzipReader()
{
    inflateEnd(&m_state->stream);
}

bool GzipReader::ended() const
{
    return m_state->ended;
}

std::optional<Error> GzipReader::readUpTo(std::string& out, std::size_t size)
{
    constexpr std::size_t kPiece = 1 << 16;
    z_stream& stream = m_state->stream;
    while (out.size() < size && !m_state->ended) {
        if (stream.avail_in == 0) {
            constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
            const std::size_t count = std::min(m_state->rest.size(), kMost);
            stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(m_state->rest.data()));
            stream.avail_in = static_cast<uInt>(count);
            m_state->rest.remove_prefix(count);
        }
        const std::size_t before = out.size(), piece = std::min(kPiece, size - before);
        out.resize(before + piece);
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
        stream.avail_out = static_cast<uInt>(piece);
        const int code = inflate(&stream, Z_NO_FLUSH);
        out.resize(before + piece - stream.avail_out);
        if (code == Z_STREAM_END && !m_state->nextMember())
            m_state->ended = true;
        if (code == Z_BUF_ERROR && stream.avail_in == 0 && m_state->rest.empty())
            return Error{Fault::invalidData, {translatable("core", "the gzip data end too early."), {}}};
        if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
            return Error{Fault::invalidData, {translatable("core", "the gzip data are damaged."), {}}};
    }
    return std::nullopt;
}

std::optional<Error> GzipReader::skip(std::size_t size, std::size_t& passed, const std::stop_token& stop)
{
    std::string piece;
    while (size > 0 && !ended() && !stop.stop_requested()) {
        piece.clear();
        if (std::optional<Error> error = readUpTo(piece, std::min(size, kReadingPiece)))
            return error;
        size -= piece.size();
        passed += piece.size();
    }
    return std::nullopt;
}

Result<std::string> inflated(std::string_view gzip, std::size_t maxBytes, const std::stop_token& stop)
{
    GzipReader reader(gzip);
    std::string text;
    text.reserve(std::min(maxBytes, gzip.size() * 8)); // while a text grows it is there twice
    while (!reader.ended() && text.size() <= maxBytes) {
        if (stop.stop_requested())
            return std::string();
        if (text.size() == text.capacity())
            text.reserve(std::min(2 * text.size(), maxBytes + 1));
        if (std::optional<Error> error = reader.readUpTo(text, std::min(text.size() + kReadingPiece, maxBytes + 1)))
            return *std::move(error);
    }
    if (text.size() > maxBytes)
        return Error{Fault::invalidData,
            {translatable("core", "it is larger than the limit of %1 MB when it is unpacked."),
                {Real{static_cast<double>(maxBytes) / 1e6, 4}}}};
    return text;
}

} // namespace deltascope::reading
