// SPDX-License-Identifier: GPL-3.0-or-later
// z = h + b. In a balanced layer b = −h of the first example, so that its z is exactly 0, and the others keep what they
// differ by. Backward: ∂C/∂b = ∂C/∂z, which goes on as it is.
#include "network/operation.h"

#include "network/block_passes.h"
#include "network/carried_errors.h"
#include "network/format_passes.h"
#include "network/layer_passes.h"
#include "network/mean_field_flow.h"
#include "numerics/kernels.h"

#include <algorithm>

namespace deltascope::operations {

namespace {

std::optional<InLayer> placed(const model::Scenario& /*every*/, const network::LayerShape& /*layer*/)
{
    return InLayer{40};
}

/// False, with nothing done, where one of the sums may be no plain number.
bool addPlain(double* values, const double* biases, Eigen::Index size)
{
    const auto count = static_cast<std::size_t>(size);
    const numerics::Sizes sizes = numerics::kernels().sizesOfSums(values, biases, count);
    if (!(sizes.smallest >= numerics::kPlainMinimum && sizes.largest <= numerics::kPlainMaximum))
        return false;
    numerics::kernels().add(values, biases, count);
    return true;
}

void addTo(const ForwardLayer& layer, const Eigen::Map<const Eigen::VectorXd>& biases, Eigen::Index example)
{
    constexpr Eigen::Index kFew = 8;
    numerics::Column column = layer.value.column(example);
    if (column.exponent == 0 && column.size >= kFew && addPlain(column.mantissas, biases.data(), column.size))
        return;
    bool plain = column.exponent == 0;
    for (Eigen::Index i = 0; i < column.size; ++i) // without a branch for each number
        plain &= numerics::isPlain(column.mantissas[i] + biases[i]);
    if (plain) {
        column.vector() += biases;
        return;
    }
    for (Eigen::Index i = 0; i < column.size; ++i)
        layer.scratch[i] = column.at(i) + numerics::Scaled::from(biases[i]);
    numerics::pack(layer.scratched(column.size), column);
    layer.value.set(example, column);
}

void balance(const ForwardLayer& layer)
{
    for (Eigen::Index example = layer.value.count - 1; example > 0; --example) {
        numerics::Column column = layer.value.column(example);
        for (Eigen::Index i = 0; i < column.size; ++i)
            layer.scratch[i] = column.at(i) - layer.value.at(i, 0);
        numerics::pack(layer.scratched(column.size), column);
        layer.value.set(example, column);
    }
    layer.value.column(0).vector().setZero();
    layer.value.exponents[0] = 0;
}

void forward(ForwardLayer& layer)
{
    if (layer.network.balanced(layer.layer))
        return balance(layer);
    const numerics::Columns value = layer.value;
    if (layer.network.ofColumns() && value.unscaled() // whose biases stand one after another, as the columns do
        && addPlain(value.mantissas, layer.network.biases(layer.layer, 0).data(), value.size * value.count))
        return;
    for (Eigen::Index example = 0; example < layer.value.count; ++example)
        addTo(layer, layer.network.biases(layer.layer, example), example);
}

// Not called where the sums of products start with the biases.
void forwardBlock(BlockForward& block)
{
    for (std::size_t x = 0; x < block.count; ++x)
        numerics::kernels().add(block.value.data + x * block.rows, block.biases, block.rows);
}

void backwardBlock(BlockBackward& block)
{
    numerics::kernels().addColumns(block.value.data, block.biasGradient, block.rows, block.count);
}

template <class Number>
void meanField(MeanFieldFlow<Number>& flow)
{
    flow.signal.meanSquare = flow.signal.meanSquare + flow.number(flow.variances.bias);
}

/// w a + b − z, exactly but for the last digits of the result.
double restOf(const ChainError<double>& error, double bias)
{
    const numerics::DoubleDouble sum = numerics::exactSum(error.product.high, bias);
    return (sum.high - error.z) + (sum.low + error.product.low);
}

numerics::Scaled restOf(const ChainError<numerics::Scaled>& error, double bias)
{
    const std::int64_t unit = std::max<std::int64_t>(error.unit, 0);
    const auto inUnits = [unit](double mantissa, std::int64_t exponent) {
        return std::ldexp(mantissa, static_cast<int>(std::clamp<std::int64_t>(exponent - unit, -4000, 1000)));
    };
    const numerics::DoubleDouble sum = numerics::exactSum(inUnits(error.product.high, error.unit), inUnits(bias, 0));
    return numerics::Scaled::from(
        (sum.high - inUnits(error.z.mantissa, error.z.exponent)) + (sum.low + inUnits(error.product.low, error.unit)),
        unit);
}

template <class Number>
void chainError(ChainError<Number>& error)
{
    if (error.network.balanced(error.layer)) // z is 0 by the rule, whatever came before
        error.known = error.rest = error.gain = Number{};
    else
        error.rest = restOf(error, error.network.biases(error.layer)[0]);
}

void probed(ProbedLayer& layer)
{
    if (!layer.network.balanced(layer.layer) || layer.ofEveryExample)
        return layer.addRounding(layer.pass.z(layer.layer));
    layer.z.clear(layer.network.size(layer.layer)); // z is 0 by the rule, whatever came before
    layer.zPlain = true;
    layer.nothingToAdd();
}

void exactly(ExactNumber& number)
{
    if (number.network.balanced(number.layer)) {
        number.value = {};
        number.exact = true;
    } else {
        number.value = number.value + numerics::DoubleDouble{number.network.biases(number.layer)[number.neuron], 0};
    }
}

template <class Real>
void forwardInFormat(FormatForward<Real>& layer)
{
    FormatNumbers<Real>& numbers = layer.numbers;
    FormatMatrix<Real>& z = *layer.value;
    const bool balanced = layer.network.balanced(layer.layer);
    const auto biases = layer.network.biases(layer.layer);
    bool finite = true;
    for (Eigen::Index i = 0; i < z.rows(); ++i) {
        const Real bias = balanced ? -z(i, 0) : numbers.rounded(biases[i]);
        finite = finite && std::isfinite(bias);
        for (Eigen::Index x = 0; x < z.cols(); ++x)
            z(i, x) = numbers.rounded(double{z(i, x)} + double{bias});
    }
    layer.note(finite, FormatPlace::parameters);
    layer.note(z, FormatPlace::weightedInput);
}

} // namespace

extern const Operation bias;
const Operation bias{
    .id = "bias",
    .placed = placed,
    .parameters = Operation::Parameters::biases,
    .forward = forward,
    .forwardBlock = forwardBlock,
    .backwardBlock = backwardBlock,
    .meanField = {meanField<double>, meanField<numerics::Scaled>},
    .chainError = {chainError<double>, chainError<numerics::Scaled>},
    .probed = probed,
    .exactly = exactly,
    .inSingle = {forwardInFormat<float>},
    .inDouble = {forwardInFormat<double>},
};

} // namespace deltascope::operations
