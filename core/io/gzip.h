// SPDX-License-Identifier: GPL-3.0-or-later
// Gzip as strangers send it (RFC 1952): inflated piece by piece up to a size that the caller sets, so that a small file
// never becomes large memory; the checksum and the end are checked.
#pragma once

#include "result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace deltascope {

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
    bool ended() const; ///< everything was read and the checksum is right

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace deltascope
