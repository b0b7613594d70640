// SPDX-License-Identifier: GPL-3.0-or-later
// Training: steps of an optimizer along the gradient of mini-batches. The gradient is that at the old weights, then
// w ← (1 − ηλ/n)w + update for the weights and b ← b + update for the biases, n the number of training examples,
// whatever the optimizer (Nielsen 2015, chapter 3). core/maths.md 11.1, 11.7, 11.8, 11.16.
#pragma once

#include "base/watch.h"
#include "data/dataset.h"
#include "network/network.h"
#include "training/divergence.h"
#include "training/trace.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <utility>

namespace deltascope::training {

struct TrainingOptions {
    int threads = 0; ///< 0: as many as the machine has. The results are the same bits for any number.
    bool statistics = true; ///< of the activations
    /// Makes every record, also those that the trace does not keep, and hands each over, complete but for logUpdate.
    std::function<void(const TraceRecord&, std::span<const LayerTrace>)> observe = {};
    std::size_t traceCapacity = 0; ///< as Trace takes it
    Watch watch = {}; ///< of the whole training, also in the midst of a step; on any of its threads
};

/// One training of a valid scenario, step by step: what it is after k steps depends on scenario, data and k alone. A
/// record is made before each step where a step takes all examples, else before each epoch, and at the end.
class Training {
public:
    Training(
        const model::Scenario& scenario, const std::shared_ptr<const data::Dataset>& data, TrainingOptions options = {})
        : Training(scenario, data, network::Network(scenario, *data), std::move(options))
    {
    }
    /// The same from the scenario's start values, which may take long to draw, at hand.
    Training(const model::Scenario& scenario, std::shared_ptr<const data::Dataset> data, network::Network start,
        TrainingOptions options);
    ~Training();
    Training(Training&&) noexcept;

    enum class Outcome { stepped, finished, diverged, stopped };
    /// One step, after the record before it; at the last one the record after it too. `stopped`: stop was
    /// requested, or `mayStep`, which is asked when all is ready for the step, said no, and nothing was changed.
    Outcome advance(const std::stop_token& stop = {}, const std::function<bool()>& mayStep = {});
    void rewind(); ///< to the start, with the changes that were made

    /// Goes on as this valid scenario says, where it is the present one but for `changes` and `epochs`; back at the
    /// start where the steps made so far would have been others. False, and nothing happens, where more differs.
    bool follow(const model::Scenario& scenario);

    const model::Scenario& scenario() const; ///< with the changes made
    const data::Dataset& data() const;
    std::int64_t step() const; ///< steps made
    std::int64_t stepCount() const; ///< of the whole training, epochs × steps per epoch
    std::int64_t stepsPerEpoch() const;
    bool finished() const { return step() == stepCount(); }
    const Trace& trace() const;
    const std::optional<Divergence>& divergence() const;
    network::Network network() const; ///< as it stands; after a divergence the last one that doubles hold
    std::size_t parameterCount() const;
    std::vector<double> parameters() const; ///< the same as Network::values has them

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace deltascope::training
