// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/quick_results.h"

#include "results/at_once.h"

#include <algorithm>
#include <utility>

namespace deltascope::workspace {

bool evaluatesNow(const model::Scenario& scenario, const data::DataFolder& folder)
{
    return results::evaluatesAtOnce(scenario) && !results::readsFiles(scenario, folder);
}

results::Snapshot withQuickResults(
    results::Snapshot known, const model::Document& document, results::Needs wanted, const data::DataFolder& folder)
{
    if (evaluatesNow(document.scenario, folder)) {
        const results::Needs quick = wanted.where(
            [&](const results::ResultKind& kind) { return kind.atOnce && kind.atOnce(document.scenario); });
        results::Snapshot now = results::computeSnapshot({.scenario = document.scenario, .question = document.question},
            quick.own(), {.folder = folder, .known = &known});
        now.generation = known.generation;
        now.pins = std::move(known.pins);
        known = std::move(now);
    }
    const results::Needs ofPin = results::needs<evaluation::Evaluation>().ofPins();
    for (results::PinnedResult& pin : known.pins)
        if (!pin.failure && !pin.get<evaluation::Evaluation>() && evaluatesNow(pin.scenario, folder)) {
            const results::Snapshot now = results::computeSnapshot(
                {.scenario = {}, .question = document.question, .pins = {{pin.name, pin.scenario}}}, ofPin,
                {.folder = folder});
            pin.take(now.pins.front(), true);
            pin.failure = now.pins.front().failure;
        }
    return known;
}

bool asksAnew(
    const model::Document& document, results::Needs wanted, const model::Question& before, const model::Question& now)
{
    const auto changes = [&](const model::Scenario& scenario, const results::ResultKind& kind) {
        return !results::holds(kind, {scenario, before}, {scenario, now});
    };
    return std::ranges::any_of(results::resultsInOrder(), [&](const results::ResultKind* kind) {
        if (wanted.wants(*kind) && changes(document.scenario, *kind))
            return true;
        return wanted.wantsOfPins(*kind)
            && std::ranges::any_of(document.pins, [&](const model::Pin& pin) { return changes(pin.scenario, *kind); });
    });
}

} // namespace deltascope::workspace
