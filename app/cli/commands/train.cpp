// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments/command.h"
#include "cli/arguments/nearest.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/source.h"
#include "documents/parameter_json.h"
#include "evaluation/unreachable_target.h"
#include "reading/text_encoding.h"
#include "reports/trace_text.h"
#include "results/memory_need.h"
#include "results/snapshot.h"
#include "training/training.h"
#include "training/training_progress.h"

#include <algorithm>

namespace deltascope::commands {

namespace {

constexpr cli::Option kEpochs{"--epochs", "N", translatable("core", "the same as --set epochs=N")};
constexpr cli::Option kFormat{
    "--format", "csv|json", translatable("core", "one row per epoch (csv), or the run with its scenario (json)")};
constexpr const cli::Option* kOptions[] = {&cli::options::preset, &cli::options::scenario, &cli::options::set, &kEpochs,
    &cli::options::data, &cli::options::network, &kFormat, &cli::options::out, &cli::options::lang};

/// Numbers of the text that is written.
double numbersOf(const model::Scenario& scenario, bool json)
{
    constexpr double kPerLayer = 14, kMostRecords = 1e6; // of a training, whose course is thinned out
    const double layers = (scenario.epochs + 1.0) * (scenario.depth + 4.0);
    return json ? std::min(kPerLayer * layers, 4 * kMostRecords) : layers;
}

Result<model::Scenario> scenarioOf(const cli::Invocation& invocation)
{
    const QStringList settings = invocation.values("--set");
    const bool setToo = std::any_of(settings.begin(), settings.end(),
        [](const QString& setting) { return setting.startsWith(QLatin1String("epochs=")); });
    if (invocation.has("--epochs") && setToo)
        return Error{Fault::usage, {translatable("core", "Give --epochs or --set epochs=N, not both."), {}}};
    Result<model::Document> document = cli::sourceDocument(invocation);
    if (!document)
        return document.error();
    model::Scenario scenario = document->scenario;
    if (!invocation.has("--epochs"))
        return scenario;
    return documents::withText(
        std::move(scenario), *parameters::findScenarioParameter("epochs"), invocation.value("--epochs").toStdString());
}

Error otherFormat(const QString& path)
{
    return {Fault::usage,
        {translatable(
             "core", "“%1” is no name for what is written here; it must end in .csv, or with --format json in .json."),
            {reading::shortened(path.toStdString())}}};
}

std::optional<Error> run(const cli::Invocation& invocation)
{
    const QString format = invocation.value("--format", QStringLiteral("csv"));
    const bool json = format == QLatin1String("json");
    if (!json && format != QLatin1String("csv"))
        return cli::unknownWord(translatable("core", "There is no format “%1”; did you mean “%2”?"),
            translatable("core", "There is no format “%1”; there are %2."), format,
            {QStringLiteral("csv"), QStringLiteral("json")});
    if (invocation.has("--out"))
        if (std::optional<Error> error = cli::checkOutput(invocation.value("--out"), {json ? ".json" : ".csv"}))
            return json || invocation.value("--out").isEmpty() ? error : otherFormat(invocation.value("--out"));
    const Result<model::Scenario> given = scenarioOf(invocation);
    if (!given)
        return given.error();
    model::Scenario scenario = *given;
    if (std::optional<Error> error = results::refusedForMemory(scenario,
            results::kProgramMemory + results::dataMemory(scenario) + results::trainingMemory(scenario)
                + results::textMemory(numbersOf(scenario, json))))
        return error;
    Result<data::Dataset> made = cli::sourceData(scenario, invocation);
    if (!made)
        return made.error();
    const auto data = std::make_shared<const data::Dataset>(*std::move(made));
    model::Document asked;
    asked.scenario = scenario;
    if (Message why = evaluation::unreachableTarget(scenario, *data); !why.empty() && cli::readsFiles(asked))
        cli::sayWhenBegun({std::move(why), evaluation::reachRemedy(scenario)});
    cli::begun();

    std::string text = json ? std::string() : reports::traceCsvHeader(scenario.depth);
    training::TrainingOptions options;
    options.statistics = json;
    if (!json)
        options.observe = [&](const training::TraceRecord& record, std::span<const training::LayerTrace> layers) {
            if (record.epoch < scenario.epochs)
                text += reports::traceCsvRow(record, layers);
        };
    std::optional<cli::ProgressLine> progress(
        std::in_place, results::workOf(results::kindOf<training::TrainingProgress>()));
    options.watch = progress->watch();
    training::Training training(scenario, data, options);
    while (training.advance() == training::Training::Outcome::stepped) { }
    progress.reset();
    if (training.divergence())
        cli::say({training::sentence(*training.divergence())});
    if (json)
        text = reports::traceJson(training.scenario(), training.trace(), training.divergence());
    return cli::writeOutput(
        invocation.value("--out"), QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
}

} // namespace

extern const cli::Command train;
const cli::Command train{
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
