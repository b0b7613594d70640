// SPDX-License-Identifier: GPL-3.0-or-later
// Every step brings a number from U(−1, 1) and a mark, which is 1 at one step of the first half and at one of the
// second, else 0. The target is ½ + (X₁ + X₂)/4 of the two marked numbers. Hochreiter & Schmidhuber (1997), experiment
// 4, with sequences of one length and one mark in each half (Le, Jaitly & Hinton 2015). core/maths.md 17.5.
#include "base/message.h"
#include "data/dataset_kind.h"
#include "data/datasets/random_examples.h"

namespace deltascope::datasets {

namespace {

constexpr int kNumbers = 2; // of a step

/// The target.
double drawSequence(RandomStream& stream, Eigen::Ref<Eigen::VectorXd> input)
{
    const Eigen::Index steps = input.size() / kNumbers, half = steps / 2;
    for (Eigen::Index step = 0; step < steps; ++step) {
        input[kNumbers * step] = stream.uniform(-1, 1);
        input[kNumbers * step + 1] = 0;
    }
    double sum = 0;
    for (const auto& [first, count] : {std::pair{Eigen::Index{0}, half}, std::pair{half, steps - half}}) {
        if (count == 0) // of a sequence of one step
            continue;
        const auto marked = first + static_cast<Eigen::Index>(stream.below(static_cast<std::uint64_t>(count)));
        input[kNumbers * marked + 1] = 1;
        sum += input[kNumbers * marked];
    }
    return 0.5 + sum / 4;
}

} // namespace

extern const data::DatasetKind adding;
const data::DatasetKind adding{
    .id = "adding",
    .name = translatable("core", "Adding problem"),
    .formula = "y = ½ + (X₁ + X₂)/4",
    .description = translatable("core",
        "Every step brings a random number and a mark; two numbers are marked, one in each half of the sequence, and "
        "the target is their sum, scaled to 0…1 (Hochreiter & Schmidhuber 1997)."),
    .rank = 15,
    .random = true,
    .fitSizes =
        [](model::Scenario& scenario) {
            scenario.inputs = kNumbers * model::stepsOf(scenario);
            scenario.outputs = 1;
        },
    .make = [](const model::Scenario& scenario, const data::DataFolder&,
                const std::stop_token& stop) -> Result<data::Dataset> {
        data::Dataset data{Eigen::MatrixXd(scenario.inputs, scenario.examples), Eigen::MatrixXd(1, scenario.examples)};
        if (scenario.inputs == kNumbers)
            data.notice =
                Message{translatable("core",
                            "A sequence of one step has one number to add: tied layers with feed = every give "
                            "it a step for every layer but the last."),
                    {}};
        for (Eigen::Index example = 0; example < data.inputs.cols(); ++example) {
            if (stop.stop_requested())
                return data::Dataset{};
            RandomStream stream = exampleStream(scenario, Purpose::inputs, example);
            data.targets(0, example) = drawSequence(stream, data.inputs.col(example));
        }
        return data;
    },
};

} // namespace deltascope::datasets
