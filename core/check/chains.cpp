// SPDX-License-Identifier: GPL-3.0-or-later
// Chains of one neuron a layer: factors, products, ranges, steep intervals, explosion sets.
// core/maths.md 1.5, 3.1, 6.3, 8.2, 8.3, 8.10, 16.8.
#include "base/registry.h"
#include "check/numbers.h"
#include "evaluation/evaluation.h"
#include "network/activations/activation.h"
#include "theory/explosion/chain_map.h"
#include "theory/explosion/explosion_set.h"
#include "theory/explosion/steep_intervals.h"

#include <cmath>
#include <limits>

namespace deltascope::check {
namespace {

const activations::Activation& logistic()
{
    return *findKind(activations::activationsRegistry(), "sigmoid");
}

model::Scenario chain(int depth, double weight, double bias, double input)
{
    model::Scenario scenario;
    scenario.depth = depth;
    scenario.weight = weight;
    scenario.bias = bias;
    scenario.input = input;
    return scenario;
}

evaluation::Evaluation evaluated(const model::Scenario& scenario)
{
    return evaluation::evaluate(scenario, *data::makeDataset(scenario));
}

network::Network networkOf(const model::Scenario& scenario)
{
    return {scenario, *data::makeDataset(scenario)};
}

evaluation::Evaluation balanced(int depth, double weight)
{
    model::Scenario scenario = chain(depth, weight, 0, 1);
    scenario.initializer = "balanced";
    return evaluated(scenario);
}

double log10Of(numerics::Scaled value)
{
    return value.isZero() ? -std::numeric_limits<double>::infinity() : value.log10();
}

void addFactors(Numbers& numbers)
{
    add(numbers, {translatable("core", "The largest slope of the logistic function, σ′(0)"), {}}, book(), 0.25, 0,
        logistic().derivative(0));
    const evaluation::Evaluation explosion = balanced(4, 100);
    for (int l = 1; l <= 4; ++l)
        add(numbers, {translatable("core", "Factor of layer %1, weight 100 and balanced biases"), {l}}, book(), 25,
            1e-12, explosion.layer(l).factor.nearestDouble());
    add(numbers, {translatable("core", "Layer 1's speed over layer 4's there"), {}}, closedForm("25³"), 15'625, 1e-7,
        (explosion.layer(1).speed.normOfMean / explosion.layer(4).speed.normOfMean).nearestDouble());
}

void addProducts(Numbers& numbers)
{
    add(numbers, {translatable("core", "log₁₀ of the product of 1000 factors of 0.25"), {}}, closedForm("0.25¹⁰⁰⁰"),
        -602.06, 0.005, log10Of(balanced(1000, 1).product));
    add(numbers, {translatable("core", "log₁₀ of the product of 1000 factors of 25"), {}}, closedForm("25¹⁰⁰⁰"),
        1397.94, 0.005, log10Of(balanced(1000, 100).product));
    struct Row {
        int depth;
        double log10, tolerance;
    };
    for (const Row& row : {Row{4, -46.17, 0.005}, Row{20, -361.6, 0.05}, Row{50, -953.05, 0.005}})
        add(numbers,
            {translatable("core", "log₁₀ of the product at w = 100, b = −50, a₀ = 0.51, depth %1"), {row.depth}},
            manyDigits(), row.log10, row.tolerance, log10Of(evaluated(chain(row.depth, 100, -50, 0.51)).product));
}

void addRange(Numbers& numbers)
{
    add(numbers, {translatable("core", "log₁₀ of σ(−800)"), {}}, closedForm("−800/ln 10"), -347.4356, 5e-5,
        log10Of(logistic().scaledValue(numerics::Scaled::from(-800))));
    model::Scenario relu = chain(200, 100, 0, 1);
    relu.activation = relu.outputActivation = "relu";
    const evaluation::Evaluation evaluation = evaluated(relu);
    int reached = 1;
    while (reached < 200 && log10Of(evaluation.layer(reached).a.mean) < 308 - 1e-9)
        ++reached;
    add(numbers, {translatable("core", "Layer at which a ReLU chain of weight 100 reaches 10³⁰⁸"), {}},
        closedForm("308/2"), 154, 0, reached);
    struct Row {
        const char* format;
        double factor;
        int count;
    };
    for (const Row& row :
        {Row{"float32", 0.25, 74}, Row{"double", 0.25, 537}, Row{"float32", 25, 27}, Row{"double", 25, 220}}) {
        int factors = 0;
        for (const numerics::FloatFormat& format : numerics::floatFormats())
            if (format.id == row.format)
                for (numerics::Scaled product = numerics::Scaled::from(row.factor);
                     numerics::rounded(format, product) == numerics::Rounded::kept; ++factors)
                    product = product * numerics::Scaled::from(row.factor);
        add(numbers, {translatable("core", "Factors of %1 that %2 holds"), {row.factor, row.format}},
            {translatable("core", "IEEE 754, largest and smallest number"), {}}, row.count, 0, factors);
    }
}

void addSteepWidths(Numbers& numbers)
{
    struct Row {
        double weight, width;
    };
    for (const Row& row : {Row{4, 0}, Row{4.5, .308065}, Row{6.9, .447743}, Row{20, .288727}, Row{100, .091697}})
        add(numbers, {translatable("core", "Width of the window |w σ′(wa + b)| ≥ 1 at |w| = %1"), {row.weight}},
            closedForm("(4/|w|) acosh(√|w|/2)"), row.width, 5e-7, explosion::steepWidth(logistic(), row.weight));
    const explosion::WidestSteepInterval widest =
        explosion::widestSteepInterval(logistic()).value_or(explosion::WidestSteepInterval{});
    const auto maximum = [](double printed) {
        return Message{translatable("core", "maximum of (4/|w|) acosh(√|w|/2); Nielsen prints %1"), {Real{printed, 2}}};
    };
    add(numbers, {translatable("core", "The |w| whose window is widest"), {}}, maximum(6.9), 6.894151, 5e-7,
        widest.weight);
    add(numbers, {translatable("core", "The width of that window"), {}}, maximum(0.45), 0.4477432, 5e-8, widest.width);
}

void addExplosionSets(Numbers& numbers)
{
    struct Row {
        int depth;
        double width, tolerance;
    };
    for (const Row& row :
        {Row{1, .0917, 5e-5}, Row{2, .00629, 5e-6}, Row{4, 1.866e-5, 5e-9}, Row{12, 4.4e-16, 5e-18}}) {
        const auto set = explosion::explosionSet(networkOf(chain(row.depth, 100, -50, 0.5)), 0.5, 1, {});
        add(numbers,
            {translatable("core", "Width of the inputs whose gradient does not shrink, w = 100, b = −50, depth %1"),
                {row.depth}},
            manyDigits(), row.width, row.tolerance, set->measure.sign == 0 ? 0 : std::pow(10, set->measure.log10));
    }
    const auto set = explosion::explosionSet(networkOf(chain(4, 100, -50, 0.5)), 0.5, 10, {});
    add(numbers, {translatable("core", "Largest share of inputs whose gradient can grow tenfold"), {}},
        closedForm("1/K"), 0.1, 1e-15, set->bound.value_or(0));
}

void addOrbits(Numbers& numbers)
{
    const std::vector<explosion::PeriodicPoint> steep = explosion::periodicPoints({&logistic(), 100, -50}),
                                                calm = explosion::periodicPoints({&logistic(), -3, 1.5}),
                                                swinging = explosion::periodicPoints({&logistic(), -100, 50});
    if (steep.size() != 3 || calm.size() != 1 || swinging.size() != 2)
        return; // the rows are missed
    add(numbers, {translatable("core", "Factor at the fixed point ½ of a → σ(100a − 50), which repels"), {}},
        closedForm("w/4"), 25, 1e-12, steep[1].multiplier.nearestDouble());
    add(numbers, {translatable("core", "log₁₀ of the fixed point near 0 there, which attracts"), {}},
        closedForm("−50/ln 10"), -21.714724, 5e-7, std::log10(steep[0].a));
    add(numbers, {translatable("core", "Factor at the fixed point ½ of a → σ(1.5 − 3a): no 2-cycle"), {}},
        closedForm("w/4"), -0.75, 1e-12, calm[0].multiplier.nearestDouble());
    add(numbers, {translatable("core", "log₁₀ of the lower point of the 2-cycle of a → σ(50 − 100a)"), {}},
        closedForm("−50/ln 10"), -21.714724, 5e-7, std::log10(swinging[1].a));
}

} // namespace

std::span<const Chapter> chainChapters()
{
    static constexpr Chapter kChapters[] = {
        addFactors, addProducts, addRange, addSteepWidths, addExplosionSets, addOrbits};
    return kChapters;
}

} // namespace deltascope::check
