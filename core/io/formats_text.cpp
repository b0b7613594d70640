// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/formats_text.h"

#include "io/json.h"

namespace deltascope {

namespace {

using Kind = FormatSpeed::Kind;

std::string speedJson(const FormatSpeed& speed)
{
    if (speed.kind != Kind::number)
        return speed.kind == Kind::infinite ? "\"inf\"" : "\"nan\"";
    return "{\"sign\": " + std::to_string(speed.size.sign())
        + ", \"log10\": " + (speed.isZero() ? "null" : jsonNumber(speed.size.log10())) + "}";
}

std::string passJson(const FormatPass& pass, const PrecisionLoss& rounded)
{
    const bool overflows = pass.overflow != FormatPass::Place::nowhere;
    std::string text = "{\"overflows_at\": " + (overflows ? std::to_string(pass.overflowsAt) : "null")
        + ", \"rounded_lost_at\": " + (rounded.lostAt > 0 ? std::to_string(rounded.lostAt) : "null")
        + ", \"bias_speed\": [";
    for (std::size_t i = 0; i < pass.speeds.size(); ++i)
        text += (i == 0 ? "" : ", ") + speedJson(pass.speeds[i]);
    return text + "]}";
}

} // namespace

std::string formatsJson(const FormatArithmetic& formats, const Evaluation& evaluation)
{
    std::string text = "{\"examples\": " + std::to_string(formats.examples);
    for (std::size_t i = 0; i < formats.passes.size(); ++i)
        if (formats.passes[i])
            text += ",\n  \"" + std::string(floatFormats()[i].id)
                + "\": " + passJson(*formats.passes[i], evaluation.precision[i]);
    return text + "}";
}

std::string formatCell(const FormatSpeed& speed)
{
    if (speed.kind != Kind::number)
        return speed.kind == Kind::infinite ? "inf" : "nan";
    return speed.isZero() ? "-inf" : jsonNumber(speed.size.log10());
}

} // namespace deltascope
