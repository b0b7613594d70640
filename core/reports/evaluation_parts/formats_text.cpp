// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/evaluation_parts/formats_text.h"

#include "reading/json.h"

namespace deltascope::reports {

namespace {

using Kind = formats::FormatSpeed::Kind;

std::string speedJson(const formats::FormatSpeed& speed)
{
    if (speed.kind != Kind::number)
        return speed.kind == Kind::infinite ? "\"inf\"" : "\"nan\"";
    return "{\"sign\": " + std::to_string(speed.size.sign())
        + ", \"log10\": " + (speed.isZero() ? "null" : reading::jsonNumber(speed.size.log10())) + "}";
}

std::string passJson(const formats::FormatPass& pass, const evaluation::PrecisionLoss& rounded)
{
    const bool overflows = pass.overflow != formats::FormatPass::Place::nowhere;
    std::string text = "{\"overflows_at\": " + (overflows ? std::to_string(pass.overflowsAt) : "null")
        + ", \"rounded_lost_at\": " + (rounded.lostAt > 0 ? std::to_string(rounded.lostAt) : "null")
        + ", \"bias_speed\": [";
    for (std::size_t i = 0; i < pass.speeds.size(); ++i)
        text += (i == 0 ? "" : ", ") + speedJson(pass.speeds[i]);
    return text + "]}";
}

} // namespace

std::string formatsJson(const formats::FormatArithmetic& formats, const evaluation::Evaluation& evaluation)
{
    std::string text = "{\"examples\": " + std::to_string(formats.examples);
    for (std::size_t i = 0; i < formats.passes.size(); ++i)
        if (formats.passes[i])
            text += ",\n  \"" + std::string(numerics::floatFormats()[i].id)
                + "\": " + passJson(*formats.passes[i], evaluation.precision[i]);
    return text + "}";
}

std::string formatCell(const formats::FormatSpeed& speed)
{
    if (speed.kind != Kind::number)
        return speed.kind == Kind::infinite ? "inf" : "nan";
    return speed.isZero() ? "-inf" : reading::jsonNumber(speed.size.log10());
}

} // namespace deltascope::reports
