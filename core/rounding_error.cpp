// SPDX-License-Identifier: GPL-3.0-or-later
// The errors themselves are carried, to first order and through the network's own Jacobians (not a bound on them, which
// grows by √2 a layer where they do not grow at all):
//     e_z = N′(w e_a + fresh) + fresh,      e_a = diag f′(z) e_z + α e_(a before) + fresh.
// See rounding_error_chain.h for one neuron in each layer and rounding_error_probes.h for more. core/maths.md 7.1, 7.6.
#include "rounding_error.h"

#include "activations/activation.h"
#include "rounding_error_chain.h"
#include "rounding_error_probes.h"

#include <cmath>

namespace deltascope {

namespace {

constexpr double kNotice = 0x1p-10; // smaller changes of z cannot move f′ of a smooth monotone f by 1 %
constexpr double kCurvature = 4; // more than |f″/max f′| of any smooth f
constexpr double kTolerance = 0.01;

bool moved(Scaled derivative, Scaled other)
{
    if (derivative.isZero() || other.isZero())
        return derivative.isZero() != other.isZero();
    const Scaled ratio = other / derivative;
    return ratio < Scaled::from(1 - kTolerance) || Scaled::from(1 + kTolerance) < ratio;
}

bool changes(const Activation& activation, const ForwardPass& pass, int layer, Eigen::Index neuron, Scaled error)
{
    const Scaled z = pass.z(layer, neuron);
    const Scaled derivative = pass.derivative(layer, neuron);
    return moved(derivative, activation.scaledDerivative(z - error))
        || moved(derivative, activation.scaledDerivative(z + error));
}

/// Decides most neurons at once, without f′ at another place.
bool unnoticeable(const Activation& activation, double z, double derivative, double error)
{
    if (!(error < kNotice && error < std::abs(z)))
        return error == 0;
    return activation.monotone || kCurvature * error < kTolerance / 2 * std::abs(derivative);
}

bool unnoticeable(const Activation& activation, Scaled z, Scaled derivative, Scaled error)
{
    if (!(error < Scaled::from(kNotice) && error < abs(z)))
        return error.isZero();
    return activation.monotone || Scaled::from(kCurvature) * error < Scaled::from(kTolerance / 2) * abs(derivative);
}

/// True where the errors that `errors` has of z in this layer make f′ noise.
template <class Errors>
bool isNoise(const Network& network, const ForwardPass& pass, int layer, const Errors& errors)
{
    const Activation& activation = network.activation(layer);
    if (activation.monotone && errors.allBelow(kNotice))
        return false;
    for (Eigen::Index i = 0; i < network.size(layer); ++i)
        if (!unnoticeable(activation, errors.zOf(i), errors.slopeOf(i), errors.ofZ(i))
            && changes(activation, pass, layer, i, toScaled(errors.ofZ(i))))
            return true;
    return false;
}

bool oneNeuronEach(const Network& network)
{
    if (network.normalization() != Normalization::none)
        return false; // its examples act on one another
    for (int layer = 0; layer <= network.depth(); ++layer)
        if (network.size(layer) != 1)
            return false;
    return true;
}

bool inDoubles(const ForwardPass& pass, int layer)
{
    return pass.plain(layer, 0) && pass.zColumn(layer).exponent == 0 && pass.aColumn(layer).exponent == 0
        && pass.aColumn(layer - 1).exponent == 0;
}

/// Calls look(layer, errors) with the errors of z of each layer, until it says false.
template <class Look>
void throughErrors(const Network& network, const ForwardPass& pass, const std::stop_token& stop, const Look& look)
{
    int layer = 1;
    if (oneNeuronEach(network)) {
        ChainErrors<double> plain(network, pass);
        for (; layer <= network.depth() && inDoubles(pass, layer) && !stop.stop_requested(); ++layer) {
            plain.enter(layer);
            if (!look(layer, plain))
                return;
            plain.leave(layer);
        }
        ChainErrors<Scaled> scaled(plain);
        for (; layer <= network.depth() && !stop.stop_requested(); ++layer) {
            scaled.enter(layer);
            if (!look(layer, scaled))
                return;
            scaled.leave(layer);
        }
        return;
    }
    ProbedErrors errors(network, pass);
    for (; layer <= network.depth() && !stop.stop_requested(); ++layer) {
        errors.enter(layer);
        if (!look(layer, errors))
            return;
        errors.leave(layer);
    }
}

} // namespace

int noiseFrom(const Network& network, const ForwardPass& pass, const std::stop_token& stop)
{
    int found = 0;
    throughErrors(network, pass, stop, [&](int layer, auto& errors) {
        if (isNoise(network, pass, layer, errors) && !errors.nothingRounded(layer))
            found = layer;
        return found == 0;
    });
    return found;
}

std::vector<std::vector<Scaled>> roundingErrors(const Network& network, const ForwardPass& pass)
{
    std::vector<std::vector<Scaled>> all;
    throughErrors(network, pass, {}, [&](int layer, auto& errors) {
        const bool exact = errors.nothingRounded(layer);
        std::vector<Scaled>& sizes = all.emplace_back();
        for (Eigen::Index i = 0; i < network.size(layer); ++i)
            sizes.push_back(exact ? Scaled{} : toScaled(errors.ofZ(i)));
        return true;
    });
    return all;
}

} // namespace deltascope
