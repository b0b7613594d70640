// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/network_export.h"

#include "base/registry.h"
#include "evaluation/evaluation.h"
#include "network/initializer.h"
#include "reports/network_format.h"
#include "results/memory_need.h"
#include "results/whole_training.h"

#include <algorithm>
#include <limits>

namespace deltascope::reports {

namespace {

/// The first layer whose balanced bias the network's doubles do not hold; 0 where there is none.
int biasBeyondDoubles(const network::Network& network, const evaluation::Evaluation& evaluation)
{
    for (int layer = 1; layer <= network.depth(); ++layer) {
        if (!network.balanced(layer))
            continue;
        const double largest = network.biases(layer).cwiseAbs().maxCoeff();
        if (largest == std::numeric_limits<double>::max()
            || (evaluation.chain && !evaluation.layer(layer).bias.fitsDouble()))
            return layer;
    }
    return 0;
}

std::optional<Error> cannotBeWritten(
    const model::Scenario& scenario, const data::Dataset& data, const network::Network& network)
{
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    if (rule == nullptr || !rule->biasFromForwardPass)
        return std::nullopt;
    const evaluation::Evaluation evaluation = *evaluation::evaluate(scenario, data, network);
    if (const int layer = biasBeyondDoubles(network, evaluation))
        return Error{Fault::invalidData,
            {translatable(
                 "core", "The balanced bias of layer %1 is %2, which no double holds: this network cannot be written."),
                {layer, evaluation.layer(layer).bias.magnitude()}}};
    return std::nullopt;
}

} // namespace

std::shared_ptr<const network::Network> trainedNetwork(const model::Scenario& scenario,
    const std::shared_ptr<const data::Dataset>& data, std::int64_t step, const Watch& watch)
{
    if (step == 0)
        return std::make_shared<const network::Network>(scenario, *data, std::stop_token(), watch);
    return results::trained(scenario, data, 0, {}, {}, step, watch)->network;
}

Result<NetworkExport> networkExport(
    const model::Scenario& scenario, const data::DataFolder& folder, std::int64_t step, const Watch& watch)
{
    const double training = step > 0 ? results::trainingMemory(scenario) : 0;
    if (std::optional<Error> error = results::refusedForMemory(
            scenario, results::kProgramMemory + results::networkTextMemory(scenario) + training))
        return *std::move(error);
    Result<data::Dataset> data = data::makeDataset(scenario, {}, folder);
    if (!data)
        return data.error();
    NetworkExport made{.scenario = scenario, .step = step, .data = nullptr, .network = nullptr};
    made.data = std::make_shared<const data::Dataset>(*std::move(data));
    made.network = trainedNetwork(scenario, made.data, step, watch);
    if (step == 0)
        if (std::optional<Error> error = cannotBeWritten(scenario, *made.data, *made.network))
            return *std::move(error);
    return made;
}

Message weightsAreNotAll(const model::Scenario& scenario)
{
    const network::NetworkStructure structure = network::structureOf(scenario);
    const bool learnt =
        std::ranges::any_of(structure.plans, [](const network::LayerPlan& plan) { return plan.learnt > 0; });
    if (!learnt && !structure.gated())
        return {};
    return {
        translatable("core",
            "This network learns numbers beside weights and biases, gates or scales, which only the JSON of a network "
            "holds."),
        {}};
}

} // namespace deltascope::reports
