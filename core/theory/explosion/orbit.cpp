// SPDX-License-Identifier: GPL-3.0-or-later
// Δz_l = w_l Δa_(l−1),  Δa_l = f(z_l + Δz_l) − f(z_l).
#include "theory/explosion/orbit.h"

#include "network/activations/activation.h"
#include "theory/explosion/difference.h"

#include <algorithm>
#include <cmath>

namespace deltascope::explosion {
namespace {

constexpr std::int64_t kLinearBelow = -60; // |Δz| < 2^−60 changes f′ by less than its rounding
constexpr std::int64_t kDoubleBelow = 1000;

int sideOf(const activations::Activation& activation, numerics::Scaled z)
{
    const double peak = activation.maxDerivativeAt;
    if (!std::isfinite(peak))
        return peak > 0 ? -1 : 1;
    return (z - numerics::Scaled::from(peak)).sign();
}

bool linear(const OrbitLayer& layer, numerics::Scaled dz)
{
    if (dz.isZero())
        return true;
    // At a kink the slope differs on the two sides, however small the step.
    return dz.exponent < kLinearBelow && std::ranges::all_of(layer.activation->kinks, [&](double kink) {
        return numerics::abs(dz) < numerics::abs(layer.z - numerics::Scaled::from(kink));
    });
}

/// Fills in one layer and returns Δa.
numerics::Scaled advance(const OrbitLayer& layer, numerics::Scaled dz, Displacement& result)
{
    const activations::Activation& f = *layer.activation;
    const numerics::Scaled moved = layer.z + dz;
    result.dz = dz;
    result.side = sideOf(f, moved);
    if (result.side == 0 && layer.z == moved && !dz.isZero()) // z is the peak itself: the displacement decides
        result.side = sideOf(f, layer.z) == 0 ? dz.sign() : 0;
    const numerics::Scaled weight = numerics::Scaled::from(layer.weight);
    if (linear(layer, dz)) {
        result.factor = weight * layer.derivative;
        return dz * layer.derivative;
    }
    if (std::max({layer.z.exponent, dz.exponent, -dz.exponent}) >= kDoubleBelow) {
        result.factor = weight * f.scaledDerivative(moved);
        return difference(f, layer.z, dz);
    }
    const double slope = f.derivative(moved.nearestDouble());
    result.factor = weight * (std::abs(slope) > 1e-290 ? numerics::Scaled::from(slope) : f.scaledDerivative(moved));
    return difference(f, layer.z.nearestDouble(), dz.nearestDouble());
}

} // namespace

Orbit orbitThrough(const network::Network& network, double input)
{
    Orbit orbit;
    orbit.reserve(static_cast<std::size_t>(network.depth()));
    numerics::Scaled a = numerics::Scaled::from(input);
    for (int l = 1; l <= network.depth(); ++l) {
        OrbitLayer layer{&network.activation(l), network.weights(l)(0, 0), {}, {}};
        if (!network.balanced(l))
            layer.z = numerics::Scaled::from(layer.weight) * a + numerics::Scaled::from(network.biases(l)(0));
        layer.derivative = layer.activation->scaledDerivative(layer.z);
        a = layer.activation->scaledValue(layer.z);
        orbit.push_back(layer);
    }
    return orbit;
}

DisplacedOrbit displaced(const Orbit& orbit, numerics::Scaled t)
{
    DisplacedOrbit moved{t, numerics::Scaled::from(1), {}};
    moved.layers.resize(orbit.size());
    numerics::Scaled da = t;
    for (std::size_t i = 0; i < orbit.size(); ++i) {
        da = advance(orbit[i], numerics::Scaled::from(orbit[i].weight) * da, moved.layers[i]);
        moved.product = moved.product * moved.layers[i].factor;
    }
    return moved;
}

numerics::Scaled displacedProduct(const Orbit& orbit, numerics::Scaled t)
{
    numerics::Scaled product = numerics::Scaled::from(1), da = t;
    for (const OrbitLayer& layer : orbit) {
        Displacement moved;
        da = advance(layer, numerics::Scaled::from(layer.weight) * da, moved);
        product = product * moved.factor;
    }
    return product;
}

Orbit recentred(const Orbit& orbit, const DisplacedOrbit& moved)
{
    Orbit result = orbit;
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i].z = result[i].z + moved.layers[i].dz;
        result[i].derivative = result[i].activation->scaledDerivative(result[i].z);
    }
    return result;
}

} // namespace deltascope::explosion
