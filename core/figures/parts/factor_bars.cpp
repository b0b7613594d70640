// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/factor_bars.h"

#include <algorithm>
#include <cmath>

namespace deltascope {

namespace {

bool drawable(Scaled value)
{
    return !value.isZero() && !value.beyondRange();
}

void append(Bars& bars, int layer, double base, double end, AxisRange& range)
{
    bars.x.push_back(layer);
    bars.base.push_back(base);
    bars.y.push_back(end);
    bars.layers.push_back(layer);
    range.include(base);
    range.include(end);
}

// A factor's place among the others: its log10, an exact zero lowest of all.
double logarithm(Scaled factor)
{
    return factor.isZero() ? -1e30 : factor.log10();
}

double medianLogarithm(const Evaluation& evaluation)
{
    std::vector<double> sizes;
    for (const LayerEvaluation& layer : evaluation.layers)
        sizes.push_back(logarithm(layer.factor));
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return *middle;
}

} // namespace

FactorBars factorBars(const Evaluation& evaluation, const std::vector<int>& layers)
{
    FactorBars bars;
    bars.weight.role = Role::secondary;
    bars.derivative.role = Role::primary;
    bars.positive.role = Role::positive;
    bars.negative.role = Role::negative;
    bars.range.include(0);
    for (const int l : layers) {
        const LayerEvaluation& layer = evaluation.layer(l);
        const double weight = layer.weight == 0 ? 0 : Scaled::from(layer.weight).log10();
        if (layer.weight != 0)
            append(bars.weight, l, 0, weight, bars.range);
        if (!drawable(layer.derivative.mean))
            continue;
        const double end = weight + layer.derivative.mean.log10();
        append(bars.derivative, l, weight, end, bars.range);
        if (layer.factor.isZero())
            continue;
        Points& marks = layer.factor.sign() > 0 ? bars.positive : bars.negative;
        marks.x.push_back(l);
        marks.y.push_back(end);
        marks.layers.push_back(l);
    }
    return bars;
}

std::vector<int> layersForBars(const Evaluation& evaluation, std::size_t limit, int selected)
{
    const std::size_t depth = evaluation.layers.size();
    const std::size_t groups = std::min(depth, limit);
    const double median = medianLogarithm(evaluation);
    std::vector<int> chosen{1, evaluation.depth()};
    if (selected > 0)
        chosen.push_back(selected);
    for (std::size_t group = 0; group < groups; ++group) {
        int farthest = 0;
        double distance = -1;
        for (std::size_t i = group * depth / groups; i < (group + 1) * depth / groups; ++i) {
            const double away = std::abs(logarithm(evaluation.layers[i].factor) - median);
            if (away > distance) {
                distance = away;
                farthest = static_cast<int>(i) + 1;
            }
        }
        chosen.push_back(farthest);
    }
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    return chosen;
}

} // namespace deltascope
