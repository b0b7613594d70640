// SPDX-License-Identifier: GPL-3.0-or-later
// x ~ U(±√(3m)) for each component of the input, targets without a meaning: at its start a network sees no more of its
// inputs than their mean square. core/maths.md 13.3.
#include "base/message.h"
#include "data/dataset_kind.h"
#include "data/datasets/random_examples.h"

namespace deltascope::datasets {

extern const data::DatasetKind uniform;
const data::DatasetKind uniform{
    .id = "uniform",
    .name = translatable("core", "Uniform"),
    .formula = "x ~ U(±√(3m))",
    .description = translatable(
        "core", "Every component of the input is drawn uniformly from −√(3m) to √(3m), so that its mean square is m."),
    .rank = 3,
    .usesMeanSquare = true,
    .random = true,
    .meanSquare = [](const model::Scenario& scenario) { return scenario.meanSquare; },
    .make = [](const model::Scenario& scenario, const data::DataFolder&,
                const std::stop_token& stop) -> Result<data::Dataset> {
        const double bound = std::sqrt(3 * scenario.meanSquare);
        return randomExamples(scenario, stop, [&](RandomStream& stream, std::span<double> values) {
            for (double& value : values)
                value = bound * stream.uniform(-1, 1);
        });
    },
};

} // namespace deltascope::datasets
