// SPDX-License-Identifier: GPL-3.0-or-later
// z^l ← w a^(l−1) + U x_l: an input of every step of tied layers, through the weights U of layer 1. Backward, with
// u = ∂C/∂(w a^(l−1)): ∂C/∂U = Σ_l u^l x_lᵀ over layer 1 and the steps, and u goes on as it is. core/maths.md 17.1.
#include "network/operation.h"

#include "network/block_passes.h"
#include "network/carried_errors.h"
#include "network/layer_passes.h"
#include "network/operations/format_products.h"
#include "network/operations/products.h"

namespace deltascope::operations {

namespace {

std::optional<InLayer> placed(const model::Scenario& /*every*/, const network::LayerShape& layer)
{
    return layer.fed > 0 ? std::optional(InLayer{25}) : std::nullopt;
}

// The room for f(z) is free as yet.
void forward(ForwardLayer& layer)
{
    numerics::multiply(layer.network.weights(1), layer.fed, layer.a, sumsOf(layer.network));
    addColumns(layer.value, layer.a, layer.scratch);
}

void forwardBlock(BlockForward& block)
{
    numerics::kernels().addProduct(block.inputWeights, {block.fed.data, 1, block.fed.rows}, block.value.data,
        block.rows, block.fed.size, block.count);
}

void backwardBlock(BlockBackward& block)
{
    numerics::kernels().addProduct(block.value.data, {block.fed.data, block.fed.rows, 1}, block.inputGradient,
        block.rows, block.count, block.fed.size);
}

// x is known exactly.
void probed(ProbedLayer& layer)
{
    const auto weights = layer.network.weights(1);
    for (int probe = 0; probe < layer.probes; ++probe) {
        numerics::Scaled& terms = layer.terms[static_cast<std::size_t>(probe)];
        terms = terms + sizeOfTerms(weights, layer.pass.fed(layer.layer).column(layer.exampleOf(probe)));
    }
}

// In units of the larger of the two products, in which the other one loses what is far below its last digit.
template <class Number>
void chainError(ChainError<Number>& error)
{
    const numerics::Column x = error.pass.fed(error.layer).column(0);
    numerics::DoubleDouble fed = numerics::exactProduct(error.network.weights(1)(0, 0), x.mantissas[0]);
    const std::int64_t unit = std::max(error.unit, x.exponent);
    for (const auto& [number, own] : {std::pair{&error.product, error.unit}, std::pair{&fed, x.exponent}}) {
        const int shift = static_cast<int>(std::max<std::int64_t>(own - unit, -2000));
        *number = {std::ldexp(number->high, shift), std::ldexp(number->low, shift)};
    }
    error.product = error.product + fed;
    error.unit = unit;
    if constexpr (std::is_same_v<Number, double>)
        error.rest = error.product.low;
    else
        error.rest = numerics::Scaled::from(error.product.low, unit);
}

void exactly(ExactNumber& number)
{
    const auto weights = number.network.weights(1);
    const numerics::Column x = number.pass.fed(number.layer).column(0);
    for (Eigen::Index j = 0; j < weights.cols(); ++j)
        number.value = number.value + numerics::exactProduct(weights(number.neuron, j), x.mantissas[j]);
}

template <class Real>
void forwardInFormat(FormatForward<Real>& layer)
{
    const auto weights = layer.network.weights(1);
    bool finite = true;
    const FormatMatrix<Real> product = productInFormat(layer, weights, layer.fed(weights.cols()), finite);
    FormatMatrix<Real>& z = *layer.value;
    for (Eigen::Index i = 0; i < z.size(); ++i)
        z.data()[i] = layer.numbers.rounded(double{z.data()[i]} + double{product.data()[i]});
    layer.note(finite, FormatPlace::parameters);
    layer.note(z, FormatPlace::weightedInput);
}

} // namespace

extern const Operation feed;
const Operation feed{
    .id = "feed",
    .placed = placed,
    .forward = forward,
    .forwardBlock = forwardBlock,
    .backwardBlock = backwardBlock,
    .chainError = {chainError<double>, chainError<numerics::Scaled>},
    .probed = probed,
    .exactly = exactly,
    .inSingle = {forwardInFormat<float>},
    .inDouble = {forwardInFormat<double>},
};

} // namespace deltascope::operations
