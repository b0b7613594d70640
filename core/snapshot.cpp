// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot.h"

namespace deltascope {

namespace {

std::shared_ptr<const Evaluation> evaluationOf(const Scenario& scenario, const std::stop_token& stop)
{
    const Result<Dataset> data = makeDataset(scenario, stop);
    if (!data || stop.stop_requested())
        return nullptr;
    auto evaluation = evaluate(scenario, *data, Network(scenario, *data, stop), stop);
    return evaluation ? std::make_shared<const Evaluation>(*std::move(evaluation)) : nullptr;
}

} // namespace

Snapshot computeSnapshot(const Document& document, Needs wanted, const std::stop_token& stop)
{
    const Scenario& scenario = document.scenario;
    Snapshot snapshot;
    snapshot.scenario = scenario;
    for (const Pin& pin : document.pins)
        snapshot.pins.push_back({pin.name, pin.scenario, nullptr});
    Result<Dataset> data = makeDataset(scenario, stop);
    if (!data || stop.stop_requested())
        return snapshot;
    snapshot.data = std::make_shared<const Dataset>(*std::move(data));
    const auto network = std::make_shared<const Network>(scenario, *snapshot.data, stop);
    if (stop.stop_requested())
        return snapshot;
    snapshot.network = network;
    if (contains(wanted, Need::evaluation)) {
        if (auto evaluation = evaluate(scenario, *snapshot.data, *network, stop))
            snapshot.evaluation = std::make_shared<const Evaluation>(*std::move(evaluation));
        for (PinnedResult& pin : snapshot.pins)
            pin.evaluation = evaluationOf(pin.scenario, stop);
    }
    if (contains(wanted, Need::explosionSet) && hasExplosionSet(scenario))
        if (auto set = explosionSet(*network, snapshot.data->inputs(0, 0), document.view.k, stop))
            snapshot.explosionSet = std::make_shared<const ExplosionSet>(std::move(*set));
    return snapshot;
}

} // namespace deltascope
