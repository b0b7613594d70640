// SPDX-License-Identifier: GPL-3.0-or-later
// w_i = g_i v_i/‖v_i‖ for the weights of each neuron i, so that their length and their direction are learnt apart.
// Backward ∂C/∂g = ∂C/∂w·v/‖v‖, and ∂C/∂v is what of (g/‖v‖) ∂C/∂w is at right angles to v. Salimans & Kingma (2016),
// 2.1. Weights that are all 0 have no direction, and stay 0.
#include "base/message.h"
#include "network/parametrizations/parametrization.h"

namespace deltascope::parametrizations {

namespace {

using network::Parametrization;

Eigen::Index ownNumbers(Eigen::Index neurons)
{
    return neurons;
}

void begin(Parametrization::ConstMatrix v, Parametrization::Vector g)
{
    g = v.rowwise().stableNorm();
}

/// g/‖v‖ of each neuron
Eigen::VectorXd scalesOf(const Eigen::VectorXd& norms, Parametrization::ConstVector g)
{
    return (norms.array() > 0).select(g.array() / norms.array(), 0);
}

void make(Parametrization::ConstMatrix v, Parametrization::ConstVector g, Parametrization::Matrix w)
{
    const Eigen::VectorXd norms = v.rowwise().stableNorm();
    w.noalias() = scalesOf(norms, g).asDiagonal() * v;
}

void leadBack(Parametrization::ConstMatrix v, Parametrization::ConstVector g, Parametrization::Matrix gradient,
    Parametrization::Vector ownGradient)
{
    const Eigen::VectorXd norms = v.rowwise().stableNorm();
    const Eigen::VectorXd inverse = (norms.array() > 0).select(norms.array().inverse(), 0);
    ownGradient = (gradient.cwiseProduct(v).rowwise().sum().array() * inverse.array()).matrix();
    gradient -= (ownGradient.array() * inverse.array()).matrix().asDiagonal() * v;
    gradient = scalesOf(norms, g).asDiagonal() * gradient;
}

} // namespace

extern const Parametrization weight_normalization;
const Parametrization weight_normalization{
    .id = "weight_normalization",
    .name = translatable("core", "Weight normalization"),
    .formula = "w = g v/‖v‖",
    .description = translatable("core",
        "Each neuron learns the length g of its weights apart from their direction v (Salimans & Kingma 2016)."),
    .rank = 20,
    .ownNumbersScale = true,
    .ownNumbers = ownNumbers,
    .begin = begin,
    .make = make,
    .leadBack = leadBack,
};

} // namespace deltascope::parametrizations
