// SPDX-License-Identifier: GPL-3.0-or-later
// z for z > 0, else sz, s = 0.01 where nothing else is set; f′(0) = s. Maas, Hannun & Ng (2013). core/maths.md 4.7.
#include "base/message.h"
#include "model/scenario.h"
#include "network/activations/activation.h"
#include "numerics/double_double.h"

#include <algorithm>

namespace deltascope::activations {

namespace {

constexpr double kLeak = 0.01;

/// The slope below 0.
struct Leak : Setting {
    double slope = kLeak;
};

double valueOf(double leak, double z)
{
    return z > 0 ? z : leak * z;
}

double derivativeOf(double leak, double z)
{
    return z > 0 ? 1 : leak;
}

void evaluateAll(double leak, const double* z, double* values, double* derivatives, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = valueOf(leak, z[i]);
        derivatives[i] = derivativeOf(leak, z[i]);
    }
}

numerics::Scaled scaledValueOf(double leak, numerics::Scaled z)
{
    return z.sign() > 0 ? z : z * numerics::Scaled::from(leak);
}

numerics::Scaled scaledDerivativeOf(double leak, numerics::Scaled z)
{
    return numerics::Scaled::from(z.sign() > 0 ? 1 : leak);
}

numerics::Scaled minusOf(double leak, numerics::Scaled z, double y)
{
    return numerics::productMinus({z.sign() > 0 ? 1 : leak, 0}, z, y);
}

double leakOf(const Setting& setting)
{
    return static_cast<const Leak&>(setting).slope;
}

Chosen of(const model::Scenario& scenario);

} // namespace

extern const Activation leaky_relu;
const Activation leaky_relu{
    .id = "leaky_relu",
    .name = translatable("core", "Leaky ReLU"),
    .formula = "z for z > 0, else 0.01z",
    .description = translatable("core",
        "A rectifier with slope 0.01 below 0 and at 0, or another one that you set, so that no neuron is ever quite "
        "dead (Maas, Hannun & Ng 2013)."),
    .rank = 6,
    .value = [](double z) { return valueOf(kLeak, z); },
    .derivative = [](double z) { return derivativeOf(kLeak, z); },
    .evaluate = [](const double* z, double* values, double* derivatives,
                    std::size_t count) { evaluateAll(kLeak, z, values, derivatives, count); },
    .scaledValue = [](numerics::Scaled z) { return scaledValueOf(kLeak, z); },
    .scaledDerivative = [](numerics::Scaled z) { return scaledDerivativeOf(kLeak, z); },
    .minus = [](numerics::Scaled z, double y) { return minusOf(kLeak, z, y); },
    .second = [](double) { return 0.0; },
    .maxDerivative = 1,
    .maxDerivativeAt = 0,
    .kinks = kAtZero,
    .of = of,
    .parameter = "slope",
    .python = "where(z > 0, z, {slope} * z)",
    .pythonSlope = "where(z > 0, 1.0, {slope})",
};

namespace {

Chosen of(const model::Scenario& scenario)
{
    if (scenario.slope == kLeak)
        return leaky_relu;
    const auto leak = std::make_shared<Leak>();
    const double slope = leak->slope = scenario.slope;
    leak->text = "slope " + std::to_string(std::bit_cast<std::uint64_t>(slope));
    auto made = std::make_shared<Activation>(leaky_relu);
    made->setting = leak;
    made->formula = "z for z > 0, else sz";
    made->value = {[](const Setting& set, double z) { return valueOf(leakOf(set), z); }, *leak};
    made->derivative = {[](const Setting& set, double z) { return derivativeOf(leakOf(set), z); }, *leak};
    made->evaluate = {[](const Setting& set, const double* z, double* values, double* derivatives, std::size_t count) {
                          evaluateAll(leakOf(set), z, values, derivatives, count);
                      },
        *leak};
    made->scaledValue = {[](const Setting& set, numerics::Scaled z) { return scaledValueOf(leakOf(set), z); }, *leak};
    made->scaledDerivative = {
        [](const Setting& set, numerics::Scaled z) { return scaledDerivativeOf(leakOf(set), z); }, *leak};
    made->minus = {[](const Setting& set, numerics::Scaled z, double y) { return minusOf(leakOf(set), z, y); }, *leak};
    if (slope <= 0) // 0 is ReLU, −1 is |z|
        made->lower = 0;
    made->maxDerivative = std::max(1.0, std::abs(slope));
    made->maxDerivativeAt = std::abs(slope) > 1 ? -5e-324 : 0;
    made->monotone = slope >= 0;
    if (slope == 1)
        made->kinks = {};
    return Chosen(std::shared_ptr<const Activation>(std::move(made)));
}

} // namespace

} // namespace deltascope::activations
