// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/layer_curve.h"

#include <algorithm>
#include <cstddef>

namespace deltascope::parts {

namespace {

constexpr std::size_t kMostPoints = 1600; // two for each of the pixels of a wide screen's half
constexpr std::size_t kMostMarkers = 50; // beyond that markers hide the line

// The places of the smallest and the largest value in each group of neighbours.
std::vector<std::size_t> extremes(const std::vector<double>& y)
{
    const std::size_t groups = kMostPoints / 2;
    std::vector<std::size_t> chosen;
    chosen.reserve(2 * groups);
    for (std::size_t group = 0; group < groups; ++group) {
        const auto begin = y.begin() + static_cast<std::ptrdiff_t>(group * y.size() / groups);
        const auto end = y.begin() + static_cast<std::ptrdiff_t>((group + 1) * y.size() / groups);
        const auto [low, high] = std::minmax_element(begin, end);
        chosen.push_back(static_cast<std::size_t>(std::min(low, high) - y.begin()));
        if (low != high)
            chosen.push_back(static_cast<std::size_t>(std::max(low, high) - y.begin()));
    }
    return chosen;
}

struct Drawable {
    std::vector<double> y;
    std::vector<numerics::Scaled> values;
    std::vector<int> layers;
    std::vector<int> gapsBefore; // number of gaps before this value
};

Drawable drawableLayer(LayerCurve& curve, int firstLayer, std::span<const numerics::Scaled> values)
{
    Drawable drawn;
    int gaps = 0;
    bool gap = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const int layer = firstLayer + static_cast<int>(i);
        if (values[i].isZero() || values[i].beyondRange()) {
            auto& missing = values[i].isZero() ? curve.zeros : values[i].exponent < 0 ? curve.tooSmall : curve.tooLarge;
            missing.push_back(layer);
            gap = true;
            continue;
        }
        gaps += gap && !drawn.y.empty();
        gap = false;
        drawn.y.push_back(values[i].log10());
        drawn.values.push_back(numerics::abs(values[i]));
        drawn.layers.push_back(layer);
        drawn.gapsBefore.push_back(gaps);
    }
    return drawn;
}

void appendPoint(figures::Line& line, const Drawable& drawn, std::size_t place, std::size_t previous)
{
    if (!line.x.empty() && drawn.gapsBefore[place] != drawn.gapsBefore[previous])
        line.breaks.push_back(line.x.size());
    line.x.push_back(drawn.layers[place]);
    line.y.push_back(drawn.y[place]);
    line.values.push_back(drawn.values[place]);
    line.layers.push_back(drawn.layers[place]);
}

bool loneValue(const std::vector<int>& gapsBefore)
{
    for (std::size_t i = 0; i < gapsBefore.size(); ++i)
        if ((i == 0 || gapsBefore[i - 1] != gapsBefore[i])
            && (i + 1 == gapsBefore.size() || gapsBefore[i + 1] != gapsBefore[i]))
            return true;
    return false;
}

} // namespace

LayerCurve layerCurve(Message name, figures::Role role, int firstLayer, std::span<const numerics::Scaled> values,
    std::span<const int> keep)
{
    LayerCurve curve;
    curve.line.name = std::move(name);
    curve.line.role = role;
    const Drawable drawn = drawableLayer(curve, firstLayer, values);
    for (const double y : drawn.y)
        curve.range.include(y);

    std::vector<std::size_t> places;
    if (drawn.y.size() > kMostPoints) {
        places = extremes(drawn.y);
        places.push_back(0);
        places.push_back(drawn.y.size() - 1);
        for (const int layer : keep) {
            const auto found = std::lower_bound(drawn.layers.begin(), drawn.layers.end(), layer);
            if (found != drawn.layers.end() && *found == layer)
                places.push_back(static_cast<std::size_t>(found - drawn.layers.begin()));
        }
        std::sort(places.begin(), places.end());
        places.erase(std::unique(places.begin(), places.end()), places.end());
    } else {
        for (std::size_t i = 0; i < drawn.y.size(); ++i)
            places.push_back(i);
    }
    for (std::size_t i = 0; i < places.size(); ++i)
        appendPoint(curve.line, drawn, places[i], i == 0 ? 0 : places[i - 1]);
    curve.leftOut = drawn.y.size() - places.size();
    const bool few = !figures::isPin(role) && drawn.y.size() <= kMostMarkers; // a pin is a plain line
    curve.line.markers = few || loneValue(drawn.gapsBefore);
    return curve;
}

std::vector<int> evenlyChosen(const std::vector<int>& layers, std::size_t limit)
{
    if (layers.size() <= limit || limit < 2)
        return layers;
    std::vector<int> chosen;
    for (std::size_t i = 0; i < limit; ++i)
        chosen.push_back(layers[i * (layers.size() - 1) / (limit - 1)]);
    return chosen;
}

} // namespace deltascope::parts
