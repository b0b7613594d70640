// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/source.h"
#include "io/network_text.h"

namespace deltascope::commands {

namespace {

constexpr Option kOut{"--out", "FILE.json", translatable("core", "the file to write; - is standard output")};
constexpr const Option* kOptions[] = {
    &options::preset, &options::scenario, &options::set, &options::data, &kOut, &options::lang};

std::optional<Error> run(const Invocation& invocation)
{
    if (!invocation.has("--out"))
        return Error{
            Fault::usage, {translatable("core", "network needs --out FILE.json; --out - is standard output."), {}}};
    if (std::optional<Error> error = checkOutput(invocation.value("--out"), ".json"))
        return error;
    const Result<Document> document = sourceDocument(invocation);
    if (!document)
        return document.error();
    ProgressLine progress({translatable("core", "Network"), {}});
    const Result<NetworkText> network =
        NetworkText::of(document->scenario, {invocation.value("--data").toStdString()}, progress.watch());
    if (!network)
        return network.error();
    progress.begin({translatable("core", "Text"), {}});
    return writeOutput(invocation.value("--out"), [&](const TextSink& sink) -> std::optional<Error> {
        network->write(sink, progress.watch());
        return std::nullopt;
    });
}

} // namespace

extern const Command network;
const Command network{
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
