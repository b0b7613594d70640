// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/result_kind.h"

#include "parameters/parameters.h"

#include <algorithm>
#include <cassert>
#include <vector>

namespace deltascope::results {

std::size_t slotOf(ResultType type)
{
    const std::span<const ResultKind* const> all = resultsRegistry();
    const auto found = std::ranges::find_if(all, [type](const ResultKind* kind) { return kind->value.type == type; });
    assert(found != all.end() && "no file in results/kinds makes a result of this type");
    return static_cast<std::size_t>(found - all.begin());
}

std::span<const ResultKind* const> resultsInOrder()
{
    static const std::vector<const ResultKind*> ordered = [] {
        const std::span<const ResultKind* const> all = resultsRegistry();
        std::vector<const ResultKind*> kinds(all.begin(), all.end());
        std::ranges::sort(kinds, {}, &ResultKind::rank);
        return kinds;
    }();
    return ordered;
}

bool holds(const ResultKind& kind, const Asked& before, const Asked& now)
{
    model::Dependencies changed = parameters::changedBetween(before.scenario, now.scenario);
    const bool pastStart = before.question.step > 0 || now.question.step > 0;
    if (pastStart
        && changed.intersects({model::Dependency::training, model::Dependency::loss})) // training goes elsewhere then
        changed.add(model::Dependency::step);
    if (kind.dependsOn.intersects(changed))
        return false;
    changed = parameters::changedBetween(before.question, now.question);
    if (kind.sameLayers && kind.sameLayers(now.scenario, before.question.layer, now.question.layer))
        changed.remove(model::Dependency::layer);
    return !kind.dependsOn.intersects(changed);
}

} // namespace deltascope::results
