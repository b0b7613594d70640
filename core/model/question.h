// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dependency.h"
#include "model/view_state.h"

#include <cstdint>

namespace deltascope::model {

/// What is asked of a scenario: beside it an input of what is computed.
struct Question {
    double k = 1; ///< K of the explosion set
    int layer = 0; ///< to be among those that are looked at closely; 0 is none
    int seeds = 200; ///< N of the bands over seeds
    std::int64_t step = 0; ///< of training: figures of the network stand there, courses end there; 0: start, end
    bool operator==(const Question&) const = default;
};

Question questionOf(const ViewState& view);

/// The same of a pinned scenario, which is shown at its start.
Question questionOfPin(const Question& question, int depth);

/// What differs between the two.
Dependencies changedBetween(const Question& one, const Question& other);

} // namespace deltascope::model
