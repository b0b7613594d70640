// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/evaluation_parts/theory_text.h"

#include "reading/json.h"
#include "reports/scaled_text.h"

#include <algorithm>
#include <cmath>

namespace deltascope::reports {

namespace {

template <class Text>
std::string layersJson(const mean_field::MeanFieldPrediction& theory, const Text& text)
{
    std::string list;
    for (const mean_field::LayerPrediction& layer : theory.layers)
        list += (list.empty() ? "" : ", ") + text(layer);
    return "[" + list + "]";
}

/// "q": [1.25, …], and "q_log10" where a double does not hold them all.
std::string theoryValuesJson(const mean_field::MeanFieldPrediction& theory, const std::string& name,
    numerics::Scaled mean_field::LayerPrediction::*value)
{
    std::string text = '"' + name + "\": " + layersJson(theory, [&](const mean_field::LayerPrediction& layer) {
        return (layer.*value).fitsDouble() ? reading::jsonNumber((layer.*value).nearestDouble()) : std::string("null");
    });
    if (std::ranges::all_of(
            theory.layers, [&](const mean_field::LayerPrediction& layer) { return (layer.*value).fitsDouble(); }))
        return text;
    return text + ", \"" + name + "_log10\": "
        + layersJson(theory, [&](const mean_field::LayerPrediction& layer) { return log10Json(layer.*value); });
}

std::string finiteJson(double value)
{
    return std::isfinite(value) ? reading::jsonNumber(value) : "null";
}

/// Every fixed point of q, with how many of the examples go there.
std::string fixedPointsJson(const mean_field::ReachedPoints& reachedPoints)
{
    std::string list;
    const auto add = [&](const mean_field::FixedPoint& point, bool attracts, int examples) {
        list += (list.empty() ? "" : ", ") + ("{\"q\": " + finiteJson(point.meanSquare))
            + ", \"chi\": " + finiteJson(point.factor) + ", \"attracts\": " + (attracts ? "true" : "false")
            + ", \"examples\": " + std::to_string(examples) + "}";
    };
    for (const mean_field::StabilityOfPoint& each : reachedPoints.fixedPoints) {
        int examples = 0;
        for (const mean_field::ReachedPoint& reached :
            reachedPoints.reached) // 0 exactly has f′(0) as it is stated for its χ₁
            if (reached.point.meanSquare == each.point.meanSquare)
                examples += reached.examples;
        add(each.point, each.attracts(), examples);
    }
    return "[" + list + "]";
}

/// "median": [{"log10": −1.5}, …]
std::string quantileJson(
    const std::string& name, const finite_width::FiniteWidthLaw& law, numerics::Scaled finite_width::LayerLaw::*value)
{
    std::string list;
    for (const finite_width::LayerLaw& layer : law.layers)
        list += (list.empty() ? "" : ", ") + ("{\"log10\": " + log10Json(layer.*value))
            + beyondJson((layer.*value).magnitude()) + "}";
    return '"' + name + "\": [" + list + "]";
}

std::string finiteWidthJson(const finite_width::FiniteWidthLaw* law, const model::Scenario& scenario)
{
    if (law == nullptr)
        return "null, \"why\": " + reading::jsonString(finite_width::whyNoLaw(scenario).english);
    return "{" + quantileJson("median", *law, &finite_width::LayerLaw::median) + ", "
        + quantileJson("p05", *law, &finite_width::LayerLaw::p05) + ", "
        + quantileJson("p95", *law, &finite_width::LayerLaw::p95) + ", \"mean\": " + reading::jsonNumber(law->mean)
        + ", \"variance\": " + reading::jsonNumber(law->variance) + ", \"beta\": "
        + reading::jsonNumber(law->inverseWidths) + ", \"dead\": " + reading::jsonNumber(law->dead) + "}";
}

} // namespace

std::string theoryJson(const TheoryReport& report, const model::Scenario& scenario)
{
    const mean_field::MeanFieldPrediction& theory = *report.theory;
    const mean_field::PairMaps* pair = report.pair && report.pair->hasCorrelations() ? report.pair : nullptr;
    return "{" + theoryValuesJson(theory, "q", &mean_field::LayerPrediction::meanSquare) + ", "
        + theoryValuesJson(theory, "chi", &mean_field::LayerPrediction::factor) + ", \"rms_speed\": "
        + layersJson(theory,
            [](const mean_field::LayerPrediction& layer) {
                return "{\"log10\": " + log10Json(layer.rms) + beyondJson(layer.rms.magnitude()) + "}";
            })
        + ", \"q_star\": " + finiteJson(theory.fixedPoint.meanSquare) + ", \"chi_1\": "
        + finiteJson(theory.fixedPoint.factor) + ", \"fixed_points\": " + fixedPointsJson(theory.reachedPoints)
        + ", \"finite_width\": " + finiteWidthJson(report.law, scenario) + ", \"critical\": "
        + (report.critical ? "{\"gain\": " + reading::jsonNumber(report.critical->gain)
                    + ", \"bias_std\": " + reading::jsonNumber(report.critical->biasDeviation) + "}"
                           : "null")
        + ", \"xi_q\": " + (pair ? finiteJson(pair->lengthScale) : "null")
        + ", \"xi_c\": " + (pair ? finiteJson(pair->correlationScale) : "null")
        + ", \"c_star\": " + (pair && !pair->everyCorrelation ? finiteJson(pair->settled) : "null") + "}";
}

std::string rmsSpeedJson(const evaluation::LayerEvaluation& layer)
{
    return sizeJson(layer.speed.rms);
}

} // namespace deltascope::reports
