// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed_ratios.h"

#include "theory/batch_recursion.h"
#include "theory/prediction.h"
#include "through_layers.h"

#include <algorithm>
#include <cmath>

namespace deltascope {

namespace {

constexpr int kMostDepths = 60;
constexpr int kDeepestEven = 1000;
constexpr double kRefreshWork = 1e7; // multiplications between two calls of `refined`: about a hundredth of a second

/// The speeds of the first and the last layer, and ‖δ^L‖² of each example; false where stop was requested.
bool measure(SpeedRatio& ratio, std::vector<Scaled>& squares, const Scenario& scenario, const Dataset& data,
    const std::stop_token& stop)
{
    const Network network(scenario, data, stop);
    RelativeSpeeds first, last;
    const auto backward = [&](const ForwardPass&, const BackwardPass& back, int layer) {
        if (layer == 1)
            first = {biasSpeeds(back.deltaInUnits(), back.shift()), back.unitOffset()};
        if (layer != scenario.depth)
            return;
        last = {biasSpeeds(back.deltaInUnits(), back.shift()), back.unitOffset()};
        squares.clear();
        for (Eigen::Index x = 0; x < back.deltaInUnits().count; ++x) {
            const Scaled size = norm(back.deltaInUnits().column(x));
            squares.push_back(size * size);
        }
    };
    if (!throughLayers(
            scenario, data, network, stop, kNotLookedAt, kNotLookedAt, backward, BackwardPass::Cost::leftOut))
        return false;
    ratio.last = last.speeds;
    ratio.first = inUnitsOf(last, first);
    return true;
}

/// E‖δ^1‖²/E‖δ^D‖² at one depth D after the other: the hidden layers are the same at every depth, and the output is one
/// after them.
class PredictedRatios {
public:
    PredictedRatios(const Scenario& scenario, const Dataset& data)
        : m_recursion(scenario, data)
        , m_output(Scaled::from(variancesOf(scenario, scenario.depth).weight))
        , m_products(m_recursion.groups(), m_output)
    {
    }

    /// At this depth, larger than the one before; `squares`: ‖δ^D‖² of each example. Nothing where stop was requested.
    std::optional<Scaled> at(int depth, const std::vector<Scaled>& squares, const std::stop_token& stop)
    {
        while (m_recursion.layer() < depth - 1) {
            if (stop.stop_requested())
                return std::nullopt;
            m_recursion.step();
            for (std::size_t group = 0; group < m_products.size(); ++group) {
                const MeanFieldLayer& here = m_recursion.at(group);
                m_products[group] =
                    m_products[group] * (m_recursion.layer() == 1 ? here.slopeSquare : here.backFactor());
            }
        }
        if (depth == 1)
            return Scaled::from(1);
        std::vector<Scaled> anchors = m_recursion.sums(squares);
        if (std::ranges::all_of(anchors, &Scaled::isZero))
            anchors = m_recursion.sums({}); // of equal ones
        Scaled first, last;
        for (std::size_t group = 0; group < anchors.size(); ++group) {
            first = first + anchors[group] * m_products[group];
            last = last + anchors[group];
        }
        return sqrt(first / last);
    }

private:
    BatchRecursion m_recursion;
    Scaled m_output; // σ_w² of the output layer
    std::vector<Scaled> m_products; // of each group: E‖δ^1‖²/E‖δ^D‖²
};

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
    std::optional<PredictedRatios> predicted;
    if (whyNoTheory(scenario).empty())
        predicted.emplace(scenario, data);
    std::vector<Scaled> squares;
    Scenario shallower = scenario;
    double work = 0;
    for (const int depth : depths) {
        shallower.depth = depth;
        SpeedRatio ratio{depth, {}, {}, std::nullopt};
        if (!measure(ratio, squares, shallower, data, stop))
            return std::nullopt;
        if (predicted && !(ratio.predicted = predicted->at(depth, squares, stop)))
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
