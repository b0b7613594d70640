// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/seeds_text.h"

#include "io/scaled_text.h"

#include <utility>

namespace deltascope {

std::string bandKeysJson(const SeedsBand& band, int layer)
{
    const SpeedQuantiles& speed = band.layers[static_cast<std::size_t>(layer - 1)].normOfMean;
    std::string text;
    for (const auto& [name, value] :
        {std::pair{"median", speed.median}, std::pair{"p05", speed.p05}, std::pair{"p95", speed.p95}})
        text += (text.empty() ? "\"" : ", \"") + std::string(name) + "\": " + log10Json(value)
            + beyondJson(value, std::string(name) + "_beyond");
    return text;
}

} // namespace deltascope
