// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments/command.h"
#include "cli/arguments/kind_named.h"
#include "cli/export_options.h"
#include "cli/map_question.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/shards.h"
#include "cli/source.h"
#include "maps/checked_map.h"
#include "maps/map_computation.h"
#include "reports/map_text.h"

#include <string>
#include <vector>

namespace deltascope::commands {

namespace {

constexpr cli::Option kOut{"--out", "FILE|FOLDER/",
    translatable("core", "a picture, a table (.csv) or every cell (.json); a folder for parts of a map")};
constexpr const cli::Option* kOptions[] = {&cli::options::of, &cli::options::over, &cli::options::seeds,
    &cli::options::statistic, &cli::options::preset, &cli::options::scenario, &cli::options::set, &cli::options::data,
    &cli::options::network, &kOut, &cli::options::shard, &cli::options::size, &cli::options::dpi, &cli::options::theme,
    &cli::options::font, &cli::options::fontSize, &cli::options::noTitle, &cli::options::noNotes,
    &cli::options::transparent, &cli::options::lang};

bool endsIn(const QString& path, const char* suffix)
{
    return path.endsWith(QLatin1String(suffix), Qt::CaseInsensitive);
}

std::optional<Error> checkMapOutput(const QString& out)
{
    if (out.isEmpty())
        return Error{Fault::usage,
            {translatable("core", "map needs --out FILE, where the name ends in .png, .svg, .pdf, .csv or .json."),
                {}}};
    if (const exports::ExportFormat* format = exports::exportFormat(out))
        return format->missing ? format->missing() : std::nullopt;
    std::vector<std::string> suffixes;
    for (const exports::ExportFormat* format : exports::exportFormats())
        suffixes.push_back("." + std::string(format->id));
    return cli::checkOutput(out, suffixes);
}

/// Every cell as JSON or CSV.
std::optional<Error> writeCells(
    const documents::MapQuestion& question, const results::MapCells& map, const QString& out)
{
    return cli::writeOutput(out, [&](const reports::TextSink& sink) -> std::optional<Error> {
        const auto at = [&map](std::size_t cell) { return map.cells[cell]; };
        if (endsIn(out, ".csv"))
            reports::writeMapCsv(question.document, question.map, at, sink);
        else
            reports::writeMapJson(question.document, question.map, at, sink);
        return std::nullopt;
    });
}

std::optional<Error> run(const cli::Invocation& invocation)
{
    const QString out = invocation.value("--out");
    const bool folder = cli::isFolder(out);
    if (!folder && invocation.has("--shard"))
        return Error{Fault::usage,
            {translatable("core", "--shard needs --out FOLDER/: the parts of a map lie side by side."), {}}};
    if (!folder)
        if (std::optional<Error> error = checkMapOutput(out))
            return error;
    const Result<reports::Shard> shard = folder ? cli::readShard(invocation) : reports::Shard{};
    if (!shard)
        return shard.error();
    const Result<exports::ExportOptions> options = cli::readExportOptions(invocation);
    if (!options)
        return options.error();
    const Result<documents::MapQuestion> question = cli::readMapQuestion(invocation);
    if (!question)
        return question.error();
    reports::PartHead head{*shard, DELTASCOPE_VERSION, *question};
    const auto held = static_cast<double>(reports::cellCountOf(*shard, head.cells()));
    if (std::optional<Error> error = maps::problemOf(question->document, question->map, held))
        return error;
    if (folder) {
        Result<std::string> data = cli::fingerprintOfData(*question, invocation.value("--data"));
        if (!data)
            return data.error();
        head.data = *std::move(data);
        cli::begun();
        return cli::computePart(head, out, cli::filesOf(invocation));
    }
    cli::begun();
    cli::chooseLanguage(invocation, question->document);
    std::optional<cli::ProgressLine> progress(std::in_place, Message{translatable("core", "Map"), {}});
    const maps::CellSource source(question->document, question->map, cli::filesOf(invocation));
    results::MapCells map = maps::computeMap(source, {.watch = progress->watch()});
    progress.reset();
    const exports::ExportFormat* format = exports::exportFormat(out);
    if (!format || !format->drawn)
        return writeCells(*question, map, out);
    const Result<const figures::FigureKind*> kind = cli::figureNamed(QStringLiteral("map"));
    if (!kind)
        return kind.error();
    return cli::drawMap(**kind, question->document, std::move(map), *format, *options, out);
}

} // namespace

extern const cli::Command map;
const cli::Command map{
    .id = "map",
    .summary = translatable("core", "A measure over one or two parameters, with seeds, as a picture or as numbers."),
    .operand = "",
    .rank = 32,
    .fonts = true,
    .options = kOptions,
    .notes = translatable("core",
        "deltascope-cli map --of product --over weight=0:12 --over bias=-6:6 --out map.png\n"
        "In place of a value there may be a word: dead or zero (exactly 0), diverged, not_reached, beyond,\n"
        "inapplicable. Sizes are written as log10. A large map is computed in parts, by as many\n"
        "processes: --shard 3/8 --out parts/; “merge” makes one map of them, with the same bytes."),
    .run = run,
};

} // namespace deltascope::commands
