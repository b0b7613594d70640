// SPDX-License-Identifier: GPL-3.0-or-later
// Learning speed of each layer, log10: ‖∂C/∂bˡ‖ = ‖δˡ‖ and ‖∂C/∂wˡ‖ (Nielsen, chapter 5), with the sizes that float32
// and double round to 0 or ∞. core/maths.md 2.1.
#include "diagnosis_details.h"
#include "figures/figure_kind.h"
#include "figures/parts/ghosts.h"
#include "figures/parts/layer_panel.h"
#include "figures/parts/seeds_band_parts.h"
#include "figures/parts/theory_line.h"
#include "figures/parts/wording.h"
#include "precision_words.h"

#include <cmath>

namespace deltascope {

namespace {

/// A speed as the view wants it: ‖δ‖ of a batch in one of three ways.
struct Speed {
    const char* name;
    const char* nameOfBatch; // where there is more than one example
    Role role;
    Scaled LearningSpeeds::*value;
    SpeedQuantiles LayerBand::*quantiles;
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
            &LearningSpeeds::normOfMean, &LayerBand::normOfMean, Role::window},
        "‖⟨", "⟩‖"},
    {"mean_of_norms",
        {translatable("core", "bias ‖δˡ‖"), translatable("core", "bias ⟨‖δˡ‖⟩"), Role::primary,
            &LearningSpeeds::meanOfNorms, &LayerBand::meanOfNorms, Role::window},
        "⟨‖", "‖⟩"},
    {"rms",
        {translatable("core", "bias ‖δˡ‖"), translatable("core", "bias √⟨‖δˡ‖²⟩"), Role::primary, &LearningSpeeds::rms,
            &LayerBand::rms, Role::window},
        "√⟨‖", "‖²⟩"},
};

constexpr Speed kWeightSpeed{translatable("core", "weight ‖∂C/∂wˡ‖"), translatable("core", "weight ‖∂C/∂wˡ‖"),
    Role::secondary, &LearningSpeeds::weight, &LayerBand::weight, Role::floor};

const Average& averageOf(const ViewState& view)
{
    for (const Average& average : kAverages)
        if (view.average == average.id)
            return average;
    return kAverages[0];
}

std::vector<Speed> speedsShown(const ViewState& view)
{
    std::vector<Speed> speeds;
    if (view.speed != "weight")
        speeds.push_back(averageOf(view).speed);
    if (view.speed != "bias")
        speeds.push_back(kWeightSpeed);
    return speeds;
}

std::vector<Scaled> valuesOf(const Evaluation& evaluation, const Speed& speed)
{
    std::vector<Scaled> values;
    values.reserve(evaluation.layers.size());
    for (const LayerEvaluation& layer : evaluation.layers)
        values.push_back(layer.speed.*speed.value);
    return values;
}

void addPins(LayerPanel& panel, const Snapshot& snapshot, const ViewState& view)
{
    for (const Ghost& ghost : ghosts(snapshot)) {
        if (!ghost.result.evaluation)
            continue;
        const Evaluation& evaluation = *ghost.result.evaluation;
        panel.includeLayer(evaluation.depth());
        for (const Speed& speed : speedsShown(view)) {
            const Message name{"%1: %2", {ghost.name, speed.named(evaluation.examples)}};
            LayerCurve curve = layerCurve(name, ghost.role, 1, valuesOf(evaluation, speed));
            curve.line.dashed = speed.role != Role::primary;
            panel.add(std::move(curve), name);
        }
    }
}

void addCurves(LayerPanel& panel, const Evaluation& evaluation, const ViewState& view, int selected)
{
    for (const Speed& speed : speedsShown(view)) {
        const Message name = speed.named(evaluation.examples);
        const int keep[] = {selected};
        LayerCurve curve = layerCurve(name, speed.role, 1, valuesOf(evaluation, speed), keep);
        curve.line.dashed = speed.role != Role::primary;
        panel.add(std::move(curve), name);
    }
}

void addMarks(LayerPanel& panel, const Evaluation& evaluation, const ViewState& view, int selected)
{
    for (const Speed& speed : speedsShown(view))
        if (selected > 0)
            panel.mark(Role::selected, selected, evaluation.layer(selected).speed.*speed.value);
    panel.select(selected);
}

void addSeeds(LayerPanel& panel, const Snapshot& snapshot, const ViewState& view, std::vector<Message>& notes)
{
    std::vector<BandedSpeed> banded;
    // One band, that of the biases where both speeds are drawn: two over each other cannot be told apart.
    const Speed speed = speedsShown(view).front();
    banded.push_back({speed.named(snapshot.scenario.examples), speed.role, speed.bandRole, speed.quantiles});
    addSeedsBand(panel, snapshot.scenario, snapshot.seeds.get(), banded, notes);
}

// log10 of the size that rounds to 0: half the smallest subnormal, a tie that goes to the even 0.
double log10Floor(const FloatFormat& format)
{
    return (format.minExponent - format.precision) * std::log10(2.0);
}

void addFormats(LayerPanel& panel)
{
    for (const FloatFormat& format : floatFormats()) {
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
void noteFormats(std::vector<Message>& notes, const Snapshot& snapshot)
{
    Message lost;
    for (std::size_t i = 0; snapshot.formats && i < floatFormats().size(); ++i)
        if (loses(*snapshot.formats, i, *snapshot.evaluation))
            lost = inList(std::move(lost), fateInBrief(*snapshot.formats, i, *snapshot.evaluation), "%1; %2");
    if (!lost.empty())
        notes.push_back({translatable("core", "‖δˡ‖ computed in float formats: %1."), {std::move(lost)}});
}

/// "‖δ₁‖", or what of it is averaged over the batch.
std::string symbolOf(const Average& average, int layer, int examples)
{
    const std::string delta = indexed("δ", layer);
    return examples == 1 ? "‖" + delta + "‖" : average.before + delta + average.after;
}

Message caption(const Evaluation& evaluation, const Average& average)
{
    const int depth = evaluation.depth();
    const Scaled first = evaluation.layer(1).speed.*average.speed.value;
    const Scaled last = evaluation.layer(depth).speed.*average.speed.value;
    const std::string speedOfFirst = symbolOf(average, 1, evaluation.examples);
    const std::string speedOfLast = symbolOf(average, depth, evaluation.examples);
    if (depth == 1 && evaluation.examples == 1)
        return {translatable("core", "The only layer has bias speed ‖∂C/∂b₁‖ = %1."), {number(first)}};
    if (depth == 1)
        return {translatable("core", "The only layer has bias speed %1 = %2."), {speedOfFirst, number(first)}};
    if (last.isZero())
        return {translatable("core", "%1 = %2 and %3 = 0: the biases of the last layer do not learn."),
            {speedOfFirst, number(first), speedOfLast}};
    return {translatable("core", "%1 = %2 and %3 = %4: layer 1 learns %5 times as fast as layer %6."),
        {speedOfFirst, number(first), speedOfLast, number(last),
            number(speedRatio(evaluation, 1, depth, average.speed.value)), depth}};
}

Figure build(const Snapshot& snapshot, const ViewState& view)
{
    Figure figure{"learning_speed", {translatable("core", "Learning speed by layer"), {}}, {}, {}, {}};
    const int selected = selectedLayer(snapshot, view);
    LayerPanel panel({translatable("core", "learning speed"), {}}, 1, snapshot.scenario.depth);
    addPins(panel, snapshot, view);
    addSeeds(panel, snapshot, view, figure.notes);
    if (snapshot.evaluation) {
        addCurves(panel, *snapshot.evaluation, view, selected);
        addTheory(panel, snapshot, view, figure.notes);
        addFormats(panel);
        addMarks(panel, *snapshot.evaluation, view, selected);
        figure.caption = caption(*snapshot.evaluation, averageOf(view));
        noteFormats(figure.notes, snapshot);
        if (Message pairs = normalizationOfPairs(snapshot.scenario); !pairs.empty())
            figure.notes.push_back(std::move(pairs));
    } else {
        figure.caption = beingComputed();
    }
    figure.panels.push_back(panel.finish(figure.notes));
    return figure;
}

} // namespace

namespace figures {
extern const FigureKind learning_speed{
    "learning_speed",
    translatable("core", "Learning speed"),
    translatable("core",
        "How fast each layer learns, on a logarithmic scale: the sizes of ∂C/∂bˡ = δˡ and of ∂C/∂wˡ. A straight line "
        "means that "
        "each layer multiplies the gradient by the same factor; falling towards layer 1 is a vanishing, rising an "
        "exploding "
        "gradient. Lines show below and above which sizes float32 and double round it to 0 and ∞. Where start values "
        "or inputs are random, the band "
        "holds 5–95 % of the networks of many seeds; the dashed line is mean field theory."),
    30,
    Need::evaluation | Need::theory | Need::seeds | Need::formats,
    build,
    nullptr,
    "speed average",
};
} // namespace figures

} // namespace deltascope
