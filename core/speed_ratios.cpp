// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed_ratios.h"

#include "layer_speeds.h"
#include "theory/prediction.h"

#include <algorithm>
#include <cmath>

namespace deltascope {

namespace {

constexpr int kMostDepths = 60;
constexpr int kDeepestEven = 1000;
constexpr double kRefreshWork = 1e7; // multiplications between two calls of `refined`: about a hundredth of a second

/// The speeds of the first and the last layer; false where stop was requested.
bool measure(SpeedRatio& ratio, const Scenario& scenario, const Dataset& data, const std::stop_token& stop)
{
    const auto speeds = biasSpeedsOf(scenario, data, Network(scenario, data, stop), stop);
    if (!speeds)
        return false;
    ratio.last = speeds->back().speeds;
    ratio.first = inUnitsOf(speeds->back(), speeds->front());
    return true;
}

/// By depth 1 … L, the predicted ratio: the hidden layers are the same at every depth, and the output is one after
/// them.
std::vector<Scaled> predictedRatios(const Scenario& scenario, const std::vector<MeanFieldLayer>& layers)
{
    std::vector<Scaled> ratios{Scaled::from(1)};
    if (scenario.depth == 1)
        return ratios;
    Scaled product = layers.front().slopeSquare * layers.back().weightFactor;
    ratios.push_back(sqrt(product));
    for (int depth = 3; depth <= scenario.depth; ++depth) {
        product = product * layers[static_cast<std::size_t>(depth - 2)].backFactor();
        ratios.push_back(sqrt(product));
    }
    return ratios;
}

double workOf(const Scenario& scenario, int depth)
{
    const double neurons = std::max(1, scenario.width);
    return scenario.examples * (neurons * neurons * depth + 100.0 * depth + neurons * scenario.inputs);
}

} // namespace

std::vector<int> sampledDepths(int depth, SpeedRatios::Sampling& sampling)
{
    std::vector<int> depths;
    const int count = std::min(depth, kMostDepths);
    sampling = depth <= kMostDepths ? SpeedRatios::Sampling::all
        : depth <= kDeepestEven     ? SpeedRatios::Sampling::even
                                    : SpeedRatios::Sampling::geometric;
    for (int i = 0; i < count; ++i) {
        const double share = count == 1 ? 1 : static_cast<double>(i) / (count - 1);
        const double place =
            sampling == SpeedRatios::Sampling::geometric ? std::pow(depth, share) : 1 + share * (depth - 1);
        const int next = std::clamp(static_cast<int>(std::lround(place)), 1, depth);
        if (depths.empty() || next > depths.back())
            depths.push_back(next);
    }
    return depths;
}

std::optional<SpeedRatios> speedRatios(const Scenario& scenario, const Dataset& data, const std::stop_token& stop,
    const std::function<void(SpeedRatios)>& refined)
{
    SpeedRatios ratios;
    const std::vector<int> depths = sampledDepths(scenario.depth, ratios.sampling);
    ratios.wanted = static_cast<int>(depths.size());
    std::vector<Scaled> predicted;
    if (whyNoTheory(scenario).empty()) {
        const auto layers = meanFieldLayers(scenario, data, stop);
        if (!layers)
            return std::nullopt;
        predicted = predictedRatios(scenario, *layers);
    }
    Scenario shallower = scenario;
    double work = 0;
    for (const int depth : depths) {
        shallower.depth = depth;
        SpeedRatio ratio{depth, {}, {}, std::nullopt};
        if (!predicted.empty())
            ratio.predicted = predicted[static_cast<std::size_t>(depth - 1)];
        if (!measure(ratio, shallower, data, stop))
            return std::nullopt;
        ratios.depths.push_back(ratio);
        work += workOf(scenario, depth);
        if (refined && work > kRefreshWork) {
            refined(ratios);
            work = 0;
        }
    }
    return ratios;
}

} // namespace deltascope
