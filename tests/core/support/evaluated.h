// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario's own data, network and evaluation, for tests that have no use for the steps between.
#pragma once

#include "evaluation/evaluation.h"

#include <memory>

namespace deltascope {

inline data::Dataset dataOf(const model::Scenario& scenario)
{
    return *data::makeDataset(scenario);
}

inline std::shared_ptr<const data::Dataset> sharedData(const model::Scenario& scenario)
{
    return std::make_shared<const data::Dataset>(dataOf(scenario));
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
