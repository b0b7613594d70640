// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sentences/arithmetic/own_activations.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace deltascope::sentences {
namespace {

constexpr long double kPi = 3.14159265358979323846264338327950288L;
constexpr long double kFar = 60; // from here on asymptotic forms have every digit

Number sigma(const Number& z)
{
    const Number e = exp(-abs(z));
    return z.sign() >= 0 ? Number(1) / (Number(1) + e) : e / (Number(1) + e);
}

ValueAndSlope logistic(const Number& z)
{
    const Number e = exp(-abs(z)), sum = Number(1) + e;
    return {sigma(z), e / (sum * sum)};
}

ValueAndSlope hyperbolic(const Number& z)
{
    const Number e = exp(Number(-2) * abs(z)), sum = Number(1) + e;
    const Number value = abs(z) < Number(1) && !(abs(z) < Number(1e-1000L)) ? Number(std::tanh(z.value()))
        : abs(z) < Number(1e-1000L)                                         ? z
                                                                            : Number(z.sign()) * (Number(1) - e) / sum;
    return {value, Number(4) * e / (sum * sum)};
}

ValueAndSlope scaledHyperbolic(const Number& z)
{
    const ValueAndSlope plain = hyperbolic(z * Number(2) / Number(3));
    const Number size = static_cast<long double>(1.7159);
    return {size * plain.value, size * Number(2) / Number(3) * plain.slope};
}

/// λ(eᶻ − 1) below 0.
ValueAndSlope exponentialBelow(const Number& z, long double above, long double below)
{
    if (z.sign() > 0)
        return {Number(above) * z, above};
    const Number e = exp(z);
    const Number rest = z.e < -70 ? z : z.e > 20 ? Number(-1) : Number(std::expm1(z.value()));
    return {Number(below) * rest, Number(below) * e};
}

ValueAndSlope softplus(const Number& z)
{
    const Number rest = ln1p(exp(-abs(z)));
    return {z.sign() > 0 ? z + rest : rest, sigma(z)};
}

ValueAndSlope gelu(const Number& z)
{
    const Number density = exp(-(z * z) / Number(2)) / Number(std::sqrt(2 * kPi));
    if (z.sign() < 0 && Number(kFar) < abs(z)) { // Φ(z) = φ(z)/|z| (1 − 1/z² + 3/z⁴ − 15/z⁶ …)
        const Number s = Number(1) / (z * z);
        const Number series = Number(1) - s * (Number(1) - Number(3) * s * (Number(1) - Number(5) * s));
        const Number tail = density / abs(z) * series;
        return {z * tail, tail + z * density};
    }
    if (z.sign() > 0 && Number(kFar) < z)
        return {z, 1};
    const Number cumulative = std::erfc(-z.value() / std::sqrt(2.0L)) / 2;
    return {z * cumulative, cumulative + z * density};
}

ValueAndSlope swish(const Number& z)
{
    const Number s = sigma(z);
    return {z * s, s * (Number(1) + z * sigma(-z))};
}

ValueAndSlope arctangent(const Number& z)
{
    const Number size = abs(z);
    const Number value = Number(1e30L) < size ? Number(kPi / 2) - Number(1) / size
        : size < Number(1e-1000L)             ? size
                                              : Number(std::atan(size.value()));
    return {Number(z.sign()) * value, Number(1) / (Number(1) + z * z)};
}

/// z tanh(s), s = ln(1 + e^z), with f′ = tanh s + zσ(z)/cosh² s.
ValueAndSlope mish(const Number& z)
{
    const ValueAndSlope gate = hyperbolic(softplus(z).value);
    return {z * gate.value, gate.value + z * sigma(z) * gate.slope};
}

struct Typed {
    std::string_view text, equal;
};
constexpr Typed kTyped[] = {{"z*tanh(log(1+exp(z)))", "mish"}, {"z/(1+exp(-z))", "swish"},
    {"max(-1,min(1,z))", "hard_tanh"}, {"1-2/(1+exp(2*z))", "tanh"}, {"max(0,z)", "relu"}};

/// An activation's name, with what the scenario sets of it.
std::string nameOf(const model::Scenario& scenario, const std::string& id)
{
    if (id == "leaky_relu" && scenario.slope != 0.01)
        return id + ":" + std::to_string(scenario.slope);
    if (id != "formula" || scenario.formula == formula::Formula())
        return id;
    const auto known = std::ranges::find(kTyped, scenario.formula.text(), &Typed::text);
    EXPECT_NE(known, std::end(kTyped)) << "the oracle does not know " << scenario.formula.text();
    return "formula:" + std::string(known->equal);
}

} // namespace

std::string_view plainName(std::string_view name)
{
    constexpr std::string_view kPrefix = "formula:";
    return name == "formula" ? "tanh" : name.starts_with(kPrefix) ? name.substr(kPrefix.size()) : name;
}

std::span<const std::string_view> typedFormulas()
{
    static const std::vector<std::string_view> texts = [] {
        std::vector<std::string_view> all;
        for (const Typed& each : kTyped)
            all.push_back(each.text);
        return all;
    }();
    return texts;
}

ValueAndSlope activated(std::string_view name, const Number& z)
{
    const std::string_view id = plainName(name);
    if (id == "sigmoid")
        return logistic(z);
    if (id == "tanh")
        return hyperbolic(z);
    if (id == "lecun_tanh")
        return scaledHyperbolic(z);
    if (id == "softsign") {
        const Number sum = Number(1) + abs(z);
        return {z / sum, Number(1) / (sum * sum)};
    }
    if (id == "relu")
        return z.sign() > 0 ? ValueAndSlope{z, 1} : ValueAndSlope{};
    if (id.starts_with("leaky_relu:")) {
        const long double slope = std::stold(std::string(id.substr(id.find(':') + 1)));
        return z.sign() > 0 ? ValueAndSlope{z, 1} : ValueAndSlope{Number(slope) * z, slope};
    }
    if (id == "hard_tanh")
        return abs(z) < Number(1) ? ValueAndSlope{z, 1} : ValueAndSlope{Number(z.sign()), {}};
    if (id == "step")
        return {Number(z.sign() > 0 ? 1 : 0), {}};
    if (id == "mish")
        return mish(z);
    if (id == "leaky_relu")
        return z.sign() > 0 ? ValueAndSlope{z, 1} : ValueAndSlope{Number(0.01) * z, 0.01};
    if (id == "elu")
        return exponentialBelow(z, 1, 1);
    if (id == "selu")
        return exponentialBelow(z, 1.0507009873554805, 1.0507009873554805L * 1.6732632423543772L);
    if (id == "softplus")
        return softplus(z);
    if (id == "gelu")
        return gelu(z);
    if (id == "swish")
        return swish(z);
    if (id == "arctan")
        return arctangent(z);
    if (id == "identity")
        return {z, 1};
    ADD_FAILURE() << "the oracle has no formula for the activation " << id;
    return {z, 1};
}

std::string activationOf(const model::Scenario& scenario, int layer)
{
    for (const model::LayerSetting& own : scenario.layers)
        if (own.layer == layer && own.activation && layer < scenario.depth)
            return nameOf(scenario, *own.activation);
    return layer == scenario.depth ? nameOf(scenario, scenario.outputActivation) : hiddenActivationOf(scenario);
}

std::string hiddenActivationOf(const model::Scenario& scenario)
{
    return nameOf(scenario, scenario.activation);
}

int neuronsIn(const model::Scenario& scenario, int layer)
{
    for (const model::LayerSetting& own : scenario.layers)
        if (own.layer == layer && own.width && layer < scenario.depth)
            return *own.width;
    return layer == 0 ? scenario.inputs : layer == scenario.depth ? scenario.outputs : scenario.width;
}

long double largestSlope(std::string_view id)
{
    static std::map<std::string, long double, std::less<>> known;
    if (const auto found = known.find(id); found != known.end())
        return found->second;
    const auto at = [&](long double z) { return std::abs(activated(id, z).slope.value()); };
    long double best = 0, step = 1.0L / 64;
    for (long double z = -40; z <= 40; z += step)
        best = at(z) > at(best) ? z : best;
    for (; step > 1e-12L; step /= 2)
        for (const long double next : {best - step, best + step})
            best = at(next) > at(best) ? next : best;
    return known.emplace(id, std::max(at(best), at(1e30L))).first->second;
}

} // namespace deltascope::sentences
