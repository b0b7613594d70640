// SPDX-License-Identifier: GPL-3.0-or-later
// IDX, the format of MNIST (LeCun, Cortes & Burges 1998): a magic number 0x0000080d with d dimensions of unsigned
// bytes, d sizes as big-endian 32-bit numbers, then the bytes, the last dimension fastest. Plain or in gzip.
#pragma once

#include "result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace deltascope {

struct IdxArray {
    std::vector<std::uint32_t> sizes;
    std::string bytes; ///< the product of the sizes

    std::size_t count() const { return sizes.front(); }
    std::size_t entry() const { return bytes.size() / (sizes.front() == 0 ? 1 : sizes.front()); } ///< bytes of one
};

/// An array of so many dimensions (1 labels, 3 images) out of a whole file's bytes. Errors (Fault::invalidData): a
/// wrong magic number, more or fewer bytes than the sizes say, damaged gzip. Every check comes before memory is taken.
Result<IdxArray> readIdx(std::string_view file, int dimensions);

} // namespace deltascope
