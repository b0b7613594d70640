// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/spectrum_text.h"

#include "io/scaled_text.h"

#include <cassert>

namespace deltascope {

namespace {

std::string valuesJson(const Spectrum& values)
{
    std::string text;
    for (const Scaled value : values) // "small" is no number: it is not 0 either
        text += (text.empty() ? "" : ", ") + (value.beyondRange() ? "\"small\"" : log10Json(value));
    return "[" + text + "]";
}

std::string largestJson(const char* name, const Spectrum& values)
{
    const Scaled largest = values.empty() ? Scaled{} : values.front();
    return std::string("\"") + name + "\": " + sizeJson(largest);
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
