// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/training_progress.h"

#include "training/training.h"

#include <algorithm>

namespace deltascope::training {

TrainingProgress progressOf(const Training& training, bool withNetwork)
{
    TrainingProgress progress;
    progress.scenario = training.scenario();
    progress.step = training.step();
    progress.stepCount = training.stepCount();
    progress.stepsPerEpoch = training.stepsPerEpoch();
    progress.trace = training.trace();
    progress.divergence = training.divergence();
    if (withNetwork)
        progress.network = std::make_shared<const network::Network>(training.network());
    return progress;
}

bool TrainingProgress::operator==(const TrainingProgress& other) const
{
    const auto sameWeights = [](const network::Network* one, const network::Network* another) {
        return one && another ? std::ranges::equal(one->values(), another->values()) : one == another;
    };
    return scenario == other.scenario && step == other.step && stepCount == other.stepCount && trace == other.trace
        && divergence == other.divergence && sameWeights(network.get(), other.network.get());
}

} // namespace deltascope::training
