// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/neuron_sample.h"
#include "figures/moved_value.h"
#include "figures/network_parts/network_drawing.h"
#include "figures/parts/figure_sentences.h"
#include "network/heeded_setting.h"
#include "network/structure.h"
#include "parameters/idle_parameters.h"

#include <algorithm>

namespace deltascope::network_parts {

namespace {

bool isWide(const NetworkDrawing& drawing)
{
    return !network::isChain(drawing.snapshot.scenario);
}

Message chainInput(const NetworkDrawing& drawing)
{
    const data::Dataset* data = drawing.snapshot.data.get();
    if (!data)
        return {translatable("core", "the input"), {}};
    if (data->examples() > 1)
        return {translatable("core", "the input, a₀ = %1 in the first of %2 examples"),
            {diagnosis::number(data->inputs(0, 0)), data->examples()}};
    return {translatable("core", "the input, a₀ = %1"), {diagnosis::number(data->inputs(0, 0))}};
}

Message chainReadout(const NetworkDrawing& drawing, int layer)
{
    const evaluation::LayerEvaluation* values = evaluated(drawing, layer);
    if (layer == 0)
        return chainInput(drawing);
    if (!values)
        return {translatable("core", "layer %1"), {layer}};
    const std::string symbol = diagnosis::symbolOf(drawing.snapshot.scenario, layer);
    if (const int examples = drawing.snapshot.get<evaluation::Evaluation>()->examples; examples > 1)
        return {translatable("core",
                    "layer %1, first of %2 examples: z = %3, a = %4, %5′(z) = %6; over all of them ‖⟨∂C/∂b⟩‖ = %7, "
                    "‖⟨∂C/∂w⟩‖ = %8"),
            {layer, examples, diagnosis::number(values->weightedInput), diagnosis::number(values->activation), symbol,
                diagnosis::number(values->slope), diagnosis::number(values->speed.normOfMean),
                diagnosis::number(values->speed.weight)}};
    return {translatable("core", "layer %1: w = %2, b = %3, z = %4, a = %5, %6′(z) = %7, ∂C/∂b = %8, |∂C/∂w| = %9"),
        {layer, diagnosis::number(values->weight), diagnosis::number(values->bias),
            diagnosis::number(values->weightedInput), diagnosis::number(values->activation), symbol,
            diagnosis::number(values->slope), diagnosis::number(values->delta),
            diagnosis::number(values->speed.weight)}};
}

/// "σ′ = 0.25" under the neuron of a chain, its number alone where there are many.
Message slopeLabel(const NetworkDrawing& drawing, int layer)
{
    const evaluation::LayerEvaluation* values = evaluated(drawing, layer);
    if (!values)
        return {};
    if (drawing.columns.size() > kSpeltColumns)
        return {"%1", {diagnosis::number(values->slope)}};
    return {"%1′ = %2", {diagnosis::symbolOf(drawing.snapshot.scenario, layer), diagnosis::number(values->slope)}};
}

Message inputReadout(const NetworkDrawing& drawing, int neuron)
{
    const data::Dataset* data = drawing.snapshot.data.get();
    if (!data || neuron >= data->inputs.rows())
        return {translatable("core", "input %1"), {neuron + 1}};
    if (data->examples() == 1)
        return {translatable("core", "input %1 = %2"), {neuron + 1, diagnosis::number(data->inputs(neuron, 0))}};
    return {translatable("core", "input %1, mean %2 over %3 examples"),
        {neuron + 1, diagnosis::number(data->inputs.row(neuron).mean()), data->examples()}};
}

const evaluation::SampledNeuron* sampled(const NetworkDrawing& drawing, const NetworkColumn& column, std::size_t i)
{
    const evaluation::NeuronSample* sample = drawing.snapshot.get<evaluation::NeuronSample>();
    return sample && column.layer > 0 ? &sample->layers[static_cast<std::size_t>(column.layer - 1)][column.samples[i]]
                                      : nullptr;
}

/// A δ below the resolution of its column is known by its bound only.
Message deltaText(const evaluation::SampledNeuron& neuron)
{
    return neuron.belowResolution ? Message{"|δ| < %1", {diagnosis::number(numerics::abs(neuron.delta))}}
                                  : Message{"δ = %1", {diagnosis::number(neuron.delta)}};
}

Message neuronReadout(const NetworkDrawing& drawing, const NetworkColumn& column, std::size_t i)
{
    const int neuron = column.neurons[i];
    if (column.layer == 0)
        return inputReadout(drawing, neuron);
    const evaluation::SampledNeuron* values = sampled(drawing, column, i);
    if (!values)
        return {translatable("core", "layer %1, neuron %2"), {column.layer, neuron + 1}};
    if (const int examples = drawing.snapshot.get<evaluation::NeuronSample>()->examples; examples > 1)
        return {translatable("core", "layer %1, neuron %2, mean over %3 examples: z = %4, a = %5, %6"),
            {column.layer, neuron + 1, examples, diagnosis::number(values->z), diagnosis::number(values->a),
                deltaText(*values)}};
    return {translatable("core", "layer %1, neuron %2: z = %3, a = %4, %5"),
        {column.layer, neuron + 1, diagnosis::number(values->z), diagnosis::number(values->a), deltaText(*values)}};
}

/// With the name of its class before it, of an output that has one.
Message withClass(const NetworkDrawing& drawing, const NetworkColumn& column, std::size_t i, Message readout)
{
    const auto& data = drawing.snapshot.data;
    const auto neuron = static_cast<std::size_t>(column.neurons[i]);
    if (!data || column.layer != drawing.snapshot.scenario.depth || neuron >= data->classes.size())
        return readout;
    return {"%1: %2", {data->classes[neuron], std::move(readout)}};
}

/// The hand turns the neuron's bias, of the input what enters.
figures::Grip gripOf(const NetworkDrawing& drawing, int layer)
{
    const results::Snapshot& snapshot = drawing.snapshot;
    figures::Grip grip = figures::gripOfLayer(snapshot.scenario, snapshot.step, "bias", layer);
    if (layer == 0 && parameters::idle::withoutInput(snapshot.scenario).empty())
        grip = {.parameter = "input", .value = snapshot.scenario.input};
    else if (const evaluation::LayerEvaluation* values = evaluated(drawing, layer); values && values->bias.fitsDouble())
        grip.value = values->bias.nearestDouble();
    else
        grip = {};
    grip.turned = !grip.parameter.empty();
    return grip;
}

figures::Node nodeOf(const NetworkDrawing& drawing, const NetworkColumn& column, std::size_t i)
{
    const int layer = column.layer, depth = drawing.snapshot.scenario.depth;
    figures::Node node;
    node.layer = layer;
    node.hasSize = false;
    if (isWide(drawing)) {
        node.readout = withClass(drawing, column, i, neuronReadout(drawing, column, i));
        if (const evaluation::SampledNeuron* values = sampled(drawing, column, i)) {
            node.hasSize = true;
            node.size = numerics::abs(values->delta).magnitude();
        }
    } else {
        node.readout = chainReadout(drawing, layer);
        node.grip = gripOf(drawing, layer);
        if (const evaluation::LayerEvaluation* values = evaluated(drawing, layer)) {
            node.hasSize = true;
            node.size = values->speed.normOfMean.magnitude();
        }
    }
    node.selected = layer > 0 && layer == drawing.selected;
    node.setByHand = network::heededSetting(drawing.snapshot.scenario, layer) != nullptr;
    const bool last = layer == depth && layer > 1;
    node.role = last ? figures::Role::last
        : layer == 1 ? figures::Role::first
        : layer == 0 ? figures::Role::context
                     : figures::Role::primary;
    return node;
}

} // namespace

const evaluation::LayerEvaluation* evaluated(const NetworkDrawing& drawing, int layer)
{
    const evaluation::Evaluation* evaluation = drawing.snapshot.get<evaluation::Evaluation>();
    return evaluation && layer > 0 && layer <= evaluation->depth() ? &evaluation->layer(layer) : nullptr;
}

void addNeurons(NetworkDrawing& drawing)
{
    std::size_t most = 1;
    for (const NetworkColumn& column : drawing.columns)
        most = std::max(most, column.neurons.size());
    for (std::size_t c = 0; c < drawing.columns.size(); ++c) {
        const NetworkColumn& column = drawing.columns[c];
        drawing.first.push_back(drawing.graph.nodes.size());
        // A layer that has more neurons than are drawn is as high as the highest column.
        const bool sampled = static_cast<int>(column.neurons.size()) < column.size && column.neurons.size() > 1;
        const double step =
            sampled ? static_cast<double>(most - 1) / static_cast<double>(column.neurons.size() - 1) : 1;
        const double middle = (static_cast<double>(column.neurons.size()) - 1) / 2;
        for (std::size_t i = 0; i < column.neurons.size(); ++i) {
            figures::Node node = nodeOf(drawing, column, i);
            node.x = static_cast<double>(c);
            node.y = step * (middle - static_cast<double>(i));
            if (!isWide(drawing)) {
                node.label = column.layer == 0 ? Message{"a₀", {}} : Message{"%1", {column.layer}};
                node.slope = slopeLabel(drawing, column.layer);
            }
            drawing.graph.nodes.push_back(std::move(node));
        }
    }
}

} // namespace deltascope::network_parts
