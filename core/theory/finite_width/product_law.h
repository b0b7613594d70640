// SPDX-License-Identifier: GPL-3.0-or-later
// The law of a product of many independent factors (backward_factor.h), from its characteristic function.
// core/maths.md 16.3.
#pragma once

#include "theory/finite_width/backward_factor.h"

#include <complex>
#include <map>
#include <span>
#include <vector>

namespace deltascope::finite_width {

/// Of ln of a product: the quantiles of 5, 50 and 95 %.
struct LogQuantiles {
    double p05 = 0, median = 0, p95 = 0;
    bool operator==(const LogQuantiles&) const = default;
};

/// Products of so many factors of each kind, given that none of them is 0. Quantiles to about 1e-9.
class ProductLaw {
public:
    explicit ProductLaw(std::vector<BackwardFactor> kinds);

    const std::vector<BackwardFactor>& kinds() const { return m_kinds; }
    /// counts[i] factors of kind i; all quantiles are 0 where there is none.
    LogQuantiles quantiles(std::span<const int> counts);
    double mean(std::span<const int> counts) const; ///< of ln
    double variance(std::span<const int> counts) const; ///< of ln
    double logMean(std::span<const int> counts) const; ///< ln of the mean of the product itself, zeros too
    double dead(std::span<const int> counts) const; ///< the chance that a factor is 0

private:
    using Column = std::vector<std::complex<double>>; // ln E factor^(it) of each kind at one t
    const Column& column(int exponent, std::size_t j);

    std::vector<BackwardFactor> m_kinds;
    std::map<int, std::vector<Column>> m_columns; // by log2 of the period: at t = 2π(j + 1)/period
};

} // namespace deltascope::finite_width
