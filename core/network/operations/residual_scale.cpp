// SPDX-License-Identifier: GPL-3.0-or-later
// s of a = s f(z) + α a^(l−1), in layers with a residual connection: 1/√L, so that L branches together add what one
// does (Hayou et al. 2021), or a number of each layer's own that starts at 0 and is learnt (ReZero, Bachlechner et al.
// 2021). Backward ∂C/∂f = s ∂C/∂a, and ∂C/∂s = f·∂C/∂a. core/maths.md 1.19, 9.14.
#include "network/operation.h"

#include "model/scenario.h"
#include "network/activations/activation.h"
#include "network/block_passes.h"
#include "network/carried_errors.h"
#include "network/jacobian_layer.h"
#include "network/layer_passes.h"
#include "network/mean_field_flow.h"
#include "network/operations/branch.h"
#include "network/operations/format_products.h"
#include "network/operations/scaled_gradient.h"

#include <algorithm>
#include <cmath>

namespace deltascope::operations {

namespace {

std::optional<InLayer> placed(const model::Scenario& scenario, const network::LayerShape& layer)
{
    if (scenario.residual == 0 || layer.last || layer.size != layer.before)
        return std::nullopt;
    if (scenario.residualScale == "learned_zero")
        return InLayer{58, 0, true};
    if (scenario.residualScale == "inverse_root_depth")
        return InLayer{58, 1 / std::sqrt(static_cast<double>(scenario.depth))};
    return std::nullopt; // 1
}

Refusal refusal(const model::Scenario& scenario)
{
    if (scenario.gate == model::Scenario{}.gate)
        return {};
    return {"residual_scale",
        {translatable("core",
             "a gate already decides how much of f(z) comes in, so no other scale goes with it: choose the constant "
             "1."),
            {}}};
}

void forward(ForwardLayer& layer)
{
    for (Eigen::Index x = 0; x < layer.value.count; ++x) {
        if (!layer.states[x].plain)
            continue;
        const numerics::Column a = layer.value.column(x);
        a.vector() *= layer.number();
        layer.states[x].plain = std::all_of(a.mantissas, a.mantissas + a.size, numerics::isPlain);
    }
}

void forwardScaled(ScaledColumn& column)
{
    const numerics::Scaled scale = numerics::Scaled::from(column.scale);
    for (numerics::Scaled& a : column.a)
        a = scale * a;
}

void learn(const BackwardLayer& layer)
{
    const numerics::Columns gradient = layer.value->columns();
    numerics::Scaled sum;
    for (Eigen::Index x = 0; x < gradient.count; ++x)
        for (Eigen::Index i = 0; i < gradient.size; ++i)
            if (gradient.column(x).mantissas[i] != 0)
                sum = sum
                    + gradient.at(i, x)
                        * enteringBranch(layer.network, layer.forward, layer.layer, *layer.operation, i, x);
    (*layer.learnt)[static_cast<std::size_t>(layer.operation->learnt)] =
        sum * numerics::Scaled::from(1 / static_cast<double>(gradient.count));
}

void backward(BackwardLayer& layer)
{
    if (layer.operation->learnt >= 0 && layer.learnt != nullptr)
        learn(layer);
    int exponent = 0;
    const double mantissa = std::frexp(layer.number(), &exponent);
    const numerics::Columns columns = layer.value->columns();
    for (Eigen::Index x = 0; x < columns.count; ++x) {
        columns.exponents[x] = numerics::shiftedExponent(columns.exponents[x], exponent);
        scaleGradient(*layer.value, x, [&](Eigen::Index) { return mantissa; });
    }
}

void forwardBlock(BlockForward& block)
{
    const std::size_t all = block.value.rows * block.count;
    if (block.operation->learnt >= 0)
        std::copy_n(block.value.data, all, block.ofLearnt().given.data());
    const double scale = block.number();
    for (std::size_t i = 0; i < all; ++i)
        block.value.data[i] *= scale;
}

void backwardBlock(BlockBackward& block)
{
    const double scale = block.number();
    if (block.operation->learnt >= 0) {
        const double* given = block.ofLearnt().given.data();
        double sum = 0;
        for (std::size_t x = 0; x < block.count; ++x)
            for (std::size_t i = x * block.value.rows; i < x * block.value.rows + block.value.size; ++i)
                sum += block.value.data[i] * given[i];
        block.learntGradient[block.operation->learnt] += sum;
    }
    for (std::size_t i = 0; i < block.value.rows * block.count; ++i)
        block.value.data[i] *= scale;
}

void jacobian(JacobianLayer& layer)
{
    layer.multiplyRows([&](Eigen::Index) { return layer.number(); });
}

template <class Number>
void meanField(MeanFieldFlow<Number>& flow)
{
    const Number scale = flow.number(flow.operation->scale), square = scale * scale;
    flow.signal = {scale * flow.signal.mean, square * flow.signal.meanSquare};
    flow.slopeSquare = square * flow.slopeSquare;
}

template <class Number>
void chainError(ChainError<Number>& error)
{
    const Number scale = error.number(error.network.number(error.layer, *error.operation));
    error.gain = scale * error.gain;
    error.known = scale * error.known;
    error.rounds = true;
}

template <class Number>
void carried(CarriedErrors<Number>& carried)
{
    const Number scale = carried.number(carried.scale);
    for (Eigen::Index i = 0; i < carried.size; ++i)
        carried.errors[i] = scale * carried.errors[i];
    carried.rounds = true;
}

void exactly(ExactNumber& number)
{
    number.exact = number.exact && number.value.low == 0;
    number.value = numerics::exactProduct(number.network.number(number.layer, *number.operation), number.value.high);
}

template <class Real>
void forwardInFormat(FormatForward<Real>& layer)
{
    scaleInFormat(layer, layer.number());
    layer.note(*layer.value, FormatPlace::activation);
}

template <class Real>
void backwardInFormat(FormatBackward<Real>& layer)
{
    scaleInFormat(layer, layer.number());
}

} // namespace

extern const Operation residual_scale;
const Operation residual_scale{
    .id = "residual_scale",
    .placed = placed,
    .scalesBranch = true,
    .refusal = refusal,
    .forward = forward,
    .forwardScaled = forwardScaled,
    .backward = backward,
    .forwardBlock = forwardBlock,
    .backwardBlock = backwardBlock,
    .jacobian = jacobian,
    .meanField = {meanField<double>, meanField<numerics::Scaled>},
    .chainError = {chainError<double>, chainError<numerics::Scaled>},
    .carried = {carried<double>, carried<numerics::Scaled>},
    .exactly = exactly,
    .inSingle = {forwardInFormat<float>, backwardInFormat<float>},
    .inDouble = {forwardInFormat<double>, backwardInFormat<double>},
};

} // namespace deltascope::operations
