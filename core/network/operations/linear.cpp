// SPDX-License-Identifier: GPL-3.0-or-later
// h = w v of what enters a layer, v = a^(l−1) unless something stands before the weights. Backward, with u = ∂C/∂h:
// ∂C/∂w = u vᵀ and ∂C/∂v = wᵀ u.
#include "network/operation.h"

#include "network/block_passes.h"
#include "network/carried_errors.h"
#include "network/format_passes.h"
#include "network/jacobian_layer.h"
#include "network/layer_passes.h"
#include "network/mean_field_flow.h"
#include "network/operations/products.h"

#include <algorithm>
#include <array>

namespace deltascope::operations {

namespace {

constexpr int kSideBySide = 8; // sums that a processor adds to at once

std::optional<InLayer> placed(const model::Scenario& /*every*/, const network::LayerShape& /*layer*/)
{
    return InLayer{20};
}

void forward(ForwardLayer& layer)
{
    numerics::multiply(layer.network.weights(layer.layer), layer.value, layer.z, sumsOf(layer.network));
    layer.value = layer.z;
}

bool equalRows(const Eigen::Map<const Eigen::MatrixXd>& weights)
{
    for (Eigen::Index i = 1; i < weights.rows(); ++i)
        if (weights.row(i) != weights.row(0))
            return false;
    return true;
}

// Gradients that add up to 0 over the neurons pass nothing through equal weights, where rounding would leave 10⁻¹⁶.
void backward(BackwardLayer& layer)
{
    const auto weights = layer.network.weights(layer.layer);
    network::GradientColumns& product = layer.product;
    product.size = weights.cols();
    const numerics::Columns columns = product.columns();
    numerics::multiplyTransposed(weights, layer.value->columns(), columns, sumsOf(layer.network));
    product.offsets = layer.value->offsets;
    if (layer.outputsCancel && equalRows(weights)) {
        columns.matrix().setZero();
        std::fill_n(columns.exponents, columns.count, 0);
    }
    layer.value = &product;
}

void forwardBlock(BlockForward& block)
{
    if (block.sparse != nullptr && block.plan.linear == 0)
        for (std::size_t x = 0; x < block.count; ++x)
            numerics::kernels().sparseProduct(
                block.weights, block.sparse[x], block.z + x * block.rows, block.start, block.rows);
    else
        numerics::kernels().product(block.weights, {block.value.data, 1, block.value.rows}, block.z, block.start,
            block.rows, block.before.size, block.count);
    block.value = {block.z, block.size, block.rows};
}

void backwardBlock(BlockBackward& block)
{
    const double* u = block.value.data;
    const Block entering = block.entering();
    if (block.sparse != nullptr && block.plan.linear == 0)
        for (std::size_t x = 0; x < block.count; ++x)
            numerics::kernels().addSparseProduct(u + x * block.rows, block.sparse[x], block.weightGradient, block.rows);
    else
        numerics::kernels().addProduct(
            u, {entering.data, entering.rows, 1}, block.weightGradient, block.rows, block.count, entering.size);
    if (block.transposed == nullptr)
        return;
    numerics::kernels().product(
        block.transposed, {u, 1, block.rows}, block.product, nullptr, entering.rows, block.size, block.count);
    block.value = {block.product, entering.size, entering.rows};
}

/// matrix = left·right, where rows are copies of the row before (start values without chance): they leave singular
/// values of exactly 0, which rounding would hide. False where there are no copies.
bool splitCopies(const Eigen::MatrixXd& matrix, Eigen::MatrixXd& left, Eigen::MatrixXd& right)
{
    std::vector<Eigen::Index> starts{0};
    for (Eigen::Index i = 1; i < matrix.rows(); ++i)
        if (matrix.row(i) != matrix.row(i - 1))
            starts.push_back(i);
    const auto distinct = static_cast<Eigen::Index>(starts.size());
    if (distinct == matrix.rows())
        return false;
    left = Eigen::MatrixXd::Zero(matrix.rows(), distinct);
    right.resize(distinct, matrix.cols());
    starts.push_back(matrix.rows());
    for (Eigen::Index k = 0; k < distinct; ++k) {
        const Eigen::Index begin = starts[static_cast<std::size_t>(k)], end = starts[static_cast<std::size_t>(k) + 1];
        const double root = std::sqrt(static_cast<double>(end - begin));
        left.col(k).segment(begin, end - begin).setConstant(1 / root);
        right.row(k) = root * matrix.row(begin);
    }
    return true;
}

// Copies are split where nothing is to be done to the sums of products but f.
void jacobian(JacobianLayer& layer)
{
    const Eigen::MatrixXd weights = layer.network.weights(layer.layer);
    Eigen::MatrixXd left, right;
    if (layer.whole || layer.network.plan(layer.layer).changesSums || !splitCopies(weights, left, right))
        return layer.multiply(weights);
    layer.multiply(std::move(right));
    layer.parts.back().normalise();
    layer.multiply(std::move(left));
}

template <class Number>
void meanField(MeanFieldFlow<Number>& flow)
{
    flow.weight = flow.number(flow.variances.weight);
    const bool nothing = flow.variances.weight == 0; // even of an infinite square
    flow.signal = {Number{}, nothing ? Number{} : Number(flow.weight * flow.signal.meanSquare)};
}

/// y = w·x for the probes together: the weights are read once.
void multiplyPair(const Eigen::Map<const Eigen::MatrixXd>& weights, const double* x, double* y)
{
    const Eigen::Index rows = weights.rows(), columns = weights.cols();
    double *first = y, *second = y + rows;
    std::fill_n(y, 2 * rows, 0.0);
    const double* w = weights.data();
    Eigen::Index j = 0;
    for (; j + 1 < columns; j += 2, w += 2 * rows) {
        const double a = x[j], b = x[j + 1], c = x[columns + j], d = x[columns + j + 1];
        for (Eigen::Index i = 0; i < rows; ++i) {
            const double left = w[i], right = w[rows + i];
            first[i] += left * a + right * b;
            second[i] += left * c + right * d;
        }
    }
    if (j < columns)
        for (Eigen::Index i = 0; i < rows; ++i) {
            first[i] += w[i] * x[j];
            second[i] += w[i] * x[columns + j];
        }
}

void probed(ProbedLayer& layer)
{
    if (layer.given != nullptr)
        layer.addRounding(layer.pass.entering(layer.layer));
    const auto weights = layer.network.weights(layer.layer);
    const bool pair = layer.probes == 2 && layer.value->plain();
    layer.z.size = weights.rows();
    if (pair) {
        multiplyPair(weights, layer.value->mantissas.data(), layer.z.mantissas.data());
        std::ranges::fill(layer.z.exponents, 0);
    } else {
        numerics::multiply(weights, layer.value->columns(), layer.z.columns());
    }
    const double largest = layer.z.columns().matrix().cwiseAbs().maxCoeff();
    layer.zPlain =
        layer.z.plain() && (largest == 0 || (largest > numerics::kPlainMinimum && largest < numerics::kPlainMaximum));
    if (pair && !layer.zPlain)
        numerics::multiply(weights, layer.value->columns(), layer.z.columns());
    layer.value = &layer.z;
    for (int probe = 0; probe < layer.probes; ++probe)
        layer.terms[static_cast<std::size_t>(probe)] = probe > 0 && !layer.ofEveryExample
            ? layer.terms[0]
            : sizeOfTerms(weights, layer.pass.entering(layer.layer).column(layer.exampleOf(probe)));
}

template <class Number>
void chainError(ChainError<Number>& error)
{
    const double weight = error.network.weights(error.layer)(0, 0);
    const numerics::Column a = error.pass.aColumn(error.layer - 1);
    error.gain = error.number(weight);
    error.known = error.gain * error.before;
    error.product = numerics::exactProduct(weight, a.mantissas[0]);
    error.unit = a.exponent;
    if constexpr (std::is_same_v<Number, double>)
        error.rest = error.product.low;
    else
        error.rest = numerics::Scaled::from(error.product.low, a.exponent);
}

void exactly(ExactNumber& number)
{
    const auto weights = number.network.weights(number.layer);
    const numerics::Column entering = number.pass.entering(number.layer).column(0);
    number.value = {};
    for (Eigen::Index j = 0; j < weights.cols(); ++j)
        number.value = number.value + numerics::exactProduct(weights(number.neuron, j), entering.mantissas[j]);
}

// Column by column, so that the terms of each sum are added in their order and those of different sums side by side.
template <class Real>
void forwardInFormat(FormatForward<Real>& layer)
{
    FormatNumbers<Real>& numbers = layer.numbers;
    const FormatMatrix<Real>& entering = *layer.value;
    FormatMatrix<Real>& z = layer.z;
    const Eigen::Index rows = layer.network.size(layer.layer);
    z.setZero(rows, entering.cols());
    bool finite = true;
    for (Eigen::Index j = 0; j < entering.rows() && !layer.stop.stop_requested(); ++j) {
        layer.roundColumns(j, 1);
        const Real* column = layer.columns.data();
        for (Eigen::Index i = 0; i < rows; ++i)
            finite = finite && std::isfinite(column[i]);
        for (Eigen::Index x = 0; x < entering.cols(); ++x) {
            const Real a = entering(j, x);
            Real* sums = z.data() + x * rows;
            if (numbers.accumulate.flushes())
                for (Eigen::Index i = 0; i < rows; ++i)
                    sums[i] = numbers.flushed(sums[i] + numbers.flushed(column[i] * a));
            else
                for (Eigen::Index i = 0; i < rows; ++i)
                    sums[i] += column[i] * a;
        }
    }
    layer.note(finite, FormatPlace::parameters);
    for (Real& value : z.reshaped())
        value = numbers.rounded(double{value});
    layer.note(z, FormatPlace::weightedInput);
    layer.value = &z;
}

// Some neurons for every example: sums of several neurons at once, since each addition waits for the one before it.
template <class Real>
void multiplyByColumns(FormatBackward<Real>& layer, Eigen::Index first, Eigen::Index count)
{
    FormatNumbers<Real>& numbers = layer.numbers;
    const FormatMatrix<Real>& above = *layer.value;
    const Eigen::Index rows = above.rows();
    for (Eigen::Index x = 0; x < above.cols(); ++x) {
        const Real* u = above.data() + x * rows;
        std::array<Real, kSideBySide> sums{};
        for (Eigen::Index i = 0; i < rows; ++i)
            for (Eigen::Index k = 0; k < count; ++k) {
                Real& sum = sums[static_cast<std::size_t>(k)];
                const Real product = layer.columns[static_cast<std::size_t>(k * rows + i)] * u[i];
                sum = numbers.accumulate.flushes() ? numbers.flushed(sum + numbers.flushed(product)) : sum + product;
            }
        for (Eigen::Index k = 0; k < count; ++k)
            layer.gradient(first + k, x) = numbers.rounded(double{sums[static_cast<std::size_t>(k)]});
    }
}

template <class Real>
void backwardInFormat(FormatBackward<Real>& layer)
{
    layer.gradient.resize(layer.network.size(layer.layer - 1), layer.value->cols());
    for (Eigen::Index j = 0; j < layer.gradient.rows() && !layer.stop.stop_requested(); j += kSideBySide) {
        const Eigen::Index count = std::min<Eigen::Index>(kSideBySide, layer.gradient.rows() - j);
        layer.roundColumns(j, count);
        multiplyByColumns(layer, j, count);
    }
    layer.value = &layer.gradient;
}

} // namespace

extern const Operation linear;
const Operation linear{
    .id = "linear",
    .placed = placed,
    .parameters = Operation::Parameters::weights,
    .forward = forward,
    .backward = backward,
    .forwardBlock = forwardBlock,
    .backwardBlock = backwardBlock,
    .jacobian = jacobian,
    .meanField = {meanField<double>, meanField<numerics::Scaled>},
    .chainError = {chainError<double>, chainError<numerics::Scaled>},
    .probed = probed,
    .exactly = exactly,
    .inSingle = {forwardInFormat<float>, backwardInFormat<float>},
    .inDouble = {forwardInFormat<double>, backwardInFormat<double>},
};

} // namespace deltascope::operations
