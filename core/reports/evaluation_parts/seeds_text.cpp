// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/evaluation_parts/seeds_text.h"

#include "reports/scaled_text.h"

#include <utility>

namespace deltascope::reports {

std::string bandKeysJson(const results::SeedsBand& band, int layer)
{
    const results::SpeedQuantiles& speed = band.layers[static_cast<std::size_t>(layer - 1)].normOfMean;
    std::string text;
    for (const auto& [name, value] :
        {std::pair{"median", speed.median}, std::pair{"p05", speed.p05}, std::pair{"p95", speed.p95}})
        text += (text.empty() ? "\"" : ", \"") + std::string(name) + "\": " + log10Json(value)
            + beyondJson(value, std::string(name) + "_beyond");
    return text;
}

} // namespace deltascope::reports
