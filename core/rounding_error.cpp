// SPDX-License-Identifier: GPL-3.0-or-later
// A running error bound (Higham, Accuracy and Stability of Numerical Algorithms, 2002, section 3.3), in norms: with
// u = 2^−53 and n = fan-in, an error e of a^(l−1) gives
//     e_z = ‖w‖_F e + u (n ‖w‖_F ‖a^(l−1)‖ + ‖z‖),      e_a = max|f′| e_z + u ‖a^l‖,
// starting from e = u ‖a⁰‖: in a chain it is the growth by the factors |w f′| and the fresh roundings |w a| + |z|. A
// balanced layer has z = 0 by its rule, whatever came before, so e_z = 0 there.
#include "rounding_error.h"

#include "activations/activation.h"

#include <algorithm>

namespace deltascope {

namespace {

const Scaled kUnit = Scaled::from(0x1p-53);
const Scaled kNotice = Scaled::from(0x1p-10); // smaller changes of z cannot move any smooth f′ by 1 %
constexpr double kTolerance = 0.01;

bool moved(Scaled derivative, Scaled other)
{
    if (derivative.isZero() || other.isZero())
        return derivative.isZero() != other.isZero();
    const Scaled ratio = other / derivative;
    return ratio < Scaled::from(1 - kTolerance) || Scaled::from(1 + kTolerance) < ratio;
}

bool isNoise(const Activation& activation, const ForwardPass& pass, int layer, int neuron, Scaled error)
{
    const Scaled z = pass.z(layer, neuron);
    if (error < kNotice && error < abs(z))
        return false;
    const Scaled derivative = pass.derivative(layer, neuron);
    return moved(derivative, activation.scaledDerivative(z - error))
        || moved(derivative, activation.scaledDerivative(z + error));
}

Scaled largestDerivative(const Network& network, const ForwardPass& pass, int layer)
{
    Scaled largest;
    for (int i = 0; i < network.size(layer); ++i)
        largest = std::max(largest, abs(pass.derivative(layer, i)));
    return largest;
}

Scaled frobenius(const Eigen::Map<const Eigen::MatrixXd>& weights)
{
    return Scaled::from(weights.size() == 1 ? std::abs(weights(0, 0)) : weights.norm());
}

} // namespace

int noiseFrom(const Network& network, const ForwardPass& pass)
{
    Scaled size = norm(pass.aColumn(0));
    Scaled error = kUnit * size;
    for (int layer = 1; layer <= network.depth(); ++layer) {
        Scaled zError;
        if (!network.balanced(layer)) {
            const Scaled weight = frobenius(network.weights(layer));
            const Scaled products = Scaled::from(network.size(layer - 1)) * weight * size;
            zError = weight * error + kUnit * (products + norm(pass.zColumn(layer)));
            for (int i = 0; i < network.size(layer); ++i)
                if (isNoise(network.activation(layer), pass, layer, i, zError))
                    return layer;
        }
        size = norm(pass.aColumn(layer));
        error = largestDerivative(network, pass, layer) * zError + kUnit * size;
    }
    return 0;
}

} // namespace deltascope
