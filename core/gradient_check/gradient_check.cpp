// SPDX-License-Identifier: GPL-3.0-or-later
#include "gradient_check/gradient_check.h"

#include "base/registry.h"
#include "gradient_check/carried_difference.h"
#include "gradient_check/plain_pass.h"
#include "network/learning_speeds.h"
#include "network/losses/loss.h"
#include "network/structure.h"
#include "network/through_layers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace deltascope::gradient_check {

using numerics::Scaled;

namespace {

constexpr double kStep = 1e-5; // near where ε/h and h² of doubles are alike
constexpr int kStepsPerDecade = 2, kDecades = 16;
constexpr double kBudget = 4e7; // operations of all steps, a fraction of a second

data::Dataset firstExamples(const data::Dataset& data, int count)
{
    data::Dataset first;
    first.inputs = data.inputs.leftCols(count);
    first.targets = data.targets.leftCols(count);
    return first;
}

/// All layers have weights, biases and an activation of their own, and nothing else.
bool isPlain(const network::Network& network)
{
    if (network.structure().couplesExamples() || network.structure().feeds() || network.structure().gated())
        return false;
    for (int l = 1; l <= network.depth(); ++l) {
        const double largest = network.biases(l).cwiseAbs().maxCoeff();
        if (!network.plan(l).plain || network.parametersOf(l) != 0 || network.parametrization(l) != nullptr
            || largest == std::numeric_limits<double>::max()) // a balanced bias that no double holds
            return false;
    }
    return true;
}

int examplesFor(const network::Network& network, int examples)
{
    double work = 0;
    for (int l = 1; l <= network.depth(); ++l)
        work += 2.0 * network.size(l) * network.size(l - 1) + 120.0 * network.size(l);
    return static_cast<int>(std::clamp(kBudget / (work * kStepsPerDecade * kDecades), 1.0, 1.0 * examples));
}

/// The layer whose parameters a layer has.
int ownerOf(const network::Network& network, int layer)
{
    return network.parametersOf(layer) == 0 ? layer : network.parametersOf(layer);
}

/// The gradient of a layer's weights and biases, the sum over the layers that share them.
struct LayerGradient {
    network::MeanGradient weights;
    std::vector<Scaled> biases;

    Scaled weight(Eigen::Index row, Eigen::Index column) const
    {
        return Scaled::from(weights.mantissas(row, column), weights.exponent);
    }
};

std::optional<std::vector<LayerGradient>> gradientsOf(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, int layer, const std::stop_token& stop)
{
    std::vector<LayerGradient> all;
    const auto backward = [&](const network::ForwardPass& pass, const network::BackwardPass& back, int l) {
        if (ownerOf(network, l) != ownerOf(network, layer))
            return;
        LayerGradient& gradient = all.emplace_back();
        gradient.weights = network::meanGradient(back.ofSums(), pass.entering(l));
        const numerics::Columns delta = back.delta();
        const Scaled share = Scaled::from(1.0 / static_cast<double>(delta.count));
        for (Eigen::Index i = 0; i < delta.size; ++i) {
            Scaled sum;
            for (Eigen::Index x = 0; x < delta.count; ++x)
                sum = sum + delta.at(i, x);
            gradient.biases.push_back(sum * share);
        }
    };
    if (!network::throughLayers(scenario, data, network, stop, network::kNoVisitor, network::kNoVisitor, backward,
            network::BackwardPass::Cost::leftOut))
        return std::nullopt;
    return all;
}

Scaled entryOf(const std::vector<LayerGradient>& gradients, const CheckedParameter& parameter)
{
    Scaled sum;
    for (const LayerGradient& each : gradients)
        sum = sum
            + (parameter.column == 0 ? each.biases[static_cast<std::size_t>(parameter.row - 1)]
                                     : each.weight(parameter.row - 1, parameter.column - 1));
    return sum;
}

CheckedParameter strongest(const std::vector<LayerGradient>& gradients, CheckedParameter parameter)
{
    const LayerGradient& first = gradients.front();
    const bool bias = parameter.column == 0;
    Scaled most = Scaled::from(-1);
    const auto columns = static_cast<int>(bias ? 1 : first.weights.mantissas.cols());
    const auto rows = static_cast<int>(first.biases.size());
    CheckedParameter best = parameter;
    for (int column = 1; column <= columns; ++column)
        for (int row = 1; row <= rows; ++row) {
            const CheckedParameter here{parameter.layer, row, bias ? 0 : column};
            if (const Scaled size = numerics::abs(entryOf(gradients, here)); most < size) {
                most = size;
                best = here;
            }
        }
    return best;
}

/// The place of a parameter among Network::values, where no layer has a parametrization.
std::size_t placeOf(const network::Network& network, const CheckedParameter& parameter)
{
    const int owner = ownerOf(network, parameter.layer);
    std::size_t place = 0;
    for (int l = 1; l < owner; ++l)
        if (network.parametersOf(l) == 0)
            place += static_cast<std::size_t>(network.weights(l).size() + network.biases(l).size());
    const auto row = static_cast<std::size_t>(parameter.row - 1), rows = static_cast<std::size_t>(network.size(owner));
    if (parameter.column == 0)
        return place + static_cast<std::size_t>(network.weights(owner).size()) + row;
    return place + static_cast<std::size_t>(parameter.column - 1) * rows + row;
}

/// The cost with one value changed, by the program's own pass.
std::optional<double> costWith(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, std::size_t place, double value)
{
    network::Network changed = network;
    std::vector<double> values(network.values().begin(), network.values().end());
    values[place] = value;
    changed.setValues(std::move(values));
    Scaled cost;
    network::throughLayers(
        scenario, data, changed, {}, network::kNoVisitor,
        [&](const network::ForwardPass&, const network::BackwardPass& back) { cost = back.cost(); },
        network::kNoVisitor, network::BackwardPass::Cost::computed, {}, network::Way::toCost);
    const double plain = cost.nearestDouble();
    return std::isfinite(plain) ? std::optional(plain) : std::nullopt;
}

std::optional<double> quotient(std::optional<double> above, std::optional<double> below, double step)
{
    if (!above || !below)
        return std::nullopt;
    const double difference = (*above - *below) / (2 * step);
    return std::isfinite(difference) ? std::optional(difference) : std::nullopt;
}

/// What differences are taken of, of one parameter.
struct Task {
    const model::Scenario& scenario;
    const data::Dataset& data;
    const network::Network& network;
    CheckedParameter parameter;
    bool plain;
};

std::optional<std::vector<DifferenceBy>> differencesOf(
    const Task& task, const std::vector<double>& steps, const std::stop_token& stop)
{
    const losses::Loss& loss = *findKind(losses::lossesRegistry(), task.scenario.loss);
    std::vector<DifferenceBy> all;
    if (!task.plain) {
        const std::size_t place = placeOf(task.network, task.parameter);
        const double value = task.network.values()[place];
        for (const double step : steps) {
            if (stop.stop_requested())
                return std::nullopt;
            const auto cost = [&](double at) { return costWith(task.scenario, task.data, task.network, place, at); };
            all.push_back({step, {}, quotient(cost(value + step), cost(value - step), step), {}});
        }
        return all;
    }
    const CarriedDifference carried(task.network, loss, task.data, task.parameter);
    PlainPass<double> inDouble(task.network, loss, task.data, task.parameter);
    PlainPass<float> inSingle(task.network, loss, task.data, task.parameter);
    for (const double step : steps) {
        if (stop.stop_requested())
            return std::nullopt;
        all.push_back({step, carried.by(step), inDouble.difference(step), inSingle.difference(step)});
    }
    return all;
}

} // namespace

Scaled relativeError(Scaled approximate, Scaled exact)
{
    return numerics::abs((approximate - exact) / exact);
}

Message whyNoGradientCheck(const model::Scenario& scenario)
{
    if (network::hasParametrization(network::plansOf(scenario)))
        return {translatable("core",
                    "What is learnt here is not the weights themselves, so that no weight is moved to check its "
                    "gradient."),
            {}};
    return {};
}

Message noSuchParameter(const model::Scenario& scenario, const CheckedParameter& parameter)
{
    if (parameter.layer < 1 || parameter.layer > scenario.depth)
        return {translatable("core", "There is no layer %1: the network has %2."), {parameter.layer, scenario.depth}};
    const int rows = network::sizeOf(scenario, parameter.layer),
              columns = network::sizeOf(scenario, parameter.layer - 1);
    if (parameter.row < 0 || parameter.row > rows)
        return {translatable("core", "Layer %1 has no neuron %2 to check a gradient of: its neurons are 1 to %3."),
            {parameter.layer, parameter.row, rows}};
    if (parameter.row > 0 && (parameter.column < 0 || parameter.column > columns))
        return {
            translatable("core",
                "No weight of layer %1 comes from a neuron %2, whose gradient could be checked: those before it are "
                "1 to %3."),
            {parameter.layer, parameter.column, columns}};
    return {};
}

std::optional<GradientCheck> checkGradient(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, CheckedParameter parameter, const std::stop_token& stop)
{
    GradientCheck check;
    const bool plain = isPlain(network);
    check.allExamples = data.examples();
    check.examples = network.structure().couplesExamples() ? data.examples() : examplesFor(network, data.examples());
    const data::Dataset first = firstExamples(data, check.examples);
    const auto gradients = gradientsOf(scenario, first, network, parameter.layer, stop);
    if (!gradients)
        return std::nullopt;
    check.parameter = parameter.row == 0 ? strongest(*gradients, parameter) : parameter;
    check.analytic = entryOf(*gradients, check.parameter);
    const int row = check.parameter.row - 1, column = check.parameter.column - 1;
    check.value = column < 0 ? network.biases(parameter.layer)(row) : network.weights(parameter.layer)(row, column);
    check.carried = plain;
    check.step = kStep * std::max(1.0, std::abs(check.value));
    std::vector<double> steps{check.step};
    for (int i = -kDecades * kStepsPerDecade; i <= 0; ++i)
        steps.push_back(std::pow(10, static_cast<double>(i) / kStepsPerDecade));
    auto differences = differencesOf({scenario, first, network, check.parameter, plain}, steps, stop);
    if (!differences)
        return std::nullopt;
    check.difference = plain ? differences->front().carried : Scaled::from(differences->front().inDouble.value_or(0));
    check.differences.assign(differences->begin() + 1, differences->end());
    if (plain)
        check.inSingle =
            PlainPass<float>(network, *findKind(losses::lossesRegistry(), scenario.loss), first, check.parameter)
                .gradient();
    return check;
}

} // namespace deltascope::gradient_check
