// SPDX-License-Identifier: GPL-3.0-or-later
// Learning speed of each layer, log10: ‖∂C/∂bˡ‖ = ‖δˡ‖ and ‖∂C/∂wˡ‖ (Nielsen, chapter 5), with the sizes that float32
// and double round to 0 or ∞. core/maths.md 2.1.
#include "diagnosis/format_sentences.h"
#include "diagnosis/pace.h"
#include "evaluation/point.h"
#include "figures/figure_kind.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "figures/parts/finite_width_line.h"
#include "figures/parts/layer_panel.h"
#include "figures/parts/seeds_band_parts.h"
#include "figures/parts/theory_line.h"
#include "formats/format_arithmetic.h"
#include "network/structure.h"
#include "results/seeds_band.h"
#include "theory/finite_width/finite_width.h"
#include "theory/mean_field/prediction.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace deltascope::figures {

namespace {

/// A speed as the view wants it: ‖δ‖ of a batch in one of three ways.
struct Speed {
    const char* name;
    const char* nameOfBatch; // where there is more than one example
    Role role;
    numerics::Scaled network::LearningSpeeds::*value;
    results::SpeedQuantiles results::LayerBand::*quantiles;
    Role bandRole;

    Message named(int examples) const { return {examples == 1 ? name : nameOfBatch, {}}; }
};

struct Average {
    const char* id;
    Speed speed;
    const char* before; // what stands around δ in a symbol
    const char* after;
};

constexpr Average kAverages[] = {
    {"norm_of_mean",
        {translatable("core", "bias ‖δˡ‖"), translatable("core", "bias ‖⟨δˡ⟩‖"), Role::primary,
            &network::LearningSpeeds::normOfMean, &results::LayerBand::normOfMean, Role::shaded},
        "‖⟨", "⟩‖"},
    {"mean_of_norms",
        {translatable("core", "bias ‖δˡ‖"), translatable("core", "bias ⟨‖δˡ‖⟩"), Role::primary,
            &network::LearningSpeeds::meanOfNorms, &results::LayerBand::meanOfNorms, Role::shaded},
        "⟨‖", "‖⟩"},
    {"rms",
        {translatable("core", "bias ‖δˡ‖"), translatable("core", "bias √⟨‖δˡ‖²⟩"), Role::primary,
            &network::LearningSpeeds::rms, &results::LayerBand::rms, Role::shaded},
        "√⟨‖", "‖²⟩"},
};

constexpr Speed kWeightSpeed{translatable("core", "weight ‖∂C/∂wˡ‖"), translatable("core", "weight ‖∂C/∂wˡ‖"),
    Role::secondary, &network::LearningSpeeds::weight, &results::LayerBand::weight, Role::floor};

const Average& averageOf(const model::ViewState& view)
{
    for (const Average& average : kAverages)
        if (view.average == average.id)
            return average;
    return kAverages[0];
}

std::vector<Speed> speedsShown(const model::ViewState& view)
{
    std::vector<Speed> speeds;
    if (view.speed != "weight")
        speeds.push_back(averageOf(view).speed);
    if (view.speed != "bias")
        speeds.push_back(kWeightSpeed);
    return speeds;
}

std::vector<numerics::Scaled> valuesOf(const evaluation::Evaluation& evaluation, const Speed& speed)
{
    std::vector<numerics::Scaled> values;
    values.reserve(evaluation.layers.size());
    for (const evaluation::LayerEvaluation& layer : evaluation.layers)
        values.push_back(layer.speed.*speed.value);
    return values;
}

void addPins(parts::LayerPanel& panel, const results::Snapshot& snapshot, const model::ViewState& view)
{
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(snapshot)) {
        if (!drawnPin.result.get<evaluation::Evaluation>())
            continue;
        const evaluation::Evaluation& evaluation = *drawnPin.result.get<evaluation::Evaluation>();
        panel.includeLayer(evaluation.depth());
        for (const Speed& speed : speedsShown(view)) {
            const Message name{"%1: %2", {drawnPin.name, speed.named(evaluation.examples)}};
            parts::LayerCurve curve = parts::layerCurve(name, drawnPin.role, 1, valuesOf(evaluation, speed));
            curve.line.dashed = speed.role != Role::primary;
            panel.add(std::move(curve), name);
        }
    }
}

void addCurves(
    parts::LayerPanel& panel, const evaluation::Evaluation& evaluation, const model::ViewState& view, int selected)
{
    for (const Speed& speed : speedsShown(view)) {
        const Message name = speed.named(evaluation.examples);
        const int keep[] = {selected};
        parts::LayerCurve curve = parts::layerCurve(name, speed.role, 1, valuesOf(evaluation, speed), keep);
        curve.line.dashed = speed.role != Role::primary;
        panel.add(std::move(curve), name);
    }
}

void addMarks(
    parts::LayerPanel& panel, const evaluation::Evaluation& evaluation, const model::ViewState& view, int selected)
{
    for (const Speed& speed : speedsShown(view))
        if (selected > 0)
            panel.mark(Role::selected, selected, evaluation.layer(selected).speed.*speed.value);
    panel.select(selected);
}

void addSeeds(parts::LayerPanel& panel, const results::Snapshot& snapshot, const model::ViewState& view,
    std::vector<Message>& notes)
{
    if (evaluation::looksAtPoint(snapshot.scenario, snapshot.question.point))
        return; // the band is of the examples
    std::vector<parts::BandedSpeed> banded;
    // One band, that of the biases where both speeds are drawn: two over each other cannot be told apart.
    const Speed speed = speedsShown(view).front();
    banded.push_back({speed.named(snapshot.scenario.examples), speed.role, speed.bandRole, speed.quantiles});
    parts::addSeedsBand(panel, snapshot.scenario, snapshot.get<results::SeedsBand>(), banded, notes);
}

// log10 of the size that rounds to 0: half the smallest subnormal, a tie that goes to the even 0.
double log10Floor(const numerics::FloatFormat& format)
{
    return (format.minExponent - format.precision) * std::log10(2.0);
}

void addFormats(parts::LayerPanel& panel)
{
    for (const numerics::FloatFormat& format : numerics::floatFormats()) {
        if (format.id != "float32" && format.id != "double")
            continue;
        const std::string name(format.id);
        const double floor = log10Floor(format);
        const double ceiling = (format.maxExponent + 1) * std::log10(2.0);
        panel.guideNear({translatable("core", "0 in %1"), {name}}, Role::floor, floor);
        panel.guideNear({translatable("core", "∞ in %1"), {name}}, Role::floor, ceiling);
    }
}

// One sentence for all formats that lose something where they compute.
void noteFormats(std::vector<Message>& notes, const results::Snapshot& snapshot)
{
    Message lost;
    for (std::size_t i = 0; snapshot.get<formats::FormatArithmetic>() && i < numerics::floatFormats().size(); ++i)
        if (diagnosis::loses(*snapshot.get<formats::FormatArithmetic>(), i, *snapshot.get<evaluation::Evaluation>()))
            lost = diagnosis::inList(std::move(lost),
                diagnosis::outcomeInBrief(
                    *snapshot.get<formats::FormatArithmetic>(), i, *snapshot.get<evaluation::Evaluation>()),
                "%1; %2");
    if (!lost.empty())
        notes.push_back({translatable("core", "‖δˡ‖ computed in float formats: %1."), {std::move(lost)}});
}

/// "‖δ₁‖", or what of it is averaged over the batch.
std::string symbolOf(const Average& average, int layer, int examples)
{
    const std::string delta = diagnosis::indexed("δ", layer);
    return examples == 1 ? "‖" + delta + "‖" : average.before + delta + average.after;
}

Message caption(const evaluation::Evaluation& evaluation, const Average& average)
{
    const int depth = evaluation.depth();
    const numerics::Scaled first = evaluation.layer(1).speed.*average.speed.value;
    const numerics::Scaled last = evaluation.layer(depth).speed.*average.speed.value;
    const std::string speedOfFirst = symbolOf(average, 1, evaluation.examples);
    const std::string speedOfLast = symbolOf(average, depth, evaluation.examples);
    if (depth == 1 && evaluation.examples == 1)
        return {translatable("core", "The only layer has bias speed ‖∂C/∂b₁‖ = %1."), {diagnosis::number(first)}};
    if (depth == 1)
        return {
            translatable("core", "The only layer has bias speed %1 = %2."), {speedOfFirst, diagnosis::number(first)}};
    if (last.isZero())
        return {translatable("core", "%1 = %2 and %3 = 0: the biases of the last layer do not learn."),
            {speedOfFirst, diagnosis::number(first), speedOfLast}};
    if (first.isZero())
        return {translatable("core", "%1 = 0 and %2 = %3: the biases of layer 1 do not learn."),
            {speedOfFirst, speedOfLast, diagnosis::number(last)}};
    return {translatable("core", "%1 = %2 and %3 = %4: layer 1 learns %5."),
        {speedOfFirst, diagnosis::number(first), speedOfLast, diagnosis::number(last),
            diagnosis::paceAgainst(depth, evaluation::speedRatio(evaluation, 1, depth, average.speed.value))}};
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState& view)
{
    Figure figure{"learning_speed", {translatable("core", "Learning speed by layer"), {}}, {}, {}, {}};
    const int selected = parts::selectedLayer(snapshot, question);
    parts::LayerPanel panel({translatable("core", "learning speed"), {}}, 1, snapshot.scenario.depth);
    addPins(panel, snapshot, view);
    addSeeds(panel, snapshot, view, figure.notes);
    if (snapshot.get<evaluation::Evaluation>()) {
        std::vector<Message> ofFiniteWidth; // drawn behind, said after mean field
        parts::addFiniteWidth(panel, snapshot, view, ofFiniteWidth);
        addCurves(panel, *snapshot.get<evaluation::Evaluation>(), view, selected);
        parts::addTheory(panel, snapshot, view, figure.notes);
        std::ranges::move(ofFiniteWidth, std::back_inserter(figure.notes));
        addFormats(panel);
        addMarks(panel, *snapshot.get<evaluation::Evaluation>(), view, selected);
        figure.caption = caption(*snapshot.get<evaluation::Evaluation>(), averageOf(view));
        noteFormats(figure.notes, snapshot);
        if (Message caveat = network::caveatOf(snapshot.scenario); !caveat.empty())
            figure.notes.push_back(std::move(caveat));
    } else {
        figure.caption = parts::beingComputed();
    }
    figure.panels.push_back(panel.finish(figure.notes));
    return figure;
}

} // namespace

extern const FigureKind learning_speed{
    "learning_speed",
    translatable("core", "Learning speed"),
    translatable("core",
        "How fast each layer learns, on a logarithmic scale: the sizes of ∂C/∂bˡ = δˡ and of ∂C/∂wˡ. A straight line "
        "means that each layer multiplies the gradient by the same factor; a line that falls towards layer 1 is a "
        "vanishing gradient, one that rises is an exploding gradient. Horizontal lines show below and above which "
        "sizes float32 and double round it to 0 and ∞. Where the initial weights or the inputs are random, the band "
        "holds 5–95 % of the networks of many seeds; the dashed line is mean field theory, and where the law of finite "
        "width is exact its median and its 5–95 % band are drawn too."),
    120,
    results::needs<evaluation::Evaluation, mean_field::MeanFieldPrediction, finite_width::FiniteWidthLaw,
        results::SeedsBand, formats::FormatArithmetic>,
    build,
    "speed average",
};

} // namespace deltascope::figures
