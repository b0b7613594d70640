// SPDX-License-Identifier: GPL-3.0-or-later
// The Hessian of the mean cost over all weights and biases, by what it makes of a vector (Pearlmutter 1994): exactly,
// without differences, in plain doubles. core/maths.md 16.13.
#pragma once

#include "base/message.h"
#include "data/dataset.h"
#include "network/losses/loss.h"
#include "network/network.h"

#include <Eigen/Core>

#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::curvature {

/// Empty where the layers are of weights, biases, activation and what is added of a^(l−1) alone; else why there is no
/// such product.
Message whyNoHessian(const model::Scenario& scenario);

class Hessian {
public:
    /// Of a network whose scenario has one, at these examples, on which forward and backward pass are made here. All
    /// must outlive this. With `stop` requested it is not finite.
    Hessian(const network::Network& network, const losses::Loss& loss, const data::Dataset& data,
        const std::stop_token& stop = {});

    /// False where a number left the range of doubles.
    bool finite() const { return m_finite; }
    Eigen::Index size() const { return m_size; } ///< parameters, in the order of Network::values()
    const Eigen::VectorXd& gradient() const { return m_gradient; } ///< of the mean cost
    /// H·v; not all of it where stop was requested.
    Eigen::VectorXd times(const Eigen::VectorXd& v, const std::stop_token& stop = {}) const;

private:
    struct Layer {
        Eigen::MatrixXd activation, slope, second; // a, f′(z), f″(z)
        Eigen::MatrixXd delta, gradient; // ∂C/∂z, ∂C/∂a of the cost of each example
        Eigen::Index weights = 0, biases = 0; // where they stand
    };

    const Eigen::MatrixXd& entering(int layer) const;
    Layer& at(int layer) { return m_layers[static_cast<std::size_t>(layer - 1)]; }
    const Layer& at(int layer) const { return m_layers[static_cast<std::size_t>(layer - 1)]; }
    bool forward(Eigen::MatrixXd& z, const std::stop_token& stop);
    void backward(const Eigen::MatrixXd& z, const std::stop_token& stop);
    Eigen::MatrixXd changeOfOutput(const Eigen::MatrixXd& changeOfZ) const;

    const network::Network& m_network;
    const losses::Loss& m_loss;
    const data::Dataset& m_data;
    std::vector<Layer> m_layers;
    Eigen::MatrixXd m_outputs; // z^L
    Eigen::VectorXd m_gradient;
    Eigen::Index m_size = 0;
    bool m_finite = true;
};

/// The ends of its spectrum.
struct Extremes {
    double largest = 0, smallest = 0;
    int products = 0; ///< with the Hessian
    bool operator==(const Extremes&) const = default;
};

/// To about 1e-8 of the larger of the two in size, by Lanczos's recursion from a fixed random vector. Nothing where
/// stop was requested, or the Hessian is not finite.
std::optional<Extremes> extremeCurvatures(const Hessian& hessian, const std::stop_token& stop = {});

} // namespace deltascope::curvature
