// SPDX-License-Identifier: GPL-3.0-or-later
// a = (1 − z) a^(l−1) + z f, z a fixed number: a leaky integrator, which forgets a^(l−1) in about 1/z steps (Jaeger et
// al. 2007). Tied layers all have it, others where the sizes agree. Backward (1 − z) ∂C/∂a comes to ∂C/∂a^(l−1) past
// the other operations. core/maths.md 17.2.
#include "network/operation.h"

#include "model/scenario.h"
#include "network/block_passes.h"
#include "network/carried_errors.h"
#include "network/jacobian_layer.h"
#include "network/layer_passes.h"
#include "network/operations/format_products.h"

#include <algorithm>

namespace deltascope::operations {

namespace {

std::optional<InLayer> placed(const model::Scenario& scenario, const network::LayerShape& layer)
{
    const bool fits = scenario.tied ? layer.recurrent : !layer.last && layer.size == layer.before;
    if (scenario.gate != "leaky" || !fits)
        return std::nullopt;
    return InLayer{56, scenario.leak};
}

void forward(ForwardLayer& layer)
{
    const double z = layer.operation->scale;
    for (Eigen::Index x = 0; x < layer.value.count; ++x) {
        layer.states[x].plain = layer.states[x].plain && layer.statesBefore[x].plain;
        if (!layer.states[x].plain)
            continue;
        const numerics::Column a = layer.value.column(x);
        a.vector() = z * a.vector() + (1 - z) * layer.before.column(x).vector();
        layer.states[x].plain = std::all_of(a.mantissas, a.mantissas + a.size, numerics::isPlain);
    }
}

void forwardScaled(ScaledColumn& column)
{
    const numerics::Scaled z = numerics::Scaled::from(column.scale), rest = numerics::Scaled::from(1 - column.scale);
    for (std::size_t i = 0; i < column.a.size(); ++i)
        column.a[i] = z * column.a[i] + rest * column.layer.valueBefore(static_cast<Eigen::Index>(i), column.example);
}

void backward(BackwardLayer& layer)
{
    layer.past.copyFrom(*layer.value);
    layer.value->columns().matrix() *= layer.operation->scale;
}

void backwardPast(BackwardLayer& layer)
{
    for (Eigen::Index x = 0; x < layer.value->columns().count; ++x)
        layer.value->add(x, 1 - layer.operation->scale, layer.past);
}

void forwardBlock(BlockForward& block)
{
    const double z = block.operation->scale;
    for (std::size_t x = 0; x < block.count; ++x)
        for (std::size_t i = 0; i < block.size; ++i) {
            double& a = block.value.data[x * block.rows + i];
            a = z * a + (1 - z) * block.before.data[x * block.before.rows + i];
        }
}

void backwardBlock(BlockBackward& block)
{
    std::copy_n(block.value.data, block.rows * block.count, block.past);
    for (std::size_t i = 0; i < block.rows * block.count; ++i)
        block.value.data[i] *= block.operation->scale;
}

void backwardBlockPast(BlockBackward& block)
{
    for (std::size_t i = 0; i < block.rows * block.count; ++i)
        block.value.data[i] += (1 - block.operation->scale) * block.past[i];
}

void chainFactor(ChainGain& gain)
{
    const double z = gain.operation->scale;
    gain.paths = {numerics::Scaled::from(z) * gain.paths[0], numerics::Scaled::from(1 - z)};
}

constexpr const char* kPaths[] = {"z·w f′", "1 − z"};

/// z J + (1 − z) I
void jacobian(JacobianLayer& layer)
{
    numerics::RowScaledMatrix& matrix = layer.parts.back();
    const double z = layer.operation->scale;
    matrix.mantissa *= z;
    for (Eigen::Index i = 0; i < matrix.mantissa.rows(); ++i)
        addToRow(matrix, i, numerics::Scaled::from(1 - z), Eigen::RowVectorXd::Unit(matrix.mantissa.cols(), i));
    matrix.normalise();
}

template <class Number>
void chainError(ChainError<Number>& error)
{
    const Number z = error.number(error.operation->scale), rest = error.number(1 - error.operation->scale);
    error.gain = z * error.gain + rest;
    error.known = z * error.known + rest * error.before;
    error.rounds = true;
}

template <class Number>
void carried(CarriedErrors<Number>& carried)
{
    const Number z = carried.number(carried.scale), rest = carried.number(1 - carried.scale);
    for (Eigen::Index i = 0; i < carried.size; ++i)
        carried.errors[i] = z * carried.errors[i] + rest * carried.errorBefore(i);
    carried.rounds = true;
}

void exactly(ExactNumber& number)
{
    const double before = number.pass.aColumn(number.layer - 1).mantissas[number.neuron], z = number.operation->scale;
    number.value = number.value * numerics::DoubleDouble{z, 0} + numerics::exactProduct(1 - z, before);
}

/// values ← values + (1 − z) others; product and sum each rounded.
template <class Real>
void addInFormat(FormatLayer<Real>& layer, const FormatMatrix<Real>& others)
{
    const double rest = layer.numbers.round(1 - layer.operation->scale);
    for (Eigen::Index i = 0; i < others.size(); ++i) {
        Real& value = layer.value->data()[i];
        value = layer.numbers.rounded(double{value} + layer.numbers.round(rest * double{others.data()[i]}));
    }
}

template <class Real>
void forwardInFormat(FormatForward<Real>& layer)
{
    scaleInFormat(layer, layer.operation->scale);
    addInFormat(layer, layer.before);
    layer.note(*layer.value, FormatPlace::activation);
}

template <class Real>
void backwardInFormat(FormatBackward<Real>& layer)
{
    layer.past = *layer.value;
    scaleInFormat(layer, layer.operation->scale);
}

template <class Real>
void backwardPastInFormat(FormatBackward<Real>& layer)
{
    addInFormat(layer, layer.past);
}

} // namespace

extern const Operation leaky;
const Operation leaky{
    .id = "leaky",
    .placed = placed,
    .choice = translatable("core", "Leaky"),
    .choiceId = "leaky",
    .choiceRank = 1,
    .choiceOf = "gate",
    .forward = forward,
    .forwardScaled = forwardScaled,
    .backward = backward,
    .backwardPast = backwardPast,
    .forwardBlock = forwardBlock,
    .backwardBlock = backwardBlock,
    .backwardBlockPast = backwardBlockPast,
    .chainFactor = chainFactor,
    .pathNames = kPaths,
    .jacobian = jacobian,
    .chainError = {chainError<double>, chainError<numerics::Scaled>},
    .carried = {carried<double>, carried<numerics::Scaled>},
    .exactly = exactly,
    .inSingle = {forwardInFormat<float>, backwardInFormat<float>, backwardPastInFormat<float>},
    .inDouble = {forwardInFormat<double>, backwardInFormat<double>, backwardPastInFormat<double>},
};

} // namespace deltascope::operations
