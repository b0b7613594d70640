// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/registry.h"
#include "cli/command.h"
#include "cli/named.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/source.h"
#include "figures/build_figure.h"
#include "reading/file.h"
#include "reading/typed_number.h"
#include "render/export/export.h"
#include "reports/trace_text.h"
#include "results/memory_need.h"
#include "results/snapshot.h"
#include "text/language.h"
#include "training/training_progress.h"

#include <QFile>

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
constexpr cli::Option kSize{"--size", "WxHmm", translatable("core", "width and height in millimetres (160x90mm)")};
constexpr cli::Option kDpi{"--dpi", "N", translatable("core", "dots per inch of a PNG (300)")};
constexpr cli::Option kTheme{"--theme", "ID", translatable("core", "colours: light, dark, print, … (light)")};
constexpr cli::Option kFontSize{"--font-size", "Npt", translatable("core", "size of the type in points (8pt)")};
constexpr cli::Option kNoTitle{"--no-title", "", translatable("core", "leave the title out")};
constexpr const cli::Option* kOptions[] = {&kOut, &cli::options::preset, &cli::options::scenario, &cli::options::set,
    &cli::options::data, &kView, &kPin, &kRun, &kSize, &kDpi, &kTheme, &kFontSize, &kNoTitle, &cli::options::lang};

Error wrongNumber(const char* sentence, const QString& text)
{
    return {Fault::usage, {sentence, {text.toStdString()}}};
}

QString withoutUnit(QString text, QLatin1String unit)
{
    if (text.endsWith(unit))
        text.chop(unit.size());
    return text.trimmed();
}

std::optional<QSizeF> readSize(const QString& text)
{
    QString plain = withoutUnit(text, QLatin1String("mm"));
    plain.replace(u'×', u'x');
    const std::optional<double> width = reading::typedNumber(plain.section(u'x', 0, 0).toStdString());
    const std::optional<double> height = reading::typedNumber(plain.section(u'x', 1).toStdString());
    if (!width || !height)
        return std::nullopt;
    return QSizeF(*width, *height);
}

Result<exports::ExportOptions> readOptions(const cli::Invocation& invocation)
{
    exports::ExportOptions options;
    const QString size = invocation.value("--size", QStringLiteral("160x90mm"));
    const std::optional<QSizeF> millimetres = readSize(size);
    if (!millimetres)
        return wrongNumber(translatable("core", "“%1” is not a size; write it like 160x90mm."), size);
    options.millimetres = *millimetres;
    const QString dpi = invocation.value("--dpi", QStringLiteral("300"));
    const std::optional<double> dots = reading::typedNumber(dpi.toStdString());
    if (!dots)
        return wrongNumber(
            translatable("core", "“%1” is not a resolution; write a number of dots per inch, like 300."), dpi);
    options.dpi = *dots;
    const QString points = invocation.value("--font-size", QStringLiteral("8pt"));
    const std::optional<double> height = reading::typedNumber(withoutUnit(points, QLatin1String("pt")).toStdString());
    if (!height)
        return wrongNumber(translatable("core", "“%1” is not a type size; write it in points, like 8pt."), points);
    options.fontPoints = *height;
    options.title = !invocation.has("--no-title");
    const Result<render::Theme> theme = cli::themeNamed(invocation.value("--theme", QStringLiteral("light")));
    if (!theme)
        return theme.error();
    options.theme = *theme;
    if (const std::optional<Error> error = exports::checkOptions(options))
        return *error;
    return options;
}

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
    const Result<std::string> text =
        reading::readFile(QFile::encodeName(path).toStdString(), reports::kMaxTrainingBytes);
    if (!text)
        return text.error();
    Result<reports::SavedTraining> run = reports::readTraceJson(*text);
    if (!run)
        return Error{run.error().fault, {translatable("core", "%1: %2"), {path.toStdString(), run.error().what}}};
    return std::make_shared<const training::TrainingProgress>(reports::courseOf(*std::move(run)));
}

/// The language that the document asks for, else English: a figure must not depend on the machine that draws it.
void chooseLanguage(const cli::Invocation& invocation, const model::Document& document)
{
    const std::string language = document.preferences.value_or(model::Preferences()).language;
    if (!invocation.has("--lang"))
        text::setLanguage(language == "system" ? QStringLiteral("en") : QString::fromStdString(language));
}

std::optional<Error> run(const cli::Invocation& invocation)
{
    const Result<const figures::FigureKind*> kind = cli::figureNamed(invocation.operand);
    if (!kind)
        return kind.error();
    const Result<const exports::ExportFormat*> format = readFormat(invocation);
    if (!format)
        return format.error();
    const Result<exports::ExportOptions> exportOptions = readOptions(invocation);
    if (!exportOptions)
        return exportOptions.error();
    Result<model::Document> source = cli::sourceDocument(invocation);
    if (!source)
        return source.error();
    model::Document document = *std::move(source);
    const Result<std::shared_ptr<const training::TrainingProgress>> run = readTraining(invocation, **kind);
    if (!run)
        return run.error();
    if (*run) {
        document.scenario = (*run)->scenario;
    } else if (const Result<data::Dataset> data = cli::sourceData(document.scenario, invocation); !data) {
        return data.error();
    }
    chooseLanguage(invocation, document);
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
        {.folder = {invocation.value("--data").toStdString()},
            .watch = progress->shown() ? watch : results::WatchResult()});
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
