// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/evaluation_parts/evaluation_text.h"

#include "documents/document_json.h"
#include "reading/json.h"
#include "reports/evaluation_parts/formats_text.h"
#include "reports/evaluation_parts/gradient_text.h"
#include "reports/evaluation_parts/seeds_text.h"
#include "reports/evaluation_parts/spectrum_text.h"
#include "reports/evaluation_parts/theory_text.h"
#include "reports/scaled_text.h"

#include <array>
#include <functional>
#include <utility>
#include <vector>

namespace deltascope::reports {

namespace {

using Named = std::pair<const char*, numerics::Scaled evaluation::Statistics::*>;
constexpr std::array<Named, 4> kEvaluationStatistics{Named{"mean", &evaluation::Statistics::mean},
    Named{"std", &evaluation::Statistics::standardDeviation}, Named{"min", &evaluation::Statistics::minimum},
    Named{"max", &evaluation::Statistics::maximum}};

using Quantity = std::pair<const char*, evaluation::Statistics evaluation::LayerEvaluation::*>;
constexpr std::array<Quantity, 3> kEvaluationQuantities{Quantity{"z", &evaluation::LayerEvaluation::z},
    Quantity{"a", &evaluation::LayerEvaluation::a}, Quantity{"derivative", &evaluation::LayerEvaluation::derivative}};

/// "mean": 0.5, or "mean": null, "mean_sign": 1, "mean_log10": -347.4
std::string valueJson(const std::string& name, numerics::Scaled value)
{
    if (value.fitsDouble())
        return '"' + name + "\": " + reading::jsonNumber(value.nearestDouble());
    return '"' + name + "\": null, \"" + name + "_sign\": " + std::to_string(value.sign()) + ", \"" + name
        + "_log10\": " + log10Json(value) + beyondJson(value.magnitude(), name + "_beyond");
}

std::string statisticsJson(const evaluation::Statistics& statistics)
{
    std::string text;
    for (const auto& [name, member] : kEvaluationStatistics)
        text += (text.empty() ? "{" : ", ") + valueJson(name, statistics.*member);
    return text + "}";
}

/// {"sign", "log10"} of a bias speed, with its quantiles over seeds where there are any.
std::string biasSpeedJson(const EvaluationReport& report, int layer)
{
    std::string text = sizeJson(report.evaluation.layer(layer).speed.normOfMean);
    if (report.seeds)
        text.insert(text.size() - 1, ", " + bandKeysJson(*report.seeds, layer));
    return text;
}

std::string evaluationLayerJson(const EvaluationReport& report, int number)
{
    const evaluation::LayerEvaluation& layer = report.evaluation.layer(number);
    std::string text = "{\"layer\": " + std::to_string(number);
    for (const auto& [name, member] : kEvaluationQuantities)
        text += std::string(", \"") + name + "\": " + statisticsJson(layer.*member);
    if (report.evaluation.chain)
        text += ", \"factor\": " + sizeJson(layer.factor);
    else if (report.spectrum)
        text += ", " + spectrumFactorJson(*report.spectrum, number);
    text += ", \"bias_speed\": " + biasSpeedJson(report, number);
    text += ", \"weight_speed\": " + sizeJson(layer.speed.weight);
    if (report.theory.theory)
        text += ", \"rms_speed\": " + rmsSpeedJson(layer);
    return text + "}";
}

/// Empty where there is no logarithm; beyond range it is said on which side, where a number could stand.
std::string cellOf(Magnitude value)
{
    return value.sign == 0    ? ""
        : value.beyondRange() ? (value.log10 < 0 ? "-inf" : "inf")
                              : reading::jsonNumber(value.log10);
}

/// One column of the CSV table: what it is called and what stands in it.
struct ReportColumn {
    std::string name;
    evaluation::Statistics evaluation::LayerEvaluation::*quantity = nullptr; // null: a size
    numerics::Scaled evaluation::Statistics::*statistic = nullptr;
    numerics::Scaled (*size)(const evaluation::LayerEvaluation&) = nullptr;
    enum class Part { value, sign, log10 } part = Part::value;

    numerics::Scaled of(const evaluation::LayerEvaluation& layer) const
    {
        return quantity ? (layer.*quantity).*statistic : size(layer);
    }
    std::string cell(const evaluation::LayerEvaluation& layer) const
    {
        const numerics::Scaled number = of(layer);
        if (part == Part::sign)
            return std::to_string(number.sign());
        if (part == Part::log10)
            return cellOf(number.magnitude());
        return number.fitsDouble() ? reading::jsonNumber(number.nearestDouble()) : "";
    }
};

bool allFit(const evaluation::Evaluation& evaluation, const ReportColumn& column)
{
    for (const evaluation::LayerEvaluation& layer : evaluation.layers)
        if (!column.of(layer).fitsDouble())
            return false;
    return true;
}

std::vector<ReportColumn> columnsOf(const evaluation::Evaluation& evaluation)
{
    std::vector<ReportColumn> columns;
    const auto addSize = [&columns](ReportColumn column) {
        const std::string name = column.name;
        for (const auto& [suffix, part] :
            {std::pair{"_sign", ReportColumn::Part::sign}, std::pair{"_log10", ReportColumn::Part::log10}}) {
            column.name = name + suffix;
            column.part = part;
            columns.push_back(column);
        }
    };
    for (const auto& [quantity, member] : kEvaluationQuantities)
        for (const auto& [statistic, which] : kEvaluationStatistics) {
            const ReportColumn column{
                std::string(quantity) + '_' + statistic, member, which, nullptr, ReportColumn::Part::value};
            columns.push_back(column);
            if (!allFit(evaluation, column))
                addSize(column);
        }
    if (evaluation.chain)
        addSize({"factor", nullptr, nullptr, [](const evaluation::LayerEvaluation& layer) { return layer.factor; }});
    addSize({"bias_speed", nullptr, nullptr,
        [](const evaluation::LayerEvaluation& layer) { return layer.speed.normOfMean; }});
    addSize({"weight_speed", nullptr, nullptr,
        [](const evaluation::LayerEvaluation& layer) { return layer.speed.weight; }});
    return columns;
}

/// A column of what was asked for beside the evaluation.
struct ExtraColumn {
    std::string name;
    std::function<std::string(int layer)> cell;
};

std::vector<ExtraColumn> extraColumns(const EvaluationReport& report)
{
    std::vector<ExtraColumn> columns;
    if (const jacobian::NetworkSpectrum* spectrum = report.spectrum; spectrum && !report.evaluation.chain)
        columns.push_back({"factor_log10", [spectrum](int layer) {
                               const numerics::Spectrum& values = spectrum->layer(layer)->factor;
                               return values.empty() ? "" : cellOf(values.front().magnitude());
                           }});
    if (const results::SeedsBand* band = report.seeds)
        for (const auto& [name, quantile] : {std::pair{"median", &results::SpeedQuantiles::median},
                 std::pair{"p05", &results::SpeedQuantiles::p05}, std::pair{"p95", &results::SpeedQuantiles::p95}})
            columns.push_back({std::string("bias_speed_") + name + "_log10", [band, quantile = quantile](int layer) {
                                   return cellOf(
                                       band->layers[static_cast<std::size_t>(layer - 1)].normOfMean.*quantile);
                               }});
    if (const mean_field::MeanFieldPrediction* theory = report.theory.theory) {
        const auto of = [theory](int layer) -> const mean_field::LayerPrediction& {
            return theory->layers[static_cast<std::size_t>(layer - 1)];
        };
        const evaluation::Evaluation& evaluation = report.evaluation;
        columns.push_back({"rms_speed_log10",
            [&evaluation](int layer) { return cellOf(evaluation.layer(layer).speed.rms.magnitude()); }});
        columns.push_back({"predicted_rms_speed_log10", [of](int layer) { return cellOf(of(layer).rms.magnitude()); }});
        columns.push_back({"q_log10", [of](int layer) { return cellOf(of(layer).meanSquare.magnitude()); }});
        columns.push_back({"chi_log10", [of](int layer) { return cellOf(of(layer).factor.magnitude()); }});
    }
    if (report.theory.law)
        for (const auto& [name, quantile] : {std::pair{"finite_width_median_log10", &finite_width::LayerLaw::median},
                 std::pair{"finite_width_p05_log10", &finite_width::LayerLaw::p05},
                 std::pair{"finite_width_p95_log10", &finite_width::LayerLaw::p95}})
            columns.push_back({name, [&law = *report.theory.law, quantile](int layer) {
                                   return cellOf(
                                       (law.layers[static_cast<std::size_t>(layer - 1)].*quantile).magnitude());
                               }});
    for (std::size_t i = 0; report.formats && report.formats->complete && i < numerics::floatFormats().size(); ++i)
        columns.push_back({"bias_speed_" + std::string(numerics::floatFormats()[i].id) + "_log10",
            [&pass = *report.formats->passes[i]](int layer) { return formatCell(pass.speed(layer)); }});
    return columns;
}

} // namespace

std::string evaluationJson(const EvaluationReport& report)
{
    const evaluation::Evaluation& evaluation = report.evaluation;
    std::string text = "{\"format\": \"deltascope.evaluation\", \"schema\": " + std::to_string(documents::kDataSchema)
        + ",\n \"scenario\": " + documents::writeScenario(report.scenario, true)
        + (report.step > 0 ? ",\n \"step\": " + std::to_string(report.step) : std::string()) + ",\n "
        + valueJson("cost", evaluation.cost);
    if (evaluation.examples > 1 && (evaluation.chain || report.spectrum))
        text += ", \"factors_of_example\": 1";
    if (evaluation.chain)
        text += ", \"product\": " + sizeJson(evaluation.product);
    else if (report.spectrum)
        text += ", " + spectrumProductJson(*report.spectrum);
    text += ",\n \"layers\": [";
    for (int layer = 1; layer <= evaluation.depth(); ++layer)
        text += (layer == 1 ? "\n  " : ",\n  ") + evaluationLayerJson(report, layer);
    text += "]";
    if (report.spectrum)
        text += ",\n " + spectrumJson(*report.spectrum);
    if (report.theory.theory)
        text += ",\n \"theory\": " + theoryJson(report.theory, report.scenario);
    if (report.formats && report.formats->complete)
        text += ",\n \"formats\": " + formatsJson(*report.formats, evaluation);
    if (report.gradient)
        text += ",\n \"gradient_check\": " + gradientJson(*report.gradient);
    return text + "}\n";
}

std::string evaluationCsv(const EvaluationReport& report)
{
    const std::vector<ReportColumn> columns = columnsOf(report.evaluation);
    const std::vector<ExtraColumn> extra = extraColumns(report);
    std::string text = "layer";
    for (const ReportColumn& column : columns)
        text += ',' + column.name;
    for (const ExtraColumn& column : extra)
        text += ',' + column.name;
    text += '\n';
    for (int layer = 1; layer <= report.evaluation.depth(); ++layer) {
        text += std::to_string(layer);
        for (const ReportColumn& column : columns)
            text += ',' + column.cell(report.evaluation.layer(layer));
        for (const ExtraColumn& column : extra)
            text += ',' + column.cell(layer);
        text += '\n';
    }
    return text;
}

} // namespace deltascope::reports
