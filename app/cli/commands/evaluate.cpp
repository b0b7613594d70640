// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/evaluation_table.h"
#include "cli/nearest.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/source.h"
#include "io/evaluation_text.h"

#include <iterator>

namespace deltascope::commands {

namespace {

constexpr Option kFormat{"--format", "text|json|csv", translatable("core", "a table to read (text), json or csv")};
constexpr const Option* kOptions[] = {
    &options::preset, &options::scenario, &options::set, &options::data, &kFormat, &options::out, &options::lang};

struct Format {
    const char* id;
    QByteArray (*write)(const Scenario&, const Evaluation&);
};
constexpr Format kFormats[] = {
    {"text",
        [](const Scenario& scenario, const Evaluation& evaluation) {
            return evaluationTable(scenario, evaluation).toUtf8();
        }},
    {"json",
        [](const Scenario& scenario, const Evaluation& evaluation) {
            return QByteArray::fromStdString(evaluationJson(scenario, evaluation));
        }},
    {"csv",
        [](const Scenario&, const Evaluation& evaluation) {
            return QByteArray::fromStdString(evaluationCsv(evaluation));
        }},
};

std::optional<Error> run(const Invocation& invocation)
{
    const QString id = invocation.value("--format", QStringLiteral("text"));
    const Format* format = std::find_if(
        std::begin(kFormats), std::end(kFormats), [&](const Format& each) { return id == QLatin1String(each.id); });
    if (format == std::end(kFormats))
        return unknownWord(translatable("core", "There is no format “%1”; did you mean “%2”?"),
            translatable("core", "There is no format “%1”; there are %2."), id,
            {QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("csv")});
    const Result<Document> document = sourceDocument(invocation);
    if (!document)
        return document.error();
    Scenario scenario = document->scenario;
    const Result<Dataset> data = sourceData(scenario, invocation);
    if (!data)
        return data.error();
    return writeOutput(invocation.value("--out"), format->write(scenario, deltascope::evaluate(scenario, *data)));
}

} // namespace

extern const Command evaluate;
const Command evaluate{
    .id = "evaluate",
    .summary = translatable("core", "Every layer's z, a, f′, factor and learning speeds, with the diagnosis in words."),
    .operand = "",
    .rank = 20,
    .options = kOptions,
    .notes = translatable("core",
        "Numbers always have a point as decimal mark. In json and csv, sizes are given as sign and\n"
        "log10, since many of them are far beyond what a double holds. A single layer is set by\n"
        "--set layers='[{\"layer\": 2, \"weight\": 3, \"bias\": 0.5}]'."),
    .run = run,
};

} // namespace deltascope::commands
