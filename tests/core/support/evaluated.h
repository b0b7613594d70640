// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario's own data, network and evaluation, for tests that have no use for the steps between.
#pragma once

#include "evaluation/evaluation.h"

namespace deltascope {

inline data::Dataset dataOf(const model::Scenario& scenario)
{
    return *data::makeDataset(scenario);
}

inline network::Network networkOf(const model::Scenario& scenario)
{
    return {scenario, dataOf(scenario)};
}

inline evaluation::Evaluation evaluated(const model::Scenario& scenario)
{
    return evaluation::evaluate(scenario, dataOf(scenario));
}

} // namespace deltascope
