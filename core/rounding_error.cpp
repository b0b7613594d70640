// SPDX-License-Identifier: GPL-3.0-or-later
// A running error estimate (after Higham, Accuracy and Stability of Numerical Algorithms, 2002, section 3.3), in norms:
// with u = 2^−53 and n = fan-in, an error e of a^(l−1) gives
//     e_z = (g e + u (√n g ‖a^(l−1)‖ + ‖z‖))/s,      e_a = max|f′| e_z + α e + u ‖a^l‖,      g = ‖w‖_F/√n,
// starting from e = u ‖a⁰‖, where s is the deviation that a normalized layer divides by. In a chain that is a bound:
// the growth by the factors |w f′| and the fresh roundings |w a| + |z|. In a wide layer rounding errors point anywhere,
// and a matrix lengthens such a vector by ‖w‖_F/√n (in the root mean square), not by its norm. A balanced layer has z =
// 0 by its rule, whatever came before, so e_z = 0 there. Of a batch, the first example stands for all.
#include "rounding_error.h"

#include "activations/activation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

namespace deltascope {

namespace {

constexpr double kUnit = 0x1p-53;
constexpr double kNotice = 0x1p-10; // smaller changes of z cannot move f′ of a smooth monotone f by 1 %
constexpr double kTolerance = 0.01;

bool moved(Scaled derivative, Scaled other)
{
    if (derivative.isZero() || other.isZero())
        return derivative.isZero() != other.isZero();
    const Scaled ratio = other / derivative;
    return ratio < Scaled::from(1 - kTolerance) || Scaled::from(1 + kTolerance) < ratio;
}

bool changes(const Activation& activation, const ForwardPass& pass, int layer, int neuron, Scaled error)
{
    const Scaled z = pass.z(layer, neuron);
    const Scaled derivative = pass.derivative(layer, neuron);
    return moved(derivative, activation.scaledDerivative(z - error))
        || moved(derivative, activation.scaledDerivative(z + error));
}

bool unnoticeable(const Column& z, Eigen::Index neuron, double error)
{
    return error < kNotice && error < std::abs(z.mantissas[neuron]);
}

bool unnoticeable(const Column& z, Eigen::Index neuron, Scaled error)
{
    return error < Scaled::from(kNotice) && error < abs(z.at(neuron));
}

// The bound after some layers; Number is double while all columns are plain, Scaled from the first that is not.
template <class Number>
struct Bound {
    Number size; ///< ‖a^l‖
    Number error; ///< of a^l
};

template <class Number>
Number from(double value)
{
    if constexpr (std::is_same_v<Number, double>)
        return value;
    else
        return Scaled::from(value);
}

Scaled toScaled(double value)
{
    return Scaled::from(value);
}

Scaled toScaled(Scaled value)
{
    return value;
}

double frobenius(const Eigen::Map<const Eigen::MatrixXd>& weights)
{
    return weights.size() == 1 ? std::abs(weights(0, 0)) : weights.norm();
}

template <class Number>
Number normOf(const Column& column)
{
    if constexpr (std::is_same_v<Number, double>)
        return column.size == 1 ? std::abs(column.mantissas[0]) : column.vector().norm();
    else
        return norm(column);
}

template <class Number>
Number largestDerivative(const Network& network, const ForwardPass& pass, int layer)
{
    if constexpr (std::is_same_v<Number, double>) {
        return pass.derivativeColumn(layer).vector().cwiseAbs().maxCoeff();
    } else {
        Scaled largest;
        for (int i = 0; i < network.size(layer); ++i)
            largest = std::max(largest, abs(pass.derivative(layer, i)));
        return largest;
    }
}

/// s of the first example, or the smallest of a neuron under batch normalization; as a double, between √ε and what a
/// double holds.
double smallestDeviation(const Network& network, const ForwardPass& pass, int layer)
{
    const auto deviations = pass.deviations(layer);
    const Scaled smallest = network.normalization(layer) == Normalization::layer
        ? deviations[0]
        : *std::min_element(deviations.begin(), deviations.end());
    return std::min(smallest.nearestDouble(), std::numeric_limits<double>::max());
}

// One layer further; false where its f′ is noise.
template <class Number>
bool advance(const Network& network, const ForwardPass& pass, int layer, Bound<Number>& bound)
{
    const Number unit = from<Number>(kUnit);
    Number zError{};
    if (!network.balanced(layer)) {
        const double rootFanIn = std::sqrt(static_cast<double>(network.size(layer - 1)));
        const Number growth = from<Number>(frobenius(network.weights(layer)) / rootFanIn);
        const Number products = from<Number>(rootFanIn) * growth * bound.size;
        zError = growth * bound.error + unit * (products + normOf<Number>(pass.zColumn(layer)));
        if (network.normalization(layer) != Normalization::none)
            zError = zError * from<Number>(1 / smallestDeviation(network, pass, layer));
        const Column z = pass.zColumn(layer);
        const Activation& activation = network.activation(layer);
        for (int i = 0; i < network.size(layer); ++i)
            if (!(activation.monotone && unnoticeable(z, i, zError))
                && changes(activation, pass, layer, i, toScaled(zError)))
                return false;
    }
    bound.size = normOf<Number>(pass.aColumn(layer));
    const Number carried = from<Number>(network.residual(layer)) * bound.error;
    bound.error = largestDerivative<Number>(network, pass, layer) * zError + carried + unit * bound.size;
    return true;
}

bool inDoubles(const ForwardPass& pass, int layer)
{
    return pass.plain(layer) && pass.aColumn(layer).exponent == 0;
}

} // namespace

int noiseFrom(const Network& network, const ForwardPass& pass, const std::stop_token& stop)
{
    int layer = 1;
    Bound<double> plain{};
    if (inDoubles(pass, 0)) {
        plain.size = normOf<double>(pass.aColumn(0));
        plain.error = kUnit * plain.size;
        for (; layer <= network.depth() && inDoubles(pass, layer) && !stop.stop_requested(); ++layer)
            if (!advance(network, pass, layer, plain))
                return layer;
    }
    Bound<Scaled> bound{Scaled::from(plain.size), Scaled::from(plain.error)};
    if (layer == 1)
        bound = {norm(pass.aColumn(0)), Scaled::from(kUnit) * norm(pass.aColumn(0))};
    for (; layer <= network.depth() && !stop.stop_requested(); ++layer)
        if (!advance(network, pass, layer, bound))
            return layer;
    return 0;
}

} // namespace deltascope
