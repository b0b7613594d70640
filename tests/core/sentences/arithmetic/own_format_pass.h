// SPDX-License-Identifier: GPL-3.0-or-later
// A chain with one example computed in a float format, every operation rounded: what the sentences about formats are
// held against. Wide networks, where the order of sums matters, are left to format_arithmetic_test. core/maths.md 6.4.
#pragma once

#include "core/sentences/arithmetic/own_formats.h"
#include "core/sentences/statement.h"

#include <optional>
#include <vector>

namespace deltascope::sentences {

struct OwnFormatPass {
    std::vector<long double> delta; ///< delta[l − 1]: δ of layer l; 0, ±∞ and NaN are what the format makes of it
    int overflowsAt = -1; ///< first layer (0: input) with an ∞ or NaN on the way forward; −1: none
    int silentAt = -1; ///< first layer (0: input) before the last whose activation is 0; −1: none

    bool isZero(int l) const { return delta[static_cast<std::size_t>(l - 1)] == 0; }
    bool isNumber(int l) const
    {
        return !std::isnan(delta[static_cast<std::size_t>(l - 1)])
            && !std::isinf(delta[static_cast<std::size_t>(l - 1)]);
    }
    bool isNaN(int l) const { return std::isnan(delta[static_cast<std::size_t>(l - 1)]); }
};

/// Nothing of what this test does not compute.
std::optional<OwnFormatPass> computedIn(const OwnFormat& format, const Statement& say);

} // namespace deltascope::sentences
