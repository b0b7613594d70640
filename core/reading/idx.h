// SPDX-License-Identifier: GPL-3.0-or-later
// IDX, the format of MNIST (LeCun, Cortes & Burges 1998): a magic number 0x0000080d with d dimensions of unsigned
// bytes, d sizes as big-endian 32-bit numbers, then the bytes, the last dimension fastest. Plain or in gzip.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <limits>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace deltascope::reading {

struct IdxArray {
    std::vector<std::uint32_t> sizes; ///< as the file has them
    std::string bytes; ///< of the entries that are kept: the product of the sizes where all are

    std::size_t count() const { return sizes.front(); }
    std::size_t entry() const ///< bytes of one
    {
        std::size_t product = 1;
        for (std::size_t i = 1; i < sizes.size(); ++i)
            product *= sizes[i];
        return product;
    }
};

/// What is kept of an array; the rest is only read for its length and its checksum.
struct IdxWanted {
    std::size_t entries = std::numeric_limits<std::size_t>::max(); ///< the first so many
    std::vector<std::uint32_t> sizes = {}; ///< of one entry; where the file has others nothing is kept. Empty: any
};

/// An array of so many dimensions (1 labels, 3 images) out of a whole file's bytes. Errors (Fault::invalidData): a
/// wrong magic number, more or fewer bytes than the sizes say, more than kMaxIdxBytes, damaged gzip. Every check comes
/// before memory is taken. An array without sizes where stop was requested.
Result<IdxArray> readIdx(
    std::string_view file, int dimensions, const IdxWanted& wanted = {}, const std::stop_token& stop = {});

} // namespace deltascope::reading
