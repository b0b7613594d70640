// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/snapshot_memory.h"

#include "results/memory_need.h"

#include <algorithm>

namespace deltascope::results {

namespace {

/// Of the results of one kind of all pins, computed one after another or, with data of their own, side by side.
double memoryOfPins(const ResultKind& kind, const model::Document& document, const model::Question& question)
{
    double together = 0, most = 0;
    const std::size_t count = std::min(document.pins.size(), kind.mostPins);
    for (std::size_t i = 0; i < count; ++i) {
        const model::Scenario& scenario = document.pins[i].scenario;
        const double own =
            resultMemory(kind, scenario, model::questionOfPin(question, scenario.depth), kind.sideBySide ? 1 : 0);
        together += dataMemory(scenario) + own;
        most = std::max(most, own);
    }
    return kind.sideBySide ? together : most;
}

} // namespace

double resultMemory(
    const ResultKind& kind, const model::Scenario& scenario, const model::Question& question, int threads)
{
    return kind.memory ? kind.memory(scenario, question, threads) : passesMemory(scenario);
}

double snapshotMemory(const model::Document& document, Needs wanted)
{
    const model::Scenario& scenario = document.scenario;
    const model::Question& question = document.question;
    double resident = dataMemory(scenario) + networkMemory(scenario), peak = 0;
    if (question.step > 0 && dependsOn(wanted, model::Dependency::step))
        peak = trainingMemory(scenario);
    bool pinsStay = false;
    for (const ResultKind* kind : resultsInOrder()) {
        if (wanted.wants(*kind) && (!kind->applies || kind->applies(scenario, question)))
            peak = std::max(peak, resultMemory(*kind, scenario, question));
        if (wanted.wantsOfPins(*kind)) {
            peak = std::max(peak, memoryOfPins(*kind, document, question));
            pinsStay = pinsStay || !kind->sideBySide;
        }
    }
    if (pinsStay)
        for (const model::Pin& pin : document.pins)
            resident += dataMemory(pin.scenario) + networkMemory(pin.scenario);
    return resident + peak;
}

void refuseForMemory(Snapshot& snapshot, const model::Document& document, Needs& wanted)
{
    const auto problem = [&](Needs those) {
        return refusedForMemory(document.scenario, kProgramMemory + kDrawingMemory + snapshotMemory(document, those));
    };
    if (!problem(wanted))
        return;
    snapshot.failure = problem(wanted & needs<evaluation::Evaluation>());
    const auto refuse = [&](Needs those) {
        std::optional<Error> error = those.empty() ? std::nullopt : problem(those);
        if (!error)
            return;
        snapshot.refused |= those;
        snapshot.refusal = std::move(error);
    };
    for (const ResultKind* kind : resultsInOrder()) {
        const Needs those = wanted & Needs::of(*kind, true);
        if (kind->sideBySide) {
            refuse(those.own());
            refuse(those.ofPins());
        } else {
            refuse(those);
        }
    }
    wanted = wanted - snapshot.refused;
}

} // namespace deltascope::results
