// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizes_from_data.h"

#include "parameters.h"

#include <algorithm>

namespace deltascope {

Result<Scenario> withSizes(Scenario scenario, const DataSizes& sizes)
{
    if (scenario.examples == 1)
        scenario.examples = std::clamp(sizes.rows - scenario.holdout, 1, kMostRowsTaken);
    Result<Scenario> next = withValue(std::move(scenario), *findScenarioParameter("inputs"), sizes.inputs);
    return next ? withValue(*std::move(next), *findScenarioParameter("outputs"), sizes.outputs) : std::move(next);
}

} // namespace deltascope
