// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/layer_distributions.h"

#include "base/saturation.h"
#include "network/activations/activation.h"
#include "network/through_layers.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace deltascope::evaluation {

namespace {

constexpr double kTail = 0.005; // beyond the robust range on either side
constexpr double kSharePadding = 0.05; // of that range
constexpr double kMostBins = 40, kLeastBins = 3;

/// Linear between order statistics: the number below which a share p of the numbers lies.
double quantile(std::span<const double> sorted, double p)
{
    const double place = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], place - static_cast<double>(below)); // monotone, never overflows
}

/// As many bins as the numbers fill (Rice's rule).
std::size_t binsFor(std::size_t count)
{
    return static_cast<std::size_t>(
        std::clamp(std::ceil(2 * std::cbrt(static_cast<double>(count))), kLeastBins, kMostBins));
}

/// The one bin of numbers that are equal but for rounding within this range; nothing where they differ.
std::optional<Histogram> singleBin(std::span<const double> sorted, double lower, double upper)
{
    const double size = std::max(std::abs(lower), std::abs(upper));
    if (upper / 2 - lower / 2 > 1e-13 * size) // halves: no overflow
        return std::nullopt;
    Histogram histogram;
    histogram.lower = histogram.upper = quantile(sorted, 0.5);
    const auto inside = std::count_if(
        sorted.begin(), sorted.end(), [&](double value) { return std::abs(value - histogram.lower) <= 1e-12 * size; });
    const auto below = std::count_if(
        sorted.begin(), sorted.end(), [&](double value) { return value < histogram.lower - 1e-12 * size; });
    histogram.bins = {inside};
    histogram.below = below;
    histogram.above = static_cast<std::int64_t>(sorted.size()) - inside - below;
    return histogram;
}

/// Counts each value in the bin that `binOf` says, or as beyond the range.
template <class BinOf>
void fill(Histogram& histogram, std::span<const double> sorted, BinOf binOf)
{
    for (const double value : sorted) {
        if (value < histogram.lower)
            ++histogram.below;
        else if (value > histogram.upper)
            ++histogram.above;
        else
            ++histogram.bins[static_cast<std::size_t>(binOf(value))];
    }
}

Histogram histogramOf(std::span<const double> sorted)
{
    Histogram histogram;
    if (sorted.empty())
        return histogram;
    const double from = quantile(sorted, kTail), to = quantile(sorted, 1 - kTail);
    const double padding = kSharePadding * (to / 2 - from / 2) * 2; // halves first: no overflow
    histogram.lower = std::max(sorted.front(), from - padding);
    histogram.upper = std::min(sorted.back(), to + padding);
    if (std::optional<Histogram> single = singleBin(sorted, histogram.lower, histogram.upper))
        return *std::move(single);
    const double width = histogram.upper / 2 - histogram.lower / 2;
    histogram.bins.resize(binsFor(sorted.size()));
    const auto count = static_cast<double>(histogram.bins.size());
    fill(histogram, sorted, [&](double value) {
        return std::min(count - 1, std::floor((value / 2 - histogram.lower / 2) / width * count));
    });
    return histogram;
}

/// The same about 0, as far to either side as the farther end of the robust range; by size first, so that mirrored
/// numbers fall into mirrored bins.
Histogram histogramAboutZero(std::span<const double> sorted)
{
    if (sorted.empty())
        return {};
    const double from = quantile(sorted, kTail), to = quantile(sorted, 1 - kTail);
    if (std::optional<Histogram> single = singleBin(sorted, from, to))
        return *std::move(single);
    Histogram histogram;
    const double largest = std::max(-sorted.front(), sorted.back());
    histogram.upper = std::min(largest, std::max(-from, to) * (1 + 2 * kSharePadding));
    histogram.lower = -histogram.upper;
    histogram.bins.resize(binsFor(sorted.size()) | 1); // odd: one bin around 0
    const std::size_t half = histogram.bins.size() / 2;
    const auto middle = static_cast<double>(half);
    const double perUnit = (middle + 0.5) / histogram.upper;
    fill(histogram, sorted, [&](double value) {
        return middle + std::copysign(std::min(middle, std::floor(std::abs(value) * perUnit + 0.5)), value);
    });
    return histogram;
}

/// Mean and deviation in units that neither overflow nor underflow, then the percentiles.
void describe(std::span<const double> sorted, Distribution& result)
{
    if (sorted.empty())
        return;
    const auto n = static_cast<double>(sorted.size());
    const double unit = std::max(std::abs(sorted.front()), std::abs(sorted.back()));
    if (unit > 0) {
        double mean = 0, squares = 0;
        for (const double value : sorted)
            mean += value / unit;
        mean /= n;
        for (const double value : sorted)
            squares += (value / unit - mean) * (value / unit - mean);
        const bool equal = sorted.front() == sorted.back();
        result.mean = equal ? sorted.front() : unit * mean;
        result.standardDeviation = equal ? 0 : unit * std::sqrt(squares / n);
    }
    for (std::size_t i = 0; i < kPercentiles.size(); ++i)
        result.percentiles[i] = quantile(sorted, kPercentiles[i] / 100.0);
}

/// Of value/unit; leaves in `nonzero` the numbers that are neither beyond a double nor exactly 0, ascending.
Distribution described(std::span<const numerics::Scaled> values, numerics::Scaled unit, std::vector<double>& nonzero)
{
    Distribution result;
    result.count = static_cast<std::int64_t>(values.size());
    nonzero.reserve(values.size());
    for (const numerics::Scaled value : values) {
        const double number = (value / unit).nearestDouble();
        result.zeros += value.isZero();
        if (std::isfinite(number))
            nonzero.push_back(number);
        else
            ++result.beyond;
    }
    std::sort(nonzero.begin(), nonzero.end());
    describe(nonzero, result);
    const auto zero = std::lower_bound(nonzero.begin(), nonzero.end(), 0.0); // what underflowed stays
    nonzero.erase(zero, zero + result.zeros);
    return result;
}

/// The numbers of one layer: gathered once, described once as they are and once by size.
class Sample {
public:
    Sample(Eigen::Index neurons, Eigen::Index examples)
        : m_neurons(neurons)
        , m_examples(examples)
        , m_chosen(std::min(examples, std::max<Eigen::Index>(1, kMostValues / neurons)))
    {
    }

    Eigen::Index size() const { return m_neurons * m_chosen; }

    template <class At>
    std::span<const numerics::Scaled> gather(const At& at)
    {
        m_values.clear();
        for (Eigen::Index i = 0; i < m_chosen; ++i)
            for (Eigen::Index neuron = 0; neuron < m_neurons; ++neuron)
                m_values.push_back(at(neuron, i * m_examples / m_chosen));
        return m_values;
    }

private:
    Eigen::Index m_neurons, m_examples, m_chosen;
    std::vector<numerics::Scaled> m_values;
};

numerics::Scaled meanOfNeuron(std::span<const numerics::Scaled> values)
{
    numerics::Scaled sum;
    for (const numerics::Scaled value : values)
        sum = sum + value;
    return values.size() == 1 ? sum : sum / numerics::Scaled::from(static_cast<double>(values.size()));
}

double saturatedShare(std::span<const numerics::Scaled> derivatives, const activations::Activation& activation)
{
    const numerics::Scaled limit = numerics::Scaled::from(kSaturated * activation.maxDerivative);
    const auto saturated = std::count_if(
        derivatives.begin(), derivatives.end(), [&](numerics::Scaled value) { return numerics::abs(value) < limit; });
    return static_cast<double>(saturated) / static_cast<double>(derivatives.size());
}

LayerDistribution distributeForward(const network::Network& network, const network::ForwardPass& pass, int layer)
{
    LayerDistribution result;
    result.layer = layer;
    Sample sample(network.size(layer), pass.examples());
    result.z = linearDistribution(sample.gather([&](auto i, auto x) { return pass.z(layer, i, x); }));
    const auto derivatives = sample.gather([&](auto i, auto x) { return pass.derivative(layer, i, x); });
    result.derivative = linearDistribution(derivatives);
    result.slope = meanOfNeuron(derivatives);
    result.saturated = saturatedShare(derivatives, network.activation(layer));
    const auto activations = sample.gather([&](auto i, auto x) { return pass.a(layer, i, x); });
    result.a = linearDistribution(activations);
    result.aSize = sizeDistribution(activations);
    return result;
}

void distributeBackward(const network::BackwardPass& back, LayerDistribution& result)
{
    const numerics::Columns delta = back.delta();
    Sample sample(delta.size, delta.count);
    const auto values = sample.gather([&](auto i, auto x) { return delta.at(i, x); });
    result.delta = sizeDistribution(values);
    result.deltaUnit = unitOf(values);
    result.signedDelta = signedDistribution(values, result.deltaUnit);
    result.unresolved = back.belowResolution();
}

} // namespace

double Distribution::percentile(int percent) const
{
    const auto place = std::find(kPercentiles.begin(), kPercentiles.end(), percent);
    assert(place != kPercentiles.end());
    return percentiles[static_cast<std::size_t>(place - kPercentiles.begin())];
}

Distribution linearDistribution(std::span<const numerics::Scaled> values)
{
    std::vector<double> numbers;
    Distribution result = described(values, numerics::Scaled::from(1), numbers);
    if (numbers.empty() && result.zeros > 0)
        numbers.assign(static_cast<std::size_t>(result.zeros), 0.0);
    result.histogram = histogramOf(numbers);
    return result;
}

Distribution signedDistribution(std::span<const numerics::Scaled> values, numerics::Scaled unit)
{
    std::vector<double> numbers;
    Distribution result = described(values, unit, numbers);
    result.histogram = histogramAboutZero(numbers);
    return result;
}

numerics::Scaled unitOf(std::span<const numerics::Scaled> values)
{
    std::vector<std::int64_t> exponents;
    exponents.reserve(values.size());
    for (const numerics::Scaled value : values)
        if (!value.isZero() && !value.beyondRange())
            exponents.push_back(value.exponent);
    if (exponents.empty())
        return numerics::Scaled::from(1);
    const auto outliers = static_cast<std::ptrdiff_t>(2 * kTail * static_cast<double>(exponents.size()));
    const auto place = exponents.end() - 1 - outliers;
    std::nth_element(exponents.begin(), place, exponents.end());
    return numerics::Scaled::from(1, *place);
}

Distribution sizeDistribution(std::span<const numerics::Scaled> values)
{
    Distribution result;
    result.count = static_cast<std::int64_t>(values.size());
    std::vector<double> sizes;
    sizes.reserve(values.size());
    for (const numerics::Scaled value : values)
        if (value.isZero()) {
            ++result.zeros;
        } else if (value.beyondRange()) {
            ++result.beyond;
            result.tooSmall += value.exponent < 0;
        } else {
            sizes.push_back(value.log10());
        }
    std::sort(sizes.begin(), sizes.end());
    describe(sizes, result);
    result.histogram = histogramOf(sizes);
    return result;
}

const LayerDistribution* LayerDistributions::find(int layer) const
{
    const auto place = std::lower_bound(layers.begin(), layers.end(), layer,
        [](const LayerDistribution& each, int number) { return each.layer < number; });
    return place != layers.end() && place->layer == layer ? &*place : nullptr;
}

std::vector<int> describedLayers(int depth, int selected)
{
    std::vector<int> chosen;
    const int count = std::min(depth, kMostLayers);
    for (int i = 0; i < count; ++i)
        chosen.push_back(
            count == 1 ? 1 : 1 + static_cast<int>(std::lround(static_cast<double>(i) * (depth - 1) / (count - 1))));
    if (selected >= 1 && selected <= depth) {
        const auto place = std::lower_bound(chosen.begin(), chosen.end(), selected);
        if (*place != selected)
            chosen.insert(place, selected);
    }
    return chosen;
}

std::optional<LayerDistributions> layerDistributions(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, int selected, const std::stop_token& stop)
{
    LayerDistributions result;
    result.depth = network.depth();
    const std::vector<int> chosen = describedLayers(network.depth(), selected);
    const auto forward = [&](const network::ForwardPass& pass, int layer) {
        if (std::binary_search(chosen.begin(), chosen.end(), layer))
            result.layers.push_back(distributeForward(network, pass, layer));
        const Eigen::Index all = network.size(layer) * pass.examples();
        result.left = std::max<std::int64_t>(result.left, all - Sample(network.size(layer), pass.examples()).size());
    };
    std::size_t undescribed = chosen.size(); // on the way back
    const auto backward = [&](const network::ForwardPass&, const network::BackwardPass& back, int layer) {
        if (undescribed > 0 && result.layers[undescribed - 1].layer == layer)
            distributeBackward(back, result.layers[--undescribed]);
    };
    if (!network::throughLayers(scenario, data, network, stop, forward, network::kNoVisitor, backward,
            network::BackwardPass::Cost::leftOut))
        return std::nullopt;
    return result;
}

} // namespace deltascope::evaluation
