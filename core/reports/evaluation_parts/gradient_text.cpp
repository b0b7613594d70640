// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/evaluation_parts/gradient_text.h"

#include "reading/json.h"
#include "reports/scaled_text.h"

namespace deltascope::reports {

namespace {

std::string numberOrNull(const std::optional<double>& number)
{
    return number ? reading::jsonNumber(*number) : std::string("null");
}

} // namespace

std::string gradientJson(const gradient_check::GradientCheck& check)
{
    std::string text = "{\"layer\": " + std::to_string(check.parameter.layer)
        + ", \"row\": " + std::to_string(check.parameter.row)
        + ", \"column\": " + std::to_string(check.parameter.column) + ", \"value\": " + reading::jsonNumber(check.value)
        + ", \"examples\": " + std::to_string(check.examples) + ", \"analytic\": " + sizeJson(check.analytic)
        + ", \"float32\": " + numberOrNull(check.inSingle) + ", \"step\": " + reading::jsonNumber(check.step)
        + ", \"difference\": " + sizeJson(check.difference) + ", \"relative_error\": "
        + (check.analytic.isZero() ? std::string("null")
                                   : sizeJson(gradient_check::relativeError(check.difference, check.analytic)))
        + ",\n  \"differences\": [";
    for (std::size_t i = 0; i < check.differences.size(); ++i) {
        const gradient_check::DifferenceBy& each = check.differences[i];
        text += (i == 0 ? "\n   " : ",\n   ") + std::string("{\"step\": ") + reading::jsonNumber(each.step)
            + ", \"carried\": " + (check.carried ? sizeJson(each.carried) : std::string("null"))
            + ", \"double\": " + numberOrNull(each.inDouble) + ", \"float32\": " + numberOrNull(each.inSingle) + "}";
    }
    return text + "]}";
}

} // namespace deltascope::reports
