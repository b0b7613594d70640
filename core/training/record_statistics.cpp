// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/record_statistics.h"

#include "base/saturation.h"
#include "network/activations/activation.h"
#include "network/backward_pass.h"
#include "network/learning_speeds.h"
#include "numerics/vector_norm.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace deltascope::training {

namespace {

constexpr int kStatisticsExamples = 300; // as Glorot & Bengio (2010)
constexpr double kMostStatistics = 2e6; // activations of all layers together
constexpr std::size_t kGradients = 1000; // of one layer's weights

int statisticsExamples(const gradient::ParameterLayout& layout, int count)
{
    const std::size_t rows = std::accumulate(layout.rows.begin() + 1, layout.rows.end(), std::size_t{0});
    return ActivationStatistics::examplesOf(static_cast<double>(rows), count);
}

} // namespace

int ActivationStatistics::examplesOf(double neurons, int examples)
{
    const int fitting = std::max(2, static_cast<int>(kMostStatistics / neurons));
    return std::min({kStatisticsExamples, fitting, examples});
}

ActivationStatistics::ActivationStatistics(const network::Network& network, const gradient::ParameterLayout& layout,
    const losses::Loss& loss, const gradient::ExampleSet& set)
    : m_network(network)
    , m_layout(layout)
    , m_set(set)
    , m_pass(network, layout, loss, statisticsExamples(layout, set.count()))
    , m_examples(static_cast<std::size_t>(m_pass.capacity()))
{
    std::iota(m_examples.begin(), m_examples.end(), 0);
    m_sorted.resize(*std::max_element(layout.sizes.begin() + 1, layout.sizes.end()) * m_examples.size());
}

void ActivationStatistics::measure(const double* values, const network::Draws& draws, std::span<LayerTrace> layers)
{
    m_pass.forward(values, m_set, m_examples, draws);
    for (int layer = 1; layer <= m_layout.depth(); ++layer) {
        const std::size_t rows = m_layout.rows[gradient::ParameterLayout::index(layer)],
                          size = m_layout.sizes[gradient::ParameterLayout::index(layer)],
                          count = size * m_examples.size();
        const double* a = m_pass.activations(layer);
        const double* derivative = m_pass.derivatives(layer);
        const double bound = kSaturated * m_network.activation(layer).maxDerivative;
        double sum = 0;
        std::size_t saturated = 0;
        for (std::size_t x = 0; x < m_examples.size(); ++x)
            for (std::size_t i = 0; i < size; ++i) {
                sum += m_sorted[x * size + i] = a[x * rows + i];
                saturated += !(std::abs(derivative[x * rows + i]) >= bound);
            }
        LayerTrace& result = layers[gradient::ParameterLayout::index(layer) - 1];
        const double n = static_cast<double>(count);
        result.mean = sum / n;
        result.saturated = static_cast<double>(saturated) / n;
        double squares = 0;
        for (std::size_t i = 0; i < count; ++i)
            squares += (m_sorted[i] - result.mean) * (m_sorted[i] - result.mean);
        result.deviation = std::sqrt(squares / n);
        const auto place = m_sorted.begin() + std::lround(0.98 * (n - 1));
        if (std::isfinite(sum)) // NaN has no order
            std::nth_element(m_sorted.begin(), place, m_sorted.begin() + static_cast<std::ptrdiff_t>(count));
        result.percentile98 = *place;
    }
}

int ActivationStatistics::firstNotFinite(
    const double* values, const gradient::ExampleSet& set, std::span<const int> examples, const network::Draws& draws)
{
    int first = 0;
    const auto block = static_cast<std::size_t>(m_pass.capacity());
    for (std::size_t start = 0; start < examples.size(); start += block) {
        const std::span<const int> part = examples.subspan(start, std::min(block, examples.size() - start));
        m_pass.forward(values, set, part, draws);
        for (int layer = 1; layer <= m_layout.depth() && (first == 0 || layer < first); ++layer) {
            const std::size_t rows = m_layout.rows[gradient::ParameterLayout::index(layer)];
            for (std::size_t x = 0; x < part.size(); ++x)
                if (!numerics::allFinite({m_pass.activations(layer) + x * rows,
                        m_layout.sizes[gradient::ParameterLayout::index(layer)]}))
                    first = layer;
        }
    }
    return first;
}

bool speedsOf(const network::Network& start, const gradient::ParameterLayout& layout,
    const gradient::GradientSweep& sweep, std::span<LayerTrace> layers)
{
    constexpr int kSmallest = -460; // of the exponent: further down digits may be lost on the way
    constexpr int kRounding = -36; // of the exponent beside the largest speed: the mean of δ may be rounding
    const auto fits = [](const numerics::Scaled& speed) { return !speed.isZero() && speed.exponent > kSmallest; };
    bool all = sweep.tellsLayersApart() && numerics::allFinite(sweep.gradient());
    std::int64_t largest = kSmallest, leastShift = 0; // exponents: of all, of the biases whose shifts are removed
    for (int layer = 1; layer <= layout.depth() && all; ++layer) {
        LayerTrace& result = layers[gradient::ParameterLayout::index(layer) - 1];
        const std::span<const double> gradient = sweep.ofLayer(layer);
        result.weightSpeed = numerics::normOf(gradient.first(layout.weightCount(layer)));
        result.biasSpeed = numerics::normOf(gradient.subspan(layout.weightCount(layer)));
        all = fits(result.weightSpeed) && fits(result.biasSpeed);
        largest = std::max({largest, result.weightSpeed.exponent, result.biasSpeed.exponent});
        if (layer < layout.depth() && start.removesShift(layer) && !start.plan(layer).draws)
            leastShift = std::min(leastShift, result.biasSpeed.exponent);
    }
    return all && (leastShift == 0 || leastShift - largest > kRounding);
}

void measureGradients(const gradient::ParameterLayout& layout, const std::vector<double>& gradient,
    std::vector<double>& sizes, std::span<LayerTrace> layers)
{
    for (int layer = 1; layer <= layout.depth(); ++layer) {
        const std::size_t begin = layout.weights[gradient::ParameterLayout::index(layer)], end = layout.biases(layer),
                          stride = ((end - begin) / kGradients) | 1; // odd: columns are padded to even lengths
        sizes.clear();
        for (std::size_t i = begin; i < end; i += stride)
            if (gradient[i] != 0 && std::isfinite(gradient[i]))
                sizes.push_back(std::abs(gradient[i]));
        if (sizes.empty())
            continue;
        LayerTrace& result = layers[gradient::ParameterLayout::index(layer) - 1];
        auto from = sizes.begin();
        for (const auto& [share, member] : {std::pair{0.05, &LayerTrace::logGradient05},
                 std::pair{0.5, &LayerTrace::logGradient50}, std::pair{0.95, &LayerTrace::logGradient95}}) {
            const auto last = static_cast<double>(sizes.size() - 1);
            const auto place = sizes.begin() + std::lround(share * last);
            std::nth_element(from, place, sizes.end());
            result.*member = std::log10(*place);
            from = place;
        }
    }
}

void exactSpeeds(const network::Network& network, const losses::Loss& loss, const data::Dataset& data,
    numerics::Scaled& cost, std::span<LayerTrace> layers, const std::stop_token& stop)
{
    network::ForwardPass forward(network, data.inputs);
    for (int layer = 1; layer <= network.depth(); ++layer) {
        if (stop.stop_requested())
            return;
        forward.step(layer);
    }
    network::BackwardPass backward(network, forward, loss, data.targets);
    cost = backward.cost();
    for (int layer = network.depth(); layer >= 1; --layer) {
        if (stop.stop_requested())
            return;
        if (layer < network.depth())
            backward.step(layer);
        const network::LearningSpeeds speeds =
            network::learningSpeeds(backward.delta(), backward.ofSums(), forward.entering(layer), backward.shift());
        layers[gradient::ParameterLayout::index(layer) - 1].biasSpeed = speeds.normOfMean;
        layers[gradient::ParameterLayout::index(layer) - 1].weightSpeed = speeds.weight;
    }
}

} // namespace deltascope::training
