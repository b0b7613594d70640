// SPDX-License-Identifier: GPL-3.0-or-later
// Of {a : |w f′(wa + b)| ≥ 1}, for the shared weight.
#include "measures/measure.h"

#include "registry.h"
#include "theory/window.h"

namespace deltascope {

namespace {

std::optional<double> value(const Snapshot& snapshot, const MeasureArguments&)
{
    const Activation* activation = findKind(activationsRegistry(), snapshot.scenario.activation);
    return steepWindowWidth(*activation, snapshot.scenario.weight);
}

} // namespace

namespace measures {
extern const MeasureKind window_width{
    "window_width",
    translatable("core", "width of the window of a where |wσ′| ≥ 1"),
    false,
    needs(Need::evaluation),
    "",
    value,
};
} // namespace measures

} // namespace deltascope
