// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences about targets that the output cannot reach, and the least cost that is possible. core/maths.md 1.14.
#include "core/sentences/statement.h"

#include "base/registry.h"
#include "network/initializer.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace deltascope::sentences {
namespace {

/// inf f and sup f.
std::pair<long double, long double> rangeOf(const std::string& name)
{
    constexpr long double kHalfPi = 1.57079632679489661923132169163975144L;
    static const std::map<std::string, std::pair<long double, long double>, std::less<>> ranges{{"sigmoid", {0, 1}},
        {"tanh", {-1, 1}}, {"lecun_tanh", {-1.7159L, 1.7159L}}, {"softsign", {-1, 1}}, {"arctan", {-kHalfPi, kHalfPi}},
        {"relu", {0, HUGE_VALL}}, {"softplus", {0, HUGE_VALL}}, {"elu", {-1, HUGE_VALL}},
        {"selu", {-1.0507009873554805L * 1.6732632423543772L, HUGE_VALL}}, {"gelu", {-0.16997120747990369L, HUGE_VALL}},
        {"swish", {-0.27846454276107380L, HUGE_VALL}}, {"mish", {-0.30884341301725041L, HUGE_VALL}},
        {"hard_tanh", {-1, 1}}, {"step", {0, 1}}};
    const std::string_view id = plainName(name);
    if (id.starts_with("leaky_relu:-") || id.starts_with("leaky_relu:0.0000")) // turned up, or ReLU
        return {0, HUGE_VALL};
    const auto found = ranges.find(id);
    return found == ranges.end() ? std::pair{-HUGE_VALL, HUGE_VALL} : found->second;
}

long double farFrom(const Statement& say, double target)
{
    const std::string output = activationOf(say.scenario(), say.depth());
    const auto [low, high] = rangeOf(output);
    const long double y = target;
    if (output == "step")
        return std::min(std::abs(y), std::abs(y - 1));
    return y < low ? low - y : y > high ? y - high : 0;
}

/// Mean over the examples of the least cost of each.
long double leastCost(const Statement& say)
{
    const auto& targets = say.in.snapshot.data->targets;
    const auto share = [](long double p) { return p > 0 ? -p * std::log(p) : 0.0L; };
    long double sum = 0;
    for (Eigen::Index x = 0; x < targets.cols(); ++x) {
        const long double total = targets.col(x).sum();
        for (Eigen::Index i = 0; i < targets.rows(); ++i) {
            const long double y = targets(i, x);
            if (say.scenario().loss == "quadratic")
                sum += farFrom(say, targets(i, x)) * farFrom(say, targets(i, x)) / 2;
            else if (say.scenario().loss == "cross_entropy")
                sum += share(y) + share(1 - y);
            else if (y > 0)
                sum -= y * std::log(y / total);
        }
    }
    return sum / static_cast<long double>(targets.cols());
}

void least(Statement& say, int n)
{
    say.number(n, Value{Number(leastCost(say)), 1e-4L}, "the least cost");
    const Value cost = say.truth().of([](const OwnPasses& passes) { return passes.cost(); });
    say.holds(cost.exact.value() >= leastCost(say) * (1 - 1e-9L), "the cost of this network is below it");
}

void outside(Statement& say, int count)
{
    const auto& targets = say.in.snapshot.data->targets;
    int found = 0;
    for (Eigen::Index x = 0; x < targets.cols(); ++x) {
        bool any = false;
        for (Eigen::Index i = 0; i < targets.rows(); ++i)
            any = any || farFrom(say, targets(i, x)) > 0;
        found += any;
    }
    say.holds(found == count, std::to_string(found) + " examples have such targets");
}

constexpr Row kRows[] = {
    {"The target %1 is out of reach: the output activation “%2” gives values %3. The cost cannot fall below %4.",
        [](Statement& say) {
            outside(say, 1);
            say.number(1, static_cast<long double>(say.in.snapshot.data->targets(0, 0)), "the target");
            least(say, 4);
        }},
    {"The targets are out of reach: the output activation “%1” gives values %2. The cost cannot fall below %3.",
        [](Statement& say) {
            outside(say, say.truth().examples());
            least(say, 3);
        }},
    {"Targets are out of reach in %1 of %2 examples: the output activation “%3” gives values %4. The cost cannot fall "
     "below "
     "%5.",
        [](Statement& say) {
            outside(say, say.whole(1));
            say.isWhole(2, say.truth().examples(), "the examples");
            least(say, 5);
        }},
    {"The targets are out of reach: the outputs of a softmax sum to 1, the targets to %1. The cost cannot fall below "
     "%2.",
        [](Statement& say) { least(say, 2); }},
    {"The targets lie between 0 and 1, so the cost cannot fall below their entropy, %1.",
        [](Statement& say) {
            const auto& targets = say.in.snapshot.data->targets;
            say.holds(targets.minCoeff() >= 0 && targets.maxCoeff() <= 1, "they do not");
            least(say, 1);
        }},
    {"All targets are 0: the cost of a softmax is then 0, whatever the outputs are.",
        [](Statement& say) {
            say.holds(say.in.snapshot.data->targets.isZero(), "they are not");
            say.holds(say.truth().exact().cost().isZero(), "the cost is not 0");
        }},
    {"of %1 or %2",
        [](Statement& say) {
            say.number(1, 0.0L, "one value");
            say.number(2, 1.0L, "the other");
        }},
    {"of %1 and above",
        [](Statement& say) {
            say.number(
                1, Value{Number(rangeOf(activationOf(say.scenario(), say.depth())).first), 1e-6L}, "the least value");
        }},
    {"of %1 and below",
        [](Statement& say) {
            say.number(1, Value{Number(rangeOf(activationOf(say.scenario(), say.depth())).second), 1e-6L},
                "the largest value");
        }},
    {"from %1 to %2",
        [](Statement& say) {
            say.number(
                1, Value{Number(rangeOf(activationOf(say.scenario(), say.depth())).first), 1e-6L}, "the least value");
            say.number(2, Value{Number(rangeOf(activationOf(say.scenario(), say.depth())).second), 1e-6L},
                "the largest value");
        }},
};

// Of the laws about two inputs, singular values, curvature, shattered gradients and linear networks. core/maths.md 16.7
// to 16.14.

bool isRemedied(const model::Scenario& scenario)
{
    return scenario.normalization != "none" || scenario.residual != 0 || scenario.dropout != 0
        || scenario.gate != "none" || scenario.feed != "first";
}

bool isLinear(const model::Scenario& scenario)
{
    return scenario.activation == "identity" && scenario.outputActivation == "identity";
}

constexpr Row kLawRows[] = {
    {"There are no two different inputs here: two examples of random data have a walk.",
        [](Statement& say) {
            const auto& inputs = say.in.snapshot.data->inputs;
            say.holds(inputs.cols() == 1 || inputs.col(0) == inputs.col(1), "the first two differ");
        }},
    {"The maps of two inputs cover layers of weights, biases, activation and dropout; here there is more in a layer.",
        [](Statement& say) {
            say.holds(say.scenario().normalization != "none" || say.scenario().residual != 0, "there is not");
        }},
    {"Dropout makes every mean square 1/(1 − p) times as large, so that the line lies at a smaller σw; two equal "
     "inputs "
     "do not stay equal on it.",
        [](Statement& say) { say.holds(say.scenario().dropout > 0, "there is none"); }},
    {"Mean field theory applies to weights whose variance a rule gives beforehand; “%1” does not.",
        [](Statement& say) {
            const network::Initializer* rule = findKind(network::initializersRegistry(), say.scenario().initializer);
            say.holds(rule->weightVariance == nullptr && rule->drawsWeights, "it does");
            say.holds(say.nested(1).english == rule->name, "it is another one");
        }},
    {"Dropout draws a mask for each input, so that even equal ones separate: there is no edge of chaos, and all pairs "
     "end at c* = %1, over ξc = %2 layers.",
        [](Statement& say) {
            say.holds(say.scenario().dropout > 0, "there is none");
            say.holds(say.shown(1) < 1, "c* is 1");
        }},
    {"The curvature is computed for layers of weights, biases, activation and residual connections; here there is more "
     "in a layer.",
        [](Statement& say) {
            const model::Scenario& scenario = say.scenario();
            say.holds(scenario.normalization != "none" || scenario.dropout != 0
                    || (scenario.residual != 0 && scenario.residualScale != "constant"),
                "there is not");
        }},
    {"A product of orthogonal layers is one: every σ is %1, exactly, whatever the width (Saxe et al. 2013).",
        [](Statement& say) {
            say.holds(isLinear(say.scenario()) && say.scenario().initializer == "orthogonal", "it is none");
            say.number(1, Value{Number(std::pow(static_cast<long double>(say.scenario().gain), say.depth())), 1e-9L},
                "the gain's power");
        }},
    {"In infinitely wide layers the largest σ of all %1 is %2 (Pennington et al. 2017); here, %3 wide, it is %4.",
        [](Statement& say) {
            const long double depth = say.depth();
            say.holds(isLinear(say.scenario()) && !isRemedied(say.scenario()), "there is no such law");
            say.isWhole(1, say.depth(), "the depth");
            say.isWhole(3, say.scenario().width, "the width");
            if (say.scenario().initializer == "lecun_normal" || say.scenario().initializer == "mean_field")
                say.number(2,
                    Value{Number(std::pow(static_cast<long double>(say.scenario().gain), depth)
                              * std::sqrt(std::pow(depth + 1, depth + 1) / std::pow(depth, depth))),
                        1e-9L},
                    "the law");
        }},
    {"“%1” is not the end of the story: in wide layers and large batches ‖δ‖ grows by %2 per layer towards the input, "
     "without end (Yang et al. 2019); here, by %3.",
        [](Statement& say) {
            const long double pi = 3.14159265358979323846L;
            say.number(2, Value{Number(std::sqrt(pi / (pi - 1))), 1e-9L}, "√(π/(π − 1))");
        }},
    {"A typical network of this width and of depth %1 has a ratio of %2 (the median of the law of finite width, Hanin "
     "& "
     "Nica 2018).",
        [](Statement& say) { say.isWhole(1, say.depth(), "the depth"); }},
    {"The line goes through 0 and the first example x₁, at t = 1.",
        [](Statement& say) {
            say.holds(say.scenario().inputs > 1 && !say.in.snapshot.data->inputs.col(0).isZero(0), "it does not");
        }},
    {"The line goes through 0 in the direction in which all inputs are equal.",
        [](Statement& say) {
            say.holds(say.scenario().inputs == 1 || say.in.snapshot.data->inputs.col(0).isZero(0), "it does not");
        }},
    {"The points of the line are one batch for the normalization, and the gradient is that of the sum of their "
     "outputs.",
        [](Statement& say) { say.holds(say.scenario().normalization == "batch", "they are not"); }},
    {"The closed form holds for linear networks: every activation the identity, without normalization or residual "
     "connection.",
        [](Statement& say) { say.holds(!isLinear(say.scenario()) || isRemedied(say.scenario()), "it is linear"); }},
    {"The closed form holds for the quadratic cost.",
        [](Statement& say) { say.holds(say.scenario().loss != "quadratic", "it is quadratic"); }},
    {"The closed form holds for gradient descent over all examples, without momentum, weight decay or clipping.",
        [](Statement& say) {
            const model::Scenario& of = say.scenario();
            say.holds(of.optimizer != "sgd" || of.weightDecay != 0 || of.clipNorm != 0 || !of.changes.empty()
                    || (of.batch > 0 && of.batch < of.examples),
                "it is such");
        }},
};

} // namespace

std::span<const Row> targetRows()
{
    return kRows;
}

std::span<const Row> lawRows()
{
    return kLawRows;
}

} // namespace deltascope::sentences
