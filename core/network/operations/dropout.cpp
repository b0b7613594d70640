// SPDX-License-Identifier: GPL-3.0-or-later
// Dropout of hidden activations: each is left out with the chance p, and what stays is made larger by 1/(1 − p), so
// that the mean over the masks is what it was (Srivastava et al. 2014; inverted, as frameworks have it). Backward the
// same factors. A mask belongs to one step, example and neuron (network/draws.h). core/maths.md 1.20, 9.14, 16.16.
#include "network/operation.h"

#include "model/scenario.h"
#include "network/block_passes.h"
#include "network/carried_errors.h"
#include "network/jacobian_layer.h"
#include "network/layer_passes.h"
#include "network/mean_field_flow.h"
#include "network/operations/format_products.h"
#include "network/operations/scaled_gradient.h"

#include <algorithm>
#include <cmath>

namespace deltascope::operations {

namespace {

std::optional<InLayer> placed(const model::Scenario& scenario, const network::LayerShape& layer)
{
    if (scenario.dropout == 0 || layer.last)
        return std::nullopt;
    return InLayer{55, scenario.dropout};
}

Refusal refusal(const model::Scenario& scenario)
{
    if (scenario.dropout == 1)
        return {"dropout",
            {translatable("core", "a dropout of 1 leaves every hidden neuron out; it must be below 1."), {}}};
    const std::vector<network::LayerGroup> groups = network::layerGroups(scenario);
    if (std::ranges::none_of(
            groups, [](const network::LayerGroup& each) { return !each.shape.last && each.shape.size < 2; }))
        return {};
    return {"dropout",
        {translatable(
             "core", "dropout needs a width of 2 or more: without the only neuron of a layer nothing is left."),
            {}}};
}

/// What the numbers of a scenario with it are those of.
Message caveat(const model::Scenario& scenario, const network::LayerShape& /*any*/)
{
    return {translatable("core",
                "Dropout leaves out about %1 % of the hidden neurons, different ones in every step and example: what "
                "is shown is the network with its mask."),
        {Real{100 * scenario.dropout, 3}}};
}

/// 1/(1 − p), or 0 with the chance p.
double factorOf(const network::Draws& draws, double share, int layer, std::int64_t example, std::int64_t neuron)
{
    if (draws.none)
        return 1;
    const bool out = static_cast<double>(draws.at(layer, example, neuron) >> 11) * 0x1p-53 < share;
    return out ? 0 : 1 / (1 - share);
}

/// Of one example in a pass of evaluation.
auto factorsOf(const network::Network& network, double share, int layer, Eigen::Index example)
{
    return [draws = network.draws(), share, layer, example](
               Eigen::Index neuron) { return factorOf(draws, share, layer, example, neuron); };
}

void forward(ForwardLayer& layer)
{
    for (Eigen::Index x = 0; x < layer.value.count; ++x) {
        if (!layer.states[x].plain)
            continue;
        const numerics::Column a = layer.value.column(x);
        const auto factor = factorsOf(layer.network, layer.number(), layer.layer, x);
        for (Eigen::Index i = 0; i < a.size; ++i)
            a.mantissas[i] *= factor(i);
        layer.states[x].plain = std::all_of(a.mantissas, a.mantissas + a.size, numerics::isPlain);
    }
}

void forwardScaled(ScaledColumn& column)
{
    const auto factor = factorsOf(column.layer.network, column.scale, column.layer.layer, column.example);
    for (std::size_t i = 0; i < column.a.size(); ++i)
        column.a[i] = column.a[i] * numerics::Scaled::from(factor(static_cast<Eigen::Index>(i)));
}

void backward(BackwardLayer& layer)
{
    for (Eigen::Index x = 0; x < layer.value->columns().count; ++x)
        scaleGradient(*layer.value, x, factorsOf(layer.network, layer.number(), layer.layer, x));
}

void multiplyBlock(const BlockLayer& block)
{
    if (block.draws.none)
        return;
    const double share = block.number();
    for (std::size_t x = 0; x < block.count; ++x)
        for (std::size_t i = 0; i < block.value.size; ++i)
            block.value.data[x * block.value.rows + i] *=
                factorOf(block.draws, share, block.layer, block.examples[x], static_cast<std::int64_t>(i));
}

void forwardBlock(BlockForward& block)
{
    multiplyBlock(block);
}

void backwardBlock(BlockBackward& block)
{
    multiplyBlock(block);
}

void jacobian(JacobianLayer& layer)
{
    layer.multiplyRows(factorsOf(layer.network, layer.number(), layer.layer, layer.example));
}

// The mean stays; squares, of a and of f′, become 1/(1 − p) times as large (Schoenholz et al. 2017, section 5).
template <class Number>
void meanField(MeanFieldFlow<Number>& flow)
{
    const Number larger = flow.number(1 / (1 - flow.operation->scale));
    flow.signal.meanSquare = flow.signal.meanSquare * larger;
    flow.slopeSquare = flow.slopeSquare * larger;
}

template <class Number>
void carried(CarriedErrors<Number>& carried)
{
    const ProbedLayer& layer = carried.layer;
    const auto factor = factorsOf(layer.network, carried.scale, layer.layer, layer.exampleOf(carried.probe));
    for (Eigen::Index i = 0; i < carried.size; ++i)
        carried.errors[i] = carried.errors[i] * carried.number(factor(i));
    carried.rounds = true;
}

void exactly(ExactNumber& number)
{
    const double factor = factorsOf(number.network, number.operation->scale, number.layer, 0)(number.neuron);
    number.exact = factor == 0 || (number.exact && number.value.low == 0);
    number.value = numerics::exactProduct(factor, number.value.high);
}

template <class Real>
void maskInFormat(FormatLayer<Real>& layer)
{
    multiplyInFormat(layer, [&, draws = layer.network.draws(), share = layer.number()](Eigen::Index i, Eigen::Index x) {
        return layer.numbers.round(factorOf(draws, share, layer.layer, x, i));
    });
}

template <class Real>
void forwardInFormat(FormatForward<Real>& layer)
{
    maskInFormat(layer);
    layer.note(*layer.value, FormatPlace::activation);
}

template <class Real>
void backwardInFormat(FormatBackward<Real>& layer)
{
    maskInFormat(layer);
}

} // namespace

extern const Operation dropout;
const Operation dropout{
    .id = "dropout",
    .placed = placed,
    .drawn = factorOf,
    .refusal = refusal,
    .caveat = caveat,
    .inPhaseDiagram = translatable("core",
        "Dropout makes every mean square 1/(1 − p) times as large, so that the line lies at a smaller σw; two equal "
        "inputs do not stay equal on it."),
    .forward = forward,
    .forwardScaled = forwardScaled,
    .backward = backward,
    .forwardBlock = forwardBlock,
    .backwardBlock = backwardBlock,
    .jacobian = jacobian,
    .meanField = {meanField<double>, meanField<numerics::Scaled>},
    .carried = {carried<double>, carried<numerics::Scaled>},
    .exactly = exactly,
    .inSingle = {forwardInFormat<float>, backwardInFormat<float>},
    .inDouble = {forwardInFormat<double>, backwardInFormat<double>},
};

} // namespace deltascope::operations
