// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/needs.h"

namespace deltascope::results {

Needs Needs::of(const ResultKind& kind, bool pinsToo)
{
    return {bitOf(kind), pinsToo && kind.ofPins ? bitOf(kind) : 0};
}

bool dependsOn(Needs needs, model::Dependencies any)
{
    return !needs.where([any](const ResultKind& kind) { return kind.dependsOn.intersects(any); }).empty();
}

} // namespace deltascope::results
