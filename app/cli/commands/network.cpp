// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/source.h"
#include "reports/network_text.h"

namespace deltascope::commands {

namespace {

constexpr cli::Option kOut{"--out", "FILE.json", translatable("core", "the file to write; - is standard output")};
constexpr const cli::Option* kOptions[] = {&cli::options::preset, &cli::options::scenario, &cli::options::set,
    &cli::options::data, &kOut, &cli::options::lang};

std::optional<Error> run(const cli::Invocation& invocation)
{
    if (!invocation.has("--out"))
        return Error{
            Fault::usage, {translatable("core", "network needs --out FILE.json; --out - is standard output."), {}}};
    if (std::optional<Error> error = cli::checkOutput(invocation.value("--out"), ".json"))
        return error;
    const Result<model::Document> document = cli::sourceDocument(invocation);
    if (!document)
        return document.error();
    cli::ProgressLine progress({translatable("core", "Network"), {}});
    const Result<reports::NetworkText> network =
        reports::NetworkText::of(document->scenario, {invocation.value("--data").toStdString()}, progress.watch());
    if (!network)
        return network.error();
    progress.begin({translatable("core", "Text"), {}});
    return cli::writeOutput(invocation.value("--out"), [&](const reports::TextSink& sink) -> std::optional<Error> {
        network->write(sink, progress.watch());
        return std::nullopt;
    });
}

} // namespace

extern const cli::Command network;
const cli::Command network{
    .id = "network",
    .summary = translatable("core", "Weights, biases, inputs and targets as JSON, so that others can check us."),
    .operand = "",
    .rank = 40,
    .options = kOptions,
    .notes = translatable("core",
        "Weights are lists of rows (one row a neuron), and every number reads back to the same bits.\n"
        "A balanced bias that no double holds cannot be written: that is said, and ends with 5."),
    .run = run,
};

} // namespace deltascope::commands
