// SPDX-License-Identifier: GPL-3.0-or-later
// The chain's own map a → f(wa + b) with its diagonal, and the activations of the layers walking between them: fixed
// points, 2-cycles, and why an orbit cannot explode for ever. core/maths.md 8.5, 16.8.
#include "figures/figure_kind.h"
#include "figures/parts/axis_range.h"
#include "figures/parts/curve_points.h"
#include "figures/parts/figure_sentences.h"
#include "network/structure.h"
#include "theory/explosion/chain_map.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace deltascope::figures {

namespace {

constexpr std::size_t kCurvePoints = 400;
constexpr int kMostSteps = 60; // of the walk that are drawn

/// The map that all layers share, or nothing where they differ.
std::optional<explosion::ChainMap> sharedMap(const network::Network& network)
{
    const explosion::ChainMap map{&network.activation(1), network.weights(1)(0, 0), network.biases(1)(0)};
    for (int layer = 1; layer <= network.depth(); ++layer)
        if (&network.activation(layer) != map.activation || network.weights(layer)(0, 0) != map.weight
            || network.biases(layer)(0) != map.bias || network.plan(layer).goesPast || network.plan(layer).changesSums)
            return std::nullopt;
    return map;
}

/// a₀ … a_L as far as they are plain numbers.
std::vector<double> orbitOf(const results::Snapshot& snapshot, const evaluation::Evaluation& evaluation)
{
    std::vector<double> orbit{snapshot.data->inputs(0, 0)};
    for (const evaluation::LayerEvaluation& layer : evaluation.layers)
        if (layer.activation.fitsDouble() && orbit.size() <= kMostSteps)
            orbit.push_back(layer.activation.nearestDouble());
        else
            break;
    return orbit;
}

parts::AxisRange rangeOf(const explosion::ChainMap& map, const std::vector<double>& orbit,
    const std::vector<explosion::PeriodicPoint>& points)
{
    constexpr double kMost = 1e6;
    parts::AxisRange range;
    for (const double a : orbit)
        if (std::abs(a) < kMost)
            range.include(a);
    for (const explosion::PeriodicPoint& point : points)
        for (const double a : {point.a, point.image})
            if (std::abs(a) < kMost)
                range.include(a);
    for (const double end : {map.activation->lower, map.activation->upper})
        range.include(end); // what is not finite is left out
    return range.padded(0.05, 1);
}

void addWalk(Panel& panel, const std::vector<double>& orbit)
{
    const auto segment = [&](double x1, double y1, double x2, double y2) {
        Line line{{}, Role::current, {x1, x2}, {y1, y2}, {}, {}};
        if (x1 > x2) {
            std::ranges::reverse(line.x);
            std::ranges::reverse(line.y);
        }
        panel.elements.push_back(std::move(line));
    };
    Points steps{{translatable("core", "aˡ over aˡ⁻¹"), {}}, Role::current, {}, {}, {}, {}};
    for (std::size_t i = 0; i + 1 < orbit.size(); ++i) {
        segment(orbit[i], i == 0 ? panel.y.lower : orbit[i], orbit[i], orbit[i + 1]);
        segment(orbit[i], orbit[i + 1], orbit[i + 1], orbit[i + 1]);
        steps.x.push_back(orbit[i]);
        steps.y.push_back(orbit[i + 1]);
        steps.layers.push_back(static_cast<int>(i) + 1);
    }
    panel.elements.push_back(std::move(steps));
}

void addPoints(Panel& panel, const std::vector<explosion::PeriodicPoint>& points)
{
    Points attracting{{translatable("core", "attracts"), {}}, Role::first, {}, {}, {}, {}};
    Points repelling{{translatable("core", "repels"), {}}, Role::last, {}, {}, {}, {}};
    for (const explosion::PeriodicPoint& point : points) {
        Points& those = point.attracts() ? attracting : repelling;
        those.x.push_back(point.a);
        those.y.push_back(point.image);
        if (point.isCycle()) {
            those.x.push_back(point.image);
            those.y.push_back(point.a);
        }
    }
    for (Points* those : {&attracting, &repelling})
        if (!those->x.empty())
            panel.elements.push_back(std::move(*those));
}

Message sentenceOf(const explosion::PeriodicPoint& point)
{
    const char* sentence = point.isCycle()
        ? (point.attracts() ? translatable("core", "The 2-cycle %1 ↔ %2 attracts: its two factors multiply to %3.")
                            : translatable("core", "The 2-cycle %1 ↔ %2 repels: its two factors multiply to %3."))
        : (point.attracts() ? translatable("core", "The fixed point a = %1 attracts: the factor there is %2.")
                            : translatable("core", "The fixed point a = %1 repels: the factor there is %2."));
    if (point.isCycle())
        return {sentence,
            {diagnosis::number(point.a), diagnosis::number(point.image), diagnosis::number(point.multiplier)}};
    return {sentence, {diagnosis::number(point.a), diagnosis::number(point.multiplier)}};
}

Message captionOf(const std::vector<explosion::PeriodicPoint>& points)
{
    if (std::ranges::none_of(points, &explosion::PeriodicPoint::attracts))
        return {translatable("core", "No fixed point or 2-cycle attracts here."), {}};
    return {
        translatable("core",
            "An orbit settles where a point attracts, and there its factors multiply to less than 1 in size: growth "
            "lasts only while it is on its way, or exactly on a point that repels."),
        {}};
}

Figure build(const results::Snapshot& snapshot, const model::ViewState& view)
{
    Figure figure{"cobweb", {translatable("core", "The chain as a map"), {}}, {}, {}, {}};
    Panel panel;
    const Message x{translatable("core", "activation aˡ⁻¹"), {}}, y{translatable("core", "next activation aˡ"), {}};
    const auto* evaluation = snapshot.get<evaluation::Evaluation>();
    panel.x = parts::linearAxis(x, {0, 1});
    panel.y = parts::linearAxis(y, {0, 1});
    if (!evaluation || !snapshot.network) {
        figure.caption = parts::beingComputed();
    } else if (!evaluation->chain) {
        figure.caption = parts::needsChain();
    } else if (const auto map = sharedMap(*snapshot.network); !map) {
        figure.caption = {translatable("core",
                              "The layers of this chain are not one and the same map: each has a weight, a bias or an "
                              "activation of its own, or something is added or normalized."),
            {}};
    } else {
        const std::vector<explosion::PeriodicPoint> points = explosion::periodicPoints(*map);
        const std::vector<double> orbit = orbitOf(snapshot, *evaluation);
        const parts::AxisRange range = rangeOf(*map, orbit, points);
        panel.x.lower = panel.y.lower = range.lower;
        panel.x.upper = panel.y.upper = range.upper;
        std::vector<double> bends;
        if (map->weight != 0)
            for (const double z : {-6.0, -4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0, 6.0})
                bends.push_back((z - map->bias) / map->weight);
        Line curve{{"%1(%2)", {diagnosis::symbolOf(*map->activation), "w·aˡ⁻¹ + b"}}, Role::primary, {}, {}, {}, {}};
        curve.x = parts::curvePoints(range, model::viewRange(view, "cobweb", 0), kCurvePoints, bends);
        for (const double a : curve.x)
            curve.y.push_back(map->next(a));
        panel.elements.push_back(Line{{translatable("core", "aˡ = aˡ⁻¹"), {}}, Role::reference,
            {range.lower, range.upper}, {range.lower, range.upper}, {}, {}});
        panel.elements.push_back(std::move(curve));
        addWalk(panel, orbit);
        addPoints(panel, points);
        figure.caption = captionOf(points);
        for (const explosion::PeriodicPoint& point : points)
            figure.notes.push_back(sentenceOf(point));
        if (evaluation->depth() > kMostSteps)
            figure.notes.push_back({translatable("core", "The first %1 steps of the walk are drawn."), {kMostSteps}});
    }
    figure.panels.push_back(std::move(panel));
    return figure;
}

} // namespace

extern const FigureKind cobweb{
    .id = "cobweb",
    .name = translatable("core", "Cobweb"),
    .description = translatable("core",
        "A chain whose layers all have one weight and one bias is one map, a → f(wa + b), again and again: from aˡ⁻¹ "
        "up "
        "to the curve, across to the diagonal, and on. Where the curve crosses the diagonal a stays; there the slope "
        "of "
        "the curve is the factor of every further layer. A point that attracts has a factor below 1 in size, so the "
        "gradient of an orbit that settles cannot grow for ever."),
    .rank = 45,
    .needs = results::needs<evaluation::Evaluation>,
    .build = build,
};

} // namespace deltascope::figures
