// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset.h"
#include "learning_speeds.h"
#include "message.h"
#include "network.h"
#include "precision.h"
#include "scaled.h"
#include "scenario.h"

#include <array>
#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope {

/// Over the neurons of one layer and the examples.
struct Statistics {
    Scaled mean, standardDeviation, minimum, maximum;
};

/// What one layer does in one forward and backward pass. In a chain on one example the means are the values themselves.
struct LayerEvaluation {
    Statistics z; ///< weighted input
    Statistics a; ///< activation, residual connection included
    Statistics derivative; ///< f′(z)
    LearningSpeeds speed; ///< ‖δ^l‖ in its three ways, ‖∂C/∂w^l‖_F
    int belowResolution = 0; ///< components of δ more than 10^308 below the column's largest: not dead, not resolved

    // A chain only, of its first example; 0 elsewhere:
    double weight = 0; ///< w_l
    Scaled bias; ///< b_l
    Scaled weightedInput; ///< z_l
    Scaled slope; ///< f′(z_l)
    Scaled activation; ///< a_l
    Scaled factor; ///< da_l/da_(l−1) = w_l f′(z_l), + α with a residual connection
    Scaled fromInput; ///< factor_1 … factor_l = da_l/da_0
    Scaled toOutput; ///< factor_(l+1) … factor_L = da_L/da_l; 1 at the last layer
    Scaled delta; ///< δ^l with its sign
};

/// The results of one scenario; every size exact to about 12 digits of its log10 given the z of the forward pass.
struct Evaluation {
    bool chain = true;
    int examples = 1;
    bool inputsAreZero = false; ///< all of them, exactly
    Scaled cost; ///< mean over the examples
    Scaled
        outputGradient; ///< ‖∂C/∂a^L‖, over a batch the root of its mean square; of one output and one example signed
    Scaled firstOutputGradient; ///< ∂C/∂a_L of a chain's first example (0 elsewhere)
    Scaled product; ///< da_L/da_0 (a chain; 0 elsewhere)
    Scaled condition; ///< ∏|factor|·2⁻⁵³: what the rounding of a₀ has grown to at the output
    Message unreachableTarget; ///< that the output cannot reach its targets, and the least cost there is; empty: it can
    int noiseFrom = 0; ///< first layer where accumulated rounding errors may change f′(z) by 1 % or more; 0: none
    std::vector<Scaled> outputSpeeds; ///< ‖δ^L‖ of each example
    std::array<PrecisionLoss, 4> precision{}; ///< in the order of floatFormats()
    std::vector<LayerEvaluation> layers; ///< layers[l − 1] is layer l
    /// By layer, where a δ is smaller than Scaled holds: what the ratios of speeds are taken from. Empty elsewhere.
    std::vector<RelativeSpeeds> relative;

    int depth() const { return static_cast<int>(layers.size()); }
    const LayerEvaluation& layer(int l) const { return layers[static_cast<std::size_t>(l - 1)]; }
};

/// How many times as fast as the reference a layer learns. The product of what lies between the two: right also where
/// both speeds are beyond Scaled's range, of which a quotient says nothing. The reference's speed must not be 0.
Scaled speedRatio(const Evaluation& evaluation, int layer, int reference,
    Scaled LearningSpeeds::*speed = &LearningSpeeds::normOfMean);
/// True where a layer learns more slowly than another one, also beyond range.
bool learnsSlower(
    const Evaluation& evaluation, int layer, int than, Scaled LearningSpeeds::*speed = &LearningSpeeds::normOfMean);
/// The first layer with a bias speed beyond Scaled's range; 0: none.
int firstBeyondRange(const Evaluation& evaluation);

/// Forward and backward pass of a valid scenario on its data, through the one general code path for every size.
Evaluation evaluate(const Scenario& scenario, const Dataset& data);
/// The same with a network at hand (built from this scenario and these data). Nothing where stop was requested.
std::optional<Evaluation> evaluate(const Scenario& scenario, const Dataset& data, const Network& network,
    const std::stop_token& stop = {}, const Watch& watch = {});

} // namespace deltascope
