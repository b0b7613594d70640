// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/theory_line.h"

#include "figures/parts/wording.h"
#include "initializers/initializer.h"
#include "registry.h"
#include "theory/prediction.h"

#include <cmath>

namespace deltascope {

namespace {

bool hasRandomRule(const Scenario& scenario)
{
    const Initializer* rule = findKind(initializersRegistry(), scenario.initializer);
    return rule && rule->weightVariance;
}

void addPrediction(LayerPanel& panel, const MeanFieldPrediction& theory)
{
    std::vector<Scaled> values;
    for (const LayerPrediction& layer : theory.layers)
        values.push_back(layer.rms);
    const Message name{translatable("core", "mean field (rms)"), {}};
    LayerCurve curve = layerCurve(name, Role::reference, 1, values);
    curve.line.dashed = true;
    curve.line.markers = false;
    panel.add(std::move(curve), name);
}

void addMeasuredRms(LayerPanel& panel, const Evaluation& evaluation)
{
    std::vector<Scaled> values;
    for (const LayerEvaluation& layer : evaluation.layers)
        values.push_back(layer.speed.rms);
    const Message name{translatable("core", "bias √⟨‖δˡ‖²⟩"), {}};
    panel.add(layerCurve(name, Role::tertiary, 1, values), name);
}

void addNotes(std::vector<Message>& notes, const Scenario& scenario, const MeanFieldPrediction& theory)
{
    if (scenario.depth == 1 || theory.worstLayer == 0)
        return;
    const double residual = *theory.layers[static_cast<std::size_t>(theory.worstLayer - 1)].residual;
    notes.push_back(
        {translatable("core",
             "Mean field is the root mean square over all networks of this rule, exact for infinitely wide layers; "
             "this one, %1 wide, is farthest from it in layer %2: %3 times as fast."),
            {scenario.width, theory.worstLayer, number(Scaled::fromLog(1, residual * std::log(10.0)))}});
    if (2 * scenario.outputs >= scenario.width) // there it amounts to some per cent
        notes.push_back({translatable("core",
                             "Mean field takes the output error as independent of the weights before it; with %1 "
                             "outputs for %2 neurons it is not quite, and the speeds can lie above the prediction."),
            {scenario.outputs, scenario.width}});
}

} // namespace

void addTheory(LayerPanel& panel, const Snapshot& snapshot, const ViewState& view, std::vector<Message>& notes)
{
    if (view.speed == "weight")
        return;
    const Scenario& scenario = snapshot.scenario;
    if (!snapshot.theory) {
        if (Message why = whyNoTheory(scenario); !why.empty() && hasRandomRule(scenario))
            notes.push_back(std::move(why));
        return;
    }
    addPrediction(panel, *snapshot.theory);
    if (snapshot.evaluation && snapshot.evaluation->examples > 1 && view.average != "rms")
        addMeasuredRms(panel, *snapshot.evaluation);
    addNotes(notes, scenario, *snapshot.theory);
}

} // namespace deltascope
