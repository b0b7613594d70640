// SPDX-License-Identifier: GPL-3.0-or-later
// How alike two inputs are in a layer over how alike they were in the layer before it, as wide random layers have it
// (Poole et al. 2016; Schoenholz et al. 2017), and layer by layer beside this network's first two examples.
// core/maths.md 16.10.
#include "figures/figure_kind.h"
#include "figures/parts/axis_range.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "figures/parts/map_walk.h"
#include "results/laws/two_inputs.h"

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace {

std::vector<double> correlationsOf(const std::vector<mean_field::InputPair>& pairs)
{
    std::vector<double> correlations;
    for (const mean_field::InputPair& pair : pairs)
        correlations.push_back(pair.correlation);
    return correlations;
}

Message caption(const mean_field::PairMaps& maps)
{
    if (!maps.hasCorrelations())
        return {
            translatable("core", "q has no fixed point between 0 and ∞ here, so there is no map of correlations."), {}};
    if (maps.everyCorrelation)
        return {translatable("core", "Every correlation stays as it is: the map is the diagonal."), {}};
    if (maps.drawn)
        return {translatable("core",
                    "Dropout draws a mask for each input, so that even equal ones separate: there is no edge of chaos, "
                    "and all pairs end at c* = %1, over ξc = %2 layers."),
            {Real{maps.settled, 4}, Real{maps.correlationScale, 3}}};
    if (std::isinf(maps.correlationScale))
        return {translatable("core",
                    "At the edge of chaos: the slope at c = 1 is 1, and inputs become alike more slowly than by any "
                    "factor per layer, so that much of them reaches deep layers."),
            {}};
    if (maps.settled == 1)
        return {translatable("core",
                    "Ordered: the slope at c = 1 is χ₁ = %1, so all inputs become alike, and what tells them apart "
                    "shrinks by a factor of e over ξc = %2 layers."),
            {Real{maps.points.back().slope, 4}, Real{maps.correlationScale, 3}}};
    return {translatable("core",
                "Chaotic: the slope at c = 1 is χ₁ = %1, so nearly equal inputs separate, and all pairs end at c* = "
                "%2, over ξc = %3 layers."),
        {Real{maps.points.back().slope, 4}, Real{maps.settled, 4}, Real{maps.correlationScale, 3}}};
}

Panel mapPanel(const results::TwoInputs& found, int selected, Message title)
{
    Panel panel;
    panel.title = std::move(title);
    parts::MapWalk walk;
    walk.curve = Line{{translatable("core", "mean field: cˡ over cˡ⁻¹"), {}}, Role::primary, found.correlation.x,
        found.correlation.y, {}, {}};
    walk.range.include(1);
    walk.range.include(found.correlation.x.empty() ? 0 : found.correlation.x.front());
    if (found.pair)
        walk.orbit = correlationsOf(found.predicted);
    if (found.pair)
        walk.measured = correlationsOf(found.measured);
    walk.selected = selected;
    panel.x = parts::linearAxis({translatable("core", "correlation cˡ⁻¹ of two inputs"), {}}, {0, 1});
    panel.y = parts::linearAxis({translatable("core", "the next one, cˡ"), {}}, {0, 1});
    panel.x.lower = panel.y.lower = walk.range.lower;
    panel.x.upper = panel.y.upper = walk.range.upper + 0.02 * walk.range.span(); // marks at 1 are seen whole
    panel.elements = parts::drawnWalk(walk, {translatable("core", "walk of these two"), {}},
        {translatable("core", "this network"), {}},
        {translatable("core", "cˡ = cˡ⁻¹"),
            {}}).elements;
    Points attracting{{translatable("core", "attracts"), {}}, Role::first, {}, {}, {}, {}};
    Points repelling{{translatable("core", "repels"), {}}, Role::last, {}, {}, {}, {}};
    for (const mean_field::CorrelationPoint& point : found.maps.points)
        if (walk.range.contains(point.correlation) && !found.maps.everyCorrelation) {
            Points& those = point.attracts() ? attracting : repelling;
            those.x.push_back(point.correlation);
            those.y.push_back(point.correlation);
        }
    for (Points* those : {&attracting, &repelling})
        if (!those->x.empty())
            panel.elements.push_back(std::move(*those));
    return panel;
}

Line byLayer(const Message& name, Role role, const std::vector<mean_field::InputPair>& pairs, bool dashed)
{
    Line line{name, role, {}, {}, {}, {}, !dashed && pairs.size() <= 60, dashed};
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        line.x.push_back(static_cast<double>(i + 1));
        line.y.push_back(pairs[i].correlation);
        line.layers.push_back(static_cast<int>(i) + 1);
    }
    return line;
}

Panel layersPanel(const results::TwoInputs& found, Message title)
{
    Panel panel;
    panel.title = std::move(title);
    const auto followed = static_cast<int>(std::max(found.predicted.size(), found.measured.size()));
    panel.x = parts::layersAxis(1, std::max(2, followed));
    panel.y = parts::linearAxis({translatable("core", "correlation cˡ"), {}}, {0, 1});
    if (!found.pair)
        return panel;
    double lowest = 0;
    for (const auto* pairs : {&found.predicted, &found.measured})
        for (const mean_field::InputPair& pair : *pairs)
            lowest = std::min(lowest, pair.correlation);
    panel.y.lower = lowest - 0.03;
    panel.y.upper = 1.05;
    if (found.maps.hasCorrelations() && !found.maps.everyCorrelation)
        panel.elements.push_back(Guide{{"c*", {}}, Role::reference, true, found.maps.settled});
    if (!found.predicted.empty())
        panel.elements.push_back(
            byLayer({translatable("core", "mean field"), {}}, Role::primary, found.predicted, true));
    if (!found.measured.empty())
        panel.elements.push_back(
            byLayer({translatable("core", "this network"), {}}, Role::secondary, found.measured, false));
    return panel;
}

void addNotes(std::vector<Message>& notes, const results::TwoInputs& found)
{
    if (!found.pair)
        notes.push_back(
            {translatable("core", "There are no two different inputs here: two examples of random data have a walk."),
                {}});
    if (found.pair && !found.measured.empty() && !found.predicted.empty()) {
        const std::size_t last = std::min(found.measured.size(), found.predicted.size()) - 1;
        notes.push_back({translatable("core",
                             "Of the first two examples: in layer %1 mean field has c = %2 (infinitely wide layers), "
                             "this network %3."),
            {static_cast<int>(last) + 1, Real{found.predicted[last].correlation, 3},
                Real{found.measured[last].correlation, 3}}});
    }
    if (found.layers > static_cast<int>(found.measured.size()))
        notes.push_back({translatable("core", "The first %1 of %2 hidden layers are followed."),
            {static_cast<int>(found.measured.size()), found.layers}});
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState&)
{
    Figure figure{"correlation_map", {translatable("core", "Two inputs, layer by layer"), {}}, {}, {}, {}};
    const auto* found = snapshot.get<results::TwoInputs>();
    Message why = mean_field::whyNoPair(snapshot.scenario);
    const results::TwoInputs none;
    const results::TwoInputs& shown = found && why.empty() ? *found : none;
    figure.panels.push_back(mapPanel(
        shown, parts::selectedLayer(snapshot, question), {translatable("core", "From one layer to the next"), {}}));
    figure.panels.push_back(layersPanel(shown, {translatable("core", "In every layer"), {}}));
    if (!why.empty())
        figure.caption = std::move(why);
    else if (!found && question.step > 0)
        figure.caption = {
            translatable("core", "These maps describe the network as initialized: go back to step 0."), {}};
    else if (!found)
        figure.caption = parts::beingComputed();
    else {
        figure.caption = caption(found->maps);
        addNotes(figure.notes, *found);
        figure.notes.push_back({translatable("core", "Source: %1."), {"Poole et al. 2016, Schoenholz et al. 2017"}});
    }
    parts::notePinsLeftOut(figure.notes, snapshot);
    return figure;
}

} // namespace

extern const FigureKind correlation_map{
    .id = "correlation_map",
    .name = translatable("core", "Correlation map"),
    .description = translatable("core",
        "How alike two inputs are, c = z₁·z₂/(‖z₁‖‖z₂‖), from layer to layer in wide random networks (Poole et al. "
        "2016; Schoenholz et al. 2017). The slope at c = 1 is χ₁, the factor of ‖δ‖² on its way back: below 1 all "
        "inputs become alike and gradients vanish, above 1 all separate and gradients explode. Points: the first two "
        "examples in this network."),
    .rank = 250,
    .needs = results::needs<results::TwoInputs>,
    .build = build,
    .leavesPinsOut = true,
};

} // namespace deltascope::figures
