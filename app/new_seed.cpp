// SPDX-License-Identifier: GPL-3.0-or-later
#include "new_seed.h"

#include "render/language.h"
#include "scenario_store.h"

#include <QCoreApplication>

#include <random>

namespace deltascope {

namespace {

constexpr std::int64_t kSmallest = 1, kLargest = 9999; // short enough to be called across a room

std::int64_t drawnOtherThan(const ParameterValue& present)
{
    std::random_device chance;
    std::uniform_int_distribution<std::int64_t> seeds(kSmallest, kLargest);
    for (;;)
        if (const std::int64_t seed = seeds(chance); ParameterValue(seed) != present)
            return seed;
}

} // namespace

void drawNewSeed(ScenarioStore& store)
{
    Scenario next = store.scenario();
    for (const Parameter<Scenario>& row : scenarioParameters())
        if (row.drawn)
            if (auto changed = withValue(next, row, drawnOtherThan(valueOf(next, row))))
                next = *std::move(changed);
    store.edit(QCoreApplication::translate("NewSeed", "New seed"), next);
}

QString newSeedIdle(const Scenario& scenario)
{
    for (const Parameter<Scenario>& row : scenarioParameters())
        if (row.drawn && row.idle)
            return toText(row.idle(scenario));
    return {};
}

} // namespace deltascope
