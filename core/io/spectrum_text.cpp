// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/spectrum_text.h"

#include "io/json.h"

#include <cassert>

namespace deltascope {

namespace {

std::string log10Text(Scaled value)
{
    return value.isZero() ? "null" : jsonNumber(value.log10());
}

std::string valuesJson(const Spectrum& values)
{
    std::string text;
    for (const Scaled value : values)
        text += (text.empty() ? "" : ", ") + log10Text(value);
    return "[" + text + "]";
}

std::string largestJson(const char* name, const Spectrum& values)
{
    const Scaled largest = values.empty() ? Scaled{} : values.front();
    return std::string("\"") + name + "\": {\"sign\": " + std::to_string(largest.sign())
        + ", \"log10\": " + log10Text(largest) + "}";
}

} // namespace

std::string spectrumJson(const NetworkSpectrum& spectrum)
{
    assert(spectrum.first() && static_cast<int>(spectrum.layers.size()) == spectrum.depth);
    std::string layers;
    for (const LayerSpectrum& layer : spectrum.layers)
        layers += (layers.empty() ? "" : ",\n  ") + valuesJson(layer.factor);
    return "\"spectrum\": {\"layers\": [" + layers + "],\n  \"product\": " + valuesJson(spectrum.first()->product)
        + "}";
}

std::string spectrumFactorJson(const NetworkSpectrum& spectrum, int layer)
{
    return largestJson("factor", spectrum.layer(layer)->factor);
}

std::string spectrumProductJson(const NetworkSpectrum& spectrum)
{
    return largestJson("product", spectrum.first()->product);
}

} // namespace deltascope
