// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs and targets drawn from the seed, each example from streams of its own. core/maths.md 13.4.
#pragma once

#include "base/random.h"
#include "base/registry.h"
#include "data/dataset.h"
#include "network/losses/loss.h"

#include <cmath>
#include <cstdint>
#include <span>

namespace deltascope::datasets {

inline RandomStream exampleStream(const model::Scenario& scenario, Purpose purpose, Eigen::Index example)
{
    return {static_cast<std::uint64_t>(scenario.seed), purpose, static_cast<std::uint64_t>(example)};
}

/// The target of one example without a meaning: one-hot where the cost wants classes, else U(0, 1) for each output.
template <class Column>
void setRandomTarget(const model::Scenario& scenario, Eigen::Index example, Column&& target)
{
    RandomStream stream = exampleStream(scenario, Purpose::targets, example);
    const losses::Loss* loss = findKind(losses::lossesRegistry(), scenario.loss);
    if (loss != nullptr && loss->wantsClasses) {
        target.setZero();
        target[static_cast<Eigen::Index>(stream.below(static_cast<std::uint64_t>(target.size())))] = 1;
        return;
    }
    for (Eigen::Index i = 0; i < target.size(); ++i)
        target[i] = stream.uniform();
}

/// Inputs by `draw(stream, values)`, which fills those of one example in their order.
template <class Fill>
data::Dataset randomExamples(const model::Scenario& scenario, const std::stop_token& stop, const Fill& fill)
{
    data::Dataset data{
        Eigen::MatrixXd(scenario.inputs, scenario.examples), Eigen::MatrixXd(scenario.outputs, scenario.examples)};
    for (Eigen::Index example = 0; example < data.inputs.cols(); ++example) {
        if (stop.stop_requested())
            return {};
        RandomStream stream = exampleStream(scenario, Purpose::inputs, example);
        fill(stream, std::span(data.inputs.col(example).data(), static_cast<std::size_t>(data.inputs.rows())));
        setRandomTarget(scenario, example, data.targets.col(example));
    }
    return data;
}

/// The target of an example of a class: the class itself (0 or 1) for one output, else one-hot.
template <class Column>
void setClass(Column&& target, int label)
{
    target.setZero();
    if (target.size() == 1)
        target[0] = label;
    else
        target[label] = 1;
}

/// Inputs and a class by `draw(stream, input)`, which returns the class.
template <class Fill>
data::Dataset randomClasses(const model::Scenario& scenario, const std::stop_token& stop, const Fill& fill)
{
    data::Dataset data{
        Eigen::MatrixXd(scenario.inputs, scenario.examples), Eigen::MatrixXd(scenario.outputs, scenario.examples)};
    for (Eigen::Index example = 0; example < data.inputs.cols(); ++example) {
        if (stop.stop_requested())
            return {};
        RandomStream stream = exampleStream(scenario, Purpose::inputs, example);
        setClass(data.targets.col(example), fill(stream, data.inputs.col(example)));
    }
    return data;
}

/// Two classes in the plane: two inputs; one output, or one for each class.
inline void fitTwoClasses(model::Scenario& scenario)
{
    scenario.inputs = 2;
    if (scenario.outputs != 1 && scenario.outputs != 2)
        scenario.outputs = 1;
}

} // namespace deltascope::datasets
