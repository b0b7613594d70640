// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/moved_value.h"

#include "diagnosis/sentence_parts.h"
#include "network/structure.h"
#include "parameters/idle_parameters.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

namespace deltascope::figures {

namespace {

/// The double nearest to the decimal number with so many digits behind the point (below 0: zeros before it).
double toDecimals(double value, int decimals)
{
    if (decimals < 0) {
        const double unit = std::pow(10.0, -decimals);
        return std::round(value / unit) * unit;
    }
    char text[400]; // a double has at most 309 digits before its point
    constexpr int kMost = 40;
    const auto written =
        std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, std::min(decimals, kMost));
    double read = value;
    if (written.ec == std::errc{})
        std::from_chars(text, written.ptr, read);
    return read == 0 ? 0 : read; // no −0
}

/// With the digits that tell the value one pixel further from this one; no −0.
double toPixel(double value, double width)
{
    return toDecimals(value, static_cast<int>(-std::floor(std::log10(width))));
}

const parameters::Parameter<model::Scenario>& rowOf(const Grip& grip)
{
    return *parameters::findScenarioParameter(grip.parameter);
}

const parameters::Parameter<model::Scenario>& ownRows()
{
    const auto rows = parameters::scenarioParameters();
    return *std::ranges::find_if(rows, [](const parameters::Parameter<model::Scenario>& row) {
        return row.member.as<std::vector<model::LayerSetting>>() == &model::Scenario::layers;
    });
}

bool isWeight(const Grip& grip)
{
    return rowOf(grip).member.as<double>() == &model::Scenario::weight;
}

} // namespace

std::optional<parameters::ParameterValue> movedValue(const Axis& axis, double coordinate, double pixel)
{
    const auto* row = parameters::findScenarioParameter(axis.moved.parameter);
    if (axis.moved.parameter.empty() || !row)
        return std::nullopt;
    if (!axis.moved.choices.empty()) {
        const double last = static_cast<double>(axis.moved.choices.size() - 1);
        return axis.moved.choices[static_cast<std::size_t>(std::clamp(std::round(coordinate), 0.0, last))];
    }
    const bool decades = axis.scale == AxisScale::decades;
    const double exact = decades ? std::pow(10.0, coordinate) : coordinate;
    const double width = decades ? exact * std::log(10.0) * pixel : pixel;
    const double lower = std::max(axis.moved.lower, row->minimum), upper = std::min(axis.moved.upper, row->maximum);
    if (parameters::typeOf(*row).whole)
        return std::clamp(std::round(exact), std::ceil(lower), std::floor(upper));
    return std::clamp(toPixel(exact, width), lower, upper);
}

double grippedValue(const Grip& grip, const Axis& axis, double coordinate, double pixel)
{
    const bool decades = axis.scale == AxisScale::decades;
    const double at = decades ? std::pow(10.0, coordinate) : axis.origin + coordinate;
    const double width = decades ? at * std::log(10.0) * pixel : pixel;
    const parameters::Parameter<model::Scenario>& row = rowOf(grip);
    return std::clamp(toPixel(grip.sign * at + grip.offset, width), row.minimum, row.maximum);
}

std::pair<const parameters::Parameter<model::Scenario>*, parameters::ParameterValue> putOf(
    const model::Scenario& scenario, const Grip& grip, double value)
{
    if (grip.layer == 0)
        return {&rowOf(grip), value};
    const model::LayerSetting* known = model::layerSetting(scenario, grip.layer);
    model::LayerSetting own = known ? *known : model::LayerSetting{.layer = grip.layer};
    (isWeight(grip) ? own.weight : own.bias) = value;
    return {&ownRows(), parameters::withLayerSetting(scenario, own).layers};
}

std::string keyOf(const Grip& grip)
{
    return grip.layer == 0 ? grip.parameter : std::string(ownRows().key);
}

std::string symbolOf(const Grip& grip)
{
    const char* symbol = rowOf(grip).symbol;
    return grip.layer == 0 ? symbol : diagnosis::indexed(symbol, grip.layer);
}

Grip gripOfLayer(const model::Scenario& scenario, std::int64_t step, const char* parameter, int layer)
{
    if (step > 0 || layer < 1 || !network::isChain(scenario) || !parameters::idle::withoutWeight(scenario).empty())
        return {};
    return {.parameter = parameter, .layer = network::ownerOf(scenario, layer)};
}

void releaseGrips(Figure& figure, const std::vector<std::string>& keys)
{
    if (keys.empty())
        return;
    const auto release = [&](Grip& grip) {
        if (!grip.parameter.empty() && std::ranges::find(keys, keyOf(grip)) != keys.end())
            grip = {};
    };
    for (Panel& panel : figure.panels)
        for (Element& element : panel.elements)
            if (auto* points = std::get_if<Points>(&element)) {
                std::ranges::for_each(points->grips, release);
            } else if (auto* graph = std::get_if<Graph>(&element)) {
                for (Node& node : graph->nodes)
                    release(node.grip);
                for (Edge& edge : graph->edges)
                    release(edge.grip);
            }
}

} // namespace deltascope::figures
