// SPDX-License-Identifier: GPL-3.0-or-later
// ‖δˡ‖ by layer against the ranges of float16, bfloat16, float32 and double: where each format would lose it to 0 or ∞,
// and from where subnormals hold it with fewer digits.
#include "figures/figure_kind.h"
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

/// Where several formats share a place, one name for it: "bfloat16, float32".
struct Place {
    double log10 = 0;
    std::string formats;
};

void put(std::vector<Place>& places, double log10, const std::string& format)
{
    for (Place& place : places)
        if (place.log10 == log10) {
            place.formats += ", " + format;
            return;
        }
    places.push_back({log10, format});
}

/// Ends of the formats that lie in the range of δ or near it; the range grows to hold them.
void addFormats(LayerPanel& panel)
{
    const AxisRange data = panel.range();
    if (data.empty())
        return;
    const double reach = std::max(5.0, 0.1 * data.span());
    const auto isNear = [&](double log10) { return log10 > data.lower - reach && log10 < data.upper + reach; };
    Message digits{translatable("core", "fewer digits (subnormal)"), {}};
    std::vector<Place> zeros, infinities;
    for (std::size_t i = 0; i < floatFormats().size(); ++i) {
        const Ends ends = endsOf(floatFormats()[i]);
        if (isNear(ends.zero) || isNear(ends.normal)) {
            panel.add(Region{digits, Role::window, 0, 0, ends.zero, ends.normal});
            digits = {}; // one entry in the legend
            panel.include(ends.zero);
            panel.include(ends.normal);
            put(zeros, ends.zero, nameOf(i));
        }
        if (isNear(ends.infinity)) {
            panel.include(ends.infinity);
            put(infinities, ends.infinity, nameOf(i));
        }
    }
    for (const Place& place : zeros)
        panel.add(Guide{{translatable("core", "0 in %1"), {place.formats}}, Role::floor, true, place.log10});
    for (const Place& place : infinities)
        panel.add(Guide{{translatable("core", "∞ in %1"), {place.formats}}, Role::floor, true, place.log10});
}

/// One mark where δ is lost, walking back from the output; formats that lose it together share it.
void addLosses(LayerPanel& panel, const Evaluation& evaluation)
{
    Points marks{{translatable("core", "δ is lost"), {}}, Role::current, {}, {}, {}, {}};
    for (std::size_t i = 0; i < evaluation.precision.size(); ++i) {
        const PrecisionLoss& loss = evaluation.precision[i];
        if (loss.lostAt == 0)
            continue;
        const Scaled size = evaluation.layer(loss.lostAt).speed.normOfMean;
        if (size.isZero() || size.beyondRange())
            continue;
        const auto same = std::find(marks.layers.begin(), marks.layers.end(), loss.lostAt);
        if (same != marks.layers.end()) {
            Message& label = marks.labels[static_cast<std::size_t>(same - marks.layers.begin())];
            label = {"%1, %2", {label, Message{"%1", {nameOf(i)}}}};
            continue;
        }
        marks.x.push_back(loss.lostAt);
        marks.y.push_back(size.log10());
        marks.layers.push_back(loss.lostAt);
        marks.labels.push_back({translatable("core", "lost in %1"), {nameOf(i)}});
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
    if (lost.empty())
        return {translatable("core", "No format loses δ: %1 hold it in all %2 layers."),
            {std::move(kept), evaluation.depth()}};
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
    const std::vector<std::string> names = pinNames(snapshot);
    for (std::size_t i = 0; i < snapshot.pins.size(); ++i) {
        if (!snapshot.pins[i].evaluation)
            continue;
        const Evaluation& pin = *snapshot.pins[i].evaluation;
        std::vector<Scaled> sizes;
        for (const LayerEvaluation& layer : pin.layers)
            sizes.push_back(layer.speed.normOfMean);
        const Message name{translatable("core", "%1: ‖δˡ‖"), {names[i]}};
        panel.includeLayer(pin.depth());
        panel.add(layerCurve(name, Role::pin, 1, sizes), name);
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
