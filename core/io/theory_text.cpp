// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/theory_text.h"

#include "io/json.h"
#include "io/scaled_text.h"

#include <algorithm>
#include <cmath>

namespace deltascope {

namespace {

template <class Text>
std::string layersJson(const MeanFieldPrediction& theory, const Text& text)
{
    std::string list;
    for (const LayerPrediction& layer : theory.layers)
        list += (list.empty() ? "" : ", ") + text(layer);
    return "[" + list + "]";
}

/// "q": [1.25, …], and "q_log10" where a double does not hold them all.
std::string valuesJson(const MeanFieldPrediction& theory, const std::string& name, Scaled LayerPrediction::*value)
{
    std::string text = '"' + name + "\": " + layersJson(theory, [&](const LayerPrediction& layer) {
        return (layer.*value).fitsDouble() ? jsonNumber((layer.*value).nearestDouble()) : std::string("null");
    });
    if (std::ranges::all_of(theory.layers, [&](const LayerPrediction& layer) { return (layer.*value).fitsDouble(); }))
        return text;
    return text + ", \"" + name
        + "_log10\": " + layersJson(theory, [&](const LayerPrediction& layer) { return log10Json(layer.*value); });
}

std::string finiteJson(double value)
{
    return std::isfinite(value) ? jsonNumber(value) : "null";
}

/// Every fixed point of q, with how many of the examples go there.
std::string fixedPointsJson(const Destinations& destinations)
{
    std::string list;
    const auto add = [&](const FixedPoint& point, bool attracts, int examples) {
        list += (list.empty() ? "" : ", ") + ("{\"q\": " + finiteJson(point.meanSquare))
            + ", \"chi\": " + finiteJson(point.factor) + ", \"attracts\": " + (attracts ? "true" : "false")
            + ", \"examples\": " + std::to_string(examples) + "}";
    };
    for (const Attraction& each : destinations.fixedPoints) {
        int examples = 0;
        for (const Destination& reached : destinations.reached) // 0 exactly has f′(0) as it is stated for its χ₁
            if (reached.point.meanSquare == each.point.meanSquare)
                examples += reached.examples;
        add(each.point, each.attracts(), examples);
    }
    return "[" + list + "]";
}

} // namespace

std::string theoryJson(const MeanFieldPrediction& theory)
{
    return "{" + valuesJson(theory, "q", &LayerPrediction::meanSquare) + ", "
        + valuesJson(theory, "chi", &LayerPrediction::factor) + ", \"rms_speed\": "
        + layersJson(theory,
            [](const LayerPrediction& layer) {
                return "{\"log10\": " + log10Json(layer.rms) + beyondJson(layer.rms.magnitude()) + "}";
            })
        + ", \"q_star\": " + finiteJson(theory.fixedPoint.meanSquare) + ", \"chi_1\": "
        + finiteJson(theory.fixedPoint.factor) + ", \"fixed_points\": " + fixedPointsJson(theory.destinations) + "}";
}

std::string rmsSpeedJson(const LayerEvaluation& layer)
{
    return sizeJson(layer.speed.rms);
}

} // namespace deltascope
