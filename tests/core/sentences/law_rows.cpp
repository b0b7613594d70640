// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of the laws about two inputs, singular values, curvature, shattered gradients and linear networks. Their
// numbers are held by the tests of core/theory and core/results too. core/maths.md 16.7 to 16.14.
#include "core/sentences/statement.h"

#include <cmath>

namespace deltascope::sentences {
namespace {

bool isRemedied(const model::Scenario& scenario)
{
    return scenario.normalization != "none" || scenario.residual != 0;
}

bool isLinear(const model::Scenario& scenario)
{
    return scenario.activation == "identity" && scenario.outputActivation == "identity";
}

constexpr Row kRows[] = {
    {"There are no two unlike inputs here: two examples of random data have a walk.",
        [](Statement& say) {
            const auto& inputs = say.in.snapshot.data->inputs;
            say.holds(inputs.cols() == 1 || inputs.col(0) == inputs.col(1), "the first two differ");
        }},
    {"The maps of two inputs are about layers of weights, biases and activation alone; here there is more in a layer.",
        [](Statement& say) { say.holds(isRemedied(say.scenario()), "there is not"); }},
    {"The curvature is computed of layers of weights, biases, activation and residual connections; here there is more "
     "in a layer.",
        [](Statement& say) { say.holds(say.scenario().normalization != "none", "there is not"); }},
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
    {"“%1” does not end the story: in wide layers and large batches ‖δ‖ grows by %2 a layer towards the input, without "
     "end (Yang et al. 2019); here, by %3.",
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
    {"The closed form is about linear networks: every activation the identity, without normalization or residual "
     "connection.",
        [](Statement& say) { say.holds(!isLinear(say.scenario()) || isRemedied(say.scenario()), "it is linear"); }},
    {"The closed form is about the quadratic cost.",
        [](Statement& say) { say.holds(say.scenario().loss != "quadratic", "it is quadratic"); }},
    {"The closed form is about gradient descent over all examples, without momentum, weight decay or clipping.",
        [](Statement& say) {
            const model::Scenario& of = say.scenario();
            say.holds(of.optimizer != "sgd" || of.weightDecay != 0 || of.clipNorm != 0 || !of.changes.empty()
                    || (of.batch > 0 && of.batch < of.examples),
                "it is such");
        }},
};

} // namespace

std::span<const Row> lawRows()
{
    return kRows;
}

} // namespace deltascope::sentences
