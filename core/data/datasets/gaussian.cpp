// SPDX-License-Identifier: GPL-3.0-or-later
// x ~ N(0, m) for each component of the input, targets without a meaning: at its start a network sees no more of its
// inputs than their mean square. core/maths.md 13.2.
#include "base/message.h"
#include "data/dataset_kind.h"
#include "data/datasets/random_examples.h"

namespace deltascope::datasets {

extern const data::DatasetKind gaussian;
const data::DatasetKind gaussian{
    .id = "gaussian",
    .name = translatable("core", "Gaussian"),
    .formula = "x ~ N(0, m)",
    .description =
        translatable("core", "Every component of the input is drawn from a normal distribution of mean square m."),
    .rank = 2,
    .usesMeanSquare = true,
    .random = true,
    .meanSquare = [](const model::Scenario& scenario) { return scenario.meanSquare; },
    .make = [](const model::Scenario& scenario, const data::DataFolder&,
                const std::stop_token& stop) -> Result<data::Dataset> {
        const double deviation = std::sqrt(scenario.meanSquare);
        return randomExamples(scenario, stop, [&](RandomStream& stream, std::span<double> values) {
            stream.normals(values);
            for (double& value : values)
                value *= deviation;
        });
    },
};

} // namespace deltascope::datasets
