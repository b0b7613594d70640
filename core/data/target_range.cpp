// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/target_range.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "network/losses/loss.h"

#include <cmath>

namespace deltascope::data {

namespace {

/// The cost where its targets are probabilities, else nullptr.
const losses::Loss* probabilityCost(const model::Scenario& scenario)
{
    const losses::Loss* loss = findKind(losses::lossesRegistry(), scenario.loss);
    return loss && loss->negative ? loss : nullptr;
}

bool isProbability(double target)
{
    return target >= 0 && target <= 1;
}

/// With as many digits as say that it is none: 1.0000001, not 1.
Real shownTarget(double target)
{
    return {target, std::abs(target) < 1.00001 && std::abs(target) > 0.99999 ? 17 : 6};
}

bool isParameter(const model::Scenario& scenario)
{
    const DatasetKind* data = findKind(datasetsRegistry(), scenario.data);
    return data && data->usesInput;
}

} // namespace

std::optional<Error> targetOutOfRange(const model::Scenario& scenario)
{
    const losses::Loss* loss = probabilityCost(scenario);
    if (!loss || !isParameter(scenario) || isProbability(scenario.target))
        return std::nullopt;
    return Error{Fault::usage,
        {translatable(
             "core", "target: %2 does not lie from 0 to 1, and under the cost “%1” a target is a probability."),
            {Message{loss->name, {}}, shownTarget(scenario.target)}}};
}

std::optional<Error> targetsOutOfRange(const model::Scenario& scenario, const Eigen::MatrixXd& targets)
{
    const losses::Loss* loss = probabilityCost(scenario);
    if (!loss || targets.size() == 0)
        return std::nullopt;
    const double lower = targets.minCoeff(), upper = targets.maxCoeff();
    if (isProbability(lower) && isProbability(upper))
        return std::nullopt;
    if (std::optional<Error> error = targetOutOfRange(scenario))
        return Error{Fault::invalidData, error->what};
    return Error{Fault::invalidData,
        {translatable("core",
             "Under the cost “%1” targets are probabilities, from 0 to 1; those of the data “%2” go from %3 to %4."),
            {Message{loss->name, {}}, scenario.data, shownTarget(lower), shownTarget(upper)}}};
}

} // namespace deltascope::data
