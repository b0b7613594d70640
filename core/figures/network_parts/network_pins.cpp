// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/network_parts/network_drawing.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "network/structure.h"
#include "training/distance.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

namespace deltascope::network_parts {

namespace {

constexpr std::size_t kMostRows = 3; // more would leave no room for the network itself
constexpr double kChainPitch = 0.8; // from row to row, where neurons are 1 apart
constexpr double kWidePitch = 0.2; // …, as a share of what is above the rows: each has room for its name

/// The layers of a pinned network in its own training, by the clock of the scenario's; nothing where neither has left
/// its start, or the pin is not trained.
std::optional<std::span<const training::LayerTrace>> atTheSameTime(
    const results::Snapshot& snapshot, const results::PinnedResult& pin)
{
    const auto* own = snapshot.get<training::TrainingProgress>();
    const auto* course = pin.get<training::TrainingProgress>();
    if (snapshot.step <= 0 || !own || !course || course->trace.size() == 0)
        return std::nullopt;
    const double now = training::epochsAt(*own, snapshot.step);
    std::size_t newest = 0;
    while (
        newest + 1 < course->trace.size() && training::epochsAt(*course, course->trace.record(newest + 1).step) <= now)
        ++newest;
    return course->trace.layers(newest);
}

/// What the colour of the scenario's own neurons means, of this layer of a pinned network.
numerics::Scaled sizeOf(const NetworkDrawing& drawing, const results::PinnedResult& pin, int layer)
{
    const auto trained = atTheSameTime(drawing.snapshot, pin);
    const numerics::Scaled speed = trained ? (*trained)[static_cast<std::size_t>(layer - 1)].biasSpeed
                                           : pin.get<evaluation::Evaluation>()->layer(layer).speed.normOfMean;
    if (network::isChain(drawing.snapshot.scenario))
        return speed;
    return speed * numerics::Scaled::from(1 / std::sqrt(network::sizeOf(pin.scenario, layer)));
}

Message readout(const NetworkDrawing& drawing, const std::string& name, int layer, numerics::Scaled size)
{
    if (network::isChain(drawing.snapshot.scenario))
        return {translatable("core", "%1, layer %2: ‖δˡ‖ = %3"), {name, layer, diagnosis::number(size)}};
    return {translatable("core", "%1, layer %2: |δ| of a neuron, root mean square = %3"),
        {name, layer, diagnosis::number(size)}};
}

figures::Graph rowOf(const NetworkDrawing& drawing, const parts::DrawnPin& drawnPin, double y)
{
    const results::PinnedResult& pin = drawnPin.result;
    figures::Graph row;
    row.role = drawnPin.role;
    row.sizeName = {"%1: %2", {drawnPin.name, drawing.graph.sizeName}};
    for (std::size_t c = 0; c < drawing.columns.size(); ++c) {
        const int layer = drawing.columns[c].layer;
        if (layer < 1 || layer > pin.get<evaluation::Evaluation>()->depth())
            continue;
        const numerics::Scaled size = sizeOf(drawing, pin, layer);
        figures::Node node;
        node.x = static_cast<double>(c);
        node.y = y;
        node.layer = layer;
        node.size = size.magnitude();
        node.readout = readout(drawing, drawnPin.name, layer, size);
        node.role = drawnPin.role;
        row.nodes.push_back(std::move(node));
    }
    return row;
}

} // namespace

double addPinnedRows(NetworkDrawing& drawing, double below, std::vector<Message>& notes)
{
    const double pitch = network::isChain(drawing.snapshot.scenario) ? kChainPitch : kWidePitch * 2 * -below;
    double y = below;
    bool deeper = false;
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(drawing.snapshot)) {
        if (!drawnPin.result.get<evaluation::Evaluation>() || drawing.pins.size() == kMostRows)
            continue;
        y -= pitch / 2;
        drawing.pins.push_back(rowOf(drawing, drawnPin, y));
        drawing.pinLabels.push_back(figures::Label{{"%1", {drawnPin.name}}, drawnPin.role, 0, y});
        y -= pitch / 2;
        deeper |= drawnPin.result.get<evaluation::Evaluation>()->depth() > drawing.snapshot.scenario.depth;
    }
    if (std::ranges::any_of(parts::drawnPins(drawing.snapshot), [&](const parts::DrawnPin& drawnPin) {
            return atTheSameTime(drawing.snapshot, drawnPin.result).has_value();
        }))
        notes.push_back({translatable("core", "The pinned rows are at the same epoch of their own trainings."), {}});
    if (deeper)
        notes.push_back({translatable("core", "Of deeper pins only the layers beside the scenario’s are drawn."), {}});
    if (drawing.snapshot.pins.size() > kMostRows)
        notes.push_back({translatable("core", "Of the %1 pins the first %2 are drawn."),
            {static_cast<int>(drawing.snapshot.pins.size()), static_cast<int>(kMostRows)}});
    return y;
}

} // namespace deltascope::network_parts
