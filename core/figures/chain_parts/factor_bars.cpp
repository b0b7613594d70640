// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/chain_parts/factor_bars.h"

#include <algorithm>
#include <cmath>

namespace deltascope::chain_parts {

namespace {

bool drawableFactor(numerics::Scaled value)
{
    return !value.isZero() && !value.beyondRange();
}

void appendBar(figures::Bars& bars, int layer, double base, double end, parts::AxisRange& range)
{
    bars.x.push_back(layer);
    bars.base.push_back(base);
    bars.y.push_back(end);
    bars.layers.push_back(layer);
    range.include(base);
    range.include(end);
}

} // namespace

FactorBars factorBars(const evaluation::Evaluation& evaluation, const std::vector<int>& layers)
{
    FactorBars bars;
    bars.weight.role = figures::Role::secondary;
    bars.derivative.role = figures::Role::primary;
    bars.positive.role = figures::Role::positive;
    bars.negative.role = figures::Role::negative;
    bars.range.include(0);
    for (const int l : layers) {
        const evaluation::LayerEvaluation& layer = evaluation.layer(l);
        const double weight = layer.weight == 0 ? 0 : numerics::Scaled::from(layer.weight).log10();
        if (layer.weight != 0)
            appendBar(bars.weight, l, 0, weight, bars.range);
        if (!drawableFactor(layer.slope))
            continue;
        const double end = weight + layer.slope.log10();
        appendBar(bars.derivative, l, weight, end, bars.range);
        if (!drawableFactor(layer.factor))
            continue;
        figures::Points& marks = layer.factor.sign() > 0 ? bars.positive : bars.negative;
        marks.x.push_back(l);
        marks.y.push_back(layer.factor.log10());
        bars.range.include(layer.factor.log10());
        marks.layers.push_back(l);
    }
    return bars;
}

} // namespace deltascope::chain_parts
