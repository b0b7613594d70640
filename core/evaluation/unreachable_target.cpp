// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/unreachable_target.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "network/activations/activation.h"
#include "network/losses/loss.h"
#include "network/structure.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace deltascope::evaluation {

namespace {

constexpr double kTargetRounding = 1e-9; // of a sum of targets, of a share

struct Asked {
    const losses::Loss* loss;
    activations::Chosen output;
};

Asked askedOf(const model::Scenario& scenario)
{
    return {findKind(losses::lossesRegistry(), scenario.loss), network::activationOf(scenario, scenario.depth)};
}

std::span<const double> targetOf(const data::Dataset& data, Eigen::Index example)
{
    return {data.targets.col(example).data(), static_cast<std::size_t>(data.targets.rows())};
}

/// "from 0 to 1", of the values of f.
Message rangeOf(const activations::Activation& output)
{
    if (output.maxDerivative == 0 && output.lower < output.upper)
        return {translatable("core", "of %1 or %2"), {Real{output.lower, 4}, Real{output.upper, 4}}};
    if (std::isinf(output.upper))
        return {translatable("core", "of %1 and above"), {Real{output.lower, 4}}};
    if (std::isinf(output.lower))
        return {translatable("core", "of %1 and below"), {Real{output.upper, 4}}};
    return {translatable("core", "from %1 to %2"), {Real{output.lower, 4}, Real{output.upper, 4}}};
}

/// Examples with a target that f does not give.
int outside(const activations::Activation& output, const data::Dataset& data)
{
    int count = 0;
    for (Eigen::Index x = 0; x < data.targets.cols(); ++x)
        count +=
            std::ranges::any_of(targetOf(data, x), [&](double y) { return activations::nearestValue(output, y) != y; });
    return count;
}

Message outOfRange(const activations::Activation& output, const data::Dataset& data, double least)
{
    const Message name{output.name, {}}, range = rangeOf(output);
    const Real cost{least, 6};
    if (data.targets.size() == 1)
        return {translatable("core",
                    "The target %1 is out of reach: the output activation “%2” gives values %3. The cost cannot fall "
                    "below %4."),
            {Real{data.targets(0, 0), 6}, name, range, cost}};
    const int count = outside(output, data);
    if (count == data.examples())
        return {translatable("core",
                    "The targets are out of reach: the output activation “%1” gives values %2. The cost cannot fall "
                    "below %3."),
            {name, range, cost}};
    return {translatable("core",
                "Targets are out of reach in %1 of %2 examples: the output activation “%3” gives values %4. The cost "
                "cannot fall below %5."),
        {count, data.examples(), name, range, cost}};
}

/// The first example whose targets do not sum to 1, else −1.
Eigen::Index notSummingToOne(const data::Dataset& data)
{
    for (Eigen::Index x = 0; x < data.targets.cols(); ++x)
        if (std::abs(data.targets.col(x).sum() - 1) > kTargetRounding)
            return x;
    return -1;
}

} // namespace

double leastCost(const model::Scenario& scenario, const data::Dataset& data)
{
    const auto [loss, output] = askedOf(scenario);
    if (!loss || !loss->leastCost || data.examples() == 0)
        return 0;
    double sum = 0;
    for (Eigen::Index x = 0; x < data.targets.cols(); ++x)
        sum += loss->leastCost(*output, targetOf(data, x));
    return sum / static_cast<double>(data.examples());
}

Message reachRemedy(const model::Scenario& scenario)
{
    const data::DatasetKind* kind = findKind(data::datasetsRegistry(), scenario.data);
    if (!kind || !kind->usesTable || scenario.outputs > 1)
        return {};
    if (scenario.table.targetScale == "min_max")
        return {translatable("core", "Choose an output activation that reaches them, as the identity."), {}};
    return {translatable("core",
                "Scale the target to 0 … 1 (target_scale = min_max in “Table”), or choose an output activation that "
                "reaches it, as the identity."),
        {}};
}

Message unreachableTarget(const model::Scenario& scenario, const data::Dataset& data)
{
    const auto [loss, output] = askedOf(scenario);
    if (!loss || data.targets.size() == 0)
        return {};
    const double least = leastCost(scenario, data);
    if (!std::isfinite(least)) // of targets whose squares no double holds
        return {};
    if (!loss->negative)
        return least > 0 ? outOfRange(*output, data, least) : Message{};
    if (loss->sumsToOne && data.targets.maxCoeff() == 0)
        return {
            translatable("core", "All targets are 0: the cost of a softmax is then 0, whatever the outputs are."), {}};
    const Real cost{least, 6};
    if (const Eigen::Index x = loss->sumsToOne && least > 0 ? notSummingToOne(data) : -1; x >= 0)
        return {translatable("core",
                    "The targets are out of reach: the outputs of a softmax sum to 1, the targets to %1. The cost "
                    "cannot fall below %2."),
            {Real{data.targets.col(x).sum(), 6}, cost}};
    if (least > kTargetRounding)
        return {
            translatable("core", "The targets lie between 0 and 1, so the cost cannot fall below their entropy, %1."),
            {cost}};
    return {};
}

} // namespace deltascope::evaluation
