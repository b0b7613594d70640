// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "training/divergence.h"
#include "training/trace.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

namespace deltascope::network {
class Network;
}

namespace deltascope::training {

inline constexpr std::size_t kMaxCompared = 6; ///< trainings drawn together, the scenario's own among them

class Training;

/// How far a training has come: its course so far, and where it stands.
struct TrainingProgress {
    model::Scenario scenario; ///< with the changes made
    std::int64_t step = 0, stepCount = 0;
    std::int64_t stepsPerEpoch = 1; ///< 0: it knows of steps alone, as what another program recorded
    Trace trace;
    std::optional<Divergence> divergence;
    std::shared_ptr<const network::Network>
        network; ///< as it stands; null now and then where it is large and steps are being made

    bool finished() const { return step == stepCount; }
    /// The same course to the same weights, in whichever session.
    bool operator==(const TrainingProgress& other) const;
};

/// As it stands now. `withNetwork`: the network too, which is a copy of all its weights.
TrainingProgress progressOf(const Training& training, bool withNetwork);

} // namespace deltascope::training
