// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/evaluation_table.h"

#include "cli/text_table.h"
#include "diagnosis.h"
#include "io/document_json.h"
#include "render/language.h"
#include "render/number_text.h"

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

constexpr Column kChain[] = {
    {translatable("core", "z"), [](const LayerEvaluation& layer) { return layer.z.mean; }},
    {translatable("core", "a"), [](const LayerEvaluation& layer) { return layer.a.mean; }},
    {translatable("core", "f′(z)"), [](const LayerEvaluation& layer) { return layer.derivative.mean; }},
    {translatable("core", "factor w·f′(z)"), [](const LayerEvaluation& layer) { return layer.factor; }},
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

QString layerTable(const Evaluation& evaluation)
{
    const std::span<const Column> columns =
        evaluation.chain ? std::span<const Column>(kChain) : std::span<const Column>(kWide);
    std::vector<QStringList> rows(1);
    rows[0] << toText(translatable("core", "layer"));
    for (const Column& column : columns)
        rows[0] << toText(column.title);
    for (int layer = 1; layer <= evaluation.depth(); ++layer) {
        QStringList& row = rows.emplace_back(QString::number(layer));
        for (const Column& column : columns)
            row << number(column.value(evaluation.layer(layer)));
    }
    return textTable(rows, std::vector<Align>(columns.size() + 1, Align::right));
}

} // namespace

QString evaluationTable(const Scenario& scenario, const Evaluation& evaluation)
{
    const Diagnosis diagnosis = diagnose(scenario, evaluation);
    QString text = toText(diagnosis.headline) + u'\n';
    for (const Message& detail : diagnosis.details)
        text += toText(detail) + u'\n';
    text += u'\n' + layerTable(evaluation) + u'\n';

    std::vector<QStringList> totals{{toText(translatable("core", "cost C")), number(evaluation.cost)}};
    if (evaluation.chain)
        totals.push_back(
            {toText(translatable("core", "product of the factors, da_L/da₀")), number(evaluation.product)});
    totals.push_back({toText(translatable("core", "scenario")), QString::fromStdString(writeScenario(scenario))});
    return text + textTable(totals, {Align::left, Align::left});
}

} // namespace deltascope
