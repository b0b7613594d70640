// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/speed_ratios.h"

#include "network/through_layers.h"
#include "parameters/parameters.h"
#include "theory/finite_width/finite_width.h"
#include "theory/mean_field/batch_recursion.h"
#include "theory/mean_field/prediction.h"

#include <algorithm>
#include <cmath>

namespace deltascope::results {

namespace {

constexpr int kMostRatioDepths = 60;
constexpr int kDeepestEven = 1000;
constexpr double kRefreshWork = 1e7; // multiplications between two calls of `refined`: about a hundredth of a second

/// The speeds of the first and the last layer, and ‖δ^L‖² of each example; false where stop was requested.
bool measure(SpeedRatio& ratio, std::vector<numerics::Scaled>& squares, const model::Scenario& scenario,
    const data::Dataset& data, const std::stop_token& stop)
{
    const network::Network network(scenario, data, stop);
    network::RelativeSpeeds first, last;
    const auto backward = [&](const network::ForwardPass&, const network::BackwardPass& back, int layer) {
        if (layer == 1)
            first = {network::biasSpeeds(back.deltaInUnits(), back.shift()), back.unitOffset()};
        if (layer != scenario.depth)
            return;
        last = {network::biasSpeeds(back.deltaInUnits(), back.shift()), back.unitOffset()};
        squares.clear();
        for (Eigen::Index x = 0; x < back.deltaInUnits().count; ++x) {
            const numerics::Scaled size = numerics::norm(back.deltaInUnits().column(x));
            squares.push_back(size * size);
        }
    };
    if (!network::throughLayers(scenario, data, network, stop, network::kNoVisitor, network::kNoVisitor, backward,
            network::BackwardPass::Cost::leftOut))
        return false;
    ratio.last = last.speeds;
    ratio.first = network::inUnitsOf(last, first);
    return true;
}

/// E‖δ^1‖²/E‖δ^D‖² at one depth D after the other: the hidden layers are the same at every depth, and the output is one
/// after them.
class PredictedRatios {
public:
    PredictedRatios(const model::Scenario& scenario, const data::Dataset& data)
        : m_scenario(scenario)
        , m_recursion(scenario, data)
        , m_output(numerics::Scaled::from(mean_field::variancesOf(scenario, scenario.depth).weight))
        , m_products(m_recursion.groups(), m_output)
    {
    }

    /// At this depth, larger than the one before; `squares`: ‖δ^D‖² of each example. Nothing where stop was requested.
    std::optional<numerics::Scaled> at(
        int depth, const std::vector<numerics::Scaled>& squares, const std::stop_token& stop)
    {
        while (m_recursion.layer() < depth - 1) {
            if (stop.stop_requested())
                return std::nullopt;
            m_recursion.step();
            for (std::size_t group = 0; group < m_products.size(); ++group) {
                const mean_field::MeanFieldLayer& here = m_recursion.at(group);
                m_products[group] =
                    m_products[group] * (m_recursion.layer() == 1 ? here.slopeSquare : here.backFactor());
            }
        }
        if (depth == 1)
            return numerics::Scaled::from(1);
        std::vector<numerics::Scaled> anchors = m_recursion.sums(squares);
        if (std::ranges::all_of(anchors, &numerics::Scaled::isZero))
            anchors = m_recursion.sums({}); // of equal ones
        numerics::Scaled first, last;
        for (std::size_t group = 0; group < anchors.size(); ++group) {
            first = first + anchors[group] * m_products[group];
            last = last + anchors[group];
        }
        return numerics::sqrt(first / last * outputOver(depth));
    }

private:
    /// σ_w² of the output layer after depth − 1 hidden ones, which may have other widths, over that of the whole
    /// network.
    numerics::Scaled outputOver(int depth) const
    {
        if (m_output.isZero() || !network::hiddenLayersDiffer(m_scenario))
            return numerics::Scaled::from(1);
        const model::Scenario shallower = parameters::withDepth(m_scenario, depth);
        return numerics::Scaled::from(mean_field::variancesOf(shallower, depth).weight) / m_output;
    }

    const model::Scenario& m_scenario;
    mean_field::BatchRecursion m_recursion;
    numerics::Scaled m_output; // σ_w² of the output layer
    std::vector<numerics::Scaled> m_products; // of each group: E‖δ^1‖²/E‖δ^D‖²
};

double workOf(const model::Scenario& scenario, int depth)
{
    double products = 100.0 * depth;
    for (const network::LayerGroup& group : network::layerGroups(parameters::withDepth(scenario, depth)))
        products += static_cast<double>(group.shape.size) * group.shape.before * group.count;
    return scenario.examples * products;
}

} // namespace

std::vector<int> sampledDepths(int depth, SpeedRatios::Sampling& sampling)
{
    std::vector<int> depths;
    const int count = std::min(depth, kMostRatioDepths);
    sampling = depth <= kMostRatioDepths ? SpeedRatios::Sampling::all
        : depth <= kDeepestEven          ? SpeedRatios::Sampling::even
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

Message whyNoOtherDepths(const model::Scenario& scenario)
{
    if (!model::startsFromFile(scenario))
        return {};
    return {
        translatable("core", "A network from a file has a fixed depth: there are no others to compare it with."), {}};
}

std::optional<SpeedRatios> speedRatios(const model::Scenario& scenario, const data::Dataset& data,
    const std::stop_token& stop, const std::function<void(SpeedRatios)>& refined)
{
    SpeedRatios ratios;
    const std::vector<int> depths = sampledDepths(scenario.depth, ratios.sampling);
    ratios.wanted = static_cast<int>(depths.size());
    std::optional<PredictedRatios> predicted;
    if (mean_field::whyNoTheory(scenario).empty())
        predicted.emplace(scenario, data);
    const bool hasLaw = finite_width::whyNoLaw(scenario).empty();
    std::vector<numerics::Scaled> squares;
    double work = 0;
    for (const int depth : depths) {
        const model::Scenario shallower = parameters::withDepth(scenario, depth);
        SpeedRatio ratio{depth, {}, {}, std::nullopt, std::nullopt};
        if (!measure(ratio, squares, shallower, data, stop))
            return std::nullopt;
        if (predicted && !(ratio.predicted = predicted->at(depth, squares, stop)))
            return std::nullopt;
        if (hasLaw)
            ratio.typical = finite_width::medianRatio(shallower);
        ratios.depths.push_back(ratio);
        work += workOf(scenario, depth);
        if (refined && work > kRefreshWork) {
            refined(ratios);
            work = 0;
        }
    }
    return ratios;
}

} // namespace deltascope::results
