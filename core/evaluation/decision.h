// SPDX-License-Identifier: GPL-3.0-or-later
// What a network answers over the plane of its two inputs, or along the line of its one: a forward pass at the middle
// of every cell. core/maths.md 2.12.
#pragma once

#include "base/message.h"
#include "data/dataset.h"
#include "network/network.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace deltascope::evaluation {

/// From where to where one input goes: lower < upper, both finite.
struct InputRange {
    double lower = -1, upper = 1;
    bool operator==(const InputRange&) const = default;

    double middle(int cell, int cells) const; ///< of a cell, counted from `lower`
};

struct Decision {
    static constexpr int kMostInputs = 2, kMostOutputs = 10;
    static constexpr int kMostExamples = 400; ///< that are answered, of each of the two sorts

    InputRange x = {}, y = {}; ///< of the first input and of the second: the examples’ with a margin
    int columns = 0, rows = 0; ///< of one input one row
    int outputs = 1;
    /// Cell by cell, row by row from the lowest, `outputs` each: what the cost compares with the targets, a^L or its
    /// softmax. ±∞ where it is beyond doubles.
    std::vector<double> answers = {};
    std::vector<double> ofExamples = {}, ofHeldOut = {}; ///< the same of the first examples, example by example
    numerics::Scaled first = {}; ///< the first output for the first example, where doubles end too; of softmax 0
    bool classes = false; ///< every target names a class: one-hot, or 0 or 1 for one output
    bool coarse = false; ///< a finer one will follow

    std::size_t cells() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
    std::span<const double> at(std::size_t cell) const { return of(answers, cell); }
    std::span<const double> of(const std::vector<double>& all, std::size_t place) const
    {
        const auto size = static_cast<std::size_t>(outputs);
        return {all.data() + place * size, size};
    }
    bool operator==(const Decision&) const = default;
};

/// The class that an answer names: the largest output (the first of several), of one output whether it is above ½. As
/// trainings judge.
int classOf(std::span<const double> answer);
/// The class that a target names.
int classOf(const Eigen::Ref<const Eigen::VectorXd>& target);
/// By how much that output is ahead of the next, of one output how far from ½ it is. Precondition: a finite answer.
double marginOf(std::span<const double> answer);

/// Empty where there is such a plane or line; else why not, and what there would have to be.
Message whyNoDecision(const model::Scenario& scenario);

/// Cells of one side, or of the line, as fine as it becomes, and while the network changes: fewer of networks that take
/// long.
struct DecisionCells {
    int fine = 240, coarse = 60;
};
DecisionCells decisionCells(const model::Scenario& scenario);

/// Bytes of computing it.
double decisionMemory(const model::Scenario& scenario, int threads);

/// Of a scenario that has one, the same bits on any number of threads (0: all cores). Dropout leaves nothing out, as
/// when held-out examples are judged. `refined` is called with a coarse one first. Nothing where stop was requested.
std::optional<Decision> decide(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, const std::stop_token& stop = {},
    const std::function<void(Decision)>& refined = {}, int threads = 0);

/// The answer to one input of such a network.
std::vector<double> answerAt(
    const model::Scenario& scenario, const network::Network& network, const std::vector<double>& point);

} // namespace deltascope::evaluation
