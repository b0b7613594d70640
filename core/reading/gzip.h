// SPDX-License-Identifier: GPL-3.0-or-later
// Gzip as strangers send it (RFC 1952): inflated piece by piece up to a size that the caller sets, so that a small file
// never becomes large memory; the checksum and the end are checked.
#pragma once

#include "base/result.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace deltascope::reading {

bool isGzip(std::string_view bytes);

/// No gzip stream is more than so many times as large inflated: the format allows no more.
inline constexpr std::size_t kMaxInflation = 1032;

/// The inflated bytes of one gzip stream, which must outlive this.
class GzipReader {
public:
    explicit GzipReader(std::string_view bytes);
    ~GzipReader();

    /// Appends to `out` until it holds `size` bytes or the stream has ended. Errors (Fault::invalidData): corrupt or
    /// truncated streams, wrong checksums.
    std::optional<Error> readUpTo(std::string& out, std::size_t size);
    /// Goes over `size` bytes, or to the end of the stream, without keeping them; adds to `passed` how many there were.
    std::optional<Error> skip(std::size_t size, std::size_t& passed, const std::stop_token& stop = {});
    bool ended() const; ///< everything was read and the checksum is right

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// All of a stream. Errors (Fault::invalidData): those of GzipReader, and more than `maxBytes`. An empty text where
/// stop was requested.
Result<std::string> inflated(std::string_view gzip, std::size_t maxBytes, const std::stop_token& stop = {});

} // namespace deltascope::reading
