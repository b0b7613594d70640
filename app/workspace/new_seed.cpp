// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/new_seed.h"

#include "text/language.h"
#include "workspace/store/scenario_store.h"

#include <QCoreApplication>

#include <random>

namespace deltascope::workspace {

namespace {

constexpr std::int64_t kSmallest = 1, kLargest = 9999; // short enough to be called across a room

std::int64_t randomOtherThan(const parameters::ParameterValue& present)
{
    std::random_device chance;
    std::uniform_int_distribution<std::int64_t> seeds(kSmallest, kLargest);
    for (;;)
        if (const std::int64_t seed = seeds(chance); parameters::ParameterValue(seed) != present)
            return seed;
}

} // namespace

void setRandomSeed(ScenarioStore& store)
{
    model::Scenario next = store.scenario();
    for (const parameters::Parameter<model::Scenario>& row : parameters::scenarioParameters())
        if (row.randomizable)
            if (auto changed = parameters::withValue(next, row, randomOtherThan(parameters::valueOf(next, row))))
                next = *std::move(changed);
    store.edit(QCoreApplication::translate("NewSeed", "New seed"), next);
}

QString newSeedIdle(const model::Scenario& scenario)
{
    for (const parameters::Parameter<model::Scenario>& row : parameters::scenarioParameters())
        if (row.randomizable && row.idle)
            return text::toText(row.idle(scenario));
    return {};
}

} // namespace deltascope::workspace
