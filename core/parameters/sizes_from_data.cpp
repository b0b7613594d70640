// SPDX-License-Identifier: GPL-3.0-or-later
#include "parameters/sizes_from_data.h"

#include "parameters/parameters.h"

#include <algorithm>

namespace deltascope::parameters {

Result<model::Scenario> withSizes(model::Scenario scenario, const data::DataSizes& sizes)
{
    if (scenario.examples == 1)
        scenario.examples = std::clamp(sizes.rows - scenario.holdout, 1, kMostRowsTaken);
    const int steps = model::stepsOf(scenario),
              inputs = sizes.inputs % steps == 0 ? sizes.inputs / steps : sizes.inputs;
    Result<model::Scenario> next = withValue(std::move(scenario), *findScenarioParameter("inputs"), inputs);
    return next ? withValue(*std::move(next), *findScenarioParameter("outputs"), sizes.outputs) : std::move(next);
}

} // namespace deltascope::parameters
