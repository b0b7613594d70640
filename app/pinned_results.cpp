// SPDX-License-Identifier: GPL-3.0-or-later
#include "pinned_results.h"

#include "balance_by_chance.h"
#include "snapshot_keeping.h"

#include <algorithm>

namespace deltascope {

void PinnedResults::keep(const std::vector<PinnedResult>& results)
{
    for (const PinnedResult& pin : results) {
        const auto known = std::ranges::find(m_known, pin.scenario, &PinnedResult::scenario);
        if (known == m_known.end()) {
            m_known.push_back(pin);
            continue;
        }
        if (known->balance && pin.balance && known->balance->count != pin.balance->count)
            known->balance = nullptr; // of other seeds
        PinnedResult present = pin;
        keepKnown(present, *known);
        *known = std::move(present);
    }
}

const PinnedResult* PinnedResults::of(const Pin& pin) const
{
    const auto known = std::ranges::find(m_known, pin.scenario, &PinnedResult::scenario);
    return known == m_known.end() ? nullptr : &*known;
}

void PinnedResults::forgetAllBut(const std::vector<Pin>& pins)
{
    std::erase_if(m_known, [&](const PinnedResult& result) {
        return std::ranges::find(pins, result.scenario, &Pin::scenario) == pins.end();
    });
}

std::vector<PinnedResult> PinnedResults::all(const std::vector<Pin>& pins,
    const std::function<std::shared_ptr<const TrainingProgress>(const Scenario&)>& courseOf) const
{
    std::vector<PinnedResult> results;
    for (const Pin& pin : pins)
        if (const PinnedResult* known = of(pin)) {
            results.push_back(*known);
            results.back().name = pin.name;
            results.back().course = courseOf(pin.scenario);
        }
    return results;
}

} // namespace deltascope
