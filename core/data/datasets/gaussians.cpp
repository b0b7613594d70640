// SPDX-License-Identifier: GPL-3.0-or-later
// Two normal clouds about ±(½, ½), of standard deviation 0.2. core/maths.md 13.5.
#include "base/message.h"
#include "data/dataset_kind.h"
#include "data/datasets/random_examples.h"

namespace deltascope::datasets {

extern const data::DatasetKind gaussians;
const data::DatasetKind gaussians{
    .id = "gaussians",
    .name = translatable("core", "Two Gaussians"),
    .formula = "x ~ N(±(½, ½), 0.2²)",
    .description = translatable(
        "core", "Two round clouds of points in the plane, one per class: nearly separated by a straight line."),
    .rank = 8,
    .random = true,
    .fitSizes = fitTwoClasses,
    .make = [](const model::Scenario& scenario, const data::DataFolder&,
                const std::stop_token& stop) -> Result<data::Dataset> {
        return randomClasses(scenario, stop, [](RandomStream& stream, auto input) {
            const int label = static_cast<int>(stream.below(2));
            for (Eigen::Index i = 0; i < 2; ++i)
                input[i] = (label == 1 ? 0.5 : -0.5) + 0.2 * stream.normal();
            return label;
        });
    },
};

} // namespace deltascope::datasets
