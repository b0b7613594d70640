// SPDX-License-Identifier: GPL-3.0-or-later
// The mean square q of z in a layer over that in the layer before it, as wide random layers have it (Poole et al.
// 2016), with the walk of this scenario's first example beside what its network has. core/maths.md 16.9.
#include "figures/figure_kind.h"
#include "figures/parts/axis_range.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "figures/parts/map_walk.h"
#include "results/laws/two_inputs.h"

#include <cmath>

namespace deltascope::figures {

namespace {

std::vector<double> lengthsOf(const std::vector<mean_field::InputPair>& pairs)
{
    std::vector<double> lengths;
    for (const mean_field::InputPair& pair : pairs)
        lengths.push_back(pair.first);
    return lengths;
}

Message caption(const mean_field::PairMaps& maps)
{
    if (maps.everywhere)
        return {translatable("core", "Every q is a fixed point: the map is the diagonal, and q stays as it is."), {}};
    if (maps.meanSquare == 0)
        return {translatable("core", "q goes to 0: in wide layers nothing is left of an input."), {}};
    if (!maps.hasCorrelations())
        return {translatable("core", "q leaves the range of numbers that are followed."), {}};
    if (std::isinf(maps.lengthScale))
        return {translatable("core", "q settles at q* = %1, more slowly than by any factor per layer: the slope is 1."),
            {diagnosis::number(maps.meanSquare)}};
    return {translatable("core",
                "q settles at q* = %1, where the slope of the map is %2: what is missing shrinks by a factor of e over "
                "ξq = %3 layers."),
        {diagnosis::number(maps.meanSquare), Real{maps.lengthSlope, 4}, Real{maps.lengthScale, 3}}};
}

void addMap(Figure& figure, Panel& panel, const results::TwoInputs& found, int selected)
{
    parts::MapWalk walk;
    walk.curve = Line{
        {translatable("core", "mean field: qˡ over qˡ⁻¹"), {}}, Role::primary, found.length.x, found.length.y, {}, {}};
    walk.range.include(0);
    walk.range.include(found.length.x.back());
    walk.orbit = lengthsOf(found.predicted);
    walk.measured = lengthsOf(found.measured);
    walk.selected = selected;
    panel.x.lower = panel.y.lower = walk.range.lower;
    panel.x.upper = panel.y.upper = walk.range.upper;
    parts::DrawnWalk drawn = parts::drawnWalk(walk, {translatable("core", "walk of the first example"), {}},
        {translatable("core", "this network"), {}}, {translatable("core", "qˡ = qˡ⁻¹"), {}});
    panel.elements = std::move(drawn.elements);
    if (found.maps.hasCorrelations() && !found.maps.everywhere)
        panel.elements.push_back(
            Points{{"q*", {}}, Role::published, {found.maps.meanSquare}, {found.maps.meanSquare}, {}, {}});
    figure.caption = caption(found.maps);
    if (drawn.outside > 0)
        figure.notes.push_back({translatable("core", "%1 measured steps lie beyond what is drawn."), {drawn.outside}});
    if (found.layers > static_cast<int>(found.measured.size()))
        figure.notes.push_back({translatable("core", "The first %1 of %2 hidden layers are followed."),
            {static_cast<int>(found.measured.size()), found.layers}});
    figure.notes.push_back({translatable("core", "Source: %1."), {"Poole et al. 2016"}});
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState&)
{
    Figure figure{"length_map", {translatable("core", "The length of an input, layer by layer"), {}}, {}, {}, {}};
    Panel panel;
    panel.x = parts::linearAxis({translatable("core", "mean square qˡ⁻¹ of z"), {}}, {0, 1});
    panel.y = parts::linearAxis({translatable("core", "the next one, qˡ"), {}}, {0, 1});
    if (Message why = mean_field::whyNoPair(snapshot.scenario); !why.empty())
        figure.caption = std::move(why);
    else if (question.step > 0 && !snapshot.get<results::TwoInputs>())
        figure.caption = {
            translatable("core", "These maps describe the network as initialized: go back to step 0."), {}};
    else if (const auto* found = snapshot.get<results::TwoInputs>(); found && !found->length.x.empty())
        addMap(figure, panel, *found, parts::selectedLayer(snapshot, question));
    else
        figure.caption = parts::beingComputed();
    figure.panels.push_back(std::move(panel));
    parts::notePinsLeftOut(figure.notes, snapshot);
    return figure;
}

} // namespace

extern const FigureKind length_map{
    .id = "length_map",
    .name = translatable("core", "Length map"),
    .description = translatable("core",
        "What a wide random layer makes of the mean square q of the weighted inputs z: qˡ = σw²∫Dx f(√qˡ⁻¹ x)² + σb² "
        "(Poole et al. 2016). Where the curve crosses the diagonal q stays; the flatter it is there, the sooner q "
        "settles. Points: the first example in this network."),
    .rank = 240,
    .needs = results::needs<results::TwoInputs>,
    .build = build,
    .leavesPinsOut = true,
};

} // namespace deltascope::figures
