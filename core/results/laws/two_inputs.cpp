// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/laws/two_inputs.h"

#include "base/registry.h"
#include "network/forward_pass.h"
#include "theory/mean_field/batch_recursion.h"

#include <algorithm>
#include <cmath>

namespace deltascope::results {

namespace {

constexpr int kMostLayers = 200; // that are followed
constexpr int kCurvePoints = 120;
constexpr double kSettledPair = 1e-13; // from here on the next layers are the same

/// The first layer's z: q from the inputs' mean squares, and from their mean product.
mean_field::InputPair firstPair(const model::Scenario& scenario, const Eigen::MatrixXd& inputs)
{
    const operations::Variances variances = mean_field::variancesOf(scenario, 1);
    const Eigen::Index second = inputs.cols() - 1;
    const auto product = [&](Eigen::Index i, Eigen::Index j) {
        return variances.weight * inputs.col(i).dot(inputs.col(j)) / static_cast<double>(inputs.rows())
            + variances.bias;
    };
    mean_field::InputPair pair{product(0, 0), product(second, second), 0};
    const double size = std::sqrt(pair.first * pair.second);
    pair.correlation = size > 0 && std::isfinite(size) ? std::clamp(product(0, second) / size, -1.0, 1.0) : 1;
    return pair;
}

std::vector<mean_field::InputPair> predictedPairs(
    const model::Scenario& scenario, const Eigen::MatrixXd& inputs, int layers, const std::stop_token& stop)
{
    const activations::Chosen f = network::hiddenActivation(scenario);
    const activations::Activation& activation = *f;
    const operations::Variances hidden = mean_field::pairVariances(scenario);
    std::vector<mean_field::InputPair> pairs{firstPair(scenario, inputs)};
    bool settled = false;
    while (static_cast<int>(pairs.size()) < layers && !stop.stop_requested()) {
        const mean_field::InputPair& last = pairs.back();
        if (settled) {
            pairs.push_back(last);
            continue;
        }
        const auto next = mean_field::nextPair(activation, hidden, last);
        if (!next)
            break;
        settled = std::abs(next->first - last.first) <= kSettledPair * last.first
            && std::abs(next->second - last.second) <= kSettledPair * last.second
            && std::abs(next->correlation - last.correlation) <= kSettledPair;
        pairs.push_back(*next);
    }
    return pairs;
}

mean_field::InputPair measuredPair(const numerics::Columns& z)
{
    const numerics::Column one = z.column(0), other = z.column(z.count - 1);
    const double first = one.vector().squaredNorm(), second = other.vector().squaredNorm();
    const double count = static_cast<double>(z.size), size = std::sqrt(first) * std::sqrt(second);
    return {std::ldexp(first / count, static_cast<int>(std::clamp<std::int64_t>(2 * one.exponent, -9999, 9999))),
        std::ldexp(second / count, static_cast<int>(std::clamp<std::int64_t>(2 * other.exponent, -9999, 9999))),
        size > 0 ? std::clamp(one.vector().dot(other.vector()) / size, -1.0, 1.0) : 0};
}

std::vector<mean_field::InputPair> measuredPairs(
    const network::Network& network, const Eigen::MatrixXd& inputs, int layers, const std::stop_token& stop)
{
    std::vector<mean_field::InputPair> pairs;
    network::ForwardPass pass(network, inputs);
    for (int layer = 1; layer <= layers && !stop.stop_requested(); ++layer) {
        pass.step(layer);
        const mean_field::InputPair pair = measuredPair(pass.z(layer));
        if (!std::isfinite(pair.first) || !std::isfinite(pair.second) || pair.first == 0 || pair.second == 0)
            break;
        pairs.push_back(pair);
    }
    return pairs;
}

/// As far as the settled q and the walks need it.
double widestLength(const TwoInputs& found)
{
    constexpr double kFar = 20; // times q*
    const double settled = found.maps.hasCorrelations() ? found.maps.meanSquare : 0;
    double widest = 2 * settled;
    for (const auto* pairs : {&found.predicted, &found.measured})
        for (const mean_field::InputPair& pair : *pairs)
            for (const double q : {pair.first, pair.second})
                if (settled == 0 || found.maps.everywhere || q <= kFar * settled)
                    widest = std::max(widest, q);
    return widest > 0 ? widest * 1.05 : 1;
}

void addCurves(TwoInputs& found, const model::Scenario& scenario, const std::stop_token& stop)
{
    const activations::Chosen f = network::hiddenActivation(scenario);
    const activations::Activation& activation = *f;
    const operations::Variances hidden = mean_field::pairVariances(scenario);
    const double widest = widestLength(found);
    for (int i = 0; i <= kCurvePoints; ++i) {
        const double q = widest * i / kCurvePoints, next = mean_field::nextMeanSquare(activation, hidden.ofOne(), q);
        if (!std::isfinite(next))
            break;
        found.length.x.push_back(q);
        found.length.y.push_back(next);
    }
    if (!found.maps.hasCorrelations())
        return;
    bool negative = false;
    for (const auto* pairs : {&found.predicted, &found.measured})
        negative = negative || std::ranges::any_of(*pairs, [](const auto& pair) { return pair.correlation < 0; });
    for (int i = negative ? -kCurvePoints / 2 : 0; i <= kCurvePoints / 2 && !stop.stop_requested(); ++i) {
        const double c = 2.0 * i / kCurvePoints;
        found.correlation.x.push_back(c);
        found.correlation.y.push_back(mean_field::nextCorrelation(activation, hidden, found.maps.meanSquare, c));
    }
}

} // namespace

std::optional<TwoInputs> twoInputs(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, const mean_field::PairMaps& maps, const std::stop_token& stop)
{
    TwoInputs found;
    found.maps = maps;
    const Eigen::MatrixXd inputs = data.inputs.leftCols(std::min<Eigen::Index>(2, data.inputs.cols()));
    found.pair = inputs.cols() == 2 && inputs.col(0) != inputs.col(1);
    found.layers = scenario.depth - 1;
    const int followed = std::min(found.layers, kMostLayers);
    if (followed > 0) {
        found.predicted = predictedPairs(scenario, inputs, followed, stop);
        found.measured = measuredPairs(network, inputs, followed, stop);
    }
    addCurves(found, scenario, stop);
    return stop.stop_requested() ? std::nullopt : std::optional(std::move(found));
}

} // namespace deltascope::results
