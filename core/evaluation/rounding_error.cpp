// SPDX-License-Identifier: GPL-3.0-or-later
// The errors themselves are carried, to first order and through the network's own Jacobians (not a bound on them, which
// grows by √2 a layer where they do not grow at all):
//     e_z = N′(w e_a + fresh) + fresh,      e_a = diag f′(z) e_z + α e_(a before) + fresh.
// See rounding_error_chain.h for one neuron in each layer and rounding_error_probes.h for more. core/maths.md 7.1, 7.6.
#include "evaluation/rounding_error.h"

#include "evaluation/rounding_error_chain.h"
#include "evaluation/rounding_error_probes.h"
#include "network/activations/activation.h"

#include <cmath>

namespace deltascope::evaluation {

namespace {

constexpr double kNotice = 0x1p-10; // smaller changes of z cannot move f′ of a smooth monotone f by 1 %
constexpr double kCurvature = 4; // more than |f″/max f′| of any smooth f
constexpr double kTolerance = 0.01;

bool moved(numerics::Scaled derivative, numerics::Scaled other)
{
    if (derivative.isZero() || other.isZero())
        return derivative.isZero() != other.isZero();
    const numerics::Scaled ratio = other / derivative;
    return ratio < numerics::Scaled::from(1 - kTolerance) || numerics::Scaled::from(1 + kTolerance) < ratio;
}

bool changes(const activations::Activation& activation, const network::ForwardPass& pass, int layer,
    Eigen::Index neuron, numerics::Scaled error)
{
    const numerics::Scaled z = pass.z(layer, neuron);
    const numerics::Scaled derivative = pass.derivative(layer, neuron);
    return moved(derivative, activation.scaledDerivative(z - error))
        || moved(derivative, activation.scaledDerivative(z + error));
}

/// Decides most neurons at once, without f′ at another place.
bool unnoticeable(const activations::Activation& activation, double z, double derivative, double error)
{
    if (!(error < kNotice && error < std::abs(z)))
        return error == 0;
    return activation.monotone || kCurvature * error < kTolerance / 2 * std::abs(derivative);
}

bool unnoticeable(
    const activations::Activation& activation, numerics::Scaled z, numerics::Scaled derivative, numerics::Scaled error)
{
    if (!(error < numerics::Scaled::from(kNotice) && error < numerics::abs(z)))
        return error.isZero();
    return activation.monotone
        || numerics::Scaled::from(kCurvature) * error
        < numerics::Scaled::from(kTolerance / 2) * numerics::abs(derivative);
}

/// True where the errors that `errors` has of z in this layer make f′ noise.
template <class Errors>
bool isNoise(const network::Network& network, const network::ForwardPass& pass, int layer, const Errors& errors)
{
    const activations::Activation& activation = network.activation(layer);
    if (activation.monotone && errors.allBelow(kNotice))
        return false;
    for (Eigen::Index i = 0; i < network.size(layer); ++i)
        if (!unnoticeable(activation, errors.zOf(i), errors.slopeOf(i), errors.ofZ(i))
            && changes(activation, pass, layer, i, toScaled(errors.ofZ(i))))
            return true;
    return false;
}

bool oneNeuronEach(const network::Network& network)
{
    for (const network::LayerPlan& plan : network.structure().plans)
        if (plan.kept > 0)
            return false;
    for (int layer = 0; layer <= network.depth(); ++layer)
        if (network.size(layer) != 1)
            return false;
    return true;
}

bool inDoubles(const network::ForwardPass& pass, int layer)
{
    return pass.plain(layer, 0) && pass.zColumn(layer).exponent == 0 && pass.aColumn(layer).exponent == 0
        && pass.aColumn(layer - 1).exponent == 0;
}

/// Calls look(layer, errors) with the errors of z of each layer, until it says false.
template <class Visit>
void throughErrors(
    const network::Network& network, const network::ForwardPass& pass, const std::stop_token& stop, const Visit& visit)
{
    int layer = 1;
    if (oneNeuronEach(network)) {
        ChainErrors<double> plain(network, pass);
        for (; layer <= network.depth() && inDoubles(pass, layer) && !stop.stop_requested(); ++layer) {
            plain.enter(layer);
            if (!visit(layer, plain))
                return;
            plain.leave(layer);
        }
        ChainErrors<numerics::Scaled> scaled(plain);
        for (; layer <= network.depth() && !stop.stop_requested(); ++layer) {
            scaled.enter(layer);
            if (!visit(layer, scaled))
                return;
            scaled.leave(layer);
        }
        return;
    }
    ProbedErrors errors(network, pass);
    for (; layer <= network.depth() && !stop.stop_requested(); ++layer) {
        errors.enter(layer);
        if (!visit(layer, errors))
            return;
        errors.leave(layer);
    }
}

} // namespace

int noiseFrom(const network::Network& network, const network::ForwardPass& pass, const std::stop_token& stop)
{
    int found = 0;
    throughErrors(network, pass, stop, [&](int layer, auto& errors) {
        if (isNoise(network, pass, layer, errors) && !errors.nothingRounded(layer))
            found = layer;
        return found == 0;
    });
    return found;
}

std::vector<std::vector<numerics::Scaled>> roundingErrors(
    const network::Network& network, const network::ForwardPass& pass)
{
    std::vector<std::vector<numerics::Scaled>> all;
    throughErrors(network, pass, {}, [&](int layer, auto& errors) {
        const bool exact = errors.nothingRounded(layer);
        std::vector<numerics::Scaled>& sizes = all.emplace_back();
        for (Eigen::Index i = 0; i < network.size(layer); ++i)
            sizes.push_back(exact ? numerics::Scaled{} : toScaled(errors.ofZ(i)));
        return true;
    });
    return all;
}

} // namespace deltascope::evaluation
