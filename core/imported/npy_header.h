// SPDX-License-Identifier: GPL-3.0-or-later
// The start of a .npy file (numpy.org, NEP 1): "\x93NUMPY", a version, a length, so much of a Python dictionary.
#pragma once

#include "imported/array_file.h"

#include <optional>

namespace deltascope::imported {

struct NpyHeader {
    NumberType type = NumberType::other;
    std::string typeName = {};
    bool byColumns = false; ///< the first index moves fastest (Fortran order)
    std::vector<std::size_t> shape = {};
};

inline constexpr std::size_t kNpyStart = 12; ///< so many bytes say how long the header is
inline constexpr std::size_t kMaxNpyHeader = 1u << 16;

/// Bytes up to the first number, from the first kNpyStart (fewer where there are no more); nothing where this is no
/// .npy file, or one of a longer header.
std::optional<std::size_t> npyHeaderEnd(std::string_view start);

/// Of all those bytes; nothing where they do not say what they must.
std::optional<NpyHeader> npyHeader(std::string_view bytes);

} // namespace deltascope::imported
