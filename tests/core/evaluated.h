// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario's own data, network and evaluation, for tests that have no use for the steps between.
#pragma once

#include "evaluation.h"

namespace deltascope {

inline Dataset dataOf(const Scenario& scenario)
{
    return *makeDataset(scenario);
}

inline Network networkOf(const Scenario& scenario)
{
    return {scenario, dataOf(scenario)};
}

inline Evaluation evaluated(const Scenario& scenario)
{
    return evaluate(scenario, dataOf(scenario));
}

} // namespace deltascope
