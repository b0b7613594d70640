// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/seeds_text.h"

#include "io/json.h"

namespace deltascope {

std::string bandKeysJson(const SeedsBand& band, int layer)
{
    const auto text = [](const Magnitude& value) { return value.sign == 0 ? "null" : jsonNumber(value.log10); };
    const SpeedQuantiles& speed = band.layers[static_cast<std::size_t>(layer - 1)].normOfMean;
    return "\"median\": " + text(speed.median) + ", \"p05\": " + text(speed.p05) + ", \"p95\": " + text(speed.p95);
}

} // namespace deltascope
