// SPDX-License-Identifier: GPL-3.0-or-later
// What each step of tied layers gives to the gradient of the shared weights, and their sum. core/maths.md 1.17.
#include "results/shared_gradient.h"
#include "figures/figure_kind.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "figures/parts/layer_panel.h"

namespace deltascope::figures {

namespace {

using results::SharedGradient;

Message nameOfWeights()
{
    return {translatable("core", "of the weights, ‖∂⁺C/∂w‖"), {}};
}

Message nameOfBiases()
{
    return {translatable("core", "of the biases, ‖∂⁺C/∂b‖"), {}};
}

/// A share of 1 as people say it: "93 %", and in decades where that would be 0.
Argument percent(numerics::Scaled share)
{
    return diagnosis::number(numerics::Scaled::from(100) * share);
}

Message captionOf(const SharedGradient& gradient)
{
    if (gradient.shares.empty())
        return {translatable("core", "The contributions of layers %1 to %2 add up to exactly 0."),
            {gradient.first, gradient.last()}};
    return {
        translatable("core",
            "‖∂C/∂w‖ = %1 is the sum of %2 contributions: layer %3, the latest step, gives %4 % of it, layer %5, the "
            "earliest, %6 %."),
        {diagnosis::number(gradient.weightSum), static_cast<int>(gradient.shares.size()), gradient.last(),
            percent(gradient.shares.back()), gradient.first, percent(gradient.shares.front())}};
}

void addPins(parts::LayerPanel& panel, const results::Snapshot& snapshot, std::vector<Message>& notes)
{
    bool any = false;
    for (const parts::DrawnPin& pin : parts::drawnPins(snapshot))
        if (const auto* gradient = pin.result.get<SharedGradient>()) {
            const Message name{"%1: %2", {pin.name, nameOfWeights()}};
            any = true;
            panel.includeLayer(gradient->last());
            panel.add(parts::layerCurve(name, pin.role, gradient->first, gradient->weights), name);
        }
    if (!any)
        parts::notePinsLeftOut(notes, snapshot);
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState&)
{
    Figure figure{.id = "shared_gradient",
        .title = {translatable("core", "The gradient of the shared weights, step by step"), {}}};
    const SharedGradient* gradient = snapshot.get<SharedGradient>();
    const int selected = parts::selectedLayer(snapshot, question);
    parts::LayerPanel panel({translatable("core", "contribution"), {}}, gradient ? gradient->first : 1,
        gradient ? gradient->last() : snapshot.scenario.depth);
    addPins(panel, snapshot, figure.notes);
    if (gradient) {
        const int keep[] = {selected};
        panel.add(parts::layerCurve(nameOfWeights(), Role::primary, gradient->first, gradient->weights, keep),
            nameOfWeights());
        panel.add(parts::layerCurve(nameOfBiases(), Role::secondary, gradient->first, gradient->biases, keep),
            nameOfBiases());
        if (!gradient->weightSum.isZero()) {
            panel.include(gradient->weightSum.log10());
            panel.add(Guide{
                {translatable("core", "their sum, ‖∂C/∂w‖"), {}}, Role::reference, true, gradient->weightSum.log10()});
        }
        if (selected >= gradient->first && selected <= gradient->last())
            panel.select(selected);
        figure.caption = captionOf(*gradient);
    } else if (network::tiedLayers(snapshot.scenario).empty()) {
        figure.caption = {
            translatable(
                "core", "No two layers share their weights: this figure is about tied ones, four layers or more."),
            {}};
    } else {
        figure.caption = parts::beingComputed();
    }
    figure.panels.push_back(panel.finish(figure.notes));
    return figure;
}

} // namespace

extern const FigureKind shared_gradient{
    .id = "shared_gradient",
    .name = translatable("core", "Shared gradient"),
    .description = translatable("core",
        "Tied layers, as the steps of a recurrent network, share one w and one b; the gradient of these is the sum of "
        "what "
        "every step gives. Where gradients vanish only the last steps have a say (Pascanu et al. 2013)."),
    .rank = 140,
    .needs = results::needs<results::SharedGradient>,
    .build = build,
    .leavesPinsOut = true,
};

} // namespace deltascope::figures
