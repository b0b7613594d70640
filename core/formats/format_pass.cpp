// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/format_pass.h"

#include "base/registry.h"
#include "formats/activation_values.h"
#include "formats/format_statistics.h"
#include "network/losses/loss.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <type_traits>

namespace deltascope::formats {

namespace {

constexpr int kSideBySide = 8;

/// Real: what numbers are kept and sums are taken in.
template <class Real>
class Pass {
public:
    Pass(const FormatTask& task, const numerics::FloatFormat& format, numerics::Rounding::Underflow underflow,
        const std::stop_token& stop);

    std::optional<FormatPass> run();

private:
    using Matrix = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic>;

    /// What the way back needs of a layer.
    struct Layer {
        Matrix normalized;
        std::vector<Real> deviations; // by example (layer) or by neuron (batch)
    };

    Layer& of(int layer) { return m_layers[static_cast<std::size_t>(layer)]; }
    /// f′ of a layer
    Eigen::Map<Matrix> derivatives(int layer)
    {
        return {m_derivatives.data() + m_offsets[static_cast<std::size_t>(layer)], m_network.size(layer), m_examples};
    }
    Real round(double value) { return static_cast<Real>(m_round(value)); }

    void note(bool finite, int layer, FormatPass::Place place);
    void noteOverflow(const Matrix& values, int layer, FormatPass::Place place);
    void roundColumns(int layer, Eigen::Index first, Eigen::Index count);
    Real flushed(Real value) const { return std::abs(value) < m_flushBelow ? Real{0} : value; }
    void enter();
    bool weightedInputs(int layer);
    void normalize(int layer);
    void addBiases(int layer);
    void activate(int layer);
    bool forward(int layer);

    void outputDelta();
    bool backward(int layer);
    void multiplyByColumns(Eigen::Index first, Eigen::Index count);
    void backThroughNormalization(int layer);
    FormatSpeed speed();

    const network::Network& m_network;
    const data::Dataset& m_data;
    const losses::Loss& m_loss;
    Eigen::Index m_examples;
    const std::stop_token& m_stop;
    numerics::Rounding m_round, m_accumulate;
    Real m_flushBelow; // of products and sums, which are Real's own; 0: nothing is flushed
    FormatPass m_result;

    std::vector<Layer> m_layers; // empty without normalization
    std::vector<Real> m_derivatives;
    std::vector<std::size_t> m_offsets; // of each layer in it
    Matrix m_a, m_z, m_before; // of the present layer; a of the one before
    std::vector<Real> m_columns; // of the weights, rounded
    std::vector<double> m_buffer;
    ActivationValues m_function;
    Matrix m_gradient, m_delta, m_raw; // ∂C/∂a, δ, and u = ∂C/∂(w a)
    Matrix m_above; // ∂C/∂a of the layer above
};

const numerics::FloatFormat& single()
{
    return numerics::floatFormats()[2];
}

const numerics::FloatFormat& formatOfSums(const numerics::FloatFormat& format)
{
    return format.precision < single().precision ? single() : format;
}

template <class Real>
Pass<Real>::Pass(const FormatTask& task, const numerics::FloatFormat& format, numerics::Rounding::Underflow underflow,
    const std::stop_token& stop)
    : m_network(task.network)
    , m_data(task.data)
    , m_loss(*findKind(losses::lossesRegistry(), task.loss))
    , m_examples(task.examples)
    , m_stop(stop)
    , m_round(format, underflow)
    , m_accumulate(formatOfSums(format), underflow)
    , m_flushBelow(underflow == numerics::Rounding::Underflow::flushed ? std::numeric_limits<Real>::min() : Real{0})
    , m_offsets{0}
    , m_function(std::is_same_v<Real, double> ? ActivationValues::Reach::toTheEnd : ActivationValues::Reach::normal)
{
    std::size_t all = 0;
    for (int layer = 1; layer <= m_network.depth(); ++layer) {
        m_offsets.push_back(all);
        all += static_cast<std::size_t>(m_network.size(layer) * m_examples);
    }
    m_derivatives.resize(all);
    if (m_network.normalization() != network::Normalization::none)
        m_layers.resize(m_offsets.size());
}

/// Keeps the first place that is not finite.
template <class Real>
void Pass<Real>::note(bool finite, int layer, FormatPass::Place place)
{
    if (finite || m_result.overflow != FormatPass::Place::nowhere)
        return;
    m_result.overflowsAt = layer;
    m_result.overflow = place;
}

template <class Real>
void Pass<Real>::noteOverflow(const Matrix& values, int layer, FormatPass::Place place)
{
    if (m_result.overflow == FormatPass::Place::nowhere)
        note(values.allFinite(), layer, place);
}

template <class Real>
void Pass<Real>::enter()
{
    m_a.resize(m_data.inputs.rows(), m_examples);
    for (Eigen::Index x = 0; x < m_examples; ++x)
        for (Eigen::Index i = 0; i < m_a.rows(); ++i)
            m_a(i, x) = round(m_data.inputs(i, x));
    noteOverflow(m_a, 0, FormatPass::Place::input);
    if (m_a.isZero(0) && !m_data.inputs.leftCols(m_examples).isZero(0))
        m_result.silentAt = 0;
}

template <class Real>
void Pass<Real>::roundColumns(int layer, Eigen::Index first, Eigen::Index count)
{
    const auto weights = m_network.weights(layer);
    const auto size = static_cast<std::size_t>(weights.rows() * count);
    m_columns.resize(size);
    m_round.round(weights.data() + first * weights.rows(), m_columns.data(), size);
}

// Column by column, so that the terms of each sum are added in their order and those of different sums side by side.
template <class Real>
bool Pass<Real>::weightedInputs(int layer)
{
    const Eigen::Index rows = m_network.size(layer), columns = m_network.size(layer - 1);
    m_z.setZero(rows, m_examples);
    bool finite = true;
    for (Eigen::Index j = 0; j < columns; ++j) {
        if (m_stop.stop_requested())
            return false;
        roundColumns(layer, j, 1);
        const Real* column = m_columns.data();
        for (Eigen::Index i = 0; i < rows; ++i)
            finite = finite && std::isfinite(column[i]);
        for (Eigen::Index x = 0; x < m_examples; ++x) {
            const Real a = m_a(j, x);
            Real* sums = m_z.data() + x * rows;
            if (m_accumulate.flushes())
                for (Eigen::Index i = 0; i < rows; ++i)
                    sums[i] = flushed(sums[i] + flushed(column[i] * a));
            else
                for (Eigen::Index i = 0; i < rows; ++i)
                    sums[i] += column[i] * a;
        }
    }
    note(finite, layer, FormatPass::Place::parameters);
    for (Real& value : m_z.reshaped())
        value = round(double{value});
    noteOverflow(m_z, layer, FormatPass::Place::weightedInput);
    return true;
}

template <class Real>
void Pass<Real>::normalize(int layer)
{
    const network::Normalization over = m_network.normalization(layer);
    if (over == network::Normalization::none)
        return;
    Layer& kept = of(layer);
    for (Eigen::Index g = 0; g < (over == network::Normalization::layer ? m_z.cols() : m_z.rows()); ++g)
        kept.deviations.push_back(over == network::Normalization::layer ? standardize<Real>(m_z.col(g), m_round)
                                                                        : standardize<Real>(m_z.row(g), m_round));
    const Eigen::Map<const Matrix> deviations(
        kept.deviations.data(), static_cast<Eigen::Index>(kept.deviations.size()), 1);
    noteOverflow(deviations, layer, FormatPass::Place::weightedInput);
    kept.normalized = m_z;
}

template <class Real>
void Pass<Real>::addBiases(int layer)
{
    const bool balanced = m_network.balanced(layer);
    const auto biases = m_network.biases(layer);
    bool finite = true;
    for (Eigen::Index i = 0; i < m_z.rows(); ++i) {
        const Real bias = balanced ? -m_z(i, 0) : round(biases[i]);
        finite = finite && std::isfinite(bias);
        for (Eigen::Index x = 0; x < m_examples; ++x)
            m_z(i, x) = round(double{m_z(i, x)} + double{bias});
    }
    note(finite, layer, FormatPass::Place::parameters);
    noteOverflow(m_z, layer, FormatPass::Place::weightedInput);
}

template <class Real>
void Pass<Real>::activate(int layer)
{
    m_buffer.assign(m_z.data(), m_z.data() + m_z.size());
    m_function.evaluate(m_network.activation(layer), m_buffer);
    std::swap(m_before, m_a);
    m_a.resize(m_z.rows(), m_examples);
    const double residual = round(m_network.residual(layer));
    for (Eigen::Index i = 0; i < m_z.size(); ++i) {
        const auto place = static_cast<std::size_t>(i);
        m_a.data()[i] = round(m_function.values[place]);
        m_derivatives[m_offsets[static_cast<std::size_t>(layer)] + place] = round(m_function.derivatives[place]);
        if (residual != 0)
            m_a.data()[i] = round(double{m_a.data()[i]} + m_round(residual * double{m_before.data()[i]}));
    }
    noteOverflow(m_a, layer, FormatPass::Place::activation);
    if (m_result.silentAt < 0 && layer < m_network.depth() && m_a.isZero(0))
        m_result.silentAt = layer;
}

template <class Real>
bool Pass<Real>::forward(int layer)
{
    if (!weightedInputs(layer))
        return false;
    normalize(layer);
    addBiases(layer);
    activate(layer);
    return true;
}

template <class Real>
void Pass<Real>::outputDelta()
{
    const int depth = m_network.depth();
    const auto size = static_cast<std::size_t>(m_network.size(depth));
    const activations::Activation& activation = m_network.activation(depth);
    std::vector<double> z(size), a(size), derivative(size), target(size), delta(size);
    m_delta.resize(m_z.rows(), m_examples);
    for (Eigen::Index x = 0; x < m_examples; ++x) {
        for (std::size_t i = 0; i < size; ++i) {
            const auto row = static_cast<Eigen::Index>(i);
            z[i] = double{m_z(row, x)};
            a[i] = double{m_a(row, x)};
            derivative[i] = double{derivatives(depth)(row, x)};
            target[i] = m_round(m_data.targets(row, x));
        }
        if (m_loss.roundedDelta) {
            m_loss.roundedDelta(
                {z.data(), a.data(), derivative.data(), target.data(), size, m_round, m_accumulate}, delta.data());
        } else {
            std::vector<numerics::Scaled> outputs, exact(size);
            for (const double each : z)
                outputs.push_back(numerics::Scaled::from(std::isfinite(each) ? each : 0));
            m_loss.outputDelta({activation, outputs, target}, exact);
            for (std::size_t i = 0; i < size; ++i)
                delta[i] =
                    std::isfinite(z[i]) ? m_round(exact[i].nearestDouble()) : std::numeric_limits<double>::quiet_NaN();
        }
        for (std::size_t i = 0; i < size; ++i)
            m_delta(static_cast<Eigen::Index>(i), x) = static_cast<Real>(delta[i]);
    }
}

// ∂C/∂a of some neurons from the u of the layer above and their weights, for every example: sums of several neurons at
// once, since each addition waits for the one before it.
template <class Real>
void Pass<Real>::multiplyByColumns(Eigen::Index first, Eigen::Index count)
{
    const Eigen::Index rows = m_raw.rows();
    for (Eigen::Index x = 0; x < m_examples; ++x) {
        const Real* u = m_raw.data() + x * rows;
        std::array<Real, kSideBySide> sums{};
        for (Eigen::Index i = 0; i < rows; ++i)
            for (Eigen::Index k = 0; k < count; ++k) {
                Real& sum = sums[static_cast<std::size_t>(k)];
                const Real product = m_columns[static_cast<std::size_t>(k * rows + i)] * u[i];
                sum = m_accumulate.flushes() ? flushed(sum + flushed(product)) : sum + product;
            }
        for (Eigen::Index k = 0; k < count; ++k)
            m_gradient(first + k, x) = round(double{sums[static_cast<std::size_t>(k)]});
    }
}

template <class Real>
bool Pass<Real>::backward(int layer)
{
    std::swap(m_above, m_gradient);
    const double residual = round(m_network.residual(layer + 1));
    m_raw.swap(m_delta);
    if (m_network.normalization(layer + 1) != network::Normalization::none)
        backThroughNormalization(layer + 1);
    m_gradient.resize(m_network.size(layer), m_examples);
    for (Eigen::Index j = 0; j < m_gradient.rows(); j += kSideBySide) {
        if (m_stop.stop_requested())
            return false;
        const Eigen::Index count = std::min<Eigen::Index>(kSideBySide, m_gradient.rows() - j);
        roundColumns(layer + 1, j, count);
        multiplyByColumns(j, count);
    }
    const Eigen::Map<Matrix> slopes = derivatives(layer);
    m_delta.resize(m_gradient.rows(), m_examples);
    for (Eigen::Index i = 0; i < m_gradient.size(); ++i) {
        Real& gradient = m_gradient.data()[i];
        if (residual != 0)
            gradient = round(double{gradient} + m_round(residual * double{m_above.data()[i]}));
        m_delta.data()[i] = round(double{gradient} * double{slopes.data()[i]});
    }
    return true;
}

template <class Real>
void Pass<Real>::backThroughNormalization(int layer)
{
    const Layer& kept = of(layer);
    for (std::size_t g = 0; g < kept.deviations.size(); ++g) {
        const auto group = static_cast<Eigen::Index>(g);
        if (m_network.normalization(layer) == network::Normalization::layer)
            project(m_raw.col(group), kept.normalized.col(group), kept.deviations[g], m_round);
        else
            project(m_raw.row(group), kept.normalized.row(group), kept.deviations[g], m_round);
    }
}

/// ‖⟨δ⟩‖ over the examples.
template <class Real>
FormatSpeed Pass<Real>::speed()
{
    std::vector<Real> mean(static_cast<std::size_t>(m_delta.rows()));
    for (std::size_t i = 0; i < mean.size(); ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        if (m_examples == 1) {
            mean[i] = m_delta(row, 0);
            continue;
        }
        for (Eigen::Index x = 0; x < m_examples; ++x)
            mean[i] = flushed(mean[i] + m_delta(row, x));
        mean[i] = round(double{mean[i] / static_cast<Real>(m_examples)});
    }
    return sizeOf(mean);
}

template <class Real>
std::optional<FormatPass> Pass<Real>::run()
{
    const int depth = m_network.depth();
    // One NaN anywhere goes into every neuron of the next layer, and back into every δ.
    m_result.speeds.assign(static_cast<std::size_t>(depth), {FormatSpeed::Kind::notANumber, {}});
    enter();
    for (int layer = 1; layer <= depth; ++layer) {
        if (!forward(layer))
            return std::nullopt;
        if (m_a.hasNaN() || derivatives(layer).hasNaN())
            return m_result;
    }
    outputDelta();
    for (int layer = depth; layer >= 1; --layer) {
        if (layer < depth && !backward(layer))
            return std::nullopt;
        m_result.speeds[static_cast<std::size_t>(layer - 1)] = speed();
        if (m_delta.hasNaN())
            break;
    }
    m_result.underflowed = m_round.underflowed() || m_accumulate.underflowed();
    return m_result;
}

} // namespace

std::optional<FormatPass> formatPass(const FormatTask& task, const numerics::FloatFormat& format,
    numerics::Rounding::Underflow underflow, const std::stop_token& stop)
{
    assert(task.examples >= 1 && task.examples <= task.data.examples());
    if (format.precision > single().precision)
        return Pass<double>(task, format, underflow, stop).run();
    return Pass<float>(task, format, underflow, stop).run();
}

} // namespace deltascope::formats
