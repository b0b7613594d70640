// SPDX-License-Identifier: GPL-3.0-or-later
// Random numbers of one layer, each weight and bias from a stream of its own layer, so that adding a layer changes no
// other. Weights are drawn column by column, biases from the first neuron to the last. core/maths.md 5.5, 5.6.
#pragma once

#include "base/random.h"
#include "network/drawn_normals.h"
#include "network/network.h"

#include <cstdint>
#include <stop_token>

namespace deltascope::initializers {

inline RandomStream streamOf(const model::Scenario& scenario, Purpose purpose, int layer)
{
    return {static_cast<std::uint64_t>(scenario.seed), purpose, static_cast<std::uint64_t>(layer)};
}

/// Weights N(0, deviation²)·gain, biases 0.
inline void fillNormalWeights(const model::Scenario& scenario, int layer, network::LayerParameters& parameters,
    double deviation, const std::stop_token& stop)
{
    parameters.biases.setZero();
    if (parameters.weights.size() == 0)
        return;
    const double scale = scenario.gain * deviation;
    if (parameters.drawn != nullptr) {
        const Eigen::Map<const Eigen::MatrixXd> drawn{
            parameters.drawn->weights[static_cast<std::size_t>(layer - 1)].data(), parameters.weights.rows(),
            parameters.weights.cols()};
        parameters.weights = drawn * scale;
        return;
    }
    RandomStream stream = streamOf(scenario, Purpose::weights, layer);
    for (auto column : parameters.weights.colwise()) {
        if (stop.stop_requested())
            return;
        stream.normals({column.data(), static_cast<std::size_t>(column.size())});
        column *= scale;
    }
}

/// Weights U(±bound)·gain, biases 0.
inline void fillUniformWeights(const model::Scenario& scenario, int layer, network::LayerParameters& parameters,
    double bound, const std::stop_token& stop)
{
    RandomStream stream = streamOf(scenario, Purpose::weights, layer);
    const double scale = scenario.gain * bound;
    for (auto column : parameters.weights.colwise()) {
        if (stop.stop_requested())
            return;
        for (double& weight : column)
            weight = scale * stream.uniform(-1, 1);
    }
    parameters.biases.setZero();
}

/// Biases N(0, deviation²).
inline void fillNormalBiases(
    const model::Scenario& scenario, int layer, network::LayerParameters& parameters, double deviation)
{
    if (parameters.drawn != nullptr) {
        const std::vector<double>& drawn = parameters.drawn->biases[static_cast<std::size_t>(layer - 1)];
        parameters.biases = Eigen::Map<const Eigen::VectorXd>(drawn.data(), parameters.biases.size()) * deviation;
        return;
    }
    RandomStream stream = streamOf(scenario, Purpose::biases, layer);
    for (double& bias : parameters.biases)
        bias = deviation * stream.normal();
}

inline double fanIn(const network::LayerParameters& parameters)
{
    return static_cast<double>(parameters.weights.cols());
}

inline double fanOut(const network::LayerParameters& parameters)
{
    return static_cast<double>(parameters.weights.rows());
}

} // namespace deltascope::initializers
