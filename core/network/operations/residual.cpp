// SPDX-License-Identifier: GPL-3.0-or-later
// a = f(z) + α a^(l−1), in hidden layers as wide as the one before (He et al. 2016). Backward α ∂C/∂a comes to
// ∂C/∂a^(l−1) past the other operations.
#include "network/operation.h"

#include "model/scenario.h"
#include "network/block_passes.h"
#include "network/carried_errors.h"
#include "network/format_passes.h"
#include "network/jacobian_layer.h"
#include "network/layer_passes.h"
#include "network/mean_field_flow.h"

#include <algorithm>
#include <limits>

namespace deltascope::operations {

namespace {

std::optional<InLayer> placed(const model::Scenario& scenario, const network::LayerShape& layer)
{
    if (scenario.residual == 0 || layer.last || layer.size != layer.before)
        return std::nullopt;
    return InLayer{60, scenario.residual};
}

/// Hidden layers between hidden ones that have none.
Message caveat(const model::Scenario& scenario, const network::LayerShape& /*any*/)
{
    int without = 0;
    for (int layer = 2; network::hiddenLayersDiffer(scenario) && layer < scenario.depth; ++layer)
        without += network::sizeOf(scenario, layer) != network::sizeOf(scenario, layer - 1);
    if (without == 0)
        return {};
    return {translatable("core",
                "A residual connection needs two layers of the same width: hidden layers after one of a different "
                "width, which have none: %1."),
        {without}};
}

void forward(ForwardLayer& layer)
{
    for (Eigen::Index x = 0; x < layer.value.count; ++x) {
        if (!layer.states[x].plain)
            continue;
        const numerics::Column a = layer.value.column(x);
        layer.states[x].plain = layer.statesBefore[x].plain;
        if (!layer.states[x].plain)
            continue;
        a.vector() += layer.operation->scale * layer.before.column(x).vector();
        layer.states[x].plain = std::all_of(a.mantissas, a.mantissas + a.size, numerics::isPlain);
    }
}

void forwardScaled(ScaledColumn& column)
{
    const numerics::Scaled scale = numerics::Scaled::from(column.scale);
    for (std::size_t i = 0; i < column.a.size(); ++i)
        column.a[i] = column.a[i] + scale * column.layer.valueBefore(static_cast<Eigen::Index>(i), column.example);
}

void backward(BackwardLayer& layer)
{
    layer.past.copyFrom(*layer.value);
}

void backwardPast(BackwardLayer& layer)
{
    for (Eigen::Index x = 0; x < layer.value->columns().count; ++x)
        layer.value->add(x, layer.operation->scale, layer.past);
}

void forwardBlock(BlockForward& block)
{
    const double scale = block.operation->scale;
    for (std::size_t x = 0; x < block.count; ++x)
        for (std::size_t i = 0; i < block.size; ++i)
            block.value.data[x * block.rows + i] += scale * block.before.data[x * block.before.rows + i];
}

void backwardBlock(BlockBackward& block)
{
    std::copy_n(block.value.data, block.rows * block.count, block.past);
}

void backwardBlockPast(BlockBackward& block)
{
    for (std::size_t i = 0; i < block.rows * block.count; ++i)
        block.value.data[i] += block.operation->scale * block.past[i];
}

/// … + αI
void jacobian(JacobianLayer& layer)
{
    numerics::RowScaledMatrix& matrix = layer.parts.back();
    for (Eigen::Index i = 0; i < matrix.mantissa.rows(); ++i) {
        std::int64_t& exponent = matrix.exponents[static_cast<std::size_t>(i)];
        auto row = matrix.mantissa.row(i);
        const numerics::Scaled diagonal =
            numerics::Scaled::from(row(i), exponent) + numerics::Scaled::from(layer.operation->scale);
        row(i) = 0;
        const bool alone = row.isZero(0);
        std::int64_t unit = diagonal.isZero() ? exponent : diagonal.exponent;
        if (!alone)
            unit = std::max(unit, exponent);
        row *= numerics::powerOfTwo(alone ? 0 : exponent - unit);
        row(i) = diagonal.mantissa * numerics::powerOfTwo(diagonal.exponent - unit);
        exponent = unit;
    }
    matrix.normalise();
}

// f(z) and a^(l−1) are independent in wide layers. Settled, a^l and a^(l−1) alike, it is the sum of a geometric series.
template <class Number>
void meanField(MeanFieldFlow<Number>& flow)
{
    const double scale = flow.operation->scale;
    flow.identity += scale;
    const Number alpha = flow.number(scale), mean = flow.signal.mean, meanSquare = flow.signal.meanSquare;
    if (!flow.settled) {
        flow.signal = {mean + alpha * flow.before.mean,
            meanSquare + flow.number(2) * alpha * mean * flow.before.mean + alpha * alpha * flow.before.meanSquare};
        return;
    }
    if constexpr (std::is_same_v<Number, double>) {
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        if (meanSquare == 0) // f(z) = 0 in every neuron
            return;
        if (alpha >= 1)
            flow.signal.meanSquare = kInfinity;
        else
            flow.signal = {
                mean / (1 - alpha), (meanSquare + 2 * alpha / (1 - alpha) * mean * mean) / (1 - alpha * alpha)};
    }
}

template <class Number>
void chainError(ChainError<Number>& error)
{
    const Number scale = error.number(error.operation->scale);
    error.gain = error.gain + scale;
    error.known = error.known + scale * error.before;
    error.rounds = true;
}

template <class Number>
void carried(CarriedErrors<Number>& carried)
{
    const Number scale = carried.number(carried.scale);
    for (Eigen::Index i = 0; i < carried.size; ++i)
        carried.errors[i] = carried.errors[i] + scale * carried.errorBefore(i);
    carried.rounds = true;
}

void exactly(ExactNumber& number)
{
    const double before = number.pass.aColumn(number.layer - 1).mantissas[number.neuron];
    number.value = number.value + numerics::exactProduct(number.operation->scale, before);
}

/// values ← values + α others; α, the product and the sum each rounded.
template <class Real>
void addInFormat(FormatLayer<Real>& layer, const FormatMatrix<Real>& others)
{
    FormatNumbers<Real>& numbers = layer.numbers;
    const double scale = numbers.round(layer.operation->scale);
    if (scale == 0)
        return;
    for (Eigen::Index i = 0; i < others.size(); ++i) {
        Real& value = layer.value->data()[i];
        value = numbers.rounded(double{value} + numbers.round(scale * double{others.data()[i]}));
    }
}

template <class Real>
void forwardInFormat(FormatForward<Real>& layer)
{
    addInFormat(layer, layer.before);
    layer.note(*layer.value, FormatPlace::activation);
}

template <class Real>
void backwardInFormat(FormatBackward<Real>& layer)
{
    layer.past = *layer.value;
}

template <class Real>
void backwardPastInFormat(FormatBackward<Real>& layer)
{
    addInFormat(layer, layer.past);
}

} // namespace

extern const Operation residual;
const Operation residual{
    .id = "residual",
    .placed = placed,
    .addsIdentity = true,
    .caveat = caveat,
    .forward = forward,
    .forwardScaled = forwardScaled,
    .backward = backward,
    .backwardPast = backwardPast,
    .forwardBlock = forwardBlock,
    .backwardBlock = backwardBlock,
    .backwardBlockPast = backwardBlockPast,
    .jacobian = jacobian,
    .meanField = {meanField<double>, meanField<numerics::Scaled>},
    .chainError = {chainError<double>, chainError<numerics::Scaled>},
    .carried = {carried<double>, carried<numerics::Scaled>},
    .exactly = exactly,
    .python = "x = x + {scale} * a",
    .pythonBack = "past = {scale} * g",
    .inSingle = {forwardInFormat<float>, backwardInFormat<float>, backwardPastInFormat<float>},
    .inDouble = {forwardInFormat<double>, backwardInFormat<double>, backwardPastInFormat<double>},
};

} // namespace deltascope::operations
