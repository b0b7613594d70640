// SPDX-License-Identifier: GPL-3.0-or-later
// How far the layers of a training have come, each at its own learning speed. core/maths.md 11.18.
#pragma once

#include "numerics/scaled.h"
#include "training/training_progress.h"

#include <optional>
#include <vector>

namespace deltascope::training {

/// Epochs at a step; of a course that knows of steps alone, steps.
double epochsAt(const TrainingProgress& course, std::int64_t step);

/// The time of the newest record, in epochs; 0 where there is none.
double recordedUntil(const TrainingProgress& course);

/// The area under the speed of each layer, 1 … depth, from the start to `epochs`, which is cut to what is recorded; the
/// records are joined by straight lines. `speed`: ‖∂C/∂b‖ or ‖∂C/∂w‖ of a record. Nothing where a speed on the way is
/// beyond range.
std::vector<std::optional<numerics::Scaled>> distances(
    const TrainingProgress& course, double epochs, numerics::Scaled LayerTrace::*speed = &LayerTrace::biasSpeed);

} // namespace deltascope::training
