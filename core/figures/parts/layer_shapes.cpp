// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/layer_shapes.h"

#include "figures/parts/figure_sentences.h"

#include <algorithm>
#include <cmath>

namespace deltascope::parts {

namespace {

constexpr double kFilled = 0.84; // of the room between neighbours

/// Flat ends where the robust range ends: what lies beyond is said, not tapered off.
figures::Ridge shapeOf(const evaluation::Distribution& distribution, int layer, double width)
{
    const evaluation::Histogram& histogram = distribution.histogram;
    figures::Ridge ridge{.layer = layer, .at = 1.0 * layer};
    for (const int percent : {5, 25, 50, 75, 95})
        ridge.percentiles.push_back(distribution.percentile(percent));
    if (histogram.single()) {
        ridge.values = {histogram.lower};
        ridge.widths = {0};
        return ridge;
    }
    const auto most = static_cast<double>(*std::max_element(histogram.bins.begin(), histogram.bins.end()));
    const auto widthOf = [&](std::size_t bin) { return width * static_cast<double>(histogram.bins[bin]) / most; };
    ridge.values.push_back(histogram.lower);
    ridge.widths.push_back(widthOf(0));
    for (std::size_t bin = 0; bin < histogram.bins.size(); ++bin) {
        const double place = (static_cast<double>(bin) + 0.5) / static_cast<double>(histogram.bins.size());
        ridge.values.push_back(std::lerp(histogram.lower, histogram.upper, place));
        ridge.widths.push_back(widthOf(bin));
    }
    ridge.values.push_back(histogram.upper);
    ridge.widths.push_back(widthOf(histogram.bins.size() - 1));
    return ridge;
}

Argument percent(double share)
{
    return Real{100 * share, 3};
}

void noteZeros(const evaluation::LayerDistributions& described, LayerQuantity quantity, const char* symbol,
    std::vector<Message>& notes)
{
    std::vector<int> layers;
    double most = 0;
    for (const evaluation::LayerDistribution& layer : described.layers) {
        const evaluation::Distribution& values = layer.*quantity;
        if (values.zeros == 0 || values.zeros == values.count)
            continue;
        layers.push_back(layer.layer);
        most = std::max(most, static_cast<double>(values.zeros) / static_cast<double>(values.count));
    }
    if (layers.size() == 1)
        notes.push_back({translatable("core", "%1 % of %2 are exactly 0 in %3: left out of the shape."),
            {percent(most), symbol, diagnosis::layersNamed(layers)}});
    else if (!layers.empty())
        notes.push_back({translatable("core", "Up to %1 % of %2 are exactly 0 in %3: left out of the shapes."),
            {percent(most), symbol, diagnosis::layersNamed(layers)}});
}

void noteOutside(const evaluation::LayerDistributions& described, LayerQuantity quantity, const char* symbol,
    std::vector<Message>& notes)
{
    std::int64_t outside = 0, all = 0;
    std::vector<int> beyond, tooSmall;
    for (const evaluation::LayerDistribution& layer : described.layers) {
        const evaluation::Distribution& values = layer.*quantity;
        outside += values.histogram.below + values.histogram.above;
        all += values.count;
        if (values.beyond > values.tooSmall)
            beyond.push_back(layer.layer);
        if (values.tooSmall > 0)
            tooSmall.push_back(layer.layer);
    }
    if (outside > 0)
        notes.push_back(
            {translatable("core", "Beyond the ends of the shapes (robust ranges): %1 of %2 values."), {outside, all}});
    if (!beyond.empty())
        notes.push_back(
            {translatable("core", "%1 is too large to be drawn in %2."), {symbol, diagnosis::layersNamed(beyond)}});
    if (!tooSmall.empty())
        notes.push_back(
            {translatable("core", "%1 is too small to be drawn in %2, but not 0 (its exponent has 19 digits)."),
                {symbol, diagnosis::layersNamed(tooSmall)}});
}

} // namespace

double shapeWidth(const evaluation::LayerDistributions& described)
{
    const double count = std::min(described.depth, evaluation::kMostLayers);
    return kFilled * (count > 1 ? (described.depth - 1) / (count - 1) : 1);
}

figures::Ridges layerShapes(Message name, figures::Role role, const evaluation::LayerDistributions& described,
    LayerQuantity quantity, AxisRange& y)
{
    figures::Ridges shapes{.name = std::move(name), .role = role};
    for (const evaluation::LayerDistribution& layer : described.layers) {
        const evaluation::Distribution& values = layer.*quantity;
        if (values.empty())
            continue;
        shapes.ridges.push_back(shapeOf(values, layer.layer, shapeWidth(described)));
        y.include(values.histogram.lower);
        y.include(values.histogram.upper);
        y.include(values.percentile(5)); // of zeros, which the shape leaves out
        y.include(values.percentile(95));
    }
    return shapes;
}

figures::Axis shapesAxis(const evaluation::LayerDistributions& described)
{
    figures::Axis axis = layersAxis(1, std::max(1, described.depth));
    const double room = 0.55 * shapeWidth(described);
    axis.lower = std::min(axis.lower, 1 - room);
    axis.upper = std::max(axis.upper, described.depth + room);
    return axis;
}

void noteShapes(const evaluation::LayerDistributions& described, LayerQuantity quantity, const char* symbol,
    std::vector<Message>& notes)
{
    if (static_cast<int>(described.layers.size()) < described.depth)
        notes.push_back({translatable("core", "Of %1 layers, %2 are drawn, evenly spaced."),
            {described.depth, static_cast<int>(described.layers.size())}});
    noteZeros(described, quantity, symbol, notes);
    noteOutside(described, quantity, symbol, notes);
    if (described.left > 0)
        notes.push_back(
            {translatable(
                 "core", "Only some of the examples are looked at, evenly spaced: %1 values per layer are left out."),
                {described.left}});
}

} // namespace deltascope::parts
