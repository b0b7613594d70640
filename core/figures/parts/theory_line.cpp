// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/theory_line.h"

#include "base/registry.h"
#include "diagnosis/pace.h"
#include "figures/parts/figure_sentences.h"
#include "network/initializer.h"
#include "theory/mean_field/prediction.h"

#include <numbers>

namespace deltascope::parts {

namespace {

const network::Initializer* ruleOf(const model::Scenario& scenario)
{
    return findKind(network::initializersRegistry(), scenario.initializer);
}

bool hasRandomRule(const model::Scenario& scenario)
{
    const network::Initializer* rule = ruleOf(scenario);
    return rule && rule->isRandom();
}

void addPrediction(LayerPanel& panel, const mean_field::MeanFieldPrediction& theory)
{
    std::vector<numerics::Scaled> values;
    for (const mean_field::LayerPrediction& layer : theory.layers)
        values.push_back(layer.rms);
    const Message name{translatable("core", "mean field (rms)"), {}};
    LayerCurve curve = layerCurve(name, figures::Role::reference, 1, values);
    curve.line.dashed = true;
    curve.line.markers = false;
    panel.add(std::move(curve), name);
}

void addMeasuredRms(LayerPanel& panel, const evaluation::Evaluation& evaluation)
{
    std::vector<numerics::Scaled> values;
    for (const evaluation::LayerEvaluation& layer : evaluation.layers)
        values.push_back(layer.speed.rms);
    const Message name{translatable("core", "bias √⟨‖δˡ‖²⟩"), {}};
    panel.add(layerCurve(name, figures::Role::tertiary, 1, values), name);
}

/// Layers whose measured speed is exactly 0, though mean field gives them one: no ratio says how far they are from it.
std::vector<int> deadAgainst(const evaluation::Evaluation& evaluation, const mean_field::MeanFieldPrediction& theory)
{
    std::vector<int> dead;
    for (int layer = 1; layer < evaluation.depth(); ++layer)
        if (evaluation.layer(layer).speed.rms.isZero()
            && !theory.layers[static_cast<std::size_t>(layer - 1)].rms.isZero())
            dead.push_back(layer);
    return dead;
}

Message howFar(const model::Scenario& scenario, const mean_field::MeanFieldPrediction& theory)
{
    const double residual = *theory.layers[static_cast<std::size_t>(theory.worstLayer - 1)].residual;
    const Message told = diagnosis::pace(numerics::Scaled::fromLog(1, residual * std::numbers::ln10));
    const int width = network::sizeOf(scenario, theory.worstLayer);
    if (const int incoming = ruleOf(scenario)->incoming; incoming > 0 && incoming < width)
        return {translatable("core",
                    "Mean field (Schoenholz et al. 2017) is about the root mean square over all networks of this rule "
                    "with these output errors; even in wide layers it need not be exact, as a neuron has only %1 "
                    "weights; this network, %2 wide, is farthest from it in layer %3, which learns %4."),
            {incoming, width, theory.worstLayer, told}};
    return {translatable("core",
                "Mean field (Schoenholz et al. 2017) is the root mean square over all networks of this rule with these "
                "output errors, exact for "
                "many inputs and infinitely wide layers; this one, %1 wide, is farthest from it in layer %2, which "
                "learns %3."),
        {width, theory.worstLayer, told}};
}

void addNotes(
    std::vector<Message>& notes, const results::Snapshot& snapshot, const mean_field::MeanFieldPrediction& theory)
{
    const model::Scenario& scenario = snapshot.scenario;
    const std::vector<int> dead = snapshot.get<evaluation::Evaluation>()
        ? deadAgainst(*snapshot.get<evaluation::Evaluation>(), theory)
        : std::vector<int>{};
    if (scenario.depth == 1 || (theory.worstLayer == 0 && dead.empty()))
        return;
    notes.push_back(dead.empty() ? howFar(scenario, theory)
                                 : Message{translatable("core",
                                               "Mean field has no exact zeros in wide layers; here the speed is 0 in "
                                               "%1, and no factor says how far that is from it."),
                                     {diagnosis::layersNamed(dead)}});
    const int width = network::sizeOf(scenario, scenario.depth - 1);
    if (2 * scenario.outputs >= width) // there it amounts to some per cent
        notes.push_back(
            {translatable("core",
                 "Mean field takes the output error as independent of the weights before it; with so many outputs "
                 "for the width of the network (%1 to %2) it is not quite, and the speeds can lie above the "
                 "prediction."),
                {scenario.outputs, width}});
}

} // namespace

void addTheory(
    LayerPanel& panel, const results::Snapshot& snapshot, const model::ViewState& view, std::vector<Message>& notes)
{
    if (view.speed == "weight")
        return;
    const model::Scenario& scenario = snapshot.scenario;
    if (!snapshot.get<mean_field::MeanFieldPrediction>()) {
        if (Message why = mean_field::whyNoTheory(scenario); !why.empty() && hasRandomRule(scenario))
            notes.push_back(std::move(why));
        return;
    }
    addPrediction(panel, *snapshot.get<mean_field::MeanFieldPrediction>());
    if (snapshot.get<evaluation::Evaluation>() && snapshot.get<evaluation::Evaluation>()->examples > 1
        && view.average != "rms")
        addMeasuredRms(panel, *snapshot.get<evaluation::Evaluation>());
    addNotes(notes, snapshot, *snapshot.get<mean_field::MeanFieldPrediction>());
}

} // namespace deltascope::parts
