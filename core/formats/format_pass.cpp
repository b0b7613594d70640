// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/format_pass.h"

#include "base/registry.h"
#include "network/activation_parts/activation_values.h"
#include "network/losses/loss.h"
#include "network/operation.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <type_traits>

namespace deltascope::formats {

namespace {

/// Real: what numbers are kept and sums are taken in.
template <class Real>
class Pass {
public:
    Pass(const FormatTask& task, const numerics::FloatFormat& format, numerics::Rounding::Underflow underflow,
        const std::stop_token& stop);

    std::optional<FormatPass> run();

private:
    using Matrix = operations::FormatMatrix<Real>;

    /// f′ of a layer
    Eigen::Map<Matrix> derivatives(int layer) { return {slopes(layer), m_network.size(layer), m_examples}; }
    Real* slopes(int layer) { return m_derivatives.data() + m_offsets[static_cast<std::size_t>(layer)]; }
    operations::FormatLayer<Real> layerOf(int layer, Matrix& value);
    void enter();
    void forward(int layer);
    void outputDelta();
    void backward(int layer);
    void throughOperations(operations::FormatBackward<Real>& layer, std::size_t first, std::size_t end);
    FormatSpeed speed();

    const network::Network& m_network;
    const data::Dataset& m_data;
    const losses::Loss& m_loss;
    Eigen::Index m_examples;
    const std::stop_token& m_stop;
    operations::FormatNumbers<Real> m_numbers;
    operations::FormatOverflow m_overflow;
    FormatPass m_result;

    std::vector<operations::KeptFormat<Real>> m_kept; // of all layers, one after the other
    std::vector<std::size_t> m_keptOf; // of each layer, its first in it
    std::vector<Real> m_derivatives;
    std::vector<std::size_t> m_offsets; // of each layer in it
    Matrix m_sequence; // the inputs
    std::vector<Eigen::Index> m_fedFrom; // of each layer, its first row there
    Matrix m_a, m_z, m_before; // of the present layer; a of the one before
    std::vector<Real> m_columns; // of the weights, rounded
    std::vector<double> m_buffer;
    network::ActivationValues m_function;
    Matrix m_gradient, m_delta; // ∂C/∂a, and δ
    Matrix m_past; // a gradient that goes past the operations of a layer
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
    , m_numbers{numerics::Rounding(format, underflow), numerics::Rounding(formatOfSums(format), underflow),
          underflow == numerics::Rounding::Underflow::flushed ? std::numeric_limits<Real>::min() : Real{0}}
    , m_keptOf{0}
    , m_offsets{0}
    , m_function(std::is_same_v<Real, double> ? network::ActivationValues::Reach::toTheEnd
                                              : network::ActivationValues::Reach::normal)
{
    std::size_t all = 0, kept = 0;
    Eigen::Index fed = m_network.size(0);
    m_fedFrom.push_back(0);
    for (int layer = 1; layer <= m_network.depth(); ++layer) {
        m_offsets.push_back(all);
        m_fedFrom.push_back(fed);
        fed += m_network.fed(layer);
        m_keptOf.push_back(kept);
        all += static_cast<std::size_t>(m_network.size(layer) * m_examples);
        kept += static_cast<std::size_t>(m_network.plan(layer).kept);
    }
    m_derivatives.resize(all);
    m_kept.resize(kept);
}

template <class Real>
operations::FormatLayer<Real> Pass<Real>::layerOf(int layer, Matrix& value)
{
    return {.network = m_network,
        .layer = layer,
        .operation = nullptr,
        .numbers = m_numbers,
        .stop = m_stop,
        .kept = m_kept.data() + m_keptOf[static_cast<std::size_t>(layer)],
        .derivatives = slopes(layer),
        .columns = m_columns,
        .sequence = m_sequence,
        .firstFed = m_fedFrom[static_cast<std::size_t>(layer)],
        .value = &value};
}

template <class Real>
void Pass<Real>::enter()
{
    m_sequence.resize(m_data.inputs.rows(), m_examples);
    for (Eigen::Index x = 0; x < m_examples; ++x)
        for (Eigen::Index i = 0; i < m_sequence.rows(); ++i)
            m_sequence(i, x) = m_numbers.rounded(m_data.inputs(i, x));
    m_a = m_sequence.topRows(m_network.size(0));
    m_overflow.note(m_sequence.allFinite(), 0, operations::FormatPlace::input);
    if (m_sequence.isZero(0) && !m_data.inputs.leftCols(m_examples).isZero(0))
        m_result.silentAt = 0;
}

template <class Real>
void Pass<Real>::forward(int layer)
{
    std::swap(m_before, m_a);
    operations::FormatForward<Real> here{
        layerOf(layer, m_before), m_before, m_z, m_a, m_function, m_buffer, m_overflow};
    for (const network::LayerOperation& operation : m_network.plan(layer).operations) {
        here.operation = &operation;
        operation.kind->inFormat<Real>().forward(here);
    }
    if (m_result.silentAt < 0 && layer < m_network.depth() && m_a.isZero(0))
        m_result.silentAt = layer;
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
            target[i] = m_numbers.round(m_data.targets(row, x));
        }
        if (m_loss.roundedDelta) {
            m_loss.roundedDelta(
                {z.data(), a.data(), derivative.data(), target.data(), size, m_numbers.round, m_numbers.accumulate},
                delta.data());
        } else {
            std::vector<numerics::Scaled> outputs, exact(size);
            for (const double each : z)
                outputs.push_back(numerics::Scaled::from(std::isfinite(each) ? each : 0));
            m_loss.outputDelta({activation, outputs, target}, exact);
            for (std::size_t i = 0; i < size; ++i)
                delta[i] = std::isfinite(z[i]) ? m_numbers.round(exact[i].nearestDouble())
                                               : std::numeric_limits<double>::quiet_NaN();
        }
        for (std::size_t i = 0; i < size; ++i)
            m_delta(static_cast<Eigen::Index>(i), x) = static_cast<Real>(delta[i]);
    }
}

template <class Real>
void Pass<Real>::throughOperations(operations::FormatBackward<Real>& layer, std::size_t first, std::size_t end)
{
    const network::LayerPlan& plan = m_network.plan(layer.layer);
    for (std::size_t i = end; i-- > first;) {
        layer.operation = &plan.operations[i];
        if (const auto back = layer.operation->kind->template inFormat<Real>().backward)
            back(layer);
    }
}

/// From δ of the layer above to that of this one.
template <class Real>
void Pass<Real>::backward(int layer)
{
    const network::LayerPlan &above = m_network.plan(layer + 1), &plan = m_network.plan(layer);
    operations::FormatBackward<Real> leaving{layerOf(layer + 1, m_delta), m_delta, m_gradient, m_past};
    throughOperations(leaving, 0, above.activate);
    for (const network::LayerOperation& operation : above.operations) {
        leaving.operation = &operation;
        if (const auto past = operation.kind->inFormat<Real>().backwardPast)
            past(leaving);
    }
    operations::FormatBackward<Real> here{layerOf(layer, m_gradient), m_delta, m_gradient, m_past};
    throughOperations(here, plan.activate, plan.operations.size());
}

/// ‖v‖ of finite numbers, however small or large.
template <class Real>
FormatSpeed sizeOf(const std::vector<Real>& components)
{
    double largest = 0;
    for (const Real each : components) {
        if (std::isnan(each))
            return {FormatSpeed::Kind::notANumber, {}};
        largest = std::max(largest, std::abs(static_cast<double>(each)));
    }
    if (std::isinf(largest))
        return {FormatSpeed::Kind::infinite, {}};
    if (largest == 0)
        return {};
    const int exponent = std::ilogb(largest);
    double squares = 0;
    for (const Real each : components) {
        const double share = std::ldexp(static_cast<double>(each), -exponent);
        squares += share * share;
    }
    return {FormatSpeed::Kind::number,
        components.size() == 1 ? numerics::Scaled::from(largest)
                               : numerics::Scaled::from(std::sqrt(squares), exponent)};
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
            mean[i] = m_numbers.flushed(mean[i] + m_delta(row, x));
        mean[i] = m_numbers.rounded(double{mean[i] / static_cast<Real>(m_examples)});
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
        forward(layer);
        if (m_stop.stop_requested())
            return std::nullopt;
        m_result.overflowsAt = m_overflow.layer;
        m_result.overflow = m_overflow.place;
        if (m_a.hasNaN() || derivatives(layer).hasNaN())
            return m_result;
    }
    outputDelta();
    for (int layer = depth; layer >= 1; --layer) {
        if (layer < depth)
            backward(layer);
        if (m_stop.stop_requested())
            return std::nullopt;
        m_result.speeds[static_cast<std::size_t>(layer - 1)] = speed();
        if (m_delta.hasNaN())
            break;
    }
    m_result.underflowed = m_numbers.round.underflowed() || m_numbers.accumulate.underflowed();
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
