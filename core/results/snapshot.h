// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "evaluation/evaluation.h"
#include "model/document.h"
#include "results/needs.h"
#include "results/results.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace deltascope::results {

/// Of a pinned scenario, with the start values.
struct PinnedResult : Results {
    std::string name;
    std::optional<Error> failure = {}; ///< why there are no data of it, and so no results
};

/// Of the scenario, and of the pinned ones beside it.
struct Snapshot : Results {
    std::uint64_t generation = 0; ///< newer requests have larger numbers; results of older ones are dropped
    std::optional<Error> failure; ///< why there are no data, and so nothing else
    Needs refused; ///< what would take more memory than there may be: it never comes,
    std::optional<Error> refusal; ///< and why
    std::shared_ptr<const data::Dataset> data;
    std::int64_t step = 0; ///< of training, before which the network stands; 0: its start values
    std::shared_ptr<const network::Network> network;
    std::vector<PinnedResult> pins;

    /// For these pins, without results.
    void setPins(const std::vector<model::Pin>& all);
    /// From another snapshot what is right here too, of the scenario and of the pins, and not there yet.
    void take(const Snapshot& other);
};

/// Why the scenario has no results, or, where it has, why the first of the pinned ones that has none has none: one
/// sentence that names the pin.
std::optional<Error> failureOf(const Snapshot& snapshot);
/// Why there is nothing, or not all: `failure` or `refusal`.
std::optional<Error> problemOf(const Snapshot& snapshot);

/// Called on the computing thread with what is there so far, as results arrive or are refined; empty: nobody watches.
using Publish = std::function<void(const Snapshot&)>;

/// Told how far each result has come, from 0 to 1, on a thread of the computation.
using WatchResult = std::function<void(const ResultKind& kind, double share)>;

struct Computing {
    std::stop_token stop = {};
    Publish publish = {};
    data::DataFolder folder = {}; ///< of the user's data, where the scenario asks for them
    const Snapshot* known = nullptr; ///< of the same folder: what of it is right here too is not computed again
    WatchResult watch = {};
};

/// Everything in `wanted`, by rank. The network stands before step `question.step` of its training. Null results only
/// where `stop` was requested, where a result does not apply to the scenario, and where it is refused.
Snapshot computeSnapshot(const model::Document& document, Needs wanted, const Computing& how = {});

/// What of `wanted` is not there, or not as finely as it will be: what applies, is not refused and did not fail.
Needs missing(const Snapshot& snapshot, Needs wanted);

/// True where nothing of `wanted` is missing; results of the pins are not asked for.
bool isComplete(const Snapshot& snapshot, Needs wanted);

/// True where a figure with these needs has something to show: all but what is late, or the first bit of that where it
/// needs nothing else. What is there of a training is drawn.
bool isDrawable(const Snapshot& snapshot, Needs wanted);

/// True where the result means something for this scenario.
template <class Type>
bool applies(const model::Scenario& scenario, const model::Question& question = {})
{
    const ResultKind& kind = kindOf<Type>();
    return !kind.applies || kind.applies(scenario, question);
}

/// The words for what is being done for this result.
Message workOf(const ResultKind& kind);

} // namespace deltascope::results
