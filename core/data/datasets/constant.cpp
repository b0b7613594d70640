// SPDX-License-Identifier: GPL-3.0-or-later
// Every component of every input is a₀, every output should be y: the chapter's toy. core/maths.md 13.1.
#include "base/message.h"
#include "data/dataset_kind.h"

namespace deltascope::datasets {

extern const data::DatasetKind constant;
const data::DatasetKind constant{
    .id = "constant",
    .name = translatable("core", "Constant"),
    .formula = "x = a₀, y = target",
    .description = translatable("core", "Every component of the input is a₀ and every output has the same target."),
    .rank = 1,
    .usesInput = true,
    .meanSquare = [](const model::Scenario& scenario) { return scenario.input * scenario.input; },
    .make = [](const model::Scenario& scenario, const data::DataFolder&,
                const std::stop_token&) -> Result<data::Dataset> {
        return data::Dataset{Eigen::MatrixXd::Constant(scenario.inputs, scenario.examples, scenario.input),
            Eigen::MatrixXd::Constant(scenario.outputs, scenario.examples, scenario.target)};
    },
};

} // namespace deltascope::datasets
