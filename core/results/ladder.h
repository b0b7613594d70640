// SPDX-License-Identifier: GPL-3.0-or-later
// The ladder of remedies: the same seed, shape and data through start values, activations and architectures that came
// one after the other. Glorot & Bengio (2010), He et al. (2015, 2016), Ioffe & Szegedy (2015). core/maths.md 12.5.
#pragma once

#include "base/message.h"
#include "evaluation/evaluation.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace deltascope::results {

struct LadderRung {
    const char* name = ""; ///< translatable: "tanh, Glorot"
    model::Scenario scenario;
    bool refused = false; ///< too large for the memory, or without data: there will be no evaluation
    std::shared_ptr<const evaluation::Evaluation> evaluation; ///< null while it is on its way
    bool operator==(const LadderRung& other) const;
};

struct Ladder {
    std::vector<LadderRung> rungs; ///< from the bottom up
    std::vector<Message> changes; ///< "Width = 30": values of the scenario that would show nothing on these rungs

    bool complete() const; ///< every rung is evaluated or refused
    bool operator==(const Ladder&) const = default;
};

/// The rungs of a scenario, not evaluated. All have its seed, shape, data and cost; a chain becomes a wide network
/// (over one neuron all rules are alike), equal inputs become random ones (batch normalization needs different
/// examples), and the gain is 1.
Ladder ladderOf(const model::Scenario& scenario);

/// The same evaluated one by one; `refined` is called with each that is there. Where stop was requested the rest are
/// null.
Ladder evaluateLadder(const model::Scenario& scenario, const std::stop_token& stop = {},
    const std::function<void(const Ladder&)>& refined = {});

} // namespace deltascope::results
