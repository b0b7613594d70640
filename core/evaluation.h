// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network.h"
#include "precision.h"
#include "scaled.h"
#include "scenario.h"

#include <array>
#include <vector>

namespace deltascope {

/// Over the neurons of one layer.
struct Statistics {
    Scaled mean, standardDeviation, minimum, maximum;
};

/// What one layer does in one forward and backward pass. In a chain (one neuron a layer) the means are the values themselves.
struct LayerEvaluation {
    Statistics z;          ///< weighted input
    Statistics a;          ///< activation
    Statistics derivative; ///< f′(z)
    Scaled biasSpeed;      ///< ‖δ^l‖₂ = ‖∂C/∂b^l‖
    Scaled weightSpeed;    ///< ‖∂C/∂w^l‖_F
    int belowResolution = 0; ///< components of δ more than 10^308 below the column's largest: not dead, not resolved

    // A chain only; 0 elsewhere:
    double weight = 0;     ///< w_l
    Scaled bias;           ///< b_l
    Scaled factor;         ///< w_l f′(z_l)
    Scaled fromInput;      ///< factor_1 … factor_l = da_l/da_0
    Scaled toOutput;       ///< factor_(l+1) … factor_L = da_L/da_l; 1 at the last layer
    Scaled delta;          ///< δ^l with its sign
};

/// The results of one scenario; every size exact to about 12 digits of its log10 given the z of the forward pass.
struct Evaluation {
    bool chain = true;
    Scaled cost;
    Scaled outputGradient;   ///< ∂C/∂a^L (a chain; the norm elsewhere)
    Scaled product;          ///< da_L/da_0 (a chain; 0 elsewhere)
    Scaled condition;        ///< ∏|factor|·2⁻⁵³: what the rounding of a₀ has grown to at the output
    int noiseFrom = 0;       ///< first layer where accumulated rounding errors may change f′(z) by 1 % or more; 0: none
    std::array<PrecisionLoss, 4> precision{}; ///< in the order of floatFormats()
    std::vector<LayerEvaluation> layers;      ///< layers[l − 1] is layer l

    int depth() const { return static_cast<int>(layers.size()); }
    const LayerEvaluation& layer(int l) const { return layers[static_cast<std::size_t>(l - 1)]; }
};

/// Forward and backward pass of a valid scenario, through the one general code path for every size.
Evaluation evaluate(const Scenario& scenario);
/// The same with a network at hand (built from this scenario).
Evaluation evaluate(const Scenario& scenario, const Network& network);

} // namespace deltascope
