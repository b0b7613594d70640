// SPDX-License-Identifier: GPL-3.0-or-later
// The gradient of the output along a line of inputs, and its autocorrelation: how soon it is another one (Balduzzi et
// al. 2017). core/maths.md 16.11.
#include "figures/figure_kind.h"
#include "figures/parts/axis_range.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "results/laws/line_gradient.h"

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace {

using results::LineGradient;

constexpr double kStep = 4.0 / LineGradient::kPoints; // of t
const double kNoise = 2 / std::sqrt(static_cast<double>(LineGradient::kPoints)); // 95 % of white noise lies within

/// How far apart in t two inputs are whose gradients are no more alike than by half; nothing where that is beyond the
/// line's half.
std::optional<double> halfWay(const std::vector<double>& autocorrelation)
{
    const auto below = std::ranges::find_if(autocorrelation, [](double value) { return value < 0.5; });
    if (below == autocorrelation.end())
        return std::nullopt;
    const double before = *(below - 1), share = (before - 0.5) / (before - *below);
    return kStep * (static_cast<double>(below - autocorrelation.begin()) - 1 + share);
}

Message caption(const LineGradient& found)
{
    if (found.gradient.empty())
        return {translatable("core", "The gradient along this line is exactly 0: no input changes the output."), {}};
    if (found.autocorrelation.empty())
        return {
            translatable("core", "The gradient is the same all along this line: the network is a straight line there."),
            {}};
    if (const auto half = halfWay(found.autocorrelation))
        return {translatable("core",
                    "The gradient, %1 in size, is half forgotten %2 further on: neighbours at a distance of %3 "
                    "correlate by %4."),
            {diagnosis::number(found.size), Real{*half, 2}, Real{kStep, 2}, Real{found.autocorrelation[1], 2}}};
    return {translatable("core",
                "The gradient, %1 in size, changes slowly: neighbours at a distance of %2 correlate by %3, and half a "
                "line further on it is still more than half the same."),
        {diagnosis::number(found.size), Real{kStep, 2}, Real{found.autocorrelation[1], 2}}};
}

Panel gradientPanel(const LineGradient* found, const std::vector<parts::DrawnPin>& pins)
{
    Panel panel;
    panel.title = {translatable("core", "Gradient of the output along a line of inputs"), {}};
    parts::AxisRange range;
    range.include(0);
    const auto add = [&](const LineGradient& of, Message name, Role role) {
        if (of.gradient.empty())
            return;
        for (const double value : of.gradient)
            range.include(value);
        panel.elements.push_back(Line{std::move(name), role, of.at, of.gradient, {}, {}});
    };
    for (const parts::DrawnPin& pin : pins)
        if (const auto* of = pin.result.get<LineGradient>())
            add(*of, {"%1", {pin.name}}, pin.role);
    if (found)
        add(*found, {translatable("core", "gradient, rms = 1"), {}}, Role::primary);
    panel.x = parts::linearAxis({translatable("core", "t, in inputs t·x₁"), {}}, {-2, 2});
    panel.y = parts::linearAxis({translatable("core", "∂a₁ᴸ/∂t over its rms"), {}}, range);
    return panel;
}

Panel autocorrelationPanel(const LineGradient* found, const std::vector<parts::DrawnPin>& pins)
{
    Panel panel;
    panel.title = {translatable("core", "How similar it stays to itself"), {}};
    panel.elements.push_back(Band{{translatable("core", "white noise, 95 %"), {}}, Role::shaded, {kStep, 2},
        {-kNoise, -kNoise}, {kNoise, kNoise}});
    parts::AxisRange range;
    range.include(0);
    range.include(1);
    const auto add = [&](const LineGradient& of, Message name, Role role) {
        if (of.autocorrelation.empty())
            return;
        Line line{std::move(name), role, {}, {}, {}, {}};
        for (std::size_t i = 0; i < of.autocorrelation.size(); ++i) {
            line.x.push_back(kStep * static_cast<double>(i));
            line.y.push_back(of.autocorrelation[i]);
            range.include(of.autocorrelation[i]);
        }
        panel.elements.push_back(std::move(line));
    };
    for (const parts::DrawnPin& pin : pins)
        if (const auto* of = pin.result.get<LineGradient>())
            add(*of, {"%1", {pin.name}}, pin.role);
    if (found)
        add(*found, {translatable("core", "autocorrelation"), {}}, Role::primary);
    panel.x = parts::linearAxis({translatable("core", "distance in t"), {}}, {0, 2});
    panel.y = parts::linearAxis({translatable("core", "autocorrelation"), {}}, range);
    return panel;
}

Figure build(const results::Snapshot& snapshot, const model::Question&, const model::ViewState&)
{
    Figure figure{"shattered_gradients", {translatable("core", "Shattered gradients"), {}}, {}, {}, {}};
    const auto* found = snapshot.get<LineGradient>();
    const std::vector<parts::DrawnPin> pins = parts::drawnPins(snapshot);
    figure.panels.push_back(gradientPanel(found, pins));
    figure.panels.push_back(autocorrelationPanel(found, pins));
    if (!found) {
        figure.caption = model::stepsOf(snapshot.scenario) == 1
            ? parts::beingComputed()
            : Message{translatable("core",
                          "A line of inputs is about networks that take in the whole input at once; here it enters "
                          "step by step."),
                {}};
        return figure;
    }
    figure.caption = caption(*found);
    figure.notes.push_back(found->alongFirst
            ? Message{translatable("core", "The line goes through 0 and the first example x₁, at t = 1."), {}}
            : Message{
                translatable("core", "The line goes through 0 in the direction in which all inputs are equal."), {}});
    if (found->coupled)
        figure.notes.push_back({translatable("core",
                                    "The points of the line are one batch for the normalization, and the gradient is "
                                    "that of the sum of their outputs."),
            {}});
    figure.notes.push_back({translatable("core", "Source: %1."), {"Balduzzi et al. 2017"}});
    return figure;
}

} // namespace

extern const FigureKind shattered_gradients{
    .id = "shattered_gradients",
    .name = translatable("core", "Shattered gradients"),
    .description = translatable("core",
        "The derivative of the output along a line of 256 inputs, and how similar it still is a little further on. "
        "With depth the gradients of neighbouring inputs have less and less to do with each other, like white noise, "
        "though their size stays; residual connections with batch normalization keep them alike (Balduzzi et al. "
        "2017)."),
    .rank = 260,
    .needs = results::needs<results::LineGradient>,
    .build = build,
};

} // namespace deltascope::figures
