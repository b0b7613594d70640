// SPDX-License-Identifier: GPL-3.0-or-later
// ‖δˡ‖ by layer against the ranges of float16, bfloat16, float32 and double: where each format would lose it to 0 or ∞,
// and from where subnormals hold it with fewer digits.
#include "figures/figure_kind.h"
#include "figures/parts/ghosts.h"
#include "figures/parts/layer_panel.h"
#include "figures/parts/wording.h"

#include <algorithm>
#include <cmath>

namespace deltascope {

namespace {

const double kLog2 = std::log10(2.0);

/// log10 of the ends of a format's range.
struct Ends {
    double zero; ///< at or below it a number rounds to 0: half the smallest subnormal, a tie that goes to the even 0
    double normal; ///< below it digits are lost
    double infinity; ///< from it on a number rounds to ∞
};

Ends endsOf(const FloatFormat& format)
{
    return {
        (format.minExponent - format.precision) * kLog2, format.minExponent * kLog2, (format.maxExponent + 1) * kLog2};
}

std::string nameOf(std::size_t format)
{
    return std::string(floatFormats()[format].id);
}

/// Ends of formats and losses that stand too close together to be named apart: the first holds all names.
struct Place {
    double log10 = 0;
    int layer = 0;
    std::string formats;
};

constexpr double kTooClose = 0.05; // of the height, and of the layers
constexpr double kContext = 8; // decades below δ in which the next format's end is of interest
constexpr double kFar = 40; // decades: over more, only what δ crosses is shown

void put(std::vector<Place>& places, Place next, double height, double width)
{
    for (Place& place : places)
        if (!place.formats.empty() && std::abs(place.log10 - next.log10) <= kTooClose * height
            && std::abs(place.layer - next.layer) <= kTooClose * width) {
            place.formats += ", " + next.formats;
            if (place.log10 == next.log10 && place.layer == next.layer)
                return;
            next.formats.clear();
            break;
        }
    places.push_back(std::move(next));
}

/// The indices of the formats whose lower (else upper) end matters to δ: what it crosses, and the next one.
std::vector<std::size_t> formatsNear(const AxisRange& data, bool lower)
{
    std::vector<std::size_t> shown;
    bool next = data.span() < kFar;
    for (std::size_t i = 0; i < floatFormats().size(); ++i) { // each format reaches further than the one before
        const Ends ends = endsOf(floatFormats()[i]);
        const double end = lower ? ends.normal : ends.infinity;
        const bool crossed = lower ? end > data.lower && ends.zero < data.upper : end < data.upper;
        const bool near = lower ? end > data.lower - kContext && end < data.upper
                                : end < data.upper + kContext / 2 && end > data.lower - kContext;
        if (crossed || (next && near))
            shown.push_back(i);
        next = next && crossed;
    }
    return shown;
}

void addGuides(LayerPanel& panel, const char* name, const std::vector<Place>& places)
{
    for (const Place& place : places)
        panel.add(
            Guide{place.formats.empty() ? Message{} : Message{name, {place.formats}}, Role::floor, true, place.log10});
}

/// The ends of the formats that matter; the range grows to hold them.
void addFormats(LayerPanel& panel)
{
    const AxisRange data = panel.range();
    if (data.empty())
        return;
    const std::vector<std::size_t> low = formatsNear(data, true), high = formatsNear(data, false);
    for (const std::size_t i : low) {
        panel.include(endsOf(floatFormats()[i]).zero);
        panel.include(endsOf(floatFormats()[i]).normal);
    }
    for (const std::size_t i : high)
        panel.include(endsOf(floatFormats()[i]).infinity);
    Message digits{translatable("core", "fewer digits (subnormal)"), {}};
    std::vector<Place> zeros, infinities;
    for (const std::size_t i : low) {
        const Ends ends = endsOf(floatFormats()[i]);
        panel.add(Region{digits, Role::window, 0, 0, ends.zero, ends.normal});
        digits = {}; // one entry in the legend
        put(zeros, {ends.zero, 0, nameOf(i)}, panel.range().span(), 1);
    }
    for (const std::size_t i : high)
        put(infinities, {endsOf(floatFormats()[i]).infinity, 0, nameOf(i)}, panel.range().span(), 1);
    addGuides(panel, translatable("core", "0 in %1"), zeros);
    addGuides(panel, translatable("core", "∞ in %1"), infinities);
}

/// A mark where each format loses δ, walking back from the output.
void addLosses(LayerPanel& panel, const Evaluation& evaluation)
{
    std::vector<Place> places;
    for (std::size_t i = 0; i < evaluation.precision.size(); ++i) {
        const PrecisionLoss& loss = evaluation.precision[i];
        if (loss.lostAt == 0)
            continue;
        const Scaled size = evaluation.layer(loss.lostAt).speed.normOfMean;
        if (!size.isZero() && !size.beyondRange())
            put(places, {size.log10(), loss.lostAt, nameOf(i)}, panel.range().span(), evaluation.depth());
    }
    Points marks{{translatable("core", "δ is lost"), {}}, Role::current, {}, {}, {}, {}};
    for (const Place& place : places) {
        marks.x.push_back(place.layer);
        marks.y.push_back(place.log10);
        marks.layers.push_back(place.layer);
        marks.labels.push_back(
            place.formats.empty() ? Message{} : Message{translatable("core", "lost in %1"), {place.formats}});
    }
    if (!marks.x.empty())
        panel.add(std::move(marks));
}

Message joined(Message list, Message item)
{
    return list.empty() ? std::move(item) : Message{"%1, %2", {std::move(list), std::move(item)}};
}

Message lossOf(std::size_t format, const PrecisionLoss& loss)
{
    const char* words =
        loss.overflow ? translatable("core", "in %1 at layer %2 (∞)") : translatable("core", "in %1 at layer %2 (0)");
    return {words, {nameOf(format), loss.lostAt}};
}

Message caption(const Evaluation& evaluation)
{
    Message lost, kept;
    for (std::size_t i = 0; i < evaluation.precision.size(); ++i)
        if (evaluation.precision[i].lostAt > 0)
            lost = joined(std::move(lost), lossOf(i, evaluation.precision[i]));
        else
            kept = joined(std::move(kept), {"%1", {nameOf(i)}});
    const bool dead = std::all_of(evaluation.layers.begin(), evaluation.layers.end(),
        [](const LayerEvaluation& layer) { return layer.speed.normOfMean.isZero(); });
    if (dead)
        return {translatable("core", "δ is exactly 0 in every layer: there is nothing that a format could lose."), {}};
    if (lost.empty())
        return {translatable("core", "No format loses δ: %1 all hold it down to layer 1."), {std::move(kept)}};
    if (kept.empty())
        return {translatable("core", "Walking back from the output, δ is lost %1."), {std::move(lost)}};
    return {translatable("core", "Walking back from the output, δ is lost %1; never in %2."),
        {std::move(lost), std::move(kept)}};
}

void noteFlushed(const Evaluation& evaluation, std::vector<Message>& notes)
{
    Message earlier;
    for (std::size_t i = 0; i < evaluation.precision.size(); ++i) {
        const PrecisionLoss& loss = evaluation.precision[i];
        if (loss.flushedAt > 0 && loss.flushedAt != loss.lostAt)
            earlier =
                joined(std::move(earlier), {translatable("core", "in %1 at layer %2"), {nameOf(i), loss.flushedAt}});
    }
    if (!earlier.empty())
        notes.push_back(
            {translatable("core", "Hardware that flushes subnormals to 0 loses it %1."), {std::move(earlier)}});
    if (!evaluation.chain)
        notes.push_back({translatable("core", "Judged by ‖δˡ‖: single neurons fall below it earlier."), {}});
}

void addPins(LayerPanel& panel, const Snapshot& snapshot)
{
    for (const Ghost& ghost : ghosts(snapshot)) {
        if (!ghost.result.evaluation)
            continue;
        const Evaluation& pin = *ghost.result.evaluation;
        std::vector<Scaled> sizes;
        for (const LayerEvaluation& layer : pin.layers)
            sizes.push_back(layer.speed.normOfMean);
        const Message name{translatable("core", "%1: ‖δˡ‖"), {ghost.name}};
        panel.includeLayer(pin.depth());
        panel.add(layerCurve(name, ghost.role, 1, sizes), name);
    }
}

Figure build(const Snapshot& snapshot, const ViewState& view)
{
    Figure figure{"precision", {translatable("core", "Where float formats lose δ"), {}}, {}, {}, {}};
    LayerPanel panel({translatable("core", "‖δˡ‖"), {}}, 1, snapshot.scenario.depth);
    if (!snapshot.evaluation) {
        figure.caption = beingComputed();
        figure.panels.push_back(panel.finish(figure.notes));
        return figure;
    }
    const Evaluation& evaluation = *snapshot.evaluation;
    const int selected = selectedLayer(snapshot, view);
    std::vector<Scaled> sizes;
    for (const LayerEvaluation& layer : evaluation.layers)
        sizes.push_back(layer.speed.normOfMean);
    std::vector<int> keep{selected};
    for (const PrecisionLoss& loss : evaluation.precision)
        keep.push_back(loss.lostAt);
    const Message name{translatable("core", "‖δˡ‖"), {}};
    addPins(panel, snapshot);
    panel.add(layerCurve(name, Role::primary, 1, sizes, keep), name);
    addFormats(panel);
    addLosses(panel, evaluation);
    panel.select(selected);
    if (selected > 0)
        panel.mark(Role::selected, selected, sizes[static_cast<std::size_t>(selected - 1)]);
    figure.panels.push_back(panel.finish(figure.notes));
    figure.caption = caption(evaluation);
    noteFlushed(evaluation, figure.notes);
    return figure;
}

} // namespace

namespace figures {
extern const FigureKind precision{
    "precision",
    translatable("core", "Float formats"),
    translatable("core",
        "The exact ‖δˡ‖ of each layer against what float16, bfloat16, float32 and double can hold. Below a format's "
        "line "
        "a number rounds to 0, above it to ∞; in the band above the line it keeps fewer digits. The marks show the "
        "first "
        "layer, counted from the output, that each format loses: before it, training in that format changes nothing."),
    68,
    needs(Need::evaluation),
    build,
};
} // namespace figures

} // namespace deltascope
