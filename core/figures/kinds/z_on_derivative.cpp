// SPDX-License-Identifier: GPL-3.0-or-later
// f′ over z, and under it the distribution of the z of one layer, with the other layers' behind it where they are few,
// and the same layer's of the pinned networks. core/maths.md 2.7, 2.9.
#include "base/saturation.h"
#include "evaluation/layer_distributions.h"
#include "figures/figure_kind.h"
#include "figures/moved_value.h"
#include "figures/parts/curve_points.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "network/structure.h"

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace {

constexpr double kReach = 6; // of z on both sides of 0, at least
constexpr double kFarthest = 1e100; // of z that is drawn
constexpr std::size_t kCurvePoints = 300;
constexpr std::size_t kFewLayers = 8;
constexpr double kPinReach = 3; // how many times as far as without them pins may stretch the axis
constexpr double kTallest = 1.6; // of the bars' height, up to which outlines are drawn: a needle would press bars flat

/// The layer that is drawn: the selected one, the nearest described one, or the most saturated where none is selected.
const evaluation::LayerDistribution& shownLayer(const evaluation::LayerDistributions& described, int selected)
{
    const std::vector<evaluation::LayerDistribution>& layers = described.layers;
    if (selected == 0)
        return *std::max_element(layers.begin(), layers.end(),
            [](const auto& left, const auto& right) { return left.saturated < right.saturated; });
    return *std::min_element(layers.begin(), layers.end(), [&](const auto& left, const auto& right) {
        return std::abs(left.layer - selected) < std::abs(right.layer - selected);
    });
}

bool isDrawable(const evaluation::Distribution& z)
{
    return !z.empty() && std::max(std::abs(z.histogram.lower), std::abs(z.histogram.upper)) < kFarthest;
}

/// A pinned network's layer of the same number.
struct PinnedLayer {
    std::string name;
    Role role;
    const evaluation::LayerDistribution* layer;
    activations::Chosen activation;
};

/// Those that can be drawn; each of the others adds a sentence to `notes`.
std::vector<PinnedLayer> pinnedLayers(const results::Snapshot& snapshot, int number, std::vector<Message>& notes)
{
    std::vector<PinnedLayer> pinned;
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(snapshot)) {
        const results::PinnedResult& pin = drawnPin.result;
        if (!pin.get<evaluation::LayerDistributions>())
            continue;
        const evaluation::LayerDistribution* layer = pin.get<evaluation::LayerDistributions>()->find(number);
        if (layer && isDrawable(layer->z))
            pinned.push_back({drawnPin.name, drawnPin.role, layer, network::activationOf(pin.scenario, number)});
        else if (layer)
            notes.push_back(
                {translatable("core", "“%1”: z of layer %2 is too large to be drawn."), {drawnPin.name, number}});
        else if (number > pin.scenario.depth)
            notes.push_back({translatable("core", "“%1” has no layer %2."), {drawnPin.name, number}});
        else
            notes.push_back({translatable("core", "“%1”: layer %2 is not among those described; select it to see it."),
                {drawnPin.name, number}});
    }
    return pinned;
}

Axis zAxis(const evaluation::Distribution& z, const std::vector<PinnedLayer>& pinned)
{
    parts::AxisRange range{-kReach, kReach};
    const auto include = [&range](const evaluation::Histogram& histogram, double most) {
        const double reach = histogram.upper - histogram.lower;
        range.include(std::clamp(histogram.lower - 0.05 * reach, -most, most));
        range.include(std::clamp(histogram.upper + 0.05 * reach, -most, most));
    };
    if (isDrawable(z))
        include(z.histogram, kFarthest);
    const double most = kPinReach * std::max(-range.lower, range.upper);
    for (const PinnedLayer& pin : pinned)
        include(pin.layer->z.histogram, most);
    range = range.padded(0.02, 0);
    return {{translatable("core", "z"), {}}, "", AxisScale::linear, range.lower, range.upper, 0};
}

Line derivativeLine(const activations::Activation& activation, Role role, const Axis& x, const model::ViewRange* chosen)
{
    std::vector<double> extra{activation.maxDerivativeAt};
    for (double z = -8; z <= 8; z += 0.0625) // a needle in a wide range, and yet smooth
        extra.push_back(z);
    parts::addKinks(extra, activation);
    const std::vector<double> z = parts::curvePoints({x.lower, x.upper}, chosen, kCurvePoints, extra);
    Line line{{"%1′(z)", {diagnosis::symbolOf(activation)}}, role, z, {}, {}, {}};
    std::vector<double> value(z.size());
    line.y.resize(z.size());
    activation.evaluate(z.data(), value.data(), line.y.data(), z.size());
    line.breaks = parts::breaksAt(z, activation.kinks);
    return line;
}

/// Where |f′| is under a twentieth of its maximum, as far as the curve is drawn; pale, without a pattern.
void addSaturation(Panel& panel, const Line& curve, const activations::Activation& activation)
{
    const double limit = kSaturated * activation.maxDerivative;
    Message name{translatable("core", "saturated: |%1′| < 5 % of its maximum"), {diagnosis::symbolOf(activation)}};
    for (std::size_t i = 0; i < curve.x.size();) {
        if (std::abs(curve.y[i]) >= limit) {
            ++i;
            continue;
        }
        const std::size_t start = i;
        while (i < curve.x.size() && std::abs(curve.y[i]) < limit)
            ++i;
        const double from = start == 0 ? std::min(panel.x.lower, curve.x[0]) : curve.x[start];
        const double to = i == curve.x.size() ? std::max(panel.x.upper, curve.x[i - 1]) : curve.x[i - 1];
        if (from < to) {
            panel.elements.push_back(Region{name, Role::selected, from, to, 0, 0});
            name = {}; // one entry in the legend
        }
    }
}

void includeWithin(const Line& curve, const Axis& x, parts::AxisRange& y)
{
    for (std::size_t i = 0; i < curve.x.size(); ++i)
        if (curve.x[i] >= x.lower && curve.x[i] <= x.upper)
            y.include(curve.y[i]);
}

/// A pin's own curve where it is another one, and its z on it where that is a single value.
void addPinned(Panel& panel, const activations::Activation& activation, const PinnedLayer& pin,
    const model::ViewRange* chosen, parts::AxisRange& y)
{
    if (!(*pin.activation == activation)) {
        Line curve = derivativeLine(*pin.activation, pin.role, panel.x, chosen);
        curve.name = {"%1: %2", {pin.name, curve.name}};
        includeWithin(curve, panel.x, y);
        panel.elements.push_back(std::move(curve));
    }
    const evaluation::Histogram& histogram = pin.layer->z.histogram;
    if (!histogram.single() || histogram.lower < panel.x.lower || histogram.lower > panel.x.upper)
        return;
    const double slope = pin.activation->derivative(histogram.lower);
    panel.elements.push_back(Points{{translatable("core", "%1: z of layer %2"), {pin.name, pin.layer->layer}}, pin.role,
        {histogram.lower}, {slope}, {pin.layer->layer}, {}});
    y.include(slope);
}

/// Of a chain: the hand takes the layer's z along f′, b = z − w a.
Grip gripOf(const results::Snapshot& snapshot, int layer, double z)
{
    const std::vector<int> tied = network::tiedLayers(snapshot.scenario);
    if (!snapshot.network || std::ranges::find(tied, layer) != tied.end())
        return {};
    Grip grip = gripOfLayer(snapshot.scenario, snapshot.step, "bias", layer);
    if (!grip.parameter.empty())
        grip.offset = snapshot.network->biases(layer)(0) - z;
    return grip;
}

Panel derivativePanel(const activations::Activation& activation, const evaluation::LayerDistribution& layer,
    const std::vector<PinnedLayer>& pinned, const Axis& x, const model::ViewRange* chosen,
    const results::Snapshot& snapshot)
{
    Panel panel;
    panel.x = x;
    const Line curve = derivativeLine(activation, Role::primary, x, chosen);
    parts::AxisRange y{0, 0};
    includeWithin(curve, x, y);
    addSaturation(panel, curve, activation);
    for (const PinnedLayer& pin : pinned)
        addPinned(panel, activation, pin, chosen, y);
    panel.elements.push_back(curve);
    if (isDrawable(layer.z) && layer.z.histogram.single()) {
        const double place = layer.z.histogram.lower, slope = activation.derivative(place);
        panel.elements.push_back(Points{{translatable("core", "z of layer %1"), {layer.layer}}, Role::selected, {place},
            {slope}, {layer.layer}, {}, {gripOf(snapshot, layer.layer, place)}});
        y.include(slope);
    }
    panel.y = parts::linearAxis({"%1′(z)", {diagnosis::symbolOf(activation)}}, y);
    return panel;
}

double share(const evaluation::Distribution& z, std::size_t bin)
{
    return 100 * static_cast<double>(z.histogram.bins[bin]) / static_cast<double>(z.count);
}

/// The histogram's outline in percent of the values for each unit that one of the shown layer's bins is wide, up to
/// `tallest`.
Line outline(const evaluation::LayerDistribution& layer, Role role, const Axis& x, double unit, double tallest,
    parts::AxisRange& y)
{
    Line line{{}, role, {}, {}, {}, {}};
    const evaluation::Histogram& histogram = layer.z.histogram;
    const auto put = [&](double place, double height) {
        line.x.push_back(std::clamp(place, x.lower, x.upper));
        line.y.push_back(std::min(height, tallest));
        y.include(line.y.back());
    };
    const auto edge = [&](std::size_t bin) {
        return std::lerp(
            histogram.lower, histogram.upper, static_cast<double>(bin) / static_cast<double>(histogram.bins.size()));
    };
    put(histogram.lower, 0);
    for (std::size_t bin = 0; bin < histogram.bins.size(); ++bin) {
        const double left = edge(bin), right = edge(bin + 1);
        if (right < x.lower || left > x.upper)
            continue;
        const double height = share(layer.z, bin) * unit / histogram.binWidth();
        put(left, height);
        put(right, height);
    }
    put(histogram.upper, 0);
    return line;
}

Bars barsOf(const evaluation::LayerDistribution& layer, const Axis& x, parts::AxisRange& y)
{
    const evaluation::Histogram& histogram = layer.z.histogram;
    Bars bars{{translatable("core", "z of layer %1"), {layer.layer}}, Role::primary, {}, {}, {}, {}};
    bars.width = histogram.single() ? (x.upper - x.lower) / 120 : histogram.binWidth();
    for (std::size_t bin = 0; bin < histogram.bins.size(); ++bin) {
        bars.x.push_back(histogram.lower + (histogram.single() ? 0 : (static_cast<double>(bin) + 0.5) * bars.width));
        bars.base.push_back(0);
        bars.y.push_back(share(layer.z, bin));
        bars.layers.push_back(layer.layer);
        y.include(bars.y.back());
    }
    return bars;
}

Panel spreadPanel(const evaluation::LayerDistributions& described, const evaluation::LayerDistribution& layer,
    const std::vector<PinnedLayer>& pinned, const Axis& x)
{
    Panel panel;
    panel.x = x;
    parts::AxisRange y{0, 1};
    if (isDrawable(layer.z)) {
        panel.elements.push_back(barsOf(layer, x, y));
        const bool single = layer.z.histogram.single();
        const double tallest = kTallest * y.upper;
        if (described.layers.size() <= kFewLayers && !single)
            for (const evaluation::LayerDistribution& other : described.layers)
                if (&other != &layer && isDrawable(other.z) && !other.z.histogram.single())
                    panel.elements.push_back(
                        outline(other, Role::context, x, layer.z.histogram.binWidth(), tallest, y));
        for (const PinnedLayer& pin : pinned) {
            const evaluation::Histogram& histogram = pin.layer->z.histogram;
            if (histogram.single())
                continue; // a mark on the curve
            const double unit = single ? histogram.binWidth() : layer.z.histogram.binWidth();
            Line line = outline(*pin.layer, pin.role, x, unit, tallest, y);
            line.name = {translatable("core", "%1: z of layer %2"), {pin.name, pin.layer->layer}};
            panel.elements.push_back(std::move(line));
        }
    }
    panel.y = parts::linearAxis({translatable("core", "share of z [%]"), {}}, y);
    panel.y.unit.assign(1, '%');
    panel.y.lower = 0;
    return panel;
}

void notePins(const std::vector<PinnedLayer>& pinned, const Axis& x, std::vector<Message>& notes)
{
    for (const PinnedLayer& pin : pinned)
        if (const evaluation::Histogram& histogram = pin.layer->z.histogram;
            histogram.lower < x.lower || histogram.upper > x.upper)
            notes.push_back({translatable("core", "“%1”: z reaches from %2 to %3, beyond this axis."),
                {pin.name, diagnosis::number(histogram.lower), diagnosis::number(histogram.upper)}});
}

void addNotes(Figure& figure, const evaluation::LayerDistributions& described,
    const evaluation::LayerDistribution& layer, int selected)
{
    if (selected > 0 && layer.layer != selected)
        figure.notes.push_back(
            {translatable("core", "Of %1 layers only %2 are described: layer %3 is the nearest one."),
                {described.depth, static_cast<int>(described.layers.size()), layer.layer}});
    if (selected == 0 && described.depth > 1)
        figure.notes.push_back(layer.saturated > 0
                ? Message{translatable("core", "The most saturated layer is drawn; select another to see its z."), {}}
                : Message{
                    translatable("core", "No layer is saturated: the first is drawn; select another to see its z."),
                    {}});
    const evaluation::Distribution& z = layer.z;
    if (z.beyond > 0 || !isDrawable(z))
        figure.notes.push_back({translatable("core", "z of layer %1 is too large to be drawn."), {layer.layer}});
    else if (z.zeros > 0 && z.zeros < z.count)
        figure.notes.push_back({translatable("core", "%1 % of the z are exactly 0: left out of the bars."),
            {Real{100.0 * static_cast<double>(z.zeros) / static_cast<double>(z.count), 3}}});
    if (const std::int64_t outside = z.histogram.below + z.histogram.above; outside > 0)
        figure.notes.push_back(
            {translatable("core", "Beyond the bars (robust range): %1 of %2 values."), {outside, z.count}});
    if (described.layers.size() > 1 && described.layers.size() <= kFewLayers && isDrawable(z) && !z.histogram.single())
        figure.notes.push_back(
            {translatable("core", "Faint outlines: the other layers, on the same scale; taller ones are cut off."),
                {}});
}

/// A share in percent: of a size where a few digits would show 0.
Argument percent(numerics::Scaled share)
{
    const numerics::Scaled hundredfold = numerics::Scaled::from(100) * share;
    return numerics::abs(hundredfold) < numerics::Scaled::from(1e-3) ? diagnosis::number(hundredfold)
                                                                     : Argument(Real{hundredfold.nearestDouble(), 3});
}

Message caption(const evaluation::LayerDistribution& layer, const activations::Activation& activation)
{
    const std::string symbol = diagnosis::symbolOf(activation);
    const evaluation::Distribution& z = layer.z;
    if (z.count == 1 && isDrawable(z) && activation.maxDerivative == 0)
        return {translatable("core", "Layer %1 has z = %2, where %3′(z) = 0, as it is everywhere."),
            {layer.layer, diagnosis::number(z.mean), symbol}};
    if (z.count == 1 && isDrawable(z))
        return {translatable("core", "Layer %1 has z = %2, where %3′(z) = %4: %5 % of its maximum %6."),
            {layer.layer, diagnosis::number(z.mean), symbol, diagnosis::number(layer.slope),
                percent(layer.slope / numerics::Scaled::from(activation.maxDerivative)),
                diagnosis::number(activation.maxDerivative)}};
    const Argument saturated = Real{100 * layer.saturated, 3};
    if (!isDrawable(z))
        return {translatable("core", "Layer %1 is saturated (|%2′| < 5 % of its maximum) in %3 % of its values."),
            {layer.layer, symbol, saturated}};
    return {
        translatable("core",
            "Layer %1: z has mean %2 and standard deviation %3; %4 % of its values are saturated (|%5′| < 5 % of its "
            "maximum %6)."),
        {layer.layer, diagnosis::number(z.mean), diagnosis::number(z.standardDeviation), saturated, symbol,
            diagnosis::number(activation.maxDerivative)}};
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState& view)
{
    Figure figure{"z_on_derivative", {translatable("core", "Where z meets f′"), {}}, {}, {}, {}};
    const int selected = parts::selectedLayer(snapshot, question);
    const model::ViewRange* chosen = model::viewRange(view, figure.id, 0);
    const evaluation::LayerDistributions none{snapshot.scenario.depth, 0, {evaluation::LayerDistribution{}}};
    const evaluation::LayerDistributions& described =
        snapshot.get<evaluation::LayerDistributions>() ? *snapshot.get<evaluation::LayerDistributions>() : none;
    const evaluation::LayerDistribution& layer = shownLayer(described, selected);
    const activations::Chosen shown = network::activationOf(snapshot.scenario, layer.layer);
    const activations::Activation& activation = *shown;
    std::vector<Message> pinNotes;
    const std::vector<PinnedLayer> pinned = pinnedLayers(snapshot, layer.layer, pinNotes);
    const Axis x = zAxis(layer.z, pinned);
    figure.panels.push_back(derivativePanel(activation, layer, pinned, x, chosen, snapshot));
    figure.panels.push_back(spreadPanel(described, layer, pinned, x));
    if (!snapshot.get<evaluation::LayerDistributions>()) {
        figure.caption = parts::beingComputed();
        return figure;
    }
    addNotes(figure, described, layer, selected);
    figure.notes.insert(figure.notes.end(), pinNotes.begin(), pinNotes.end());
    notePins(pinned, x, figure.notes);
    figure.caption = caption(layer, activation);
    return figure;
}

} // namespace

extern const FigureKind z_on_derivative{
    "z_on_derivative",
    translatable("core", "z on the derivative"),
    translatable("core",
        "The derivative f′ over z, and under it the distribution of the weighted inputs z of one layer over its "
        "neurons and the examples. Every factor of the gradient holds f′(z): values in the shaded tails, where |f′| is "
        "under a "
        "twentieth of its maximum, are saturated and let little through. Select a layer to see its z; in a chain, drag "
        "its mark along f′ to set its bias."),
    20,
    results::needs<evaluation::LayerDistributions>,
    build,
};

} // namespace deltascope::figures
