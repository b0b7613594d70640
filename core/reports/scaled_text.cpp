// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/scaled_text.h"

#include "reading/json.h"

namespace deltascope::reports {

std::string log10Json(Magnitude value)
{
    return value.sign == 0 || value.beyondRange() ? "null" : reading::jsonNumber(value.log10);
}

std::string log10Json(numerics::Scaled value)
{
    return log10Json(value.magnitude());
}

std::string beyondJson(Magnitude value, const std::string& key)
{
    if (!value.beyondRange())
        return {};
    return ", \"" + key + (value.log10 < 0 ? "\": \"small\"" : "\": \"large\"");
}

std::string sizeJson(numerics::Scaled value)
{
    return "{\"sign\": " + std::to_string(value.sign()) + ", \"log10\": " + log10Json(value)
        + beyondJson(value.magnitude()) + "}";
}

} // namespace deltascope::reports
