// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/nearest.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/source.h"
#include "io/parameter_json.h"
#include "io/trace_text.h"
#include "memory_need.h"
#include "render/language.h"
#include "training.h"

#include <algorithm>
#include <cstdio>

namespace deltascope::commands {

namespace {

constexpr Option kEpochs{"--epochs", "N", translatable("core", "the same as --set epochs=N")};
constexpr Option kFormat{
    "--format", "csv|json", translatable("core", "one row an epoch (csv), or the run with its scenario (json)")};
constexpr const Option* kOptions[] = {&options::preset, &options::scenario, &options::set, &kEpochs, &options::data,
    &kFormat, &options::out, &options::lang};

/// Numbers of the text that is written.
double numbersOf(const Scenario& scenario, bool json)
{
    constexpr double kPerLayer = 14, kMostRecords = 1e6; // of a training, whose course is thinned out
    const double layers = (scenario.epochs + 1.0) * (scenario.depth + 4.0);
    return json ? std::min(kPerLayer * layers, 4 * kMostRecords) : layers;
}

Result<Scenario> scenarioOf(const Invocation& invocation)
{
    const QStringList settings = invocation.values("--set");
    const bool setToo = std::any_of(settings.begin(), settings.end(),
        [](const QString& setting) { return setting.startsWith(QLatin1String("epochs=")); });
    if (invocation.has("--epochs") && setToo)
        return Error{Fault::usage, {translatable("core", "Give --epochs or --set epochs=N, not both."), {}}};
    Result<Document> document = sourceDocument(invocation);
    if (!document)
        return document.error();
    Scenario scenario = document->scenario;
    if (!invocation.has("--epochs"))
        return scenario;
    return withText(std::move(scenario), *findScenarioParameter("epochs"), invocation.value("--epochs").toStdString());
}

std::optional<Error> run(const Invocation& invocation)
{
    const QString format = invocation.value("--format", QStringLiteral("csv"));
    const bool json = format == QLatin1String("json");
    if (!json && format != QLatin1String("csv"))
        return unknownWord(translatable("core", "There is no format “%1”; did you mean “%2”?"),
            translatable("core", "There is no format “%1”; there are %2."), format,
            {QStringLiteral("csv"), QStringLiteral("json")});
    if (invocation.has("--out"))
        if (std::optional<Error> error = checkOutput(invocation.value("--out"), json ? ".json" : ".csv"))
            return error;
    const Result<Scenario> given = scenarioOf(invocation);
    if (!given)
        return given.error();
    Scenario scenario = *given;
    if (std::optional<Error> error = refusedForMemory(scenario,
            kProgramMemory + dataMemory(scenario) + trainingMemory(scenario) + textMemory(numbersOf(scenario, json))))
        return error;
    Result<Dataset> made = sourceData(scenario, invocation);
    if (!made)
        return made.error();
    const auto data = std::make_shared<const Dataset>(*std::move(made));

    std::string text = json ? std::string() : traceCsvHeader(scenario.depth);
    TrainingOptions options;
    options.statistics = json;
    if (!json)
        options.observe = [&](const TraceRecord& record, std::span<const LayerTrace> layers) {
            if (record.epoch < scenario.epochs)
                text += traceCsvRow(record, layers);
        };
    std::optional<ProgressLine> progress(std::in_place, workOf(Need::course));
    options.watch = progress->watch();
    Training training(scenario, data, options);
    while (training.advance() == Training::Outcome::stepped) { }
    progress.reset();
    if (training.divergence())
        std::fprintf(stderr, "%s\n", toText(sentence(*training.divergence())).toUtf8().constData());
    if (json)
        text = traceJson(training.scenario(), training.trace(), training.divergence());
    return writeOutput(
        invocation.value("--out"), QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
}

} // namespace

extern const Command train;
const Command train{
    .id = "train",
    .summary =
        translatable("core", "Trains the network and prints cost, accuracy and every layer's speed, epoch by epoch."),
    .operand = "",
    .rank = 35,
    .options = kOptions,
    .notes = translatable("core",
        "speed_1 … are the norms of the mean error δ of each layer over the training examples, before\n"
        "the first step of that epoch. The same scenario gives the same numbers, bit for bit, whatever\n"
        "the number of processor cores. MNIST is read from --data DIR; without it drawn digits stand in."),
    .run = run,
};

} // namespace deltascope::commands
