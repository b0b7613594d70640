// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/training_progress.h"

#include "training/training.h"

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

} // namespace deltascope::training
