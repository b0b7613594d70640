// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace deltascope::evaluation {

/// What of an Evaluation somebody reads; everything, where nothing else is said. What nobody reads may be left out: it
/// then stays as an empty Evaluation has it. What is there has the same bits either way.
struct Parts {
    bool statistics = true; ///< of z, a and f′, layer by layer
    bool factors = true; ///< of a chain what it has on its way forward: z, a, slopes, factors, products
    bool speeds = true; ///< of the biases, and δ
    bool cost = true;
    bool others = true; ///< all the rest: speeds of the weights, what rounding does, targets out of reach …

    bool operator==(const Parts&) const = default;
};

inline constexpr Parts kNothing{.statistics = false, .factors = false, .speeds = false, .cost = false, .others = false};
inline constexpr Parts kStatistics{
    .statistics = true, .factors = false, .speeds = false, .cost = false, .others = false};
inline constexpr Parts kFactors{.statistics = false, .factors = true, .speeds = false, .cost = false, .others = false};
inline constexpr Parts kSpeeds{.statistics = false, .factors = false, .speeds = true, .cost = false, .others = false};
inline constexpr Parts kCost{.statistics = false, .factors = false, .speeds = false, .cost = true, .others = false};

} // namespace deltascope::evaluation
