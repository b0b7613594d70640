// SPDX-License-Identifier: GPL-3.0-or-later
// One forward and one backward pass, and what they say of each layer. Nielsen (2015), chapter 2 (the equations) and
// chapter 5 (learning speeds). core/maths.md 1.2 to 1.6, 2.1.
#include "evaluation/evaluation.h"

#include "evaluation/described_layer.h"
#include "evaluation/rounding_error.h"
#include "evaluation/unreachable_target.h"
#include "network/activations/activation.h"
#include "network/structure.h"
#include "network/through_layers.h"

#include <cassert>

namespace deltascope::evaluation {

namespace {

void describeBackwardMeans(const network::ForwardPass& pass, const network::BackwardPass& back, int layer, Parts parts,
    LayerEvaluation& result)
{
    result.speed = parts.others
        ? network::learningSpeeds(back.delta(), back.ofSums(), pass.entering(layer), back.shift())
        : network::biasSpeeds(back.delta(), back.shift());
    result.belowResolution = back.belowResolution();
}

/// The speeds of this layer and the later ones in units of their own, from where the way back has left the range.
void describeBeyondRange(
    const network::ForwardPass& pass, const network::BackwardPass& back, int layer, Evaluation& evaluation)
{
    if (evaluation.relative.empty())
        for (const LayerEvaluation& each : evaluation.layers)
            evaluation.relative.push_back({each.speed, {}});
    evaluation.relative[static_cast<std::size_t>(layer - 1)] = {
        network::learningSpeeds(back.deltaInUnits(), back.ofSumsInUnits(), pass.entering(layer), back.shift()),
        back.unitOffset()};
}

network::RelativeSpeeds relativeSpeeds(const Evaluation& evaluation, int layer)
{
    return evaluation.relative.empty() ? network::RelativeSpeeds{evaluation.layer(layer).speed, {}}
                                       : evaluation.relative[static_cast<std::size_t>(layer - 1)];
}

void findPrecisionLosses(Evaluation& evaluation)
{
    const auto formats = numerics::floatFormats();
    assert(formats.size() == evaluation.precision.size());
    for (std::size_t i = 0; i < formats.size(); ++i)
        evaluation.precision[i] = precisionLoss(formats[i], evaluation);
}

} // namespace

numerics::Scaled speedRatio(
    const Evaluation& evaluation, int layer, int reference, numerics::Scaled network::LearningSpeeds::*speed)
{
    return network::speedRatio(relativeSpeeds(evaluation, layer), relativeSpeeds(evaluation, reference), speed);
}

bool learnsSlower(const Evaluation& evaluation, int layer, int than, numerics::Scaled network::LearningSpeeds::*speed)
{
    const network::RelativeSpeeds reference = relativeSpeeds(evaluation, than);
    return network::inUnitsOf(reference, relativeSpeeds(evaluation, layer)).*speed < reference.speeds.*speed;
}

int firstBeyondRange(const Evaluation& evaluation)
{
    for (int layer = 1; layer <= evaluation.depth(); ++layer)
        if (evaluation.layer(layer).speed.normOfMean.beyondRange())
            return layer;
    return 0;
}

Evaluation evaluate(const model::Scenario& scenario, const data::Dataset& data)
{
    return *evaluate(scenario, data, network::Network(scenario, data));
}

std::optional<Evaluation> evaluate(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, const std::stop_token& stop, const Watch& watch, Parts parts)
{
    Evaluation evaluation;
    evaluation.chain = network::isChain(scenario);
    evaluation.examples = data.examples();
    evaluation.inputsAreZero = data.inputs.isZero(0);
    evaluation.layers.resize(static_cast<std::size_t>(network.depth()));
    const auto of = [&](int layer) -> LayerEvaluation& {
        return evaluation.layers[static_cast<std::size_t>(layer - 1)];
    };

    const auto forward = [&](const network::ForwardPass& pass, int layer) {
        if (parts.statistics)
            describeMeans(network, pass, layer, 0, pass.examples(), of(layer));
        if (layer < network.depth())
            return;
        if (evaluation.chain && (parts.factors || parts.others))
            ChainPass(network, pass).describe(0, evaluation);
        if (parts.others)
            evaluation.noiseFrom = noiseFrom(network, pass, stop);
    };
    const auto atOutput = [&](const network::ForwardPass&, const network::BackwardPass& back) {
        evaluation.cost = back.cost();
        evaluation.outputGradient = back.outputGradient();
        if (evaluation.chain)
            evaluation.firstOutputGradient = back.firstOutputGradient();
        if (parts.others)
            for (Eigen::Index x = 0; x < back.delta().count; ++x)
                evaluation.outputSpeeds.push_back(numerics::norm(back.delta().column(x)));
    };
    numerics::Scaled toOutput = numerics::Scaled::from(1);
    const auto backward = [&](const network::ForwardPass& pass, const network::BackwardPass& back, int layer) {
        LayerEvaluation& result = of(layer);
        describeBackwardMeans(pass, back, layer, parts, result);
        if (back.leftRange())
            describeBeyondRange(pass, back, layer, evaluation);
        if (!evaluation.chain)
            return;
        result.delta = back.delta().at(0, 0);
        if (!parts.factors && !parts.others)
            return;
        result.toOutput = toOutput;
        toOutput = toOutput * result.factor;
    };
    const bool back = parts.speeds || parts.others;
    if (!network::throughLayers(scenario, data, network, stop, forward, atOutput, backward,
            parts.cost || parts.others ? network::BackwardPass::Cost::computed : network::BackwardPass::Cost::leftOut,
            watch,
            back             ? network::Way::thereAndBack
                : parts.cost ? network::Way::toCost
                             : network::Way::forward))
        return std::nullopt;
    if (parts.others) {
        findPrecisionLosses(evaluation);
        evaluation.unreachableTarget = unreachableTarget(scenario, data);
    }
    return evaluation;
}

} // namespace deltascope::evaluation
