// SPDX-License-Identifier: GPL-3.0-or-later
// Why a parameter means nothing at present: one sentence, or an empty message where it means something.
#pragma once

#include "message.h"
#include "scenario.h"

namespace deltascope::idle {

Message withoutHiddenLayers(const Scenario& scenario);
Message withoutBias(const Scenario& scenario);
Message withoutWeight(const Scenario& scenario);
Message withoutGain(const Scenario& scenario);
Message withoutRandomness(const Scenario& scenario);
Message withoutBiasDeviation(const Scenario& scenario);
Message withoutInput(const Scenario& scenario);
Message withoutTable(const Scenario& scenario);
Message withoutMeanSquare(const Scenario& scenario);
Message withoutMomentum(const Scenario& scenario);
Message withoutBetas(const Scenario& scenario);

} // namespace deltascope::idle
