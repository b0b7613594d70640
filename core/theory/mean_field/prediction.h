// SPDX-License-Identifier: GPL-3.0-or-later
// Mean field theory beside the measurement: what it predicts of each layer of a scenario's network. core/maths.md 9.8.
#pragma once

#include "base/message.h"
#include "evaluation/evaluation.h"
#include "theory/mean_field/fixed_points.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::mean_field {

struct LayerPrediction {
    numerics::Scaled meanSquare; ///< q^l, mean over the examples
    numerics::Scaled factor; ///< χ^l = E‖δ^l‖²/E‖δ^(l+1)‖²; of the last layer, which has none, σ_w²∫Dz f′²
    numerics::Scaled rms; ///< √⟨E‖δ^l‖²⟩, of each example anchored at its own measured ‖δ^L‖
    std::optional<double> residual; ///< log10 of measured over predicted rms; nothing where one of them is 0
    bool operator==(const LayerPrediction&) const = default;
};

/// Where the q of hidden layers settles for so many of the examples.
struct ReachedPoint {
    FixedPoint point; ///< q is the mean over those examples where every q is a fixed point
    int examples = 0;
    bool operator==(const ReachedPoint&) const = default;
};

/// What becomes of q in hidden layers alike without end.
struct ReachedPoints {
    bool everywhere = false; ///< every q is a fixed point: it stays what it is
    std::vector<StabilityOfPoint> fixedPoints; ///< all of them, ascending
    std::vector<ReachedPoint> reached; ///< by most examples first
    bool operator==(const ReachedPoints&) const = default;
};

struct MeanFieldPrediction {
    std::vector<LayerPrediction> layers; ///< layers[l − 1] is layer l
    ReachedPoints reachedPoints;
    FixedPoint fixedPoint; ///< q* and χ₁ of hidden layers, for most of the examples
    double depthScale = 0; ///< ξ = −2/ln χ₁ of hidden layers
    int worstLayer = 0; ///< where |residual| is largest; 0: no layer before the last has one
    bool operator==(const MeanFieldPrediction&) const = default;
};

/// Empty where mean field theory has something to say of this scenario; else why not.
Message whyNoTheory(const model::Scenario& scenario);

/// Where the hidden layers of a scenario with a random rule lead the q of each example.
std::optional<ReachedPoints> reachedPoints(
    const model::Scenario& scenario, const data::Dataset& data, const std::stop_token& stop = {});

/// The prediction for a scenario to which the theory applies. Nothing where stop was requested.
std::optional<MeanFieldPrediction> predictSpeeds(const model::Scenario& scenario, const data::Dataset& data,
    const evaluation::Evaluation& evaluation, const std::stop_token& stop = {});

} // namespace deltascope::mean_field
