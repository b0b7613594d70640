// SPDX-License-Identifier: GPL-3.0-or-later
// Of {a : |w f′(wa + b)| ≥ 1}, for the shared weight.
#include "measures/measure.h"

#include "network/structure.h"
#include "theory/explosion/steep_intervals.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    const activations::Chosen activation = network::hiddenActivation(snapshot.scenario);
    return explosion::steepWidth(*activation, snapshot.scenario.weight);
}

} // namespace

extern const MeasureKind window_width{
    .id = "window_width",
    .name = translatable("core", "width of the window of a where |wσ′| ≥ 1"),
    .decades = false,
    .needs = results::ownNeeds<evaluation::Evaluation>,
    .arguments = "",
    .value = value,
    .reads = evaluation::kNothing,
};

} // namespace deltascope::measures
