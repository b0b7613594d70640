// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/pinned_results.h"

#include "results/balance_by_chance.h"
#include "workspace/snapshot_keeping.h"

#include <algorithm>

namespace deltascope::workspace {

void PinnedResults::keep(const std::vector<results::PinnedResult>& results)
{
    for (const results::PinnedResult& pin : results) {
        const auto known = std::ranges::find(m_known, pin.scenario, &results::PinnedResult::scenario);
        if (known == m_known.end()) {
            m_known.push_back(pin);
            continue;
        }
        if (known->balance && pin.balance && known->balance->count != pin.balance->count)
            known->balance = nullptr; // of other seeds
        results::PinnedResult present = pin;
        keepKnown(present, *known);
        *known = std::move(present);
    }
}

const results::PinnedResult* PinnedResults::of(const model::Pin& pin) const
{
    const auto known = std::ranges::find(m_known, pin.scenario, &results::PinnedResult::scenario);
    return known == m_known.end() ? nullptr : &*known;
}

void PinnedResults::forgetAllBut(const std::vector<model::Pin>& pins)
{
    std::erase_if(m_known, [&](const results::PinnedResult& result) {
        return std::ranges::find(pins, result.scenario, &model::Pin::scenario) == pins.end();
    });
}

std::vector<results::PinnedResult> PinnedResults::all(const std::vector<model::Pin>& pins,
    const std::function<std::shared_ptr<const training::TrainingProgress>(const model::Scenario&)>& courseOf) const
{
    std::vector<results::PinnedResult> results;
    for (const model::Pin& pin : pins)
        if (const results::PinnedResult* known = of(pin)) {
            results.push_back(*known);
            results.back().name = pin.name;
            results.back().course = courseOf(pin.scenario);
        }
    return results;
}

} // namespace deltascope::workspace
