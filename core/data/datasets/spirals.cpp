// SPDX-License-Identifier: GPL-3.0-or-later
// Two spirals about each other (Lang & Witbrock 1988), one and three quarter turns, with a little noise.
// core/maths.md 13.5.
#include "base/message.h"
#include "data/dataset_kind.h"
#include "data/datasets/random_examples.h"
#include "data/direction.h"

namespace deltascope::datasets {

extern const data::DatasetKind spirals;
const data::DatasetKind spirals{
    .id = "spirals",
    .name = translatable("core", "Two spirals"),
    .formula = "r = t, φ = 3.5πt (+ π)",
    .description = translatable(
        "core", "Two spirals wound around each other: a problem that needs several layers (Lang & Witbrock 1988)."),
    .rank = 7,
    .random = true,
    .fitSizes = fitTwoClasses,
    .make = [](const model::Scenario& scenario, const data::DataFolder&,
                const std::stop_token& stop) -> Result<data::Dataset> {
        return randomClasses(scenario, stop, [](RandomStream& stream, auto input) {
            const int label = static_cast<int>(stream.below(2));
            const double radius = std::sqrt(stream.uniform(0.01, 1)); // evenly along the arm
            const data::Direction at = data::direction(1.75 * radius);
            const double sign = label == 1 ? 1 : -1;
            input[0] = sign * radius * at.cosine + 0.02 * stream.normal();
            input[1] = sign * radius * at.sine + 0.02 * stream.normal();
            return label;
        });
    },
};

} // namespace deltascope::datasets
