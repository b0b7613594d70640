// SPDX-License-Identifier: GPL-3.0-or-later
// One frame of a slider drag: four figures on a 1920×1080 screen, from data to pixels. QT_SCALE_FACTOR=2 for twice the
// pixels each way; QT_QPA_PLATFORM=offscreen without a display.
#include "render/fonts.h"
#include "render/plot/plot_widget.h"

#include <benchmark/benchmark.h>

#include <QApplication>

#include <array>
#include <clocale>
#include <cmath>
#include <memory>

namespace {

using namespace deltascope;

constexpr int kPoints = 500;
constexpr int kBars = 50;
constexpr int kCurves = 10;

figures::Panel panelOver(double xUpper, double yLower, double yUpper)
{
    figures::Panel panel;
    panel.x = {{"layer ℓ", {}}, "", figures::AxisScale::layers, 0, xUpper, 0};
    panel.y = {{"learning speed", {}}, "", figures::AxisScale::decades, yLower, yUpper, 0};
    return panel;
}

figures::Line wave(const char* name, figures::Role role, double phase, double height)
{
    figures::Line line{.name = {name, {}}, .role = role};
    for (int i = 0; i < kPoints; ++i) {
        line.x.push_back(i);
        line.y.push_back(height * std::sin(0.05 * i + phase));
        line.layers.push_back(i);
    }
    return line;
}

figures::Figure oneCurve(double phase)
{
    figures::Figure figure{.id = "one", .title = {"One curve", {}}, .panels = {panelOver(kPoints, -12, 12)}};
    figure.panels[0].elements.push_back(wave("bias speed", figures::Role::primary, phase, 10));
    return figure;
}

figures::Figure manyCurves(double phase)
{
    figures::Figure figure{.id = "many", .title = {"Ten curves", {}}, .panels = {panelOver(kPoints, -12, 12)}};
    for (int i = 0; i < kCurves; ++i)
        figure.panels[0].elements.push_back(wave("", figures::Role::primary, phase + i, 10.0 - i));
    return figure;
}

figures::Figure bars(double phase)
{
    figures::Figure figure{.id = "bars", .title = {"Bars", {}}, .panels = {panelOver(kBars + 1, -12, 12)}};
    figures::Bars elements{.name = {"factor", {}}, .role = figures::Role::positive, .width = 0.8, .offset = 0};
    for (int i = 1; i <= kBars; ++i) {
        elements.x.push_back(i);
        elements.base.push_back(0);
        elements.y.push_back(10 * std::sin(0.3 * i + phase));
        elements.layers.push_back(i);
    }
    figure.panels[0].elements.push_back(std::move(elements));
    return figure;
}

figures::Figure network(double phase)
{
    figures::Figure figure{.id = "network", .title = {"Network", {}}, .panels = {panelOver(13, -1, 1)}};
    figure.panels[0].axes = false;
    figures::Graph graph{.role = figures::Role::primary, .sizeName = {"learning speed", {}}, .lower = -10, .upper = 0};
    for (int i = 0; i <= 12; ++i) {
        figures::Node node;
        node.x = i + 0.5;
        node.layer = i;
        node.label = {"%1", {i}};
        node.size = {1, -i + std::sin(phase)};
        graph.nodes.push_back(node);
        if (i > 0)
            graph.edges.push_back({i - 1, i, {"%1", {0.25 * std::sin(phase)}}, 1, 0.5, false});
    }
    figure.panels[0].elements.push_back(std::move(graph));
    return figure;
}

/// Argument: pen width in tenths of a pixel.
void frame(benchmark::State& state)
{
    render::Theme drawn = render::theme(QStringLiteral("light"));
    for (auto& [role, style] : drawn.roles)
        style.penWidth = static_cast<double>(state.range(0)) / 10;
    const std::array build{oneCurve, bars, manyCurves, network};
    std::array<std::unique_ptr<plot::PlotWidget>, 4> widgets;
    for (auto& widget : widgets) {
        widget = std::make_unique<plot::PlotWidget>();
        widget->setTheme(drawn);
        widget->resize(960, 540);
        widget->QWidget::show();
    }
    QApplication::processEvents();
    double phase = 0;
    for ([[maybe_unused]] auto _ : state) {
        phase += 0.01;
        for (std::size_t i = 0; i < widgets.size(); ++i) {
            widgets[i]->show(build[i](phase), model::ViewState{});
            widgets[i]->flush();
        }
    }
}

BENCHMARK(frame)->Name("frame/pen")->Arg(10)->Arg(15)->Arg(20)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    if (deltascope::render::registerFonts())
        return 1;
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
