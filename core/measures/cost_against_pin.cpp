// SPDX-License-Identifier: GPL-3.0-or-later
// Cost over that of a pinned scenario's training at the same step.
#include "measures/measure.h"

#include "training/training_progress.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments& arguments)
{
    const training::TrainingProgress* course = snapshot.get<training::TrainingProgress>();
    if (!course || course->trace.size() == 0)
        return std::nullopt;
    const auto pin = static_cast<std::size_t>(arguments.pin);
    if (pin > snapshot.pins.size() || !snapshot.pins[pin - 1].get<training::TrainingProgress>())
        return std::nullopt;
    const training::TrainingProgress& other = *snapshot.pins[pin - 1].get<training::TrainingProgress>();
    if (!other.finished() && !other.divergence && other.step < course->step)
        return std::nullopt; // still on its way
    const numerics::Scaled own = course->trace.record(course->trace.size() - 1).cost;
    const std::int64_t step = course->trace.record(course->trace.size() - 1).step;
    for (std::size_t i = other.trace.size(); i-- > 0;)
        if (other.trace.record(i).step <= step) {
            const numerics::Scaled cost = other.trace.record(i).cost;
            return own.sign() <= 0 || cost.sign() <= 0 ? std::nullopt : std::optional((own / cost).log10());
        }
    return std::nullopt;
}

} // namespace

extern const MeasureKind cost_against_pin{
    .id = "cost_against_pin",
    .name = translatable("core", "cost reached, relative to the pin"),
    .decades = true,
    .needs = results::needs<training::TrainingProgress>,
    .arguments = "pin",
    .value = value,
    .ratio = true,
};

} // namespace deltascope::measures
