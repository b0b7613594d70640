// SPDX-License-Identifier: GPL-3.0-or-later
// The derivative of a network's first output along a line of inputs, and how much it is like itself a little further
// on: brown noise in shallow networks, white in deep ones (Balduzzi et al. 2017). core/maths.md 16.11.
#pragma once

#include "data/dataset.h"
#include "network/network.h"
#include "numerics/scaled.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::results {

struct LineGradient {
    static constexpr int kPoints = 256;
    std::vector<double> at; ///< t: the input is t times `direction`
    /// d a^L_1/dt in units of `size`; under batch normalization, where the points are one batch, of the sum of their
    /// outputs. Empty where it is 0 everywhere.
    std::vector<double> gradient;
    numerics::Scaled size; ///< the root mean square of d a^L_1/dt
    std::vector<double>
        autocorrelation; ///< of lag 0, 1, … points, less the mean; empty where it is the same everywhere
    bool alongFirst = false; ///< the direction is the first example; else every component is 1
    bool coupled = false; ///< the points are a batch
    bool operator==(const LineGradient&) const = default;
};

/// R(k) = Σ(x_i − x̄)(x_(i+k) − x̄)/Σ(x_i − x̄)² for k = 0 … count/2; empty where all are alike to 1e-12.
std::vector<double> autocorrelation(const std::vector<double>& values);

/// From t = −2 to 2. Nothing where stop was requested.
std::optional<LineGradient> lineGradient(
    const network::Network& network, const data::Dataset& data, const std::stop_token& stop = {});

} // namespace deltascope::results
