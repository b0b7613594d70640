// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/evaluation_table.h"

#include "diagnosis.h"
#include "io/document_json.h"
#include "render/language.h"
#include "render/number_text.h"
#include "render/text_table.h"

#include <functional>

namespace deltascope {

namespace {

constexpr int kDigits = 5;

QString number(Scaled value)
{
    return magnitudeText(value.magnitude(), kDigits, u'.');
}

/// One column: its title, and the value of a layer.
struct Column {
    const char* title; // translatable
    Scaled (*value)(const LayerEvaluation& layer);
};

constexpr std::size_t kFactorColumn = 3; // of kChain
constexpr Column kChain[] = {
    {translatable("core", "z"), [](const LayerEvaluation& layer) { return layer.weightedInput; }},
    {translatable("core", "a"), [](const LayerEvaluation& layer) { return layer.a.mean; }},
    {translatable("core", "f′(z)"), [](const LayerEvaluation& layer) { return layer.slope; }},
    {translatable("core", "factor w·f′(z)"), [](const LayerEvaluation& layer) { return layer.factor; }},
    {translatable("core", "bias speed"), [](const LayerEvaluation& layer) { return layer.speed.normOfMean; }},
    {translatable("core", "weight speed"), [](const LayerEvaluation& layer) { return layer.speed.weight; }},
};
constexpr Column kChainOfBatch[] = {
    {translatable("core", "first z"), [](const LayerEvaluation& layer) { return layer.weightedInput; }},
    {translatable("core", "first a"), [](const LayerEvaluation& layer) { return layer.activation; }},
    {translatable("core", "first f′(z)"), [](const LayerEvaluation& layer) { return layer.slope; }},
    {translatable("core", "first factor"), [](const LayerEvaluation& layer) { return layer.factor; }},
    {translatable("core", "bias speed"), [](const LayerEvaluation& layer) { return layer.speed.normOfMean; }},
    {translatable("core", "weight speed"), [](const LayerEvaluation& layer) { return layer.speed.weight; }},
};
constexpr Column kWide[] = {
    {translatable("core", "mean z"), [](const LayerEvaluation& layer) { return layer.z.mean; }},
    {translatable("core", "std z"), [](const LayerEvaluation& layer) { return layer.z.standardDeviation; }},
    {translatable("core", "mean a"), [](const LayerEvaluation& layer) { return layer.a.mean; }},
    {translatable("core", "std a"), [](const LayerEvaluation& layer) { return layer.a.standardDeviation; }},
    {translatable("core", "mean f′(z)"), [](const LayerEvaluation& layer) { return layer.derivative.mean; }},
    {translatable("core", "bias speed"), [](const LayerEvaluation& layer) { return layer.speed.normOfMean; }},
    {translatable("core", "weight speed"), [](const LayerEvaluation& layer) { return layer.speed.weight; }},
};

/// A column of what was asked for beside the evaluation.
struct ExtraColumn {
    QString title;
    std::function<QString(int layer)> cell;
};

QString sizeText(Magnitude value)
{
    return magnitudeText(value, kDigits, u'.');
}

QString shown(const FormatSpeed& speed)
{
    if (speed.kind == FormatSpeed::Kind::number)
        return number(speed.size);
    return speed.kind == FormatSpeed::Kind::infinite ? QStringLiteral("∞") : QStringLiteral("NaN");
}

std::vector<ExtraColumn> extraColumns(const EvaluationReport& report)
{
    std::vector<ExtraColumn> columns;
    if (const SeedsBand* band = report.seeds)
        for (const auto& [title, quantile] : {std::pair{translatable("core", "5 %"), &SpeedQuantiles::p05},
                 std::pair{translatable("core", "median"), &SpeedQuantiles::median},
                 std::pair{translatable("core", "95 %"), &SpeedQuantiles::p95}})
            columns.push_back({toText(title), [band, quantile = quantile](int layer) {
                                   return sizeText(
                                       band->layers[static_cast<std::size_t>(layer - 1)].normOfMean.*quantile);
                               }});
    if (const NetworkSpectrum* spectrum = report.spectrum)
        columns.push_back({toText(translatable("core", "largest σ")), [spectrum](int layer) {
                               const Spectrum& values = spectrum->layer(layer)->factor;
                               return values.empty() ? QString() : number(values.front());
                           }});
    if (const MeanFieldPrediction* theory = report.theory) {
        const Evaluation& evaluation = report.evaluation;
        columns.push_back({toText(translatable("core", "rms speed")),
            [&evaluation](int layer) { return number(evaluation.layer(layer).speed.rms); }});
        columns.push_back({toText(translatable("core", "predicted")),
            [theory](int layer) { return number(theory->layers[static_cast<std::size_t>(layer - 1)].rms); }});
    }
    for (std::size_t i = 0; report.formats && report.formats->complete && i < floatFormats().size(); ++i)
        columns.push_back(
            {QString::fromLatin1(floatFormats()[i].id.data(), static_cast<qsizetype>(floatFormats()[i].id.size())),
                [&pass = *report.formats->passes[i]](int layer) { return shown(pass.speed(layer)); }});
    return columns;
}

std::vector<Column> columnsOf(const EvaluationReport& report)
{
    if (!report.evaluation.chain)
        return {std::begin(kWide), std::end(kWide)};
    if (report.evaluation.examples > 1)
        return {std::begin(kChainOfBatch), std::end(kChainOfBatch)};
    std::vector<Column> columns(std::begin(kChain), std::end(kChain));
    if (report.scenario.residual != 0)
        columns[kFactorColumn].title = translatable("core", "factor w·f′(z) + α");
    return columns;
}

/// Whose numbers stand in a table of a batch; empty for one example.
QString whoseNumbers(const EvaluationReport& report)
{
    const int examples = report.evaluation.examples;
    if (examples == 1)
        return {};
    QString text = toText(report.evaluation.chain
            ? Message{translatable(
                          "core", "first: of the first of %1 examples; speeds: of the mean gradient of all of them."),
                {examples}}
            : Message{translatable("core",
                          "Means and deviations over the neurons and the %1 examples; speeds: of the mean gradient."),
                {examples}});
    if (report.spectrum)
        text += u'\n' + toText(Message{translatable("core", "Singular values: of the first example."), {}});
    return text + u'\n';
}

QString layerTable(const EvaluationReport& report)
{
    const Evaluation& evaluation = report.evaluation;
    const std::vector<Column> columns = columnsOf(report);
    const std::vector<ExtraColumn> extra = extraColumns(report);
    std::vector<QStringList> rows(1);
    rows[0] << toText(translatable("core", "layer"));
    for (const Column& column : columns)
        rows[0] << toText(column.title);
    for (const ExtraColumn& column : extra)
        rows[0] << column.title;
    for (int layer = 1; layer <= evaluation.depth(); ++layer) {
        QStringList& row = rows.emplace_back(QString::number(layer));
        for (const Column& column : columns)
            row << number(column.value(evaluation.layer(layer)));
        for (const ExtraColumn& column : extra)
            row << column.cell(layer);
    }
    return textTable(rows, std::vector<Align>(columns.size() + extra.size() + 1, Align::right));
}

/// "χ₁ of mean field theory, 60 of 100 examples": where q goes, and what χ₁ is there.
void addDestinations(std::vector<QStringList>& totals, const Destinations& destinations)
{
    constexpr int kFactorDigits = 8; // they tell it from 1
    int all = 0;
    for (const Destination& each : destinations.reached)
        all += each.examples;
    for (const Destination& each : destinations.reached) {
        const auto titled = [&](const char* title) {
            return destinations.reached.size() == 1 ? toText({title, {}})
                                                    : toText(Message{translatable("core", "%1, %2 of %3 examples"),
                                                        {Message{title, {}}, each.examples, all}});
        };
        totals.push_back({titled(translatable("core", "q* of mean field theory")),
            std::isinf(each.point.meanSquare) ? toText(translatable("core", "∞, it grows without end"))
                                              : QString::number(each.point.meanSquare, 'g', kDigits)});
        totals.push_back({titled(translatable("core", "χ₁ of mean field theory")),
            QString::number(each.point.factor, 'g', kFactorDigits)});
    }
}

QString totalsTable(const EvaluationReport& report)
{
    std::vector<QStringList> totals{{toText(translatable("core", "cost C")), number(report.evaluation.cost)}};
    if (report.evaluation.chain)
        totals.push_back(
            {toText(report.evaluation.examples == 1 ? translatable("core", "product of the factors, da_L/da₀")
                                                    : translatable("core", "product of the first factors, da_L/da₀")),
                number(report.evaluation.product)});
    else if (report.spectrum && !report.spectrum->first()->product.empty())
        totals.push_back({toText(translatable("core", "largest singular value of the product")),
            number(report.spectrum->first()->product.front())});
    if (report.theory)
        addDestinations(totals, report.theory->destinations);
    totals.push_back(
        {toText(translatable("core", "scenario")), QString::fromStdString(writeScenario(report.scenario))});
    return textTable(totals, {Align::left, Align::left});
}

} // namespace

QString evaluationTable(const EvaluationReport& report)
{
    const Diagnosis diagnosis = diagnose(report.scenario, report.evaluation, report.formats);
    QString text = toText(diagnosis.headline) + u'\n';
    for (const Message& detail : diagnosis.details)
        text += toText(detail) + u'\n';
    return text + u'\n' + layerTable(report) + whoseNumbers(report) + u'\n' + totalsTable(report);
}

} // namespace deltascope
