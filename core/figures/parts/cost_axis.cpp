// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/cost_axis.h"
#include "training/training_progress.h"

#include <algorithm>
#include <cmath>

namespace deltascope::parts {

namespace {

template <class Condition>
bool anyRecord(const training::TrainingProgress& course, const Condition& condition)
{
    for (std::size_t i = 0; i < course.trace.size(); ++i)
        if (condition(course.trace.record(i)))
            return true;
    return false;
}

bool fallsBelowZero(const results::Results& results)
{
    const training::TrainingProgress* course = results.get<training::TrainingProgress>();
    return course && anyRecord(*course, [](const training::TraceRecord& record) {
        return record.cost.sign() < 0 || record.heldOutCost.value_or(0) < 0;
    });
}

} // namespace

figures::AxisScale costScale(const results::Snapshot& snapshot)
{
    const bool below = fallsBelowZero(snapshot) || std::ranges::any_of(snapshot.pins, fallsBelowZero);
    return below ? figures::AxisScale::linear : figures::AxisScale::decades;
}

std::optional<double> onScale(const numerics::Scaled& cost, figures::AxisScale scale)
{
    if (scale == figures::AxisScale::decades)
        return cost.sign() > 0 ? std::optional(cost.log10()) : std::nullopt;
    const double value = cost.nearestDouble();
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

void noteCostScale(const results::Snapshot& snapshot, figures::AxisScale scale, std::vector<Message>& notes)
{
    if (scale == figures::AxisScale::linear)
        notes.push_back(
            {translatable("core",
                 "A cost below 0 has no logarithm: this axis is linear. Only targets outside 0 to 1 give such a cost."),
                {}});
    const auto gap = [scale](const training::TraceRecord& record) { return !onScale(record.cost, scale); };
    if (!snapshot.get<training::TrainingProgress>() || !anyRecord(*snapshot.get<training::TrainingProgress>(), gap))
        return;
    notes.push_back(scale == figures::AxisScale::decades
            ? Message{translatable("core", "Gaps: the cost is exactly 0 there."), {}}
            : Message{translatable("core", "Gaps: the cost is beyond what a linear axis can show there."), {}});
}

} // namespace deltascope::parts
