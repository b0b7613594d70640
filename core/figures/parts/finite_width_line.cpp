// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/finite_width_line.h"

#include "figures/parts/figure_sentences.h"
#include "theory/finite_width/finite_width.h"
#include "theory/mean_field/prediction.h"

#include <cmath>
#include <numeric>

namespace deltascope::parts {

namespace {

constexpr double kWorthSaying = 1e-6; // the chance of a dead layer

using finite_width::FiniteWidthLaw;
using finite_width::LayerLaw;

LayerCurve curveOf(const FiniteWidthLaw& law, numerics::Scaled LayerLaw::*value, const Message& name)
{
    std::vector<numerics::Scaled> values;
    for (const LayerLaw& layer : law.layers)
        values.push_back(layer.*value);
    LayerCurve curve = layerCurve(name, figures::Role::published, 1, values);
    curve.line.markers = false;
    return curve;
}

/// The band of the layers whose three lines are drawn whole.
void addBand(LayerPanel& panel, const FiniteWidthLaw& law)
{
    figures::Band band{{translatable("core", "finite width: 5–95 %"), {}}, figures::Role::floor, {}, {}, {}};
    constexpr std::size_t kMostEdges = 800; // one for each pixel of a wide screen's half
    std::vector<int> all(law.layers.size());
    std::iota(all.begin(), all.end(), 1);
    for (const int number : evenlyChosen(all, kMostEdges)) {
        const LayerLaw& layer = law.layers[static_cast<std::size_t>(number - 1)];
        if (layer.p05.isZero() || layer.p05.beyondRange() || layer.p95.beyondRange())
            return;
        band.x.push_back(number);
        band.lower.push_back(layer.p05.log10());
        band.upper.push_back(layer.p95.log10());
        panel.include(band.lower.back());
        panel.include(band.upper.back());
    }
    if (band.x.size() > 1)
        panel.add(figures::Element(std::move(band)));
}

void addNotes(std::vector<Message>& notes, const FiniteWidthLaw& law, const model::Scenario& scenario)
{
    const LayerLaw& first = law.layers.front();
    if (law.neurons == 0 || first.median.isZero())
        return;
    const bool unlike = network::hiddenLayersDiffer(scenario);
    notes.push_back(
        {unlike ? translatable("core",
             "Law of finite width (Hanin & Nica 2018): a typical network of these widths, the narrowest %1, lies "
             "%2-fold below mean field’s root mean square in layer 1; 90 % have ‖δ₁‖ between %3 and %4.")
                : translatable("core",
                    "Law of finite width (Hanin & Nica 2018): a typical network of this width, %1, lies %2-fold below "
                    "mean field’s root mean square in layer 1; 90 % have ‖δ₁‖ between %3 and %4."),
            {law.neurons, diagnosis::number(first.rms / first.median), diagnosis::number(first.p05),
                diagnosis::number(first.p95)}});
    if (law.inBands)
        notes.push_back({*law.inBands < 0
                ? translatable("core", "This one lies %1 of the way from the median down to the edge of that band.")
                : translatable("core", "This one lies %1 of the way from the median up to the edge of that band."),
            {Real{std::abs(*law.inBands), 2}}});
    if (scenario.examples > 1)
        notes.push_back({translatable("core", "The law is that of one input, drawn for the first example."), {}});
    if (law.dead > kWorthSaying)
        notes.push_back({translatable("core",
                             "A share of %1 of such networks has a layer whose neurons are all silent; the law "
                             "describes the others."),
            {Real{law.dead, 2}}});
    if (scenario.outputs > 1)
        notes.push_back({translatable("core",
                             "With one output the law of finite width is exact; with %1 it takes their errors as "
                             "independent of the weights before them."),
            {scenario.outputs}});
}

} // namespace

void addFiniteWidth(
    LayerPanel& panel, const results::Snapshot& snapshot, const model::ViewState& view, std::vector<Message>& notes)
{
    if (view.speed == "weight" || snapshot.scenario.depth == 1)
        return;
    const FiniteWidthLaw* law = snapshot.get<FiniteWidthLaw>();
    if (!law) {
        if (snapshot.get<mean_field::MeanFieldPrediction>())
            if (Message why = finite_width::whyNoLaw(snapshot.scenario); !why.empty())
                notes.push_back(std::move(why));
        return;
    }
    addBand(panel, *law);
    const Message name{translatable("core", "finite width: median"), {}};
    panel.add(curveOf(*law, &LayerLaw::median, name), name);
    addNotes(notes, *law, snapshot.scenario);
}

} // namespace deltascope::parts
