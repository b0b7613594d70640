// SPDX-License-Identifier: GPL-3.0-or-later
// |∂a_L/∂a₀| = |∏ factor| against the input a₀, log10, with the intervals {a₀ : |∏| ≥ K} shaded, and below the one
// nearest to the present a₀ in t = a₀ − centre, so that intervals far narrower than the spacing of doubles can be seen.
// core/maths.md 8.6, 8.10.
#include "figures/chain_parts/explosion_sentences.h"
#include "figures/figure_kind.h"
#include "figures/parts/curve_points.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "network/structure.h"
#include "parameters/idle_parameters.h"
#include "theory/explosion/explosion_set.h"
#include "theory/explosion/product_curve.h"

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace {

constexpr std::size_t kBudget = 6'000; // layers passed through here, on the window's thread, for one panel
constexpr std::size_t kMostSamples = 300; // added to those that came with the set
constexpr std::size_t kMostLabels = 6;
constexpr std::size_t kMostZeros = 12;
constexpr std::size_t kFineSamples = 100; // fewer: the figure says so

// The chain followed from its present input, and what is known of its intervals.
struct Subject {
    const results::Snapshot& snapshot;
    const model::Question& question;
    const model::ViewState& view;
    explosion::Orbit orbit;
    double centre;
    numerics::Scaled present; // the product at the centre
    const explosion::ExplosionSet* set; // of this centre and K, or null
    std::vector<explosion::ExplosionInterval> intervals; // nearest to the present a₀ first
};

Subject subjectOf(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState& view)
{
    const double centre = snapshot.data->inputs(0, 0);
    const explosion::ExplosionSet* set = snapshot.get<explosion::ExplosionSet>();
    if (set && (set->centre != centre || set->k != question.k))
        set = nullptr; // of an earlier request
    Subject subject{snapshot, question, view, explosion::orbitThrough(*snapshot.network, centre), centre, {}, set, {}};
    subject.present = snapshot.get<evaluation::Evaluation>() ? snapshot.get<evaluation::Evaluation>()->product
                                                             : explosion::displacedProduct(subject.orbit, {});
    if (set)
        subject.intervals = explosion::nearestIntervals(*set, explosion::kMostDrawnIntervals);
    return subject;
}

void addIntervals(Panel& panel, const Subject& subject, const parts::AxisRange& view, double shift)
{
    Message name{translatable("core", "|∏| ≥ %1"), {diagnosis::number(subject.question.k)}};
    std::vector<Label> narrow;
    for (const explosion::ExplosionInterval& interval : subject.intervals) {
        const double lower = std::max(shift + interval.lower, view.lower);
        const double upper = std::min(shift + interval.upper, view.upper);
        if (lower > upper)
            continue;
        if (lower < upper)
            panel.elements.push_back(Region{name, Role::shaded, lower, upper, 0, 0});
        else
            panel.elements.push_back(Guide{{}, Role::shaded, false, lower});
        if (lower < upper)
            name = {}; // one entry in the legend
        if (upper - lower > 0.004 * view.span())
            continue;
        narrow.push_back({{translatable("core", "%1 wide"), {Magnitude{1, interval.log10Width}}}, Role::shaded,
            lower + (upper - lower) / 2, std::log10(subject.question.k)});
    }
    if (narrow.size() <= kMostLabels) // more would hide each other
        panel.elements.insert(panel.elements.end(), narrow.begin(), narrow.end());
}

// The samples in a range of t, with `shift` added to x; gaps at exact zeros, whose x go to `zeros`.
Line lineThrough(const explosion::ProductSamples& samples, const explosion::InputRange& within, double shift,
    std::vector<double>& zeros, parts::AxisRange& y)
{
    Line line;
    bool gap = false;
    for (auto sample = samples.lower_bound(within.lower); sample != samples.end() && sample->first <= within.upper;
         ++sample) {
        if (!explosion::drawable(sample->second)) {
            zeros.push_back(shift + sample->first);
            gap = true;
            continue;
        }
        if (gap && !line.x.empty())
            line.breaks.push_back(line.x.size());
        gap = false;
        line.x.push_back(shift + sample->first);
        line.y.push_back(sample->second.log10());
        y.include(line.y.back());
    }
    return line;
}

Message pinnedProduct(const parts::DrawnPin& drawnPin)
{
    return {"%1: |∂a%2/∂a₀|", {drawnPin.name, diagnosis::subscript(drawnPin.result.scenario.depth)}};
}

// The pinned chains' curves through the samples that came with their sets.
void addPins(Panel& panel, const Subject& subject, const parts::AxisRange& drawn, double shift, parts::AxisRange& y)
{
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(subject.snapshot)) {
        const explosion::ExplosionSet* set = drawnPin.result.get<explosion::ExplosionSet>();
        if (!set)
            continue;
        explosion::ProductSamples samples = set->curves.whole.samples;
        samples.insert(set->curves.near.samples.begin(), set->curves.near.samples.end());
        const double theirs = shift + set->centre - subject.centre; // x of their own t = 0
        std::vector<double> zeros;
        Line line = lineThrough(samples, {drawn.lower - theirs, drawn.upper - theirs}, theirs, zeros, y);
        for (double& x : line.x)
            x = std::clamp(x, drawn.lower, drawn.upper); // the shift rounds
        line.name = pinnedProduct(drawnPin);
        line.role = drawnPin.role;
        if (line.x.size() > 1)
            panel.elements.push_back(std::move(line));
    }
}

void notePins(std::vector<Message>& notes, const results::Snapshot& snapshot)
{
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(snapshot)) {
        if (!network::hasExplosionSet(drawnPin.result.scenario)) {
            notes.push_back(
                {translatable("core", "The pin %1 is not a chain and has no product of factors."), {drawnPin.name}});
            continue;
        }
        const explosion::ExplosionSet* set = drawnPin.result.get<explosion::ExplosionSet>();
        if (set && std::ranges::none_of(set->curves.whole.samples, [](const auto& at) {
                return explosion::drawable(at.second);
            }))
            notes.push_back({translatable("core", "%1 = 0 exactly: nothing of the input reaches the output."),
                {pinnedProduct(drawnPin)}});
    }
}

// Curve, intervals, K, the present a₀ and the marks of zeros over `view` (in x = shift + t); `inputItself`: x is a₀.
Panel panelOf(const Subject& subject, const explosion::ProductSamples& samples, const parts::AxisRange& drawn,
    double shift, bool inputItself)
{
    Panel panel;
    const explosion::InputRange inT{drawn.lower - shift, drawn.upper - shift};
    addIntervals(panel, subject, drawn, shift);
    std::vector<double> zeros;
    parts::AxisRange y;
    y.include(std::log10(subject.question.k));
    addPins(panel, subject, drawn, shift, y);
    Line line = lineThrough(samples, inT, shift, zeros, y);
    line.name = {"|∂a%1/∂a₀|", {diagnosis::subscript(subject.snapshot.scenario.depth)}};
    if (!line.x.empty())
        panel.elements.push_back(std::move(line));
    panel.elements.push_back(Guide{
        {"K = %1", {diagnosis::number(subject.question.k)}}, Role::reference, true, std::log10(subject.question.k)});
    if (!zeros.empty()) {
        const double level = y.lower - std::max(0.5, 0.08 * y.span());
        Points marks{{}, Role::zero, {}, {}, {}, {}};
        const std::size_t shown = std::min(zeros.size(), kMostZeros);
        for (std::size_t i = 0; i < shown; ++i) {
            marks.x.push_back(zeros[i * zeros.size() / shown]);
            marks.y.push_back(level);
            marks.labels.push_back({"0", {}});
        }
        y.include(level);
        panel.elements.push_back(std::move(marks));
    }
    const numerics::Scaled present = subject.present;
    if (drawn.contains(shift) && !present.isZero() && !present.beyondRange()) {
        y.include(present.log10());
        Points mark{
            {translatable("core", "the present a₀"), {}}, Role::current, {shift}, {present.log10()}, {}, {}, {}};
        if (inputItself) {
            mark.labels.push_back({"a₀ = %1: %2", {diagnosis::number(subject.centre), diagnosis::number(present)}});
            if (parameters::idle::withoutInput(subject.snapshot.scenario).empty())
                mark.grips.push_back({.parameter = "input"});
        }
        panel.elements.push_back(std::move(mark));
    }
    panel.y = parts::decadesAxis({"|∂a%1/∂a₀|", {diagnosis::subscript(subject.snapshot.scenario.depth)}}, y);
    return panel;
}

// The samples that came with the set, and as many more as there is time for here where the user has zoomed in.
explosion::ProductSamples sampled(const Subject& subject, const explosion::ProductSamples& known,
    const explosion::InputRange& fit, const model::ViewRange* chosen, double shift)
{
    if (!known.empty() && !(chosen && chosen->xLower < chosen->xUpper))
        return known;
    const explosion::InputRange range =
        chosen ? explosion::InputRange{chosen->xLower - shift, chosen->xUpper - shift} : fit;
    const std::size_t more = std::min(kBudget / subject.orbit.size(), kMostSamples);
    explosion::ProductCurve curve(subject.orbit, known, known.size() + more, {});
    curve.addEvenly(range, std::max<std::size_t>(2, more / 3));
    if (known.empty() && range.contains(0))
        curve.addTowards(0, 1e-4 * range.span(), range);
    curve.refine(range);
    return curve.samples();
}

// What the second panel shows: the interval nearest to the present a₀, else the surroundings of the largest product.
explosion::ExplosionCurve nearCurveOf(const Subject& subject, const explosion::ProductSamples& whole)
{
    if (subject.set)
        return subject.set->curves.near;
    const explosion::InputRange unit{-subject.centre, 1 - subject.centre};
    const double t = explosion::ProductCurve(subject.orbit, whole, 0, {}).largestAt(unit, 0);
    return {{t - 0.01, t + 0.01}, {}};
}

void addPanels(Figure& figure, const Subject& subject)
{
    const model::ViewRange* chosen = model::viewRange(subject.view, figure.id, 0);
    const parts::AxisRange unit{0, 1};
    const explosion::ProductSamples known =
        subject.set ? subject.set->curves.whole.samples : explosion::ProductSamples{};
    const explosion::InputRange inT{-subject.centre, 1 - subject.centre};
    const explosion::ProductSamples samples = sampled(subject, known, inT, chosen, subject.centre);
    Panel whole = panelOf(subject, samples, parts::drawnRange(unit, chosen), subject.centre, true);
    whole.title = {translatable("core", "All inputs"), {}};
    whole.x = parts::linearAxis({translatable("core", "input a₀"), {}}, unit);

    const explosion::ExplosionCurve curve = nearCurveOf(subject, samples);
    const parts::AxisRange near{curve.range.lower, curve.range.upper};
    const model::ViewRange* chosenNear = model::viewRange(subject.view, figure.id, 1);
    const explosion::ProductSamples nearSamples = sampled(subject, curve.samples, curve.range, chosenNear, 0);
    Panel zoomed = panelOf(subject, nearSamples, parts::drawnRange(near, chosenNear), 0, false);
    zoomed.title = subject.intervals.empty() ? Message{translatable("core", "Around the largest product"), {}}
                                             : Message{translatable("core", "The nearest window"), {}};
    zoomed.x = {{"a₀ − %1", {Real{subject.centre, 6}}}, "", AxisScale::linear, near.lower, near.upper, 0};
    zoomed.legend = false;
    figure.panels.push_back(std::move(whole));
    figure.panels.push_back(std::move(zoomed));
    if (std::min(samples.size(), nearSamples.size()) >= kFineSamples)
        return;
    figure.notes.push_back(
        {translatable("core", "The curves are drawn through %1 and %2 samples, closer together where they bend."),
            {static_cast<int>(samples.size()), static_cast<int>(nearSamples.size())}});
}

Panel emptyPanel()
{
    Panel panel;
    panel.x = parts::linearAxis({translatable("core", "input a₀"), {}}, {0, 1});
    panel.y = parts::decadesAxis({"|∂a_L/∂a₀|", {}}, {-1, 1});
    return panel;
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState& view)
{
    Figure figure{"explosion_window", {translatable("core", "Which inputs explode"), {}}, {}, {}, {}};
    if (!network::hasExplosionSet(snapshot.scenario) || !snapshot.network) {
        figure.panels.push_back(emptyPanel());
        figure.caption = network::hasExplosionSet(snapshot.scenario) ? parts::beingComputed() : parts::needsChain();
        return figure;
    }
    const Subject subject = subjectOf(snapshot, question, view);
    addPanels(figure, subject);
    figure.caption = chain_parts::explosionCaption(
        snapshot.scenario.depth, snapshot.data->inputs(0, 0), question.k, subject.present, subject.set);
    if (snapshot.data->examples() > 1)
        figure.notes.push_back(
            {translatable("core", "The present a₀ is that of the first of %1 examples."), {snapshot.data->examples()}});
    notePins(figure.notes, snapshot);
    chain_parts::addExplosionNotes(figure.notes, snapshot.data->inputs(0, 0), subject.set, subject.intervals.size());
    return figure;
}

} // namespace

extern const FigureKind explosion_window{
    "explosion_window",
    translatable("core", "Explosion window"),
    translatable("core",
        "The size of ∂a_L/∂a₀, the product of all factors, against the input a₀. Where it reaches K the gradient grows "
        "K-fold or "
        "more: those windows are shaded, found exactly however narrow they are. In a chain of logistic neurons they "
        "cannot fill "
        "more than 1/K of [0, 1]. Below, the window nearest to the present a₀. Above, drag the mark of a₀ along the "
        "axis."),
    150,
    results::needs<evaluation::Evaluation, explosion::ExplosionSet>,
    build,
    "k",
    "explosion_width",
};

} // namespace deltascope::figures
