// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/laws/line_gradient.h"

#include "base/registry.h"
#include "network/activations/activation.h"
#include "network/backward_pass.h"
#include "network/forward_pass.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace deltascope::results {

namespace {

constexpr double kFarthest = 2; // t

/// The "cost" whose gradient is that of the first output: δ^L = f′(z^L_1), 0, ….
void firstOutput(const losses::LossInput& example, std::span<numerics::Scaled> delta)
{
    std::ranges::fill(delta, numerics::Scaled{});
    delta[0] = example.output.scaledDerivative(example.z[0]);
}

/// The same network behind a first layer that makes `direction` of a number t: δ of that layer is ∂a^L_1/∂input.
network::Network behindALine(const network::Network& network, const Eigen::VectorXd& direction)
{
    network::NetworkStructure structure = network.structure();
    model::Scenario straight;
    straight.outputActivation = straight.activation =
        (*std::ranges::find_if(activations::activationsRegistry(), [](const activations::Activation* f) {
            return f->value(-1) == -1 && f->value(2) == 2 && f->derivative(-3) == 1 && f->derivative(3) == 1;
        }))->id;
    structure.plans.push_back(network::planOf(straight, straight.depth));
    for (network::NetworkStructure::Layer& layer : structure.layers)
        if (layer.parametersOf > 0)
            ++layer.parametersOf;
    structure.inputs = 1;
    structure.layers.insert(structure.layers.begin(),
        {.size = static_cast<int>(direction.size()), .plan = static_cast<int>(structure.plans.size()) - 1});
    std::vector<double> values(direction.begin(), direction.end());
    values.insert(values.end(), static_cast<std::size_t>(direction.size()), 0.0); // its biases
    values.insert(values.end(), network.values().begin(), network.values().end());
    network::Network longer(std::move(structure));
    longer.setValues(std::move(values));
    longer.drawAlike(1); // one network all along the line
    return longer;
}

/// The first example where it is not 0, else all ones.
Eigen::VectorXd directionOf(const data::Dataset& data, bool& alongFirst)
{
    Eigen::VectorXd first = data.inputs.col(0);
    alongFirst = data.inputs.rows() > 1 && first.squaredNorm() > 0;
    return alongFirst ? first : Eigen::VectorXd(Eigen::VectorXd::Ones(data.inputs.rows()));
}

} // namespace

std::vector<double> autocorrelation(const std::vector<double>& values)
{
    const auto count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    std::vector<double> result;
    double all = 0, largest = 0;
    for (const double value : values) {
        all += (value - mean) * (value - mean);
        largest = std::max(largest, std::abs(value));
    }
    if (std::sqrt(all / count) <= 1e-12 * largest)
        return result;
    for (std::size_t lag = 0; lag <= values.size() / 2; ++lag) {
        double sum = 0;
        for (std::size_t i = 0; i + lag < values.size(); ++i)
            sum += (values[i] - mean) * (values[i + lag] - mean);
        result.push_back(sum / all);
    }
    return result;
}

std::optional<LineGradient> lineGradient(
    const network::Network& network, const data::Dataset& data, const std::stop_token& stop)
{
    LineGradient found;
    const Eigen::VectorXd direction = directionOf(data, found.alongFirst);
    const network::Network longer = behindALine(network, direction);
    Eigen::MatrixXd inputs(1, LineGradient::kPoints);
    for (int i = 0; i < LineGradient::kPoints; ++i) { // halves off 0, where a kink may be
        inputs(0, i) = kFarthest * (2 * i + 1 - LineGradient::kPoints) / LineGradient::kPoints;
        found.at.push_back(inputs(0, i));
    }
    network::ForwardPass pass(longer, inputs);
    for (int layer = 1; layer <= longer.depth(); ++layer) {
        if (stop.stop_requested())
            return std::nullopt;
        pass.step(layer);
    }
    losses::Loss loss = *losses::lossesRegistry().front();
    loss.outputDelta = firstOutput;
    loss.deltaTail = nullptr;
    loss.sumsToOne = false;
    const Eigen::MatrixXd targets = Eigen::MatrixXd::Zero(longer.size(longer.depth()), inputs.cols());
    network::BackwardPass back(longer, pass, loss, targets, network::BackwardPass::Cost::leftOut);
    for (int layer = longer.depth() - 1; layer >= 1; --layer) {
        if (stop.stop_requested())
            return std::nullopt;
        back.step(layer);
    }
    std::vector<numerics::Scaled> along;
    numerics::Scaled squares;
    const numerics::Columns delta = back.delta();
    for (Eigen::Index x = 0; x < delta.count; ++x) {
        const numerics::Column column = delta.column(x);
        along.push_back(numerics::Scaled::from(direction.dot(column.vector()), column.exponent));
        squares = squares + along.back() * along.back();
    }
    found.size = numerics::sqrt(squares * numerics::Scaled::from(1.0 / LineGradient::kPoints));
    found.coupled = network.structure().couplesExamples();
    if (!found.size.isZero()) {
        for (const numerics::Scaled value : along)
            found.gradient.push_back((value / found.size).nearestDouble());
        found.autocorrelation = autocorrelation(found.gradient);
    }
    return found;
}

} // namespace deltascope::results
