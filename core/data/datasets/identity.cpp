// SPDX-License-Identifier: GPL-3.0-or-later
// Autoencoding: every output should be its input, through the narrow middle of a network (Hinton & Salakhutdinov 2006).
// 784 inputs are drawn digits; any other number are the points of a smooth bump of random place and width, so that two
// numbers say all there is to say of an example. core/maths.md 13.6.
#include "base/message.h"
#include "data/dataset_kind.h"
#include "data/datasets/random_examples.h"
#include "data/drawn_digit.h"

namespace deltascope::datasets {

namespace {

/// 1/(1 + ((i + ½)/n − c)²/h²) for i = 0 … n − 1
void setRandomBump(RandomStream& stream, Eigen::Ref<Eigen::VectorXd> input)
{
    const double centre = stream.uniform(), halfWidth = stream.uniform(0.05, 0.3);
    for (Eigen::Index i = 0; i < input.size(); ++i) {
        const double x = ((static_cast<double>(i) + 0.5) / static_cast<double>(input.size()) - centre) / halfWidth;
        input[i] = 1 / (1 + x * x);
    }
}

} // namespace

extern const data::DatasetKind identity;
const data::DatasetKind identity{
    .id = "identity",
    .name = translatable("core", "Autoencoding"),
    .formula = "y = x",
    .description = translatable("core",
        "Every output should repeat its input: drawn digits for 784 inputs, else smooth bumps (Hinton & Salakhutdinov "
        "2006; Sutskever et al. 2013)."),
    .rank = 9,
    .random = true,
    .fitSizes =
        [](model::Scenario& scenario) {
            scenario.inputs = std::min(scenario.inputs, 1024); // no more outputs than a layer may have
            scenario.outputs = scenario.inputs;
        },
    .make = [](const model::Scenario& scenario, const data::DataFolder&,
                const std::stop_token& stop) -> Result<data::Dataset> {
        data::Dataset data;
        data.inputs.resize(scenario.inputs, scenario.examples);
        for (Eigen::Index example = 0; example < data.inputs.cols(); ++example) {
            if (stop.stop_requested())
                return data::Dataset{};
            RandomStream stream = exampleStream(scenario, Purpose::inputs, example);
            if (scenario.inputs == data::kDigitPixels)
                data::drawDigit(stream, data.inputs.col(example).data());
            else
                setRandomBump(stream, data.inputs.col(example));
        }
        data.targets = data.inputs;
        return data;
    },
};

} // namespace deltascope::datasets
