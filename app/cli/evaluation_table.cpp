// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/evaluation_table.h"

#include "diagnosis/diagnosis.h"
#include "documents/document_json.h"
#include "figures/parts/gradient_sentences.h"
#include "network/structure.h"
#include "text/language.h"
#include "text/number_text.h"
#include "text/text_table.h"

#include <cmath>
#include <functional>

namespace deltascope::cli {

namespace {

constexpr int kShownDigits = 5;

QString number(numerics::Scaled value)
{
    return text::magnitudeText(value.magnitude(), kShownDigits, u'.');
}

/// One column: its title, and the value of a layer.
struct EvaluationColumn {
    const char* title; // translatable
    numerics::Scaled (*value)(const evaluation::LayerEvaluation& layer);
};

constexpr std::size_t kFactorColumn = 3; // of kChain
constexpr EvaluationColumn kChain[] = {
    {translatable("core", "z"), [](const evaluation::LayerEvaluation& layer) { return layer.weightedInput; }},
    {translatable("core", "a"), [](const evaluation::LayerEvaluation& layer) { return layer.a.mean; }},
    {translatable("core", "f′(z)"), [](const evaluation::LayerEvaluation& layer) { return layer.slope; }},
    {translatable("core", "factor w·f′(z)"), [](const evaluation::LayerEvaluation& layer) { return layer.factor; }},
    {translatable("core", "bias speed"),
        [](const evaluation::LayerEvaluation& layer) { return layer.speed.normOfMean; }},
    {translatable("core", "weight speed"), [](const evaluation::LayerEvaluation& layer) { return layer.speed.weight; }},
};
constexpr EvaluationColumn kChainOfBatch[] = {
    {translatable("core", "first z"), [](const evaluation::LayerEvaluation& layer) { return layer.weightedInput; }},
    {translatable("core", "first a"), [](const evaluation::LayerEvaluation& layer) { return layer.activation; }},
    {translatable("core", "first f′(z)"), [](const evaluation::LayerEvaluation& layer) { return layer.slope; }},
    {translatable("core", "first factor"), [](const evaluation::LayerEvaluation& layer) { return layer.factor; }},
    {translatable("core", "bias speed"),
        [](const evaluation::LayerEvaluation& layer) { return layer.speed.normOfMean; }},
    {translatable("core", "weight speed"), [](const evaluation::LayerEvaluation& layer) { return layer.speed.weight; }},
};
constexpr EvaluationColumn kWide[] = {
    {translatable("core", "mean z"), [](const evaluation::LayerEvaluation& layer) { return layer.z.mean; }},
    {translatable("core", "std z"), [](const evaluation::LayerEvaluation& layer) { return layer.z.standardDeviation; }},
    {translatable("core", "mean a"), [](const evaluation::LayerEvaluation& layer) { return layer.a.mean; }},
    {translatable("core", "std a"), [](const evaluation::LayerEvaluation& layer) { return layer.a.standardDeviation; }},
    {translatable("core", "mean f′(z)"),
        [](const evaluation::LayerEvaluation& layer) { return layer.derivative.mean; }},
    {translatable("core", "bias speed"),
        [](const evaluation::LayerEvaluation& layer) { return layer.speed.normOfMean; }},
    {translatable("core", "weight speed"), [](const evaluation::LayerEvaluation& layer) { return layer.speed.weight; }},
};

/// A column of what was asked for beside the evaluation.
struct ExtraColumn {
    QString title;
    std::function<QString(int layer)> cell;
};

QString sizeText(Magnitude value)
{
    return text::magnitudeText(value, kShownDigits, u'.');
}

QString shown(const formats::FormatSpeed& speed)
{
    if (speed.kind == formats::FormatSpeed::Kind::number)
        return number(speed.size);
    return speed.kind == formats::FormatSpeed::Kind::infinite ? QStringLiteral("∞") : QStringLiteral("NaN");
}

std::vector<ExtraColumn> extraColumns(const reports::EvaluationReport& report)
{
    std::vector<ExtraColumn> columns;
    if (const results::SeedsBand* band = report.seeds)
        for (const auto& [title, quantile] : {std::pair{translatable("core", "5 %"), &results::SpeedQuantiles::p05},
                 std::pair{translatable("core", "median"), &results::SpeedQuantiles::median},
                 std::pair{translatable("core", "95 %"), &results::SpeedQuantiles::p95}})
            columns.push_back({text::toText(title), [band, quantile = quantile](int layer) {
                                   return sizeText(
                                       band->layers[static_cast<std::size_t>(layer - 1)].normOfMean.*quantile);
                               }});
    if (const jacobian::NetworkSpectrum* spectrum = report.spectrum)
        columns.push_back({text::toText(translatable("core", "largest σ")), [spectrum](int layer) {
                               const numerics::Spectrum& values = spectrum->layer(layer)->factor;
                               return values.empty() ? QString() : number(values.front());
                           }});
    if (const mean_field::MeanFieldPrediction* theory = report.theory.theory) {
        const evaluation::Evaluation& evaluation = report.evaluation;
        columns.push_back({text::toText(translatable("core", "rms speed")),
            [&evaluation](int layer) { return number(evaluation.layer(layer).speed.rms); }});
        columns.push_back({text::toText(translatable("core", "predicted")),
            [theory](int layer) { return number(theory->layers[static_cast<std::size_t>(layer - 1)].rms); }});
    }
    if (report.theory.law)
        columns.push_back({text::toText(translatable("core", "typical")), [&law = *report.theory.law](int layer) {
                               return number(law.layers[static_cast<std::size_t>(layer - 1)].median);
                           }});
    for (std::size_t i = 0; report.formats && report.formats->complete && i < numerics::floatFormats().size(); ++i)
        columns.push_back({QString::fromLatin1(numerics::floatFormats()[i].id.data(),
                               static_cast<qsizetype>(numerics::floatFormats()[i].id.size())),
            [&pass = *report.formats->passes[i]](int layer) { return shown(pass.speed(layer)); }});
    return columns;
}

std::vector<EvaluationColumn> columnsOf(const reports::EvaluationReport& report)
{
    if (!report.evaluation.chain)
        return {std::begin(kWide), std::end(kWide)};
    if (report.evaluation.examples > 1)
        return {std::begin(kChainOfBatch), std::end(kChainOfBatch)};
    std::vector<EvaluationColumn> columns(std::begin(kChain), std::end(kChain));
    if (network::mixes(report.scenario))
        columns[kFactorColumn].title = translatable("core", "factor ∂a/∂a before");
    else if (network::addsIdentity(report.scenario))
        columns[kFactorColumn].title = network::scalesBranch(report.scenario)
            ? translatable("core", "factor s·w·f′(z) + α")
            : translatable("core", "factor w·f′(z) + α");
    return columns;
}

/// Whose numbers stand in a table of a batch; empty for one example.
QString whoseNumbers(const reports::EvaluationReport& report)
{
    const int examples = report.evaluation.examples;
    if (examples == 1)
        return {};
    QString text = text::toText(report.evaluation.chain
            ? Message{translatable(
                          "core", "first: of the first of %1 examples; speeds: of the mean gradient of all of them."),
                {examples}}
            : Message{translatable("core",
                          "Means and deviations over the neurons and the %1 examples; speeds: of the mean gradient."),
                {examples}});
    if (report.spectrum)
        text += u'\n' + text::toText(Message{translatable("core", "Singular values: of the first example."), {}});
    return text + u'\n';
}

QString layerTable(const reports::EvaluationReport& report)
{
    const evaluation::Evaluation& evaluation = report.evaluation;
    const std::vector<EvaluationColumn> columns = columnsOf(report);
    const std::vector<ExtraColumn> extra = extraColumns(report);
    std::vector<QStringList> rows(1);
    rows[0] << text::toText(translatable("core", "layer"));
    for (const EvaluationColumn& column : columns)
        rows[0] << text::toText(column.title);
    for (const ExtraColumn& column : extra)
        rows[0] << column.title;
    for (int layer = 1; layer <= evaluation.depth(); ++layer) {
        QStringList& row = rows.emplace_back(QString::number(layer));
        for (const EvaluationColumn& column : columns)
            row << number(column.value(evaluation.layer(layer)));
        for (const ExtraColumn& column : extra)
            row << column.cell(layer);
    }
    return text::textTable(rows, std::vector<text::Align>(columns.size() + extra.size() + 1, text::Align::right));
}

/// "χ₁ of mean field theory, 60 of 100 examples": where q goes, and what χ₁ is there.
void addDestinations(std::vector<QStringList>& totals, const mean_field::ReachedPoints& destinations)
{
    constexpr int kFactorDigits = 8; // they tell it from 1
    int all = 0;
    for (const mean_field::ReachedPoint& each : destinations.reached)
        all += each.examples;
    for (const mean_field::ReachedPoint& each : destinations.reached) {
        const auto titled = [&](const char* title) {
            return destinations.reached.size() == 1
                ? text::toText({title, {}})
                : text::toText(
                    Message{translatable("core", "%1, %2 of %3 examples"), {Message{title, {}}, each.examples, all}});
        };
        totals.push_back({titled(translatable("core", "q* of mean field theory")),
            std::isinf(each.point.meanSquare) ? text::toText(translatable("core", "∞, it grows without end"))
                                              : QString::number(each.point.meanSquare, 'g', kShownDigits)});
        totals.push_back({titled(translatable("core", "χ₁ of mean field theory")),
            QString::number(each.point.factor, 'g', kFactorDigits)});
    }
}

/// ξ_q, ξ_c and c* of the maps of two inputs.
void addPair(std::vector<QStringList>& totals, const mean_field::PairMaps& pair)
{
    const auto layers = [](double scale) {
        return std::isinf(scale) ? text::toText(translatable("core", "∞ layers"))
                                 : text::toText(Message{translatable("core", "%1 layers"),
                                     {QString::number(scale, 'g', kShownDigits).toStdString()}});
    };
    totals.push_back({text::toText(translatable("core", "depth scale of q, ξq")), layers(pair.lengthScale)});
    totals.push_back(
        {text::toText(translatable("core", "depth scale of two inputs, ξc")), layers(pair.correlationScale)});
    if (!pair.everyCorrelation)
        totals.push_back({text::toText(translatable("core", "correlation where they settle, c*")),
            QString::number(pair.settled, 'g', kShownDigits)});
}

QString totalsTable(const reports::EvaluationReport& report)
{
    std::vector<QStringList> totals{{text::toText(translatable("core", "cost C")), number(report.evaluation.cost)}};
    if (report.evaluation.chain)
        totals.push_back({text::toText(report.evaluation.examples == 1
                                  ? translatable("core", "product of the factors, da_L/da₀")
                                  : translatable("core", "product of the first factors, da_L/da₀")),
            number(report.evaluation.product)});
    else if (report.spectrum && !report.spectrum->first()->product.empty())
        totals.push_back({text::toText(translatable("core", "largest singular value of the product")),
            number(report.spectrum->first()->product.front())});
    if (report.theory.theory)
        addDestinations(totals, report.theory.theory->reachedPoints);
    if (report.theory.pair && report.theory.pair->hasCorrelations())
        addPair(totals, *report.theory.pair);
    if (report.theory.critical)
        totals.push_back({text::toText(translatable("core", "critical (χ₁ = 1)")),
            QStringLiteral("gain=%1 bias_std=%2")
                .arg(report.theory.critical->gain, 0, 'g', 7)
                .arg(report.theory.critical->biasDeviation, 0, 'g', 7)});
    totals.push_back({text::toText(translatable("core", "scenario")),
        QString::fromStdString(documents::writeScenario(report.scenario))});
    return text::textTable(totals, {text::Align::left, text::Align::left});
}

} // namespace

QString evaluationTable(const reports::EvaluationReport& report)
{
    const diagnosis::Diagnosis diagnosis = diagnosis::diagnose(report.scenario, report.evaluation, report.formats);
    QString text = text::toText(diagnosis.headline) + u'\n';
    for (const Message& detail : diagnosis.details)
        text += text::toText(detail) + u'\n';
    if (report.gradient) {
        text += u'\n' + text::toText(parts::gradientSentence(*report.gradient, report.scenario)) + u'\n';
        for (const Message& note : parts::gradientNotes(*report.gradient))
            text += text::toText(note) + u'\n';
    }
    return text + u'\n' + layerTable(report) + whoseNumbers(report) + u'\n' + totalsTable(report);
}

} // namespace deltascope::cli
