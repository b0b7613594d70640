// SPDX-License-Identifier: GPL-3.0-or-later
// a = f(z), number by number, with f′(z) kept for the way back: δ = ∂C/∂z = f′(z) ⊙ ∂C/∂a.
#include "network/operation.h"

#include "network/activations/activation.h"
#include "network/block_passes.h"
#include "network/carried_errors.h"
#include "network/format_passes.h"
#include "network/forward_pass.h"
#include "network/jacobian_layer.h"
#include "network/layer_passes.h"
#include "network/mean_field_flow.h"
#include "numerics/kernels.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace deltascope::operations {

namespace {

constexpr double kSmallProduct = 0x1p-900; // nearer to the end of double's range digits may be lost

std::optional<InLayer> placed(const model::Scenario& /*every*/, const network::LayerShape& /*layer*/)
{
    return InLayer{50};
}

/// True where all are, and none is 0.
bool arePlain(const double* values, Eigen::Index size)
{
    const numerics::Sizes sizes = numerics::kernels().sizes(values, nullptr, static_cast<std::size_t>(size));
    return sizes.smallest >= numerics::kPlainMinimum && sizes.largest <= numerics::kPlainMaximum;
}

/// True where a and f′ of a column are plain doubles: a zero is one where it is exact (a dead ReLU), not where it is an
/// underflow.
bool isPlainThroughout(
    const activations::Activation& f, const numerics::Column& z, const double* a, const double* derivatives)
{
    constexpr Eigen::Index kFew = 8;
    if (z.size >= kFew && arePlain(a, z.size) && arePlain(derivatives, z.size))
        return true;
    for (Eigen::Index i = 0; i < z.size; ++i)
        if (!numerics::isPlain(a[i]) || !numerics::isPlain(derivatives[i])
            || (a[i] == 0 && !f.scaledValue(z.at(i)).isZero())
            || (derivatives[i] == 0 && !f.scaledDerivative(z.at(i)).isZero()))
            return false;
    return true;
}

void forward(ForwardLayer& layer)
{
    const activations::Activation& f = *layer.network.plan(layer.layer).activation;
    const numerics::Columns z = layer.value, a = layer.a;
    std::fill_n(a.exponents, a.count, 0);
    const bool together = z.unscaled();
    if (together)
        f.evaluate(z.mantissas, a.mantissas, layer.derivatives, static_cast<std::size_t>(z.size * z.count));
    const bool allPlain =
        together && arePlain(a.mantissas, z.size * z.count) && arePlain(layer.derivatives, z.size * z.count);
    for (Eigen::Index x = 0; x < z.count; ++x) {
        const Eigen::Index first = x * z.size;
        if (!together && z.exponents[x] == 0)
            f.evaluate(
                z.mantissas + first, a.mantissas + first, layer.derivatives + first, static_cast<std::size_t>(z.size));
        layer.states[x].plain = allPlain
            || (z.exponents[x] == 0
                && isPlainThroughout(f, z.column(x), a.mantissas + first, layer.derivatives + first));
    }
    layer.value = a;
}

void forwardScaled(ScaledColumn& column)
{
    const activations::Activation& f = *column.layer.network.plan(column.layer.layer).activation;
    const numerics::Column z = column.layer.z.column(column.example);
    for (Eigen::Index i = 0; i < z.size; ++i) {
        column.a[static_cast<std::size_t>(i)] = f.scaledValue(z.at(i));
        column.derivatives[static_cast<std::size_t>(i)] = f.scaledDerivative(z.at(i));
    }
}

/// In doubles; false, with the column as it was, where digits could be lost.
bool multiplyPlain(const BackwardLayer& layer, Eigen::Index example)
{
    const numerics::Columns columns = layer.value->columns();
    const numerics::Column product = columns.column(example);
    const numerics::Column derivative = layer.forward.derivativeColumn(layer.layer, example);
    const auto count = static_cast<std::size_t>(product.size);
    const numerics::Sizes sizes = numerics::kernels().sizes(product.mantissas, derivative.mantissas, count);
    for (Eigen::Index i = 0; sizes.smallest < kSmallProduct && i < product.size; ++i)
        if (std::abs(product.mantissas[i] * derivative.mantissas[i]) < kSmallProduct && product.mantissas[i] != 0
            && derivative.mantissas[i] != 0)
            return false;
    const double largest = sizes.largest;
    if (largest == 0) {
        product.vector().setZero();
        columns.exponents[example] = 0;
        return true;
    }
    const int shift = std::ilogb(largest) + 1;
    if (shift < -100 || shift > 100)
        return false; // scaling up or down by so much is left to the exact way
    const double scale = std::ldexp(1.0, -shift);
    numerics::kernels().scale(product.mantissas, derivative.mantissas, scale, count);
    columns.exponents[example] = numerics::shiftedExponent(product.exponent, shift);
    layer.value->keepWithinRange(example);
    return true;
}

void multiplyScaled(BackwardLayer& layer, Eigen::Index example)
{
    const activations::Activation& f = *layer.network.plan(layer.layer).activation;
    const numerics::Columns columns = layer.value->columns();
    numerics::Column product = columns.column(example);
    const std::span values = layer.scratch.first(static_cast<std::size_t>(product.size));
    std::int64_t before = product.exponent;
    const auto derivative = [&](Eigen::Index i) { return layer.forward.derivative(layer.layer, i, example); };
    for (Eigen::Index i = 0; i < product.size; ++i)
        values[static_cast<std::size_t>(i)] = numerics::Scaled::from(product.mantissas[i]) * derivative(i);
    if (network::allTooSmall(values)) {
        const numerics::Scaled tail = network::toLargest(values, [&](std::size_t i) {
            const auto neuron = static_cast<Eigen::Index>(i);
            return activations::tailOf(f, layer.forward.z(layer.layer, neuron, example), derivative(neuron))
                - numerics::Scaled::from(std::log(std::abs(product.mantissas[i])));
        });
        if (!layer.value->lower(example, tail))
            before = -numerics::Scaled::kExponentLimit; // beyond range in this unit too
    }
    layer.belowResolution += numerics::packNormalised(values, product).belowResolution;
    columns.exponents[example] = before + product.exponent; // neither is below −2^62
    layer.value->keepWithinRange(example);
}

void backward(BackwardLayer& layer)
{
    for (Eigen::Index example = 0; example < layer.forward.examples(); ++example)
        if (!layer.forward.plain(layer.layer, example) || !multiplyPlain(layer, example))
            multiplyScaled(layer, example);
}

void forwardBlock(BlockForward& block)
{
    const activations::Activation& f = *block.plan.activation;
    if (2 * block.size > block.rows) // else most of it would be padding
        f.evaluate(block.value.data, block.a, block.derivatives, block.rows * block.count);
    else
        for (std::size_t x = 0; x < block.count; ++x) {
            const std::size_t first = x * block.rows;
            f.evaluate(block.value.data + first, block.a + first, block.derivatives + first, block.size);
        }
    block.value = {block.a, block.size, block.rows};
}

void backwardBlock(BlockBackward& block)
{
    numerics::kernels().multiply(block.value.data, block.derivatives, block.delta, block.rows * block.count);
    block.value = {block.delta, block.size, block.rows};
}

std::vector<numerics::Scaled> slopesAboveFloor(JacobianLayer& layer)
{
    std::vector<numerics::Scaled> values;
    for (Eigen::Index i = 0; i < layer.forward.z(layer.layer).size; ++i) {
        values.push_back(layer.forward.derivative(layer.layer, i, layer.example));
        if (!values.back().isZero() && values.back().exponent < layer.floor.exponent) {
            values.back() = layer.floor.below == SlopeFloor::Below::zero
                ? numerics::Scaled{}
                : numerics::Scaled::from(1, layer.floor.exponent);
            ++layer.belowResolution;
        }
    }
    return values;
}

/// diag f′
void jacobian(JacobianLayer& layer)
{
    const std::vector<numerics::Scaled> slopes = slopesAboveFloor(layer);
    numerics::RowScaledMatrix& last = layer.parts.back();
    const std::vector<std::int64_t> before = std::exchange(last.exponents, {});
    for (Eigen::Index i = 0; i < last.mantissa.rows(); ++i) {
        const numerics::Scaled slope = slopes[static_cast<std::size_t>(i)];
        last.mantissa.row(i) *= slope.mantissa;
        last.exponents.push_back(slope.exponent);
    }
    last.normalise();
    for (std::size_t i = 0; i < before.size(); ++i)
        last.exponents[i] += before[i];
}

template <class Number>
void meanField(MeanFieldFlow<Number>& flow)
{
    flow.activated = true;
    flow.q = flow.signal.meanSquare;
    const network::GaussianMoments moments = flow.moments(flow.q);
    if constexpr (std::is_same_v<Number, numerics::Scaled>) {
        flow.signal = {moments.mean, moments.meanSquare};
        flow.slopeSquare = moments.slopeSquare;
    } else {
        flow.signal = {moments.mean.nearestDouble(), moments.meanSquare.nearestDouble()};
        flow.slopeSquare = moments.slopeSquare.nearestDouble();
    }
}

template <class Number>
void chainError(ChainError<Number>& error)
{
    error.gain = error.slope * error.gain;
    error.known = error.slope * error.known;
    error.rounds = !isExact(error.z, error.a);
}

template <class Number>
void carried(CarriedErrors<Number>& carried)
{
    for (Eigen::Index i = 0; i < carried.size; ++i)
        carried.errors[i] = carried.slope(i) * carried.errors[i];
}

void exactly(ExactNumber& number)
{
    const double z = number.value.high, a = number.network.activation(number.layer).value(z);
    number.exact = number.exact && number.value.low == 0 && isExact(z, a);
    number.value = {a, 0};
}

template <class Real>
void forwardInFormat(FormatForward<Real>& layer)
{
    const FormatMatrix<Real>& z = *layer.value;
    layer.buffer.assign(z.data(), z.data() + z.size());
    layer.function.evaluate(layer.network.activation(layer.layer), layer.buffer);
    layer.a.resize(z.rows(), z.cols());
    for (Eigen::Index i = 0; i < z.size(); ++i) {
        const auto place = static_cast<std::size_t>(i);
        layer.a.data()[i] = layer.numbers.rounded(layer.function.values[place]);
        layer.derivatives[i] = layer.numbers.rounded(layer.function.derivatives[place]);
    }
    layer.note(layer.a, FormatPlace::activation);
    layer.value = &layer.a;
}

template <class Real>
void backwardInFormat(FormatBackward<Real>& layer)
{
    const FormatMatrix<Real>& gradient = *layer.value;
    layer.delta.resize(gradient.rows(), gradient.cols());
    for (Eigen::Index i = 0; i < gradient.size(); ++i)
        layer.delta.data()[i] = layer.numbers.rounded(double{gradient.data()[i]} * double{layer.derivatives[i]});
    layer.value = &layer.delta;
}

} // namespace

extern const Operation activate;
const Operation activate{
    .id = "activate",
    .placed = placed,
    .activates = true,
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
