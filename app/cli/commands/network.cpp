// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments/command.h"
#include "cli/arguments/nearest.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/source.h"
#include "reports/network_format.h"
#include "reports/npz_archive.h"

#include <QFileInfo>

#include <algorithm>
#include <string>
#include <vector>

namespace deltascope::commands {

namespace {

/// Those that can be written, by their ranks.
std::vector<const reports::NetworkFormat*> networkFormats()
{
    const auto all = reports::network_formatsRegistry();
    std::vector<const reports::NetworkFormat*> sorted(all.begin(), all.end());
    std::ranges::sort(sorted, {}, &reports::NetworkFormat::rank);
    return sorted;
}

QString inQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QStringList networkFormatIds()
{
    QStringList ids;
    for (const reports::NetworkFormat* format : networkFormats())
        ids << inQt(format->id);
    return ids;
}

QStringList networkSuffixes()
{
    QStringList suffixes;
    for (const reports::NetworkFormat* format : networkFormats())
        suffixes << inQt(format->suffix);
    suffixes.removeDuplicates();
    return suffixes;
}

constexpr cli::Option kOut{.name = "--out",
    .value = "FILE",
    .help = translatable("core", "the file to write: %2 or %3; - is standard output"),
    .listed = networkSuffixes};
constexpr cli::Option kFormat{.name = "--format",
    .value = "ID",
    .help = translatable("core", "where the name of the file leaves a choice: %1"),
    .listed = networkFormatIds};
constexpr const cli::Option* kOptions[] = {&cli::options::preset, &cli::options::scenario, &cli::options::set,
    &cli::options::data, &cli::options::network, &cli::options::step, &kFormat, &kOut, &cli::options::lang};

/// The format that --format names, else the first one whose files end as --out does; JSON on standard output.
Result<const reports::NetworkFormat*> formatOf(const cli::Invocation& invocation)
{
    const QString path = invocation.value("--out");
    const std::vector<const reports::NetworkFormat*> all = networkFormats();
    if (invocation.has("--format")) {
        const std::string id = invocation.value("--format").toStdString();
        const auto found = std::ranges::find(all, id, &reports::NetworkFormat::id);
        if (found == all.end())
            return cli::unknownWord(translatable("core", "There is no format “%1”; did you mean “%2”?"),
                translatable("core", "There is no format “%1”; there are %2."), invocation.value("--format"),
                networkFormatIds());
        return *found;
    }
    for (const reports::NetworkFormat* format : all)
        if (path.endsWith(inQt(format->suffix), Qt::CaseInsensitive))
            return format;
    return all.front();
}

/// A file beside the script that holds its numbers.
QString besideName(const QString& path)
{
    const QFileInfo file(path);
    return file.path() + u'/' + file.completeBaseName() + QStringLiteral(".npz");
}

std::optional<Error> run(const cli::Invocation& invocation)
{
    const QString path = invocation.value("--out");
    if (!invocation.has("--out"))
        return Error{
            Fault::usage, {translatable("core", "network needs --out FILE.json; --out - is standard output."), {}}};
    const Result<const reports::NetworkFormat*> chosen = formatOf(invocation);
    if (!chosen)
        return chosen.error();
    const reports::NetworkFormat& format = **chosen;
    std::vector<std::string> suffixes{std::string(format.suffix)};
    if (!invocation.has("--format"))
        for (const reports::NetworkFormat* each : networkFormats())
            if (std::ranges::find(suffixes, each->suffix) == suffixes.end())
                suffixes.emplace_back(each->suffix);
    if (std::optional<Error> error = cli::checkOutput(path, suffixes))
        return error;
    if (format.numbersBeside && !path.endsWith(inQt(format.suffix), Qt::CaseInsensitive))
        return Error{Fault::usage,
            {translatable("core", "“%1” is two files, a program and its numbers beside it: name a file %2 by --out."),
                {std::string(format.id), std::string(format.suffix)}}};
    const Result<model::Document> document = cli::sourceDocument(invocation);
    if (!document)
        return document.error();
    const Result<std::int64_t> step = cli::readStep(invocation, document->scenario);
    if (!step)
        return step.error();
    if (format.refusal)
        if (Message why = format.refusal(document->scenario); !why.empty())
            return Error{Fault::usage, std::move(why)};
    cli::ProgressLine progress({translatable("core", "Network"), {}});
    const Result<reports::NetworkExport> network =
        reports::networkExport(document->scenario, cli::filesOf(invocation), *step, progress.watch());
    if (!network)
        return network.error();
    cli::begun();
    progress.begin({translatable("core", "Text"), {}});
    const QString numbers = besideName(path);
    if (format.numbersBeside)
        if (std::optional<Error> error = cli::writeOutput(numbers, QByteArray::fromStdString(reports::npzOf(*network))))
            return error;
    return cli::writeOutput(path, [&](const reports::TextSink& sink) -> std::optional<Error> {
        format.write(*network, QFileInfo(numbers).fileName().toStdString(), sink, progress.watch());
        return std::nullopt;
    });
}

} // namespace

extern const cli::Command network;
const cli::Command network{
    .id = "network",
    .summary = translatable(
        "core", "The network as JSON, safetensors or NumPy arrays, or as a program that computes with it."),
    .operand = "",
    .rank = 40,
    .options = kOptions,
    .notes = translatable("core",
        "Every number reads back to the same bits; in JSON weights are lists of rows, one row per neuron.\n"
        "A script or notebook prints the cost and the learning speeds that “evaluate” prints, and reads\n"
        "its numbers from an .npz that is written beside it; a .py is PyTorch, or NumPy by --format.\n"
        "A balanced bias that no double holds cannot be written: that is reported, with exit code 5."),
    .run = run,
};

} // namespace deltascope::commands
