// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/registry.h"
#include "cli/arguments/command.h"
#include "cli/arguments/kind_named.h"
#include "cli/export_options.h"
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
#include "reading/text_encoding.h"
#include "render/export/export.h"
#include "reports/trace_text.h"
#include "results/memory_need.h"
#include "results/snapshot.h"
#include "text/language.h"
#include "training/training_progress.h"

#include <algorithm>
#include <atomic>

namespace deltascope::commands {

namespace {

constexpr cli::Option kOut{.name = "--out",
    .value = "FILE",
    .help = translatable("core", "the file to write: %2 or %3"),
    .listed = exports::exportSuffixes};
constexpr cli::Option kView{"--view", "KEY=VALUE",
    translatable("core", "set what is asked and how it is shown: layer, k, speed, …; “list parameters” names them"),
    true};
constexpr cli::Option kPin{"--pin", "FILE", translatable("core", "draw this document's scenario too"), true};
constexpr cli::Option kRun{"--run", "FILE",
    translatable("core", "draw the training that “train --format json” has written, instead of training anew")};
constexpr cli::Option kMap{
    "--map", "FILE", translatable("core", "draw the map that “map --out FILE.json” or “merge” has written")};
constexpr const cli::Option* kOptions[] = {&kOut, &cli::options::preset, &cli::options::scenario, &cli::options::set,
    &cli::options::data, &cli::options::network, &kView, &kPin, &kRun, &kMap, &cli::options::size, &cli::options::dpi,
    &cli::options::theme, &cli::options::font, &cli::options::fontSize, &cli::options::noTitle, &cli::options::noNotes,
    &cli::options::transparent, &cli::options::letters, &cli::options::layout, &cli::options::lang};

Result<const exports::ExportFormat*> readFormat(const cli::Invocation& invocation)
{
    const QString path = invocation.value("--out"), separator = QStringLiteral(", ");
    if (const exports::ExportFormat* format = exports::exportFormat(path)) {
        if (std::optional<Error> error = format->missing ? format->missing() : std::nullopt)
            return *std::move(error);
        return format;
    }
    QStringList suffixes = exports::exportSuffixes();
    if (!path.isEmpty())
        return Error{Fault::usage,
            {translatable("core", "“%1” names no format; its end must be one of %2."),
                {reading::shortened(path.toStdString()), suffixes.join(separator).toStdString()}}};
    const std::string last = suffixes.takeLast().toStdString();
    return Error{Fault::usage,
        {translatable("core", "figure needs --out FILE, where the name ends in %1 or %2."),
            {suffixes.join(separator).toStdString(), last}}};
}

using Kinds = std::vector<const figures::FigureKind*>;

Result<Kinds> readKinds(const cli::Invocation& invocation)
{
    Kinds kinds;
    for (const QString& id : invocation.operands) {
        const Result<const figures::FigureKind*> kind = cli::figureNamed(id);
        if (!kind)
            return kind.error();
        kinds.push_back(*kind);
    }
    return kinds;
}

/// The training to be drawn; null where none is given.
Result<std::shared_ptr<const training::TrainingProgress>> readTraining(
    const cli::Invocation& invocation, const Kinds& kinds)
{
    if (!invocation.has("--run"))
        return std::shared_ptr<const training::TrainingProgress>();
    for (const char* other : {"--preset", "--scenario", "--set"})
        if (invocation.has(other))
            return Error{Fault::usage,
                {translatable("core", "--run brings its own scenario; leave %1 out."), {std::string(other)}}};
    for (const figures::FigureKind* kind : kinds)
        if (!kind->needs().wants(results::kindOf<training::TrainingProgress>()))
            return Error{Fault::usage,
                {translatable("core", "The figure “%1” draws no training; leave --run out."), {std::string(kind->id)}}};
    const QString path = invocation.value("--run");
    const Result<std::string> text = reading::readFile(path.toStdString(), reports::kMaxTrainingBytes);
    if (!text)
        return text.error();
    Result<reports::SavedTraining> run = reports::readTraceJson(*text);
    if (!run)
        return Error{run.error().fault, {translatable("core", "%1: %2"), {path.toStdString(), run.error().what}}};
    return std::make_shared<const training::TrainingProgress>(reports::courseOf(*std::move(run)));
}

/// The figures of the map that --map names.
std::optional<Error> drawSavedMap(const cli::Invocation& invocation, const Kinds& kinds,
    const exports::ExportFormat& format, const exports::ExportOptions& options)
{
    for (const figures::FigureKind* kind : kinds)
        if (!cli::drawsMap(kind))
            return cli::drawsNoMap(*kind);
    Result<reports::SavedMap> saved = cli::savedMap(invocation);
    if (!saved)
        return saved.error();
    const model::Document document = documents::withMap(saved->document, saved->map.map);
    const auto cells = std::make_shared<const results::MapCells>(std::move(saved->map));
    std::vector<figures::Figure> drawn;
    for (const figures::FigureKind* kind : kinds)
        drawn.push_back(cli::mapDrawing(*kind, document, cells));
    return cli::writeFigures(std::move(drawn), document, format, options, invocation.value("--out"));
}

/// The cells of the map that the document asks for.
Result<std::shared_ptr<const results::MapCells>> cellsOf(
    const cli::Invocation& invocation, const figures::FigureKind& kind, const model::Document& document)
{
    if (!document.question.map)
        return Error{Fault::usage,
            {translatable("core",
                 "The figure “%1” needs a map: a document with one in it, or --map with a file that “map --out "
                 "FILE.json” has written."),
                {std::string(kind.id)}}};
    const model::Map map = *document.question.map;
    const model::Document start = documents::ofItsStart(document);
    if (std::optional<Error> error = maps::problemOf(start, map))
        return *std::move(error);
    cli::begun();
    std::optional<cli::ProgressLine> progress(std::in_place, Message{translatable("core", "Map"), {}});
    const maps::CellSource source(start, map, cli::filesOf(invocation));
    return std::make_shared<const results::MapCells>(maps::computeMap(source, {.watch = progress->watch()}));
}

/// All that figures without a map need; with `course` that training in place of one made anew.
Result<results::Snapshot> snapshotFor(const cli::Invocation& invocation, const Kinds& kinds,
    const model::Document& document, const std::shared_ptr<const training::TrainingProgress>& course)
{
    results::Needs needs;
    for (const figures::FigureKind* kind : kinds)
        needs |= kind->needs();
    const results::Needs wanted = course ? needs - results::ownNeeds<training::TrainingProgress>() : needs;
    cli::ProgressLine progress(results::workOf(results::kindOf<evaluation::Evaluation>()));
    std::atomic<const results::ResultKind*> present = &results::kindOf<evaluation::Evaluation>();
    const results::WatchResult watch = [&](const results::ResultKind& result, double share) {
        if (present.exchange(&result) != &result)
            progress.begin(results::workOf(result));
        progress.tell(share);
    };
    results::Snapshot snapshot = results::computeSnapshot(document, wanted,
        {.folder = cli::filesOf(invocation), .watch = progress.shown() ? watch : results::WatchResult()});
    const bool courseOnly = course
        && (wanted - results::needs<training::TrainingProgress>()).empty(); // a saved course is drawn without its data
    if (std::optional<Error> problem = results::problemOf(snapshot); problem && !courseOnly)
        return *std::move(problem);
    if (course) {
        snapshot.failure.reset();
        snapshot.put<training::TrainingProgress>(course);
        snapshot.data.reset(); // what could be had now need not be what it was trained on
    }
    return snapshot;
}

/// The figures, with the map in the document where one of them draws it. Their results are gone with this: a large
/// picture may want the memory.
Result<std::vector<figures::Figure>> drawnFigures(const cli::Invocation& invocation, const Kinds& kinds,
    model::Document& document, const std::shared_ptr<const training::TrainingProgress>& course)
{
    const auto drawsMap = [&](const figures::FigureKind* kind) { return !course && cli::drawsMap(kind); };
    const auto ofMap = std::ranges::find_if(kinds, drawsMap);
    std::shared_ptr<const results::MapCells> cells;
    if (ofMap != kinds.end()) {
        Result<std::shared_ptr<const results::MapCells>> made = cellsOf(invocation, **ofMap, document);
        if (!made)
            return made.error();
        cells = *std::move(made);
        document = documents::withMap(std::move(document), cells->map); // so that what is written opens as this map
    }
    cli::begun();
    Kinds others = kinds;
    std::erase_if(others, drawsMap);
    Result<results::Snapshot> snapshot = results::Snapshot();
    if (!others.empty())
        snapshot = snapshotFor(invocation, others, document, course);
    if (!snapshot)
        return snapshot.error();
    std::vector<figures::Figure> drawn;
    for (const figures::FigureKind* kind : kinds)
        drawn.push_back(drawsMap(kind) ? cli::mapDrawing(*kind, document, cells)
                                       : figures::buildFigure(*kind, *snapshot, document.question, document.view));
    return drawn;
}

std::optional<Error> run(const cli::Invocation& invocation)
{
    const Result<Kinds> kinds = readKinds(invocation);
    if (!kinds)
        return kinds.error();
    const Result<const exports::ExportFormat*> format = readFormat(invocation);
    if (!format)
        return format.error();
    const Result<exports::ExportOptions> options = cli::readExportOptions(invocation, kinds->size());
    if (!options)
        return options.error();
    if (invocation.has("--map")) {
        cli::chooseLanguage(invocation, {});
        return drawSavedMap(invocation, *kinds, **format, *options);
    }
    Result<model::Document> source = cli::sourceDocument(invocation);
    if (!source)
        return source.error();
    model::Document document = *std::move(source);
    const Result<std::shared_ptr<const training::TrainingProgress>> course = readTraining(invocation, *kinds);
    if (!course)
        return course.error();
    if (*course) {
        document.scenario = (*course)->scenario;
    } else if (const Result<data::Dataset> data = cli::sourceData(document.scenario, invocation); !data) {
        return data.error();
    }
    cli::chooseLanguage(invocation, document);
    Result<std::vector<figures::Figure>> drawn = drawnFigures(invocation, *kinds, document, *course);
    if (!drawn)
        return drawn.error();
    return cli::writeFigures(*std::move(drawn), document, **format, *options, invocation.value("--out"));
}

} // namespace

extern const cli::Command figure;
const cli::Command figure{
    .id = "figure",
    .summary =
        translatable("core", "Draws figures into a file that can be opened again: the parameters are stored in it."),
    .operand = "ID",
    .operandNeeded = true,
    .manyOperands = true,
    .rank = 30,
    .fonts = true,
    .options = kOptions,
    .notes = translatable("core",
        "“deltascope-cli list figures” names the figures; several stand on one page. A file that exists is replaced, "
        "whole or not at all.\n"
        "A .tex file is for \\input into LaTeX with \\usepackage{pgf}; .eps needs pdftops (package poppler-utils).\n"
        "Without --lang the figure is in the document's language, or in English."),
    .run = run,
};

} // namespace deltascope::commands
