// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/evaluation_parts/spectrum_text.h"

#include "reports/scaled_text.h"

#include <cassert>

namespace deltascope::reports {

namespace {

std::string singularValuesJson(const numerics::Spectrum& values)
{
    std::string text;
    for (const numerics::Scaled value : values) // "small" is no number: it is not 0 either
        text += (text.empty() ? "" : ", ") + (value.beyondRange() ? "\"small\"" : log10Json(value));
    return "[" + text + "]";
}

std::string largestJson(const char* name, const numerics::Spectrum& values)
{
    const numerics::Scaled largest = values.empty() ? numerics::Scaled{} : values.front();
    return std::string("\"") + name + "\": " + sizeJson(largest);
}

} // namespace

std::string spectrumJson(const jacobian::NetworkSpectrum& spectrum)
{
    assert(spectrum.first() && static_cast<int>(spectrum.layers.size()) == spectrum.depth);
    std::string layers;
    for (const jacobian::LayerSpectrum& layer : spectrum.layers)
        layers += (layers.empty() ? "" : ",\n  ") + singularValuesJson(layer.factor);
    return "\"spectrum\": {\"layers\": [" + layers
        + "],\n  \"product\": " + singularValuesJson(spectrum.first()->product) + "}";
}

std::string spectrumFactorJson(const jacobian::NetworkSpectrum& spectrum, int layer)
{
    return largestJson("factor", spectrum.layer(layer)->factor);
}

std::string spectrumProductJson(const jacobian::NetworkSpectrum& spectrum)
{
    return largestJson("product", spectrum.first()->product);
}

} // namespace deltascope::reports
