// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "data/dataset.h"
#include "evaluation/parts.h"
#include "evaluation/precision_loss.h"
#include "model/scenario.h"
#include "network/learning_speeds.h"
#include "network/network.h"
#include "numerics/scaled.h"

#include <array>
#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::evaluation {

/// Over the neurons of one layer and the examples.
struct Statistics {
    numerics::Scaled mean, standardDeviation, minimum, maximum;
    bool operator==(const Statistics&) const = default;
};

/// What one layer does in one forward and backward pass. In a chain on one example the means are the values themselves.
struct LayerEvaluation {
    Statistics z; ///< weighted input
    Statistics a; ///< activation, residual connection included
    Statistics derivative; ///< f′(z)
    double branch = 1; ///< s, by which a residual layer multiplies f(z)
    network::LearningSpeeds speed; ///< ‖δ^l‖ in its three ways, ‖∂C/∂w^l‖_F
    int belowResolution = 0; ///< components of δ more than 10^308 below the column's largest: not dead, not resolved

    // A chain only, of its first example; 0 elsewhere:
    double weight = 0; ///< w_l
    numerics::Scaled bias; ///< b_l
    numerics::Scaled weightedInput; ///< z_l
    numerics::Scaled slope; ///< f′(z_l)
    numerics::Scaled activation; ///< a_l
    numerics::Scaled factor; ///< da_l/da_(l−1) = w_l f′(z_l), s w_l f′(z_l) + α with a residual connection
    std::vector<numerics::Scaled>
        paths; ///< that add up to it, but for α: network::pathNames; empty where it is w_l f′(z_l)
    numerics::Scaled fromInput; ///< factor_1 … factor_l = da_l/da_0
    numerics::Scaled toOutput; ///< factor_(l+1) … factor_L = da_L/da_l; 1 at the last layer
    numerics::Scaled delta; ///< δ^l with its sign
    bool operator==(const LayerEvaluation&) const = default;
};

/// The results of one scenario; every size exact to about 12 digits of its log10 given the z of the forward pass.
struct Evaluation {
    bool chain = true;
    int examples = 1;
    bool inputsAreZero = false; ///< all of them, exactly
    numerics::Scaled cost; ///< mean over the examples
    numerics::Scaled
        outputGradient; ///< ‖∂C/∂a^L‖, over a batch the root of its mean square; of one output and one example signed
    numerics::Scaled firstOutputGradient; ///< ∂C/∂a_L of a chain's first example (0 elsewhere)
    numerics::Scaled product; ///< da_L/da_0 (a chain; 0 elsewhere)
    numerics::Scaled condition; ///< ∏|factor|·2⁻⁵³: what the rounding of a₀ has grown to at the output
    Message unreachableTarget; ///< that the output cannot reach its targets, and the least cost there is; empty: it can
    int noiseFrom = 0; ///< first layer where accumulated rounding errors may change f′(z) by 1 % or more; 0: none
    std::vector<numerics::Scaled> outputSpeeds; ///< ‖δ^L‖ of each example
    std::array<PrecisionLoss, 4> precision{}; ///< in the order of floatFormats()
    std::vector<LayerEvaluation> layers; ///< layers[l − 1] is layer l
    /// By layer, where a δ is smaller than Scaled holds: what the ratios of speeds are taken from. Empty elsewhere.
    std::vector<network::RelativeSpeeds> relative;

    int depth() const { return static_cast<int>(layers.size()); }
    const LayerEvaluation& layer(int l) const { return layers[static_cast<std::size_t>(l - 1)]; }
    bool operator==(const Evaluation&) const = default;
};

/// How many times as fast as the reference a layer learns. The product of what lies between the two: right also where
/// both speeds are beyond Scaled's range, of which a quotient says nothing. The reference's speed must not be 0.
numerics::Scaled speedRatio(const Evaluation& evaluation, int layer, int reference,
    numerics::Scaled network::LearningSpeeds::*speed = &network::LearningSpeeds::normOfMean);
/// True where a layer learns more slowly than another one, also beyond range.
bool learnsSlower(const Evaluation& evaluation, int layer, int than,
    numerics::Scaled network::LearningSpeeds::*speed = &network::LearningSpeeds::normOfMean);
/// The first layer with a bias speed beyond Scaled's range; 0: none.
int firstBeyondRange(const Evaluation& evaluation);

/// Forward and backward pass of a valid scenario on its data, through the one general code path for every size.
Evaluation evaluate(const model::Scenario& scenario, const data::Dataset& data);
/// The same with a network at hand (built from this scenario and these data), or some parts of it. Nothing where stop
/// was requested.
std::optional<Evaluation> evaluate(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, const std::stop_token& stop = {}, const Watch& watch = {}, Parts parts = {});

} // namespace deltascope::evaluation
