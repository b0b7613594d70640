// SPDX-License-Identifier: GPL-3.0-or-later
// ‖δˡ‖ by layer against the ranges of float16, bfloat16, float32 and double: what each shows where it computes, or
// where the exact δ, rounded once, would be lost to 0 or ∞; and from where subnormals hold it with fewer digits.
// core/maths.md 6.3, 6.4.
#include "diagnosis/format_sentences.h"
#include "figures/figure_kind.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "figures/parts/layer_panel.h"
#include "formats/format_arithmetic.h"

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace {

const double kLog2 = std::log10(2.0);

/// log10 of the ends of a format's range.
struct Ends {
    double zero; ///< at or below it a number rounds to 0: half the smallest subnormal, a tie that goes to the even 0
    double normal; ///< below it digits are lost
    double infinity; ///< from it on a number rounds to ∞
};

Ends endsOf(const numerics::FloatFormat& format)
{
    return {
        (format.minExponent - format.precision) * kLog2, format.minExponent * kLog2, (format.maxExponent + 1) * kLog2};
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
std::vector<std::size_t> formatsNear(const parts::AxisRange& data, bool lower)
{
    std::vector<std::size_t> shown;
    bool next = data.span() < kFar;
    for (std::size_t i = 0; i < numerics::floatFormats().size();
         ++i) { // each format reaches further than the one before
        const Ends ends = endsOf(numerics::floatFormats()[i]);
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

void addGuides(parts::LayerPanel& panel, const char* name, const std::vector<Place>& places)
{
    for (const Place& place : places)
        panel.add(
            Guide{place.formats.empty() ? Message{} : Message{name, {place.formats}}, Role::floor, true, place.log10});
}

/// The ends of the formats that matter; the range grows to hold them.
void addFormats(parts::LayerPanel& panel)
{
    const parts::AxisRange data = panel.range();
    if (data.empty())
        return;
    const std::vector<std::size_t> low = formatsNear(data, true), high = formatsNear(data, false);
    for (const std::size_t i : low) {
        panel.include(endsOf(numerics::floatFormats()[i]).zero);
        panel.include(endsOf(numerics::floatFormats()[i]).normal);
    }
    for (const std::size_t i : high)
        panel.include(endsOf(numerics::floatFormats()[i]).infinity);
    Message digits{translatable("core", "fewer digits (subnormal)"), {}};
    std::vector<Place> zeros, infinities;
    for (const std::size_t i : low) {
        const Ends ends = endsOf(numerics::floatFormats()[i]);
        panel.add(Region{digits, Role::shaded, 0, 0, ends.zero, ends.normal});
        digits = {}; // one entry in the legend
        put(zeros, {ends.zero, 0, diagnosis::formatName(i)}, panel.range().span(), 1);
    }
    for (const std::size_t i : high)
        put(infinities, {endsOf(numerics::floatFormats()[i]).infinity, 0, diagnosis::formatName(i)},
            panel.range().span(), 1);
    addGuides(panel, translatable("core", "0 in %1"), zeros);
    addGuides(panel, translatable("core", "∞ in %1"), infinities);
}

/// Marks of the same kind, named "… in float16, bfloat16".
void addMarks(parts::LayerPanel& panel, Message kind, const char* label, const std::vector<Place>& places)
{
    Points marks{std::move(kind), Role::current, {}, {}, {}, {}};
    for (const Place& place : places) {
        marks.x.push_back(place.layer);
        marks.y.push_back(place.log10);
        marks.layers.push_back(place.layer);
        marks.labels.push_back(place.formats.empty() ? Message{} : Message{label, {place.formats}});
    }
    if (!marks.x.empty())
        panel.add(std::move(marks));
}

/// A mark where the exact δ leaves each format, walking back from the output.
void addLosses(parts::LayerPanel& panel, const evaluation::Evaluation& evaluation)
{
    std::vector<Place> places;
    for (std::size_t i = 0; i < evaluation.precision.size(); ++i) {
        const evaluation::PrecisionLoss& loss = evaluation.precision[i];
        if (loss.lostAt == 0)
            continue;
        const numerics::Scaled size = evaluation.layer(loss.lostAt).speed.normOfMean;
        if (!size.isZero() && !size.beyondRange())
            put(places, {size.log10(), loss.lostAt, diagnosis::formatName(i)}, panel.range().span(),
                evaluation.depth());
    }
    addMarks(panel, {translatable("core", "δ is lost"), {}}, translatable("core", "lost in %1"), places);
}

// The last two for their colours and markers, which no other line here has.
constexpr Role kFormatRoles[] = {Role::secondary, Role::tertiary, Role::first, Role::last};
constexpr double kSeen = 0.05; // decades by which a format's curve must leave the exact one to be drawn

/// What a format shows, layer by layer; 0, ∞ and NaN are gaps.
std::vector<numerics::Scaled> shownBy(const formats::FormatPass& pass)
{
    std::vector<numerics::Scaled> sizes;
    for (const formats::FormatSpeed& speed : pass.speeds)
        sizes.push_back(speed.kind == formats::FormatSpeed::Kind::number ? speed.size : numerics::Scaled{});
    return sizes;
}

bool departs(const std::vector<numerics::Scaled>& shown, const std::vector<numerics::Scaled>& exact)
{
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (!shown[i].isZero() && (exact[i].isZero() || std::abs((shown[i] / exact[i]).log10()) > kSeen))
            return true;
    return false;
}

void addComputedCurves(parts::LayerPanel& panel, const formats::FormatArithmetic& formats,
    const evaluation::Evaluation& evaluation, const std::vector<numerics::Scaled>& exact, int selected)
{
    for (std::size_t i = 0; i < formats.passes.size(); ++i) {
        if (!formats.passes[i])
            continue;
        const std::vector<numerics::Scaled> shown = shownBy(*formats.passes[i]);
        if (!diagnosis::loses(formats, i, evaluation) && !departs(shown, exact))
            continue;
        const int keep[] = {selected, diagnosis::outcomeOf(formats, i, evaluation).zero + 1};
        parts::LayerCurve curve = parts::layerCurve(
            {translatable("core", "computed in %1"), {diagnosis::formatName(i)}}, kFormatRoles[i], 1, shown, keep);
        if (curve.line.x.empty())
            continue;
        panel.include(curve.range.lower);
        panel.include(curve.range.upper);
        panel.add(std::move(curve.line));
    }
}

/// Where each format's own δ becomes 0, ∞ or no number, and where it was lost on the way forward.
void addFates(
    parts::LayerPanel& panel, const formats::FormatArithmetic& formats, const evaluation::Evaluation& evaluation)
{
    std::vector<Place> zeros, infinities, noNumbers, forward;
    const auto mark = [&](std::vector<Place>& places, std::size_t i, int layer, double log10) {
        panel.include(log10);
        put(places, {log10, layer, diagnosis::formatName(i)}, panel.range().span(), evaluation.depth());
    };
    for (std::size_t i = 0; i < formats.passes.size(); ++i) {
        if (!diagnosis::loses(formats, i, evaluation))
            continue;
        const formats::FormatPass& pass = *formats.passes[i];
        const diagnosis::FormatOutcome fate = diagnosis::outcomeOf(formats, i, evaluation);
        const Ends ends = endsOf(numerics::floatFormats()[i]);
        if (pass.overflow != formats::FormatPass::Place::nowhere)
            put(forward, {0, std::max(pass.overflowsAt, 1), diagnosis::formatName(i)}, 1, 0);
        else if (fate.infinite > 0)
            mark(fate.notANumber == fate.infinite ? noNumbers : infinities, i, fate.infinite, ends.infinity);
        if (fate.zero > 0)
            mark(zeros, i, fate.zero, ends.zero);
    }
    for (const Place& place : forward)
        panel.add(Guide{{translatable("core", "%1: ∞ on the way forward"), {place.formats}}, Role::floor, false,
            1.0 * place.layer});
    addMarks(panel, {}, translatable("core", "0 in %1"), zeros);
    addMarks(panel, {}, translatable("core", "∞ in %1"), infinities);
    addMarks(panel, {}, translatable("core", "NaN in %1"), noNumbers);
}

Message joined(Message list, Message item)
{
    return list.empty() ? std::move(item) : Message{"%1, %2", {std::move(list), std::move(item)}};
}

Message lossOf(std::size_t format, const evaluation::Evaluation& evaluation)
{
    const evaluation::PrecisionLoss& loss = evaluation.precision[format];
    const bool forGood = evaluation::lostBelow(numerics::floatFormats()[format], evaluation, loss.lostAt);
    const char* words = loss.overflow
        ? (forGood ? translatable("core", "in %1 at layer %2 (∞)")
                   : translatable("core", "in %1 at layer %2 (∞, but not in every layer below)"))
        : (forGood ? translatable("core", "in %1 at layer %2 (0)")
                   : translatable("core", "in %1 at layer %2 (0, but not in every layer below)"));
    return {words, {diagnosis::formatName(format), loss.lostAt}};
}

bool allZero(const evaluation::Evaluation& evaluation)
{
    return std::all_of(evaluation.layers.begin(), evaluation.layers.end(),
        [](const evaluation::LayerEvaluation& layer) { return layer.speed.normOfMean.isZero(); });
}

Message nothingToLose()
{
    return {translatable("core", "δ is exactly 0 in every layer: there is nothing that a format could lose."), {}};
}

Message computedCaption(const formats::FormatArithmetic& formats, const evaluation::Evaluation& evaluation)
{
    Message lost, kept;
    for (std::size_t i = 0; i < formats.passes.size(); ++i)
        if (diagnosis::loses(formats, i, evaluation) || diagnosis::isWrong(formats, i, evaluation))
            lost = diagnosis::inList(std::move(lost), diagnosis::outcomeInBrief(formats, i, evaluation), "%1; %2");
        else
            kept = joined(std::move(kept), {"%1", {diagnosis::formatName(i)}});
    if (lost.empty() && allZero(evaluation))
        return nothingToLose();
    if (lost.empty())
        return {translatable("core", "Computed in the format, no δ is lost: %1 all hold it down to layer 1."),
            {std::move(kept)}};
    if (kept.empty())
        return {translatable("core", "Every operation rounded to the format. %1."), {std::move(lost)}};
    return {translatable("core", "Every operation rounded to the format. %1. No layer is lost in %2."),
        {std::move(lost), std::move(kept)}};
}

void noteComputed(
    const formats::FormatArithmetic& formats, const evaluation::Evaluation& evaluation, std::vector<Message>& notes)
{
    Message flushed;
    for (std::size_t i = 0; i < formats.flushed.size(); ++i) {
        if (!formats.flushed[i])
            continue;
        formats::FormatArithmetic other{formats.examples, true, formats.flushed, {}};
        const int zero = diagnosis::outcomeOf(other, i, evaluation).zero;
        if (zero > diagnosis::outcomeOf(formats, i, evaluation).zero)
            flushed = joined(std::move(flushed),
                zero == evaluation.depth()
                    ? Message{translatable("core", "in every layer in %1"), {diagnosis::formatName(i)}}
                    : Message{translatable("core", "below layer %2 in %1"), {diagnosis::formatName(i), zero + 1}});
    }
    if (!flushed.empty())
        notes.push_back(
            {translatable("core", "Hardware that flushes subnormals to 0 shows 0 %1."), {std::move(flushed)}});
    for (Message& note : diagnosis::howFormatsCompute(formats, evaluation))
        notes.push_back(std::move(note));
}

Message caption(const evaluation::Evaluation& evaluation)
{
    Message lost, kept;
    for (std::size_t i = 0; i < evaluation.precision.size(); ++i)
        if (evaluation.precision[i].lostAt > 0)
            lost = joined(std::move(lost), lossOf(i, evaluation));
        else
            kept = joined(std::move(kept), {"%1", {diagnosis::formatName(i)}});
    if (allZero(evaluation))
        return nothingToLose();
    if (lost.empty())
        return {translatable("core", "Rounded once, no δ is lost: %1 all hold it down to layer 1."), {std::move(kept)}};
    if (kept.empty())
        return {translatable("core", "Walking back from the output, the exact δ, rounded once, is lost %1."),
            {std::move(lost)}};
    return {translatable("core", "Walking back from the output, the exact δ, rounded once, is lost %1; never in %2."),
        {std::move(lost), std::move(kept)}};
}

void noteFlushed(const evaluation::Evaluation& evaluation, std::vector<Message>& notes)
{
    Message earlier;
    for (std::size_t i = 0; i < evaluation.precision.size(); ++i) {
        const evaluation::PrecisionLoss& loss = evaluation.precision[i];
        if (loss.flushedAt > 0 && loss.flushedAt != loss.lostAt)
            earlier = joined(std::move(earlier),
                {translatable("core", "in %1 at layer %2"), {diagnosis::formatName(i), loss.flushedAt}});
    }
    if (!earlier.empty())
        notes.push_back(
            {translatable("core", "Hardware that flushes subnormals to 0 loses it %1."), {std::move(earlier)}});
    if (!evaluation.chain)
        notes.push_back({translatable("core", "Judged by ‖δˡ‖: single neurons fall below it earlier."), {}});
}

void addPins(parts::LayerPanel& panel, const results::Snapshot& snapshot)
{
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(snapshot)) {
        if (!drawnPin.result.get<evaluation::Evaluation>())
            continue;
        const evaluation::Evaluation& pin = *drawnPin.result.get<evaluation::Evaluation>();
        std::vector<numerics::Scaled> sizes;
        for (const evaluation::LayerEvaluation& layer : pin.layers)
            sizes.push_back(layer.speed.normOfMean);
        const Message name{translatable("core", "%1: ‖δˡ‖"), {drawnPin.name}};
        panel.includeLayer(pin.depth());
        panel.add(parts::layerCurve(name, drawnPin.role, 1, sizes), name);
    }
}

std::vector<numerics::Scaled> exactSizes(const evaluation::Evaluation& evaluation)
{
    std::vector<numerics::Scaled> sizes;
    for (const evaluation::LayerEvaluation& layer : evaluation.layers)
        sizes.push_back(layer.speed.normOfMean);
    return sizes;
}

void addExact(parts::LayerPanel& panel, const evaluation::Evaluation& evaluation,
    const std::vector<numerics::Scaled>& sizes, int selected)
{
    std::vector<int> keep{selected};
    for (const evaluation::PrecisionLoss& loss : evaluation.precision)
        keep.push_back(loss.lostAt);
    const Message name{translatable("core", "‖δˡ‖"), {}};
    panel.add(parts::layerCurve(name, Role::primary, 1, sizes, keep), name);
    if (selected > 0)
        panel.mark(Role::selected, selected, sizes[static_cast<std::size_t>(selected - 1)]);
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState& view)
{
    Figure figure{"precision", {translatable("core", "Where float formats lose δ"), {}}, {}, {}, {}};
    parts::LayerPanel panel({translatable("core", "‖δˡ‖"), {}}, 1, snapshot.scenario.depth);
    if (!snapshot.get<evaluation::Evaluation>()) {
        figure.caption = parts::beingComputed();
        figure.panels.push_back(panel.finish(figure.notes));
        return figure;
    }
    const evaluation::Evaluation& evaluation = *snapshot.get<evaluation::Evaluation>();
    const formats::EveryFormat* every = snapshot.get<formats::EveryFormat>();
    const formats::FormatArithmetic* formats = every ? &every->formats : nullptr;
    const bool rounded = view.arithmetic == "rounded";
    const int selected = parts::selectedLayer(snapshot, question);
    const std::vector<numerics::Scaled> sizes = exactSizes(evaluation);
    addPins(panel, snapshot);
    if (!rounded && formats)
        addComputedCurves(panel, *formats, evaluation, sizes, selected);
    addExact(panel, evaluation, sizes, selected);
    addFormats(panel);
    if (rounded)
        addLosses(panel, evaluation);
    else if (formats)
        addFates(panel, *formats, evaluation);
    panel.select(selected);
    figure.panels.push_back(panel.finish(figure.notes));
    figure.caption = rounded ? caption(evaluation)
        : formats            ? computedCaption(*formats, evaluation)
                             : parts::beingComputed();
    if (rounded)
        noteFlushed(evaluation, figure.notes);
    else if (formats)
        noteComputed(*formats, evaluation, figure.notes);
    return figure;
}

} // namespace

extern const FigureKind precision{
    "precision",
    translatable("core", "Float formats"),
    translatable("core",
        "‖δˡ‖ of each layer as float16, bfloat16, float32 and double compute it, every operation rounded to the "
        "format, beside the exact one: the way forward can overflow, so that no δ is left; on the way back a small δ "
        "becomes 0, or gets stuck at a number that has only its last digits left. Or the exact δ, rounded once: below "
        "a format's line it is 0, above it ∞; in the band above the line fewer digits are kept."),
    50,
    results::needs<evaluation::Evaluation, formats::EveryFormat>,
    build,
    "arithmetic",
};

} // namespace deltascope::figures
