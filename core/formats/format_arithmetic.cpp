// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/format_arithmetic.h"

#include "base/parallel.h"

#include <algorithm>
#include <cassert>
#include <initializer_list>

namespace deltascope::formats {

namespace {

constexpr double kMostProducts = 1 << 27; // of one way through the network, in one format: 0.1 s
constexpr double kMostNeurons = 1 << 21; // times examples: what is kept for the way back, 50 MB at most
constexpr double kAtOnce = 100'000; // products below which a thread costs more than it brings
constexpr int kMargin = 8; // binary digits that are nearness to the end of a range
constexpr int kLeft = 5; // digits that must be left where others cancel

double productsOf(const network::Network& network)
{
    double products = 0;
    for (int layer = 1; layer <= network.depth(); ++layer)
        products += double{1} * network.size(layer) * network.size(layer - 1);
    return products;
}

/// The exponents between which lie all sizes that count, 0 left out, and how many binary digits cancel somewhere.
struct FormatRange {
    std::int64_t lowest = 0, highest = 0, cancelled = 0;

    void includeAbove(numerics::Scaled size) // only its being large would matter
    {
        if (!size.isZero())
            highest = std::max(highest, size.exponent);
    }
    void include(numerics::Scaled size)
    {
        if (!size.isZero())
            lowest = std::min(lowest, size.exponent);
        includeAbove(size);
    }
    void cancel(numerics::Scaled from, numerics::Scaled to)
    {
        if (!to.isZero())
            cancelled = std::max(cancelled, from.exponent - to.exponent);
    }
};

void includeLayer(FormatRange& range, const evaluation::LayerEvaluation& layer, bool chain)
{
    for (const evaluation::Statistics* each : {&layer.z, &layer.a})
        for (const numerics::Scaled end : {each->minimum, each->maximum})
            range.includeAbove(end);
    const numerics::Scaled slopes =
        std::max(numerics::abs(layer.derivative.minimum), numerics::abs(layer.derivative.maximum));
    range.include(slopes);
    range.include(std::max(numerics::abs(layer.a.minimum), numerics::abs(layer.a.maximum)));
    range.include(layer.speed.normOfMean);
    range.includeAbove(layer.speed.rms);
    range.cancel(layer.speed.rms, layer.speed.normOfMean);
    const numerics::Scaled mean = layer.derivative.mean, deviation = layer.derivative.standardDeviation;
    if (const numerics::Scaled typical = numerics::sqrt(mean * mean + deviation * deviation); !typical.isZero())
        range.includeAbove(layer.speed.rms / typical); // ∂C/∂a
    if (chain) {
        range.include(numerics::Scaled::from(layer.weight));
        range.includeAbove(layer.bias);
    }
}

/// False where every δ is so large that flushing single components cannot make a layer's δ 0.
bool couldFlush(const FormatPass& pass, const numerics::FloatFormat& format)
{
    return pass.underflowed && std::ranges::any_of(pass.speeds, [&](const FormatSpeed& speed) {
        return speed.kind == FormatSpeed::Kind::number && speed.size.exponent < format.minExponent + 2 * kMargin;
    });
}

} // namespace

std::array<bool, 4> nearTheirEnds(
    const data::Dataset& data, const network::Network& network, const evaluation::Evaluation& evaluation)
{
    const auto largest = [](const auto& values) { return numerics::Scaled::from(values.cwiseAbs().maxCoeff()); };
    const auto parameters = network.values();
    FormatRange range;
    range.include(largest(data.inputs));
    range.includeAbove(largest(data.targets));
    range.includeAbove(
        largest(Eigen::Map<const Eigen::VectorXd>(parameters.data(), static_cast<Eigen::Index>(parameters.size()))));
    for (const evaluation::LayerEvaluation& layer : evaluation.layers)
        includeLayer(range, layer, evaluation.chain);
    range.includeAbove(numerics::abs(evaluation.outputGradient));
    const evaluation::LayerEvaluation& output = evaluation.layers.back(); // a − y, or p Σy − y
    range.cancel(std::max({numerics::abs(output.a.minimum), numerics::abs(output.a.maximum), largest(data.targets)}),
        std::min(numerics::abs(evaluation.outputGradient), output.speed.rms));
    const bool normalized = std::ranges::any_of(
        network.structure().plans, [](const network::LayerPlan& plan) { return plan.standardizing() != nullptr; });
    std::array<bool, 4> near{};
    for (std::size_t i = 0; i < near.size(); ++i) {
        const numerics::FloatFormat& format = numerics::floatFormats()[i];
        near[i] = normalized || range.lowest < format.minExponent + kMargin
            || range.highest > format.maxExponent - kMargin || range.cancelled > format.precision - kLeft;
    }
    return near;
}

int examplesForFormats(const network::Network& network, int examples)
{
    double neurons = 0;
    for (int layer = 1; layer <= network.depth(); ++layer)
        neurons += network.size(layer);
    const double most = std::min(kMostProducts / productsOf(network), kMostNeurons / neurons);
    const int fewest = network.structure().couplesExamples() ? 2 : 1;
    return std::clamp(static_cast<int>(std::min<double>(most, examples)), std::min(fewest, examples), examples);
}

std::optional<FormatArithmetic> formatArithmetic(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, const evaluation::Evaluation& evaluation, FormatChoice choice,
    const std::stop_token& stop)
{
    FormatArithmetic result;
    result.examples = examplesForFormats(network, data.examples());
    result.complete = choice == FormatChoice::every;
    std::array<bool, 4> wanted{true, true, true, true};
    if (!result.complete)
        wanted = nearTheirEnds(data, network, evaluation);
    const FormatTask task{network, data, scenario.loss, result.examples};
    const auto compute = [&](std::size_t i) {
        const numerics::FloatFormat& format = numerics::floatFormats()[i];
        if (wanted[i] && !stop.stop_requested())
            result.passes[i] = formatPass(task, format, numerics::Rounding::Underflow::gradual, stop);
        if (result.complete && result.passes[i] && couldFlush(*result.passes[i], format) && !stop.stop_requested())
            result.flushed[i] = formatPass(task, format, numerics::Rounding::Underflow::flushed, stop);
    };
    if (productsOf(network) * result.examples < kAtOnce) {
        for (std::size_t i = 0; i < wanted.size(); ++i)
            compute(i);
    } else {
        parallelFor(wanted.size(), stop, compute);
    }
    if (stop.stop_requested())
        return std::nullopt;
    return result;
}

} // namespace deltascope::formats
