// SPDX-License-Identifier: GPL-3.0-or-later
// Mean field theory beside the measurement: what it predicts of each layer of a scenario's network.
#pragma once

#include "evaluation.h"
#include "message.h"
#include "theory/mean_field.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope {

/// One layer on average over all networks of a random rule, in the limit of wide layers. With g^l = ∂C/∂a^l and
/// δ^l = f′(z^l) ⊙ g^l: E‖δ^l‖² = slopeSquare·E‖g^l‖² and E‖g^(l−1)‖² = backFactor·E‖g^l‖².
struct MeanFieldLayer {
    Scaled meanSquare; ///< q^l of z^l
    Scaled slopeSquare; ///< ∫Dz f′(√q^l z)²
    Scaled weightFactor; ///< σ_w² of this layer, over v + ε under layer normalization: E‖g^(l−1)‖²/E‖δ^l‖² without α
    double residual = 0; ///< α of this layer

    Scaled backFactor() const { return weightFactor * slopeSquare + Scaled::from(residual * residual); }
};

/// The layers 1 … depth of a scenario to which the theory applies; `q¹` from the mean square of the examples.
/// Nothing where stop was requested.
std::optional<std::vector<MeanFieldLayer>> meanFieldLayers(
    const Scenario& scenario, const Dataset& data, const std::stop_token& stop = {});

/// σ_w², σ_b², α and normalization of a hidden layer between two others; nothing where the rule is not random.
std::optional<HiddenLayer> hiddenLayer(const Scenario& scenario);

struct LayerPrediction {
    Scaled meanSquare; ///< q^l
    Scaled factor; ///< χ^l = E‖δ^l‖²/E‖δ^(l+1)‖²; of the last layer, which has none, σ_w²∫Dz f′²
    Scaled rms; ///< √E‖δ^l‖², anchored at the measured rms of the last layer
    std::optional<double> residual; ///< log10 of measured over predicted rms; nothing where one of them is 0
};

struct MeanFieldPrediction {
    std::vector<LayerPrediction> layers; ///< layers[l − 1] is layer l
    FixedPoint fixedPoint; ///< q* and χ₁ of hidden layers
    double depthScale = 0; ///< ξ = −2/ln χ₁ of hidden layers
    int worstLayer = 0; ///< where |residual| is largest; 0: no layer before the last has one
};

/// Empty where mean field theory has something to say of this scenario; else why not.
Message whyNoTheory(const Scenario& scenario);

/// The prediction for a scenario to which the theory applies. Nothing where stop was requested.
std::optional<MeanFieldPrediction> predictSpeeds(
    const Scenario& scenario, const Dataset& data, const Evaluation& evaluation, const std::stop_token& stop = {});

} // namespace deltascope
