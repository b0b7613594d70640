// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/backward_pass.h"

#include "network/activations/activation.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace deltascope::network {

namespace {

constexpr double kResolved = 0x1p-20; // of what is added to an offset, that may be lost
constexpr double kSmallBackwardProduct = 0x1p-900; // nearer to the end of double's range digits may be lost
constexpr std::int64_t kLowest =
    -numerics::Scaled::kExponentLimit / 2; // an exponent that falls below it goes into the offset

/// exponent − offset, saturated; a little before the end, so that what a number is divided by to be drawn is held too.
std::int64_t lowered(std::int64_t exponent, numerics::Scaled offset)
{
    constexpr std::int64_t kLargestShown = 4'600'000'000'000'000'000;
    if (offset.isZero())
        return exponent;
    if (offset.exponent > 62)
        return offset.sign() > 0 ? -numerics::Scaled::kExponentLimit : numerics::Scaled::kExponentLimit;
    const std::int64_t sum = numerics::shiftedExponent(exponent, -static_cast<std::int64_t>(offset.nearestDouble()));
    return sum < -kLargestShown ? -numerics::Scaled::kExponentLimit : sum;
}

/// True where something is left of the values, and all of it is smaller than a Scaled holds.
bool allTooSmall(std::span<const numerics::Scaled> values)
{
    bool any = false;
    for (const numerics::Scaled& value : values) {
        if (value.isZero())
            continue;
        if (value.exponent > -numerics::Scaled::kExponentLimit)
            return false;
        any = true;
    }
    return any;
}

/// Of such values, given t with |value| = e^(−t) of each: the values in units of the largest. Returns log2 of 1/unit.
template <class Tail>
numerics::Scaled toLargest(std::span<numerics::Scaled> values, const Tail& tail)
{
    numerics::Scaled least;
    bool found = false;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!values[i].isZero())
            if (const numerics::Scaled t = tail(i); !found || t < least) {
                least = t;
                found = true;
            }
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!values[i].isZero())
            values[i] = numerics::Scaled::from(values[i].sign()) * numerics::exp(least - tail(i));
    return least * numerics::Scaled::from(std::numbers::log2e);
}

/// target ← target + factor·other, the largest component then between ½ and 1.
void add(numerics::Column& target, double factor, const numerics::Column& other)
{
    if (other.vector().isZero(0))
        return;
    if (target.vector().isZero(0))
        target.exponent = other.exponent;
    const std::int64_t exponent = std::max(target.exponent, other.exponent);
    const auto scale = [exponent](const numerics::Column& column) {
        return std::ldexp(1.0, static_cast<int>(std::max<std::int64_t>(column.exponent - exponent, -2000)));
    };
    target.vector() = scale(target) * target.vector() + (factor * scale(other)) * other.vector();
    target.exponent = exponent;
    const double largest = target.vector().cwiseAbs().maxCoeff();
    if (largest == 0)
        return;
    const int shift = std::ilogb(largest) + 1; // or the sum would grow out of range over many layers
    target.vector() *= std::ldexp(1.0, -shift);
    target.exponent = numerics::shiftedExponent(exponent, shift);
}

} // namespace

void BackwardPass::Buffer::reserve(Eigen::Index widest, Eigen::Index examples)
{
    mantissas.resize(static_cast<std::size_t>(widest * examples));
    exponents.resize(static_cast<std::size_t>(examples));
}

numerics::Columns BackwardPass::Buffer::with(const std::vector<std::int64_t>& ofColumns) const
{
    return {const_cast<double*>(mantissas.data()), size, static_cast<Eigen::Index>(exponents.size()),
        const_cast<std::int64_t*>(ofColumns.data())};
}

void BackwardPass::Buffer::setOffset(Eigen::Index x, numerics::Scaled offset)
{
    offsets.resize(exponents.size());
    offsets[static_cast<std::size_t>(x)] = offset;
}

bool BackwardPass::Buffer::lower(Eigen::Index x, numerics::Scaled by)
{
    const numerics::Scaled present = offset(x), sum = present + by;
    if (numerics::abs(by) * numerics::Scaled::from(kResolved) < numerics::abs((sum - present) - by))
        return false;
    setOffset(x, sum);
    return true;
}

numerics::Scaled BackwardPass::Buffer::smallestOffset() const
{
    numerics::Scaled smallest;
    bool found = false;
    for (Eigen::Index x = 0; x < columns().count; ++x)
        if (!columns().column(x).vector().isZero(0) && (!found || offset(x) < smallest)) {
            smallest = offset(x);
            found = true;
        }
    return smallest;
}

void BackwardPass::Buffer::share(numerics::Scaled offset)
{
    for (std::size_t x = 0; x < offsets.size(); ++x) {
        exponents[x] = lowered(exponents[x], offsets[x] - offset);
        offsets[x] = offset;
    }
}

void BackwardPass::Buffer::present(numerics::Scaled unitOffset)
{
    if (offsets.empty())
        return;
    exponentsAbsolute.resize(exponents.size());
    exponentsInUnits.resize(exponents.size());
    for (std::size_t x = 0; x < exponents.size(); ++x) {
        exponentsAbsolute[x] = lowered(exponents[x], offsets[x]);
        exponentsInUnits[x] = lowered(exponents[x], offsets[x] - unitOffset);
    }
}

BackwardPass::BackwardPass(const Network& network, const ForwardPass& forward, const losses::Loss& loss,
    const Eigen::Ref<const Eigen::MatrixXd>& targets, Cost cost)
    : m_network(network)
    , m_forward(forward)
{
    int widest = 0;
    for (int layer = 1; layer <= network.depth(); ++layer)
        widest = std::max(widest, network.size(layer));
    m_scratch.resize(static_cast<std::size_t>(widest));
    m_delta.reserve(widest, forward.examples());
    m_product.reserve(widest, forward.examples());
    if (network.hasResidual())
        m_gradient.reserve(widest, forward.examples());
    if (network.normalization() != Normalization::none)
        m_raw.reserve(widest, forward.examples());
    m_outputs.resize(static_cast<std::size_t>(network.size(network.depth())));
    m_outputsCancel = loss.sumsToOne;
    start(loss, targets);
    if (cost == Cost::computed)
        computeCost(loss, targets);
}

std::span<const numerics::Scaled> BackwardPass::outputs(Eigen::Index example)
{
    const numerics::Columns z = m_forward.z(m_network.depth());
    for (Eigen::Index i = 0; i < z.size; ++i)
        m_outputs[static_cast<std::size_t>(i)] = z.at(i, example);
    return m_outputs;
}

void BackwardPass::start(const losses::Loss& loss, const Eigen::Ref<const Eigen::MatrixXd>& targets)
{
    const activations::Activation& activation = m_network.activation(m_network.depth());
    m_delta.size = m_network.size(m_network.depth());
    const numerics::Columns delta = m_delta.columns();
    for (Eigen::Index example = 0; example < delta.count; ++example)
        packOutput(loss, {activation, outputs(example), {targets.col(example).data(), m_outputs.size()}}, example);
    present();
}

void BackwardPass::packOutput(const losses::Loss& loss, const losses::LossInput& input, Eigen::Index example)
{
    const std::span values(m_scratch.data(), m_outputs.size());
    loss.outputDelta(input, values);
    if (allTooSmall(values))
        m_delta.setOffset(example, toLargest(values, [&](std::size_t i) {
            return loss.deltaTail ? loss.deltaTail(input, i) : numerics::Scaled::from(-values[i].naturalLog());
        }));
    const numerics::Columns delta = m_delta.columns();
    numerics::Column column = delta.column(example);
    m_belowResolution += numerics::packNormalised(values, column).belowResolution;
    delta.set(example, column);
    keepWithinRange(m_delta, example);
}

void BackwardPass::keepWithinRange(Buffer& buffer, Eigen::Index example)
{
    std::int64_t& exponent = buffer.exponents[static_cast<std::size_t>(example)];
    for (; exponent <= kLowest; exponent -= kLowest)
        if (!buffer.lower(example, numerics::Scaled::from(-static_cast<double>(kLowest)))) {
            exponent = std::max(exponent, -numerics::Scaled::kExponentLimit); // beyond range in this unit too
            return;
        }
}

void BackwardPass::present()
{
    m_leftRange = m_leftRange || !m_delta.offsets.empty();
    if (!m_leftRange)
        return;
    m_unitOffset = m_delta.smallestOffset();
    m_delta.present(m_unitOffset);
    if (m_normalized)
        m_raw.present(m_unitOffset);
}

void BackwardPass::computeCost(const losses::Loss& loss, const Eigen::Ref<const Eigen::MatrixXd>& targets)
{
    const activations::Activation& activation = m_network.activation(m_network.depth());
    const Eigen::Index examples = m_forward.examples();
    const std::span values(m_scratch.data(), m_outputs.size());
    numerics::Scaled squares;
    for (Eigen::Index example = 0; example < examples; ++example) {
        const losses::LossInput input{activation, outputs(example), {targets.col(example).data(), values.size()}};
        m_cost = m_cost + loss.cost(input);
        loss.outputGradient(input, values);
        m_outputGradient = values[0];
        if (example == 0)
            m_firstOutputGradient = values[0];
        for (const numerics::Scaled& value : values)
            squares = squares + value * value;
    }
    const numerics::Scaled share = numerics::Scaled::from(1.0 / static_cast<double>(examples));
    if (examples > 1)
        m_cost = m_cost * share;
    if (values.size() > 1 || examples > 1)
        m_outputGradient = numerics::sqrt(squares * share);
}

void BackwardPass::step(int layer)
{
    m_product.size = m_network.size(layer);
    const Buffer& after = m_normalized ? m_raw : m_delta;
    numerics::multiplyTransposed(m_network.weights(layer + 1), after.columns(), m_product.columns());
    m_product.offsets = after.offsets;
    if (passesNothing(layer)) {
        m_product.columns().matrix().setZero();
        std::fill_n(m_product.columns().exponents, m_forward.examples(), 0);
    }
    addResidual(layer);
    m_belowResolution = 0;
    for (Eigen::Index example = 0; example < m_forward.examples(); ++example)
        if (!m_forward.plain(layer, example) || !multiplyPlain(layer, example))
            multiplyScaled(layer, example);
    std::swap(m_delta, m_product);
    m_normalized = m_network.normalization(layer) != Normalization::none;
    m_shift = m_network.normalization(layer + 1) == Normalization::batch ? BiasShift::removed : BiasShift::kept;
    if (m_normalized)
        normalizeBack(layer);
    present();
}

void BackwardPass::normalizeBack(int layer)
{
    m_raw.size = m_delta.size;
    m_raw.offsets = m_delta.offsets;
    const numerics::Columns raw = m_raw.columns(), delta = m_delta.columns();
    raw.matrix() = delta.matrix();
    std::copy_n(delta.exponents, delta.count, raw.exponents);
    if (m_network.normalization(layer) == Normalization::batch)
        m_raw.share(m_raw.smallestOffset()); // the examples are about to be mixed
    backThroughNormalization(
        m_network.normalization(layer), m_forward.normalized(layer), m_forward.deviations(layer), raw);
}

// Both columns in the unit of the larger one, which becomes that of `sum`.
void BackwardPass::toCommonUnit(
    numerics::Column& column, Buffer& sum, numerics::Column& other, const Buffer& added, Eigen::Index example)
{
    const bool first = column.vector().isZero(0), second = other.vector().isZero(0);
    const numerics::Scaled own = sum.offset(example), others = added.offset(example);
    const numerics::Scaled common = first || (!second && others < own) ? others : own;
    column.exponent = lowered(column.exponent, own - common);
    other.exponent = lowered(other.exponent, others - common);
    sum.setOffset(example, common);
}

// Under a softmax the δ of the outputs add up to 0: outputs with equal weights then pass nothing, where rounding would
// leave 10⁻¹⁶.
bool BackwardPass::passesNothing(int layer) const
{
    if (!m_outputsCancel || layer + 1 != m_network.depth())
        return false;
    const auto weights = m_network.weights(layer + 1);
    for (Eigen::Index i = 1; i < weights.rows(); ++i)
        if (weights.row(i) != weights.row(0))
            return false;
    return true;
}

// The product + α ∂C/∂a^(l+1), kept as ∂C/∂a^l for the layer before.
void BackwardPass::addResidual(int layer)
{
    if (!m_network.hasResidual())
        return;
    const numerics::Columns product = m_product.columns();
    const double residual = m_network.residual(layer + 1);
    if (residual != 0)
        for (Eigen::Index example = 0; example < product.count; ++example) {
            numerics::Column column = product.column(example), other = m_gradient.columns().column(example);
            if (!m_product.offsets.empty() || !m_gradient.offsets.empty())
                toCommonUnit(column, m_product, other, m_gradient, example);
            add(column, residual, other);
            product.set(example, column);
        }
    m_gradient.size = m_product.size;
    m_gradient.offsets = m_product.offsets;
    m_gradient.columns().matrix() = product.matrix();
    std::copy_n(product.exponents, product.count, m_gradient.columns().exponents);
}

// f′ ⊙ product in doubles; false, with the product as it was, where digits could be lost.
bool BackwardPass::multiplyPlain(int layer, Eigen::Index example)
{
    const numerics::Columns columns = m_product.columns();
    numerics::Column product = columns.column(example);
    const numerics::Column derivative = m_forward.derivativeColumn(layer, example);
    double largest = 0;
    for (Eigen::Index i = 0; i < product.size; ++i) {
        const double size = std::abs(product.mantissas[i] * derivative.mantissas[i]);
        if (size < kSmallBackwardProduct && product.mantissas[i] != 0 && derivative.mantissas[i] != 0)
            return false;
        largest = std::max(largest, size);
    }
    if (largest == 0) {
        product.vector().setZero();
        columns.exponents[example] = 0;
        return true;
    }
    const int shift = std::ilogb(largest) + 1;
    if (shift < -100 || shift > 100)
        return false; // scaling up or down by so much is left to the exact way
    const double scale = std::ldexp(1.0, -shift);
    for (Eigen::Index i = 0; i < product.size; ++i)
        product.mantissas[i] *= derivative.mantissas[i] * scale;
    columns.exponents[example] = numerics::shiftedExponent(product.exponent, shift);
    keepWithinRange(m_product, example);
    return true;
}

void BackwardPass::multiplyScaled(int layer, Eigen::Index example)
{
    const numerics::Columns columns = m_product.columns();
    numerics::Column product = columns.column(example);
    const std::span values(m_scratch.data(), static_cast<std::size_t>(product.size));
    std::int64_t before = product.exponent;
    for (Eigen::Index i = 0; i < product.size; ++i)
        values[static_cast<std::size_t>(i)] =
            numerics::Scaled::from(product.mantissas[i]) * m_forward.derivative(layer, i, example);
    if (allTooSmall(values)) {
        const numerics::Scaled tail = toLargest(values, [&](std::size_t i) {
            const auto neuron = static_cast<Eigen::Index>(i);
            return activations::tailOf(m_network.activation(layer), m_forward.z(layer, neuron, example),
                       m_forward.derivative(layer, neuron, example))
                - numerics::Scaled::from(std::log(std::abs(product.mantissas[i])));
        });
        if (!m_product.lower(example, tail))
            before = -numerics::Scaled::kExponentLimit; // beyond range in this unit too
    }
    m_belowResolution += numerics::packNormalised(values, product).belowResolution;
    columns.exponents[example] = before + product.exponent; // neither is below −2^62
    keepWithinRange(m_product, example);
}

} // namespace deltascope::network
