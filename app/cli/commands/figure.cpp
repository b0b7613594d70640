// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/registry.h"
#include "cli/command.h"
#include "cli/export_options.h"
#include "cli/kind_named.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/saved_map.h"
#include "cli/source.h"
#include "documents/map_json.h"
#include "figures/build_figure.h"
#include "maps/checked_map.h"
#include "maps/map_computation.h"
#include "reading/file.h"
#include "render/export/export.h"
#include "reports/trace_text.h"
#include "results/memory_need.h"
#include "results/snapshot.h"
#include "text/language.h"
#include "training/training_progress.h"

#include <atomic>

namespace deltascope::commands {

namespace {

constexpr cli::Option kOut{.name = "--out",
    .value = "FILE",
    .help = translatable("core", "the file to write: %2 or %3"),
    .listed = exports::exportSuffixes};
constexpr cli::Option kView{"--view", "KEY=VALUE",
    translatable("core", "set what is asked and how it is looked at: layer, k, speed, …; “list parameters” names them"),
    true};
constexpr cli::Option kPin{"--pin", "FILE", translatable("core", "draw this document's scenario too"), true};
constexpr cli::Option kRun{"--run", "FILE",
    translatable("core", "draw the training that “train --format json” has written, in place of training anew")};
constexpr cli::Option kMap{
    "--map", "FILE", translatable("core", "draw the map that “map --out FILE.json” or “merge” has written")};
constexpr const cli::Option* kOptions[] = {&kOut, &cli::options::preset, &cli::options::scenario, &cli::options::set,
    &cli::options::data, &cli::options::network, &kView, &kPin, &kRun, &kMap, &cli::options::size, &cli::options::dpi,
    &cli::options::theme, &cli::options::fontSize, &cli::options::noTitle, &cli::options::lang};

Result<const exports::ExportFormat*> readFormat(const cli::Invocation& invocation)
{
    const QString path = invocation.value("--out"), separator = QStringLiteral(", ");
    if (const exports::ExportFormat* format = exports::exportFormat(path))
        return format;
    QStringList suffixes = exports::exportSuffixes();
    if (!path.isEmpty())
        return Error{Fault::usage,
            {translatable("core", "“%1” names no format; its end must be one of %2."),
                {path.toStdString(), suffixes.join(separator).toStdString()}}};
    const std::string last = suffixes.takeLast().toStdString();
    return Error{Fault::usage,
        {translatable("core", "figure needs --out FILE, where the name ends in %1 or %2."),
            {suffixes.join(separator).toStdString(), last}}};
}

/// The training to be drawn; null where none is given.
Result<std::shared_ptr<const training::TrainingProgress>> readTraining(
    const cli::Invocation& invocation, const figures::FigureKind& kind)
{
    if (!invocation.has("--run"))
        return std::shared_ptr<const training::TrainingProgress>();
    for (const char* other : {"--preset", "--scenario", "--set"})
        if (invocation.has(other))
            return Error{Fault::usage,
                {translatable("core", "--run brings its own scenario; leave %1 out."), {std::string(other)}}};
    if (!kind.needs().wants(results::kindOf<training::TrainingProgress>()))
        return Error{Fault::usage,
            {translatable("core", "The figure “%1” draws no training; leave --run out."), {std::string(kind.id)}}};
    const QString path = invocation.value("--run");
    const Result<std::string> text = reading::readFile(path.toStdString(), reports::kMaxTrainingBytes);
    if (!text)
        return text.error();
    Result<reports::SavedTraining> run = reports::readTraceJson(*text);
    if (!run)
        return Error{run.error().fault, {translatable("core", "%1: %2"), {path.toStdString(), run.error().what}}};
    return std::make_shared<const training::TrainingProgress>(reports::courseOf(*std::move(run)));
}

/// The figure of the map that --map names.
std::optional<Error> drawSavedMap(const cli::Invocation& invocation, const figures::FigureKind& kind,
    const exports::ExportFormat& format, const exports::ExportOptions& options)
{
    if (!cli::drawsMap(&kind))
        return cli::drawsNoMap(kind);
    Result<reports::SavedMap> saved = cli::savedMap(invocation);
    if (!saved)
        return saved.error();
    return cli::drawMap(kind, saved->document, std::move(saved->map), format, options, invocation.value("--out"));
}

/// The figure of the map that the document asks for.
std::optional<Error> drawMapOf(const cli::Invocation& invocation, const figures::FigureKind& kind,
    model::Document document, const exports::ExportFormat& format, const exports::ExportOptions& options)
{
    if (!document.question.map)
        return Error{Fault::usage,
            {translatable("core",
                 "The figure “%1” needs a map: a document with one in it, or --map with a file that “map --out "
                 "FILE.json” has written."),
                {std::string(kind.id)}}};
    if (const Result<data::Dataset> data = cli::sourceData(document.scenario, invocation); !data)
        return data.error();
    const model::Map map = *document.question.map;
    const model::Document start = documents::ofItsStart(document);
    if (std::optional<Error> error = maps::problemOf(start, map))
        return error;
    cli::chooseLanguage(invocation, document);
    std::optional<cli::ProgressLine> progress(std::in_place, Message{translatable("core", "Map"), {}});
    const maps::CellSource source(start, map, cli::filesOf(invocation));
    results::MapCells cells = maps::computeMap(source, {.watch = progress->watch()});
    progress.reset();
    return cli::drawMap(kind, document, std::move(cells), format, options, invocation.value("--out"));
}

std::optional<Error> run(const cli::Invocation& invocation)
{
    const Result<const figures::FigureKind*> kind = cli::figureNamed(invocation.operand);
    if (!kind)
        return kind.error();
    const Result<const exports::ExportFormat*> format = readFormat(invocation);
    if (!format)
        return format.error();
    const Result<exports::ExportOptions> exportOptions = cli::readExportOptions(invocation);
    if (!exportOptions)
        return exportOptions.error();
    if (invocation.has("--map")) {
        cli::chooseLanguage(invocation, {});
        return drawSavedMap(invocation, **kind, **format, *exportOptions);
    }
    Result<model::Document> source = cli::sourceDocument(invocation);
    if (!source)
        return source.error();
    model::Document document = *std::move(source);
    if (cli::drawsMap(*kind) && !invocation.has("--run"))
        return drawMapOf(invocation, **kind, std::move(document), **format, *exportOptions);
    const Result<std::shared_ptr<const training::TrainingProgress>> run = readTraining(invocation, **kind);
    if (!run)
        return run.error();
    if (*run) {
        document.scenario = (*run)->scenario;
    } else if (const Result<data::Dataset> data = cli::sourceData(document.scenario, invocation); !data) {
        return data.error();
    }
    cli::chooseLanguage(invocation, document);
    const results::Needs wanted =
        *run ? (*kind)->needs() - results::ownNeeds<training::TrainingProgress>() : (*kind)->needs();
    std::optional<cli::ProgressLine> progress(
        std::in_place, results::workOf(results::kindOf<evaluation::Evaluation>()));
    std::atomic<const results::ResultKind*> present = &results::kindOf<evaluation::Evaluation>();
    const results::WatchResult watch = [&](const results::ResultKind& result, double share) {
        if (present.exchange(&result) != &result)
            progress->begin(results::workOf(result));
        progress->tell(share);
    };
    results::Snapshot snapshot = results::computeSnapshot(document, wanted,
        {.folder = cli::filesOf(invocation), .watch = progress->shown() ? watch : results::WatchResult()});
    const bool courseOnly = *run
        && (wanted - results::needs<training::TrainingProgress>()).empty(); // a saved course is drawn without its data
    if (std::optional<Error> problem = results::problemOf(snapshot); problem && !courseOnly)
        return problem;
    if (*run) {
        snapshot.failure.reset();
        snapshot.put<training::TrainingProgress>(*run);
        snapshot.data.reset(); // what could be had now need not be what it was trained on
    }
    const figures::Figure drawing = figures::buildFigure(**kind, snapshot, document.question, document.view);
    snapshot = {}; // a large picture may want the memory
    progress->begin({translatable("core", "Drawing"), {}});
    const Result<QByteArray> bytes = (*format)->write(drawing, document, *exportOptions);
    progress.reset();
    if (!bytes)
        return bytes.error();
    return cli::writeOutput(invocation.value("--out"), *bytes);
}

} // namespace

extern const cli::Command figure;
const cli::Command figure{
    .id = "figure",
    .summary =
        translatable("core", "Draws a figure into a file that can be opened again: the parameters are stored in it."),
    .operand = "ID",
    .operandNeeded = true,
    .rank = 30,
    .fonts = true,
    .options = kOptions,
    .notes = translatable("core",
        "“deltascope-cli list figures” names the figures. A file that exists is replaced, whole or not at all.\n"
        "Without --lang the figure is in the document's language, or in English."),
    .run = run,
};

} // namespace deltascope::commands
