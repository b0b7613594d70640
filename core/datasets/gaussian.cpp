// SPDX-License-Identifier: GPL-3.0-or-later
// x ~ N(0, m) for each component of the input, targets without a meaning: at its start a network sees no more of its
// inputs than their mean square. core/maths.md 13.2.
#include "datasets/dataset_kind.h"
#include "datasets/random_examples.h"
#include "message.h"

namespace deltascope::datasets {

extern const DatasetKind gaussian;
const DatasetKind gaussian{
    .id = "gaussian",
    .name = translatable("core", "Gaussian"),
    .formula = "x ~ N(0, m)",
    .description =
        translatable("core", "Every component of the input is drawn from a normal distribution of mean square m."),
    .rank = 2,
    .usesMeanSquare = true,
    .random = true,
    .meanSquare = [](const Scenario& scenario) { return scenario.meanSquare; },
    .make = [](const Scenario& scenario, const DataFolder&, const std::stop_token& stop) -> Result<Dataset> {
        const double deviation = std::sqrt(scenario.meanSquare);
        return drawExamples(scenario, stop, [&](RandomStream& stream, std::span<double> values) {
            stream.normals(values);
            for (double& value : values)
                value *= deviation;
        });
    },
};

} // namespace deltascope::datasets
