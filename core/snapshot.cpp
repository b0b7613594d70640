// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot.h"

namespace deltascope {

Snapshot computeSnapshot(const Document& document, Needs wanted, std::stop_token stop)
{
    Snapshot snapshot;
    snapshot.scenario = document.scenario;
    for (const Pin& pin : document.pins)
        snapshot.pins.push_back({pin.name, pin.scenario, nullptr});
    if (stop.stop_requested())
        return snapshot;
    const auto network = std::make_shared<const Network>(document.scenario);
    snapshot.network = network;
    if (contains(wanted, Need::evaluation)) {
        snapshot.evaluation = std::make_shared<const Evaluation>(evaluate(document.scenario, *network));
        for (PinnedResult& pin : snapshot.pins)
            if (!stop.stop_requested())
                pin.evaluation = std::make_shared<const Evaluation>(evaluate(pin.scenario));
    }
    if (contains(wanted, Need::explosionSet) && isChain(document.scenario))
        if (auto set = explosionSet(*network, document.scenario.input, document.view.k, stop))
            snapshot.explosionSet = std::make_shared<const ExplosionSet>(std::move(*set));
    return snapshot;
}

} // namespace deltascope
