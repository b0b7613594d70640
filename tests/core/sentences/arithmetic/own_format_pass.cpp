// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sentences/arithmetic/own_format_pass.h"
#include "core/support/normalized_over.h"
#include "network/structure.h"

namespace deltascope::sentences {
namespace {

/// Rounds what an operation gives; ∞ and NaN go on.
class Rounder {
public:
    explicit Rounder(const OwnFormat& format)
        : m_format(format)
    {
    }
    long double operator()(long double value) const
    {
        return std::isnan(value) || std::isinf(value) ? value : inFormat(m_format, Number(value));
    }

private:
    const OwnFormat& m_format;
};

struct Neuron {
    long double a = 0, slope = 0;
};

Neuron activatedIn(const Rounder& round, const std::string& id, long double z)
{
    if (std::isnan(z))
        return {z, z};
    const ValueAndSlope f = activated(id, std::isinf(z) ? Number(std::copysign(1e300L, z)) : Number(z));
    const long double value = f.value.value();
    // what grows with z is ∞ where z is
    return {std::isinf(z) && std::abs(value) > 1e200L ? std::copysign(HUGE_VALL, value) : round(value),
        round(f.slope.value())};
}

} // namespace

std::optional<OwnFormatPass> computedIn(const OwnFormat& format, const Statement& say)
{
    const model::Scenario& scenario = say.scenario();
    const network::Network& network = *say.in.snapshot.network;
    const data::Dataset& data = *say.in.snapshot.data;
    if (!network::isChain(scenario) || data.examples() != 1 || isNormalized(network) || scenario.gate != "none"
        || scenario.feed != "first")
        return std::nullopt;
    const Rounder round(format);
    const int depth = network.depth();
    OwnFormatPass pass;
    std::vector<Neuron> neurons(static_cast<std::size_t>(depth + 1));
    std::vector<long double> weights(static_cast<std::size_t>(depth + 1));
    neurons[0].a = round(static_cast<long double>(data.inputs(0, 0)));
    const auto look = [&](int l, long double value) {
        if (pass.overflowsAt < 0 && (std::isnan(value) || std::isinf(value)))
            pass.overflowsAt = l;
    };
    look(0, neurons[0].a);
    if (neurons[0].a == 0 && data.inputs(0, 0) != 0)
        pass.silentAt = 0;
    for (int l = 1; l <= depth; ++l) {
        const auto i = static_cast<std::size_t>(l);
        weights[i] = round(static_cast<long double>(network.weights(l)(0, 0)));
        const long double h = round(weights[i] * neurons[i - 1].a);
        const long double bias = network.balanced(l) ? -h : round(static_cast<long double>(network.biases(l)(0)));
        const long double z = round(h + bias);
        look(l, z);
        neurons[i] = activatedIn(round, activationOf(scenario, l), z);
        if (network.branch(l) != 1)
            neurons[i].a = round(neurons[i].a * round(static_cast<long double>(network.branch(l))));
        if (network.identity(l) != 0)
            neurons[i].a =
                round(neurons[i].a + round(round(static_cast<long double>(network.identity(l))) * neurons[i - 1].a));
        look(l, neurons[i].a);
        if (pass.silentAt < 0 && l < depth && neurons[i].a == 0)
            pass.silentAt = l;
    }
    const Neuron& last = neurons.back();
    const long double error = round(last.a - round(static_cast<long double>(data.targets(0, 0))));
    if (scenario.loss == "softmax")
        return std::nullopt;
    std::vector<long double> delta(static_cast<std::size_t>(depth)), gradient(static_cast<std::size_t>(depth));
    delta.back() = scenario.loss == "quadratic" ? round(error * last.slope) : error;
    gradient.back() = error;
    for (int l = depth - 1; l >= 1; --l) {
        const auto i = static_cast<std::size_t>(l);
        long double g = round(weights[i + 1] * delta[i]);
        if (network.identity(l + 1) != 0)
            g = round(g + round(round(static_cast<long double>(network.identity(l + 1))) * gradient[i]));
        gradient[i - 1] = g;
        if (network.branch(l) != 1)
            g = round(g * round(static_cast<long double>(network.branch(l))));
        delta[i - 1] = round(neurons[i].slope * g);
    }
    pass.delta = std::move(delta);
    return pass;
}

} // namespace deltascope::sentences
