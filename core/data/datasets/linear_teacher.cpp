// SPDX-License-Identifier: GPL-3.0-or-later
// What a linear teacher says of white inputs: the examples are ±√(nm) along one axis after the other, so that with 2n
// of them (or 4n, …) ⟨x xᵀ⟩ is m times the identity, and y_j = x_j/j, modes of strength 1, ½, ⅓, …. Saxe, McClelland &
// Ganguli (2014). core/maths.md 16.12.
#include "base/message.h"
#include "data/dataset_kind.h"

#include <cmath>

namespace deltascope::datasets {

extern const data::DatasetKind linear_teacher;
const data::DatasetKind linear_teacher{
    .id = "linear_teacher",
    .name = translatable("core", "Linear teacher"),
    .formula = "y_j = x_j/j",
    .description = translatable("core",
        "White inputs, one axis after the other and back, and targets that are each input divided by its number: a "
        "linear network learns one mode after another (Saxe et al. 2014). Take twice as many examples as inputs."),
    .rank = 4,
    .usesMeanSquare = true,
    .fitSizes = [](model::Scenario& scenario) { scenario.outputs = scenario.inputs; },
    .meanSquare = [](const model::Scenario& scenario) { return scenario.meanSquare; },
    .make = [](const model::Scenario& scenario, const data::DataFolder&,
                const std::stop_token&) -> Result<data::Dataset> {
        data::Dataset data{Eigen::MatrixXd::Zero(scenario.inputs, scenario.examples),
            Eigen::MatrixXd::Zero(scenario.outputs, scenario.examples)};
        const double size = std::sqrt(scenario.inputs * scenario.meanSquare);
        for (int example = 0; example < scenario.examples; ++example) {
            const int axis = example / 2 % scenario.inputs;
            data.inputs(axis, example) = example % 2 == 0 ? size : -size;
            if (axis < scenario.outputs)
                data.targets(axis, example) = data.inputs(axis, example) / (axis + 1);
        }
        return data;
    },
};

} // namespace deltascope::datasets
