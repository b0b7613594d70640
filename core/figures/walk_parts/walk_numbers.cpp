// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/walk_parts/walk_numbers.h"

#include "base/registry.h"
#include "network/structure.h"
#include "parameters/changes.h"
#include "training/mid_run_values.h"
#include "training/optimizer.h"

#include <algorithm>
#include <span>

namespace deltascope::walk_parts {

using numerics::Scaled;

Scaled network::LearningSpeeds::*speedOf(const model::ViewState& view)
{
    if (view.average == "mean_of_norms")
        return &network::LearningSpeeds::meanOfNorms;
    return view.average == "rms" ? &network::LearningSpeeds::rms : &network::LearningSpeeds::normOfMean;
}

Scaled productBetween(const evaluation::Evaluation& evaluation, int from, int to)
{
    Scaled product = Scaled::from(evaluation.layer(from + 1).weight);
    for (int l = from + 1; l < to; ++l)
        product = product * evaluation.layer(l).slope * Scaled::from(evaluation.layer(l + 1).weight);
    return product;
}

Scaled gradientAt(const model::Scenario& scenario, const evaluation::Evaluation& evaluation, int layer)
{
    // ∂a_L/∂a_l · ∂C/∂a_L would be two numbers beyond what exponents hold where δ of a saturated output is not.
    if (layer < evaluation.depth() && evaluation.examples == 1 && network::factorsAreProducts(scenario))
        return Scaled::from(evaluation.layer(layer + 1).weight) * evaluation.layer(layer + 1).delta;
    return evaluation.layer(layer).toOutput * evaluation.firstOutputGradient;
}

namespace {

/// δ of a layer over that of the last one, which is not 0.
Scaled overLast(const evaluation::Evaluation& evaluation, int layer, Scaled network::LearningSpeeds::*speed)
{
    const int depth = evaluation.depth();
    if (!evaluation.chain)
        return evaluation::speedRatio(evaluation, layer, depth, speed);
    const Scaled delta = evaluation.layer(layer).delta, last = evaluation.layer(depth).delta;
    if (evaluation.examples > 1)
        return delta / last;
    const Scaled ratio = evaluation::speedRatio(evaluation, layer, depth);
    return delta.sign() * last.sign() < 0 ? -ratio : ratio;
}

} // namespace

std::optional<Scaled> running(const model::Scenario& scenario, const evaluation::Evaluation& evaluation,
    const model::Walk& stage, int before, const model::ViewState& view)
{
    const evaluation::LayerEvaluation& last = evaluation.layer(evaluation.depth());
    const auto speed = speedOf(view);
    if (evaluation.chain ? last.delta.isZero() : (last.speed.*speed).isZero())
        return std::nullopt;
    if (!stage.link)
        return overLast(evaluation, stage.layer, speed);
    if (network::factorsAreProducts(scenario))
        return overLast(evaluation, stage.layer, speed) * productBetween(evaluation, before, stage.layer);
    return gradientAt(scenario, evaluation, before) / last.delta;
}

Scaled rootMeanSquare(const evaluation::Statistics& statistics)
{
    return numerics::sqrt(
        statistics.mean * statistics.mean + statistics.standardDeviation * statistics.standardDeviation);
}

model::Scenario inForce(const model::Scenario& scenario, std::int64_t step)
{
    model::Scenario now = scenario;
    for (const training::MidRunValue& each : training::midRunValues())
        now.*each.member = parameters::valueInForce(scenario, *parameters::findScenarioParameter(each.key), step);
    return now;
}

namespace {

const training::Optimizer& optimizerOf(const model::Scenario& scenario)
{
    return *findKind(training::optimizersRegistry(), scenario.optimizer);
}

} // namespace

Rule::Rule(const model::Scenario& now)
    : m_now(now)
    , m_perGradient(of(1))
    , m_linear(of(4) == 4 * m_perGradient)
{
}

double Rule::of(double gradient) const
{
    double first = 0, second = 0;
    optimizerOf(m_now).update({.scenario = m_now, .learningRate = m_now.learningRate, .momentum = m_now.momentum},
        std::span(&gradient, 1), &first, &second);
    return gradient;
}

bool Rule::remembers() const
{
    return optimizerOf(m_now).memories > 0;
}

const char* Rule::name() const
{
    return optimizerOf(m_now).name;
}

const char* Rule::formula() const
{
    return optimizerOf(m_now).formula;
}

std::optional<Scaled> Rule::change(Scaled gradient) const
{
    if (m_linear)
        return Scaled::from(m_perGradient) * gradient;
    constexpr int kHalfRange = 500; // squares are held too
    if (!gradient.isZero() && std::abs(gradient.exponent) > kHalfRange)
        return std::nullopt;
    return Scaled::from(of(gradient.nearestDouble()));
}

} // namespace deltascope::walk_parts
