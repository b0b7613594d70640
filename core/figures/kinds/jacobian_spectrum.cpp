// SPDX-License-Identifier: GPL-3.0-or-later
// log10 of the singular values of the products J^L … J^l = ∂a^L/∂a^(l−1) against l, with the bound that the norms of
// the factors give, and those of each factor J^l = diag f′(z^l) w^l alone. core/maths.md 10.1, 10.2, 10.6.
#include "evaluation/point.h"
#include "figures/figure_kind.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "figures/parts/layer_panel.h"
#include "theory/jacobian/linear_law.h"
#include "theory/jacobian/network_spectrum.h"

#include <algorithm>
#include <numeric>

namespace deltascope::figures {

namespace {

constexpr std::size_t kMostPoints = 1200; // singular values that are drawn one by one
constexpr std::size_t kMostMarkers = 50;

/// A value of each decomposed layer.
struct Sample {
    std::vector<int> layers;
    std::vector<numerics::Scaled> values;
};

parts::LayerCurve curveOf(Message name, Role role, const Sample& sample)
{
    parts::LayerCurve curve;
    curve.line.name = std::move(name);
    curve.line.role = role;
    bool gap = false;
    for (std::size_t i = 0; i < sample.layers.size(); ++i) {
        const numerics::Scaled value = sample.values[i];
        if (value.isZero() || value.beyondRange()) {
            auto& missing = value.isZero() ? curve.zeros : value.exponent < 0 ? curve.tooSmall : curve.tooLarge;
            missing.push_back(sample.layers[i]);
            gap = true;
            continue;
        }
        if (gap && !curve.line.x.empty())
            curve.line.breaks.push_back(curve.line.x.size());
        gap = false;
        curve.line.x.push_back(sample.layers[i]);
        curve.line.y.push_back(value.log10());
        curve.line.layers.push_back(sample.layers[i]);
        curve.range.include(curve.line.y.back());
    }
    curve.line.markers = curve.line.x.size() <= kMostMarkers || !curve.line.breaks.empty();
    return curve;
}

/// Which spectra a panel shows.
struct Subject {
    numerics::Spectrum jacobian::LayerSpectrum::*spectrum;
    const char* title;
    const char* zeros; ///< what is 0 in the sentence about exact zeros
};

constexpr Subject kProducts{&jacobian::LayerSpectrum::product,
    translatable("core", "From layer ℓ to the output, ∂aᴸ/∂aˡ⁻¹"), translatable("core", "The smallest σ of ∂aᴸ/∂aˡ⁻¹")};
constexpr Subject kFactors{&jacobian::LayerSpectrum::factor, translatable("core", "Each layer alone, ∂aˡ/∂aˡ⁻¹"),
    translatable("core", "The smallest σ of ∂aˡ/∂aˡ⁻¹")};

std::size_t valuesAboveZero(const numerics::Spectrum& spectrum)
{
    return static_cast<std::size_t>(
        std::count_if(spectrum.begin(), spectrum.end(), [](numerics::Scaled value) { return !value.isZero(); }));
}

template <class Choice>
Sample sampleOf(const jacobian::NetworkSpectrum& found, const Subject& subject, Choice choice)
{
    Sample sample;
    for (const jacobian::LayerSpectrum& layer : found.layers) {
        const numerics::Spectrum& spectrum = layer.*subject.spectrum;
        if (spectrum.empty())
            continue;
        sample.layers.push_back(layer.layer);
        sample.values.push_back(choice(spectrum, valuesAboveZero(spectrum)));
    }
    return sample;
}

numerics::Scaled largestOf(const numerics::Spectrum& spectrum, std::size_t)
{
    return spectrum.front();
}

/// On the logarithmic scale: of an even number the geometric mean of the two in the middle.
numerics::Scaled medianOf(const numerics::Spectrum& spectrum, std::size_t)
{
    const numerics::Scaled upper = spectrum[(spectrum.size() - 1) / 2], lower = spectrum[spectrum.size() / 2];
    return spectrum.size() % 2 == 1 ? lower : numerics::sqrt(upper * lower);
}

numerics::Scaled smallestOf(const numerics::Spectrum& spectrum, std::size_t above)
{
    return spectrum[above == 0 ? 0 : above - 1];
}

void addBand(parts::LayerPanel& panel, const Line& largest, const Line& smallest)
{
    if (largest.x.size() < 2 || largest.x != smallest.x || !largest.breaks.empty())
        return;
    panel.add(Band{{}, Role::shaded, largest.x, smallest.y, largest.y});
}

void addValues(parts::LayerPanel& panel, const jacobian::NetworkSpectrum& found, const Subject& subject)
{
    Points points{{translatable("core", "every σ"), {}}, Role::context, {}, {}, {}, {}};
    for (const jacobian::LayerSpectrum& layer : found.layers)
        for (const numerics::Scaled value : layer.*subject.spectrum)
            if (!value.isZero() && !value.beyondRange()) {
                points.x.push_back(layer.layer);
                points.y.push_back(value.log10());
                points.layers.push_back(layer.layer);
            }
    if (!points.x.empty() && points.x.size() <= kMostPoints)
        panel.add(std::move(points));
}

std::size_t mostValues(const jacobian::NetworkSpectrum& found, const Subject& subject)
{
    std::size_t most = 0;
    for (const jacobian::LayerSpectrum& layer : found.layers)
        most = std::max(most, (layer.*subject.spectrum).size());
    return most;
}

void addSpectra(parts::LayerPanel& panel, const jacobian::NetworkSpectrum& found, const Subject& subject)
{
    const Message smallestName{subject.zeros, {}};
    const std::size_t most = mostValues(found, subject);
    std::vector<int> singular; // layers with a σ of 0 beside others
    for (const jacobian::LayerSpectrum& layer : found.layers) {
        const numerics::Spectrum& spectrum = layer.*subject.spectrum;
        const std::size_t above = valuesAboveZero(spectrum);
        if (above > 0 && above < spectrum.size())
            singular.push_back(layer.layer);
    }
    if (most <= 1) {
        const Message name{translatable("core", "the only σ"), {}};
        panel.add(curveOf(name, Role::primary, sampleOf(found, subject, largestOf)), name);
        return;
    }
    const Message largestName{translatable("core", "largest σ"), {}}, medianName{translatable("core", "median σ"), {}};
    parts::LayerCurve largest = curveOf(largestName, Role::primary, sampleOf(found, subject, largestOf));
    parts::LayerCurve median = curveOf(medianName, Role::tertiary, sampleOf(found, subject, medianOf));
    parts::LayerCurve smallest = curveOf(
        {translatable("core", "smallest σ above 0"), {}}, Role::secondary, sampleOf(found, subject, smallestOf));
    smallest.zeros.clear(); // the largest is 0 there too and says so
    median.zeros.clear();
    addBand(panel, largest.line, smallest.line);
    addValues(panel, found, subject);
    panel.add(std::move(largest), largestName);
    if (most > 2)
        panel.add(std::move(median), medianName);
    panel.add(std::move(smallest), smallestName);
    panel.addZeros(std::move(singular), smallestName);
}

void addPins(parts::LayerPanel& panel, const results::Snapshot& snapshot, const Subject& subject)
{
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(snapshot)) {
        const jacobian::NetworkSpectrum* found = drawnPin.result.get<jacobian::NetworkSpectrum>();
        if (!found || !found->complete)
            continue;
        panel.includeLayer(found->depth);
        const auto add = [&](const char* english, auto choice, bool dashed) {
            const Message name{english, {drawnPin.name}};
            parts::LayerCurve curve = curveOf(name, drawnPin.role, sampleOf(*found, subject, choice));
            curve.line.markers = false;
            curve.line.dashed = dashed;
            if (dashed)
                curve.zeros.clear(); // the largest is 0 there too and says so
            panel.add(std::move(curve), name);
        };
        if (mostValues(*found, subject) <= 1) {
            add(translatable("core", "%1: the only σ"), largestOf, false);
            continue;
        }
        add(translatable("core", "%1: largest σ"), largestOf, false);
        add(translatable("core", "%1: smallest σ above 0"), smallestOf, true);
    }
}

void addBound(parts::LayerPanel& panel, const jacobian::NetworkSpectrum& found)
{
    const Message name{translatable("core", "bound: product of the factors’ largest σ"), {}};
    Sample bounds;
    for (const jacobian::LayerSpectrum& layer : found.layers) {
        bounds.layers.push_back(layer.layer);
        bounds.values.push_back(layer.bound);
    }
    parts::LayerCurve curve = curveOf(name, Role::reference, bounds);
    curve.line.dashed = true;
    curve.line.markers = false;
    panel.add(std::move(curve), name);
}

/// The largest singular value of a product of so many wide layers, where it has a closed form.
void addLaw(parts::LayerPanel& panel, const results::Snapshot& snapshot, const jacobian::NetworkSpectrum& found,
    std::vector<Message>& notes)
{
    const auto law = jacobian::largestOfLinear(snapshot.scenario);
    if (!law)
        return;
    const Message name{translatable("core", "largest σ of wide layers"), {}};
    Sample sample;
    for (const jacobian::LayerSpectrum& layer : found.layers) {
        sample.layers.push_back(layer.layer);
        sample.values.push_back(law->of(found.depth - layer.layer + 1));
    }
    parts::LayerCurve curve = curveOf(name, Role::published, sample);
    curve.line.markers = false;
    panel.add(std::move(curve), name);
    if (!found.complete)
        return;
    const numerics::Scaled whole = law->of(found.depth);
    if (law->orthogonal)
        notes.push_back({translatable("core",
                             "A product of orthogonal layers is one: every σ is %1, exactly, whatever the width (Saxe "
                             "et al. 2013)."),
            {diagnosis::number(whole)}});
    else
        notes.push_back({translatable("core",
                             "In infinitely wide layers the largest σ of all %1 is %2 (Pennington et al. 2017); here, "
                             "%3 wide, it is %4."),
            {found.depth, diagnosis::number(whole), snapshot.scenario.width,
                diagnosis::number(found.layers.front().product.front())}});
}

Message caption(const jacobian::NetworkSpectrum& found)
{
    if (found.layers.empty())
        return parts::beingComputed();
    const jacobian::LayerSpectrum& last = found.layers.front();
    if (!found.complete)
        return {translatable("core", "Being computed from the output back: layers %1 to %2 are ready."),
            {last.layer, found.depth}};
    const std::string derivative = "∂a" + diagnosis::subscript(found.depth) + "/∂a₀";
    const numerics::Spectrum& spectrum = last.product;
    if (spectrum.front().isZero())
        return {translatable("core", "%1 = 0 exactly: nothing of the input reaches the output."), {derivative}};
    if (spectrum.size() == 1)
        return {translatable("core", "%1 has a single singular value, %2; the norms of its factors multiply to %3."),
            {derivative, diagnosis::number(spectrum.front()), diagnosis::number(last.bound)}};
    return {translatable(
                "core", "The singular values of %1 reach from %2 down to %3; the norms of its factors multiply to %4."),
        {derivative, diagnosis::number(spectrum.front()), diagnosis::number(spectrum.back()),
            diagnosis::number(last.bound)}};
}

void addNotes(std::vector<Message>& notes, const jacobian::NetworkSpectrum& found, int examples)
{
    if (found.complete && static_cast<int>(found.layers.size()) < found.depth)
        notes.push_back(
            {translatable("core", "Of %1 layers, %2 are drawn, evenly spaced; the bound counts all of them."),
                {found.depth, static_cast<int>(found.layers.size())}});
    if (examples > 1)
        notes.push_back({translatable("core", "Of the first of %1 examples."), {examples}});
    if (found.belowResolution > 0)
        notes.push_back(
            {translatable("core",
                 "Derivatives f′ too small for any number here (their exponent has more than 13 digits): %1. "
                 "Each σ that they shrink is marked ↓, not 0."),
                {found.belowResolution}});
}

Panel panelOf(const results::Snapshot& snapshot, const Subject& subject, int selected, std::vector<Message>& notes)
{
    parts::LayerPanel panel({translatable("core", "singular value σ"), {}}, 1, snapshot.scenario.depth);
    if (snapshot.get<jacobian::NetworkSpectrum>()) {
        addPins(panel, snapshot, subject);
        addSpectra(panel, *snapshot.get<jacobian::NetworkSpectrum>(), subject);
        if (subject.spectrum == kProducts.spectrum) {
            addBound(panel, *snapshot.get<jacobian::NetworkSpectrum>());
            addLaw(panel, snapshot, *snapshot.get<jacobian::NetworkSpectrum>(), notes);
        }
        panel.guideNear({}, Role::reference, 0);
        panel.select(selected);
    }
    Panel finished = panel.finish(notes);
    finished.title = {subject.title, {}};
    return finished;
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState&)
{
    Figure figure{"jacobian_spectrum", {translatable("core", "Singular values of the Jacobians"), {}}, {}, {}, {}};
    const int selected = parts::selectedLayer(snapshot, question);
    for (const Subject& subject : {kProducts, kFactors})
        figure.panels.push_back(panelOf(snapshot, subject, selected, figure.notes));
    if (Message why = jacobian::whyNoSpectrum(snapshot.scenario); !why.empty()) {
        figure.caption = std::move(why);
    } else if (!snapshot.get<jacobian::NetworkSpectrum>()) {
        figure.caption = parts::beingComputed();
    } else {
        figure.caption = caption(*snapshot.get<jacobian::NetworkSpectrum>());
        addNotes(figure.notes, *snapshot.get<jacobian::NetworkSpectrum>(),
            evaluation::looksAtPoint(snapshot.scenario, snapshot.question.point) ? 1 : snapshot.scenario.examples);
    }
    return figure;
}

} // namespace

extern const FigureKind jacobian_spectrum{
    "jacobian_spectrum",
    translatable("core", "Singular values of the Jacobians"),
    translatable("core",
        "How far the network stretches and shrinks directions, on a logarithmic scale: the singular values σ of "
        "∂aᴸ/∂aˡ⁻¹ = Jᴸ … Jˡ, through which the gradient comes back to layer ℓ, and of each factor Jˡ = f′(zˡ) wˡ "
        "alone. The largest σ bounds how much the gradient can grow; the dashed line is the product of the factors’ "
        "norms, which no product exceeds and most fall far below."),
    220,
    results::needs<jacobian::NetworkSpectrum>,
    build,
};

} // namespace deltascope::figures
