// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace deltascope {

/// A number of any size as it leaves the engine: sign −1, 0 or 1, and log10 of the absolute value. Where sign is 0 the
/// number is exactly zero and log10 means nothing (it is kept at 0).
struct Magnitude {
    int sign = 0;
    double log10 = 0;

    /// Smaller or larger than the engine holds: the logarithm is where its exponent ends, not that of the number.
    constexpr bool beyondRange() const { return sign != 0 && (log10 >= kLargestLog10 || log10 <= -kLargestLog10); }
    static constexpr double kLargestLog10 = 1.388e18; ///< of 2^(2^62): where the exponent of `Scaled` saturates

    bool operator==(const Magnitude&) const = default;
};

} // namespace deltascope
