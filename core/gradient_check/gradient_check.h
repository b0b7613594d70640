// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of the gradient, by back-propagation and by central differences (C(θ+h) − C(θ−h))/2h: of costs in double
// and in float32, and where the layers are weights, biases and activations alone also of differences that are carried
// through the layers, which are right where doubles see no difference any more. core/maths.md 1.22.
#pragma once

#include "data/dataset.h"
#include "model/scenario.h"
#include "network/network.h"
#include "numerics/scaled.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::gradient_check {

/// One weight or bias of a network.
struct CheckedParameter {
    int layer = 1; ///< 1 … depth
    int row = 0; ///< its neuron, from 1; 0: that of the largest gradient
    int column = 1; ///< the neuron before it, from 1; 0: the bias
    bool operator==(const CheckedParameter&) const = default;
};

/// Central differences by one step h. What is ∞ or no number in its format is absent.
struct DifferenceBy {
    double step = 0; ///< h
    numerics::Scaled carried; ///< 0 where differences are not carried
    std::optional<double> inDouble, inSingle;
    bool operator==(const DifferenceBy&) const = default;
};

struct GradientCheck {
    CheckedParameter parameter;
    double value = 0; ///< θ
    int examples = 1; ///< the first so many of the data, as many as take a fraction of a second
    int allExamples = 1;
    numerics::Scaled analytic; ///< ∂C/∂θ by back-propagation
    bool carried = false; ///< differences are carried; float32 is computed
    double step = 0; ///< h of `difference`: 10⁻⁵ of θ, at least 10⁻⁵
    numerics::Scaled difference; ///< carried, or of costs in double
    std::optional<double> inSingle; ///< ∂C/∂θ by back-propagation in float32
    std::vector<DifferenceBy> differences; ///< ascending by step, from 10⁻¹⁶ to 1
    bool operator==(const GradientCheck&) const = default;
};

/// |approximate − exact|/|exact|; exact must not be 0.
numerics::Scaled relativeError(numerics::Scaled approximate, numerics::Scaled exact);

/// Why no gradient is checked here; empty where one is.
Message whyNoGradientCheck(const model::Scenario& scenario);

/// That the layer has no such weight or bias, and what it has; empty where it has it.
Message noSuchParameter(const model::Scenario& scenario, const CheckedParameter& parameter);

/// Of a network of this scenario; nothing where stop was requested. The parameter must exist. A row of 0 is the
/// parameter of the layer (weight, or bias where column is 0) with the largest gradient.
std::optional<GradientCheck> checkGradient(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, CheckedParameter parameter, const std::stop_token& stop = {});

} // namespace deltascope::gradient_check
