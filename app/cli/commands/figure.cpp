// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/named.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/source.h"
#include "figures/parts/build_figure.h"
#include "io/file.h"
#include "io/trace_text.h"
#include "io/typed_number.h"
#include "memory_need.h"
#include "registry.h"
#include "render/export.h"
#include "render/language.h"
#include "snapshot.h"

#include <QFile>

#include <atomic>

namespace deltascope::commands {

namespace {

constexpr Option kOut{"--out", "FILE", translatable("core", "the file to write: .png, .svg, .pdf, .csv or .json")};
constexpr Option kView{"--view", "KEY=VALUE",
    translatable("core", "set how it is looked at: layer, k, speed, …; “list parameters” names them"), true};
constexpr Option kPin{"--pin", "FILE", translatable("core", "draw this document's scenario as a ghost"), true};
constexpr Option kRun{"--run", "FILE",
    translatable("core", "draw the training that “train --format json” has written, in place of training anew")};
constexpr Option kSize{"--size", "WxHmm", translatable("core", "width and height in millimetres (160x90mm)")};
constexpr Option kDpi{"--dpi", "N", translatable("core", "dots per inch of a PNG (300)")};
constexpr Option kTheme{"--theme", "ID", translatable("core", "colours: light, dark, print, … (light)")};
constexpr Option kFontSize{"--font-size", "Npt", translatable("core", "size of the type in points (8pt)")};
constexpr Option kNoTitle{"--no-title", "", translatable("core", "leave the title out")};
constexpr const Option* kOptions[] = {&kOut, &options::preset, &options::scenario, &options::set, &options::data,
    &kView, &kPin, &kRun, &kSize, &kDpi, &kTheme, &kFontSize, &kNoTitle, &options::lang};

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
    const std::optional<double> width = typedNumber(plain.section(u'x', 0, 0).toStdString());
    const std::optional<double> height = typedNumber(plain.section(u'x', 1).toStdString());
    if (!width || !height)
        return std::nullopt;
    return QSizeF(*width, *height);
}

Result<ExportOptions> readOptions(const Invocation& invocation)
{
    ExportOptions options;
    const QString size = invocation.value("--size", QStringLiteral("160x90mm"));
    const std::optional<QSizeF> millimetres = readSize(size);
    if (!millimetres)
        return wrongNumber(translatable("core", "“%1” is not a size; write it like 160x90mm."), size);
    options.millimetres = *millimetres;
    const QString dpi = invocation.value("--dpi", QStringLiteral("300"));
    const std::optional<double> dots = typedNumber(dpi.toStdString());
    if (!dots)
        return wrongNumber(
            translatable("core", "“%1” is not a resolution; write a number of dots per inch, like 300."), dpi);
    options.dpi = *dots;
    const QString points = invocation.value("--font-size", QStringLiteral("8pt"));
    const std::optional<double> height = typedNumber(withoutUnit(points, QLatin1String("pt")).toStdString());
    if (!height)
        return wrongNumber(translatable("core", "“%1” is not a type size; write it in points, like 8pt."), points);
    options.fontPoints = *height;
    options.title = !invocation.has("--no-title");
    const Result<Theme> theme = themeNamed(invocation.value("--theme", QStringLiteral("light")));
    if (!theme)
        return theme.error();
    options.theme = *theme;
    if (const std::optional<Error> error = checkOptions(options))
        return *error;
    return options;
}

Result<const ExportFormat*> readFormat(const Invocation& invocation)
{
    const QString path = invocation.value("--out");
    if (path.isEmpty())
        return Error{Fault::usage,
            {translatable("core", "figure needs --out FILE, where the name ends in .png, .svg, .pdf, .csv or .json."),
                {}}};
    if (const ExportFormat* format = exportFormat(path))
        return format;
    QStringList suffixes;
    for (const ExportFormat& format : exportFormats())
        suffixes << u'.' + format.suffix;
    return Error{Fault::usage,
        {translatable("core", "“%1” names no format; its end must be one of %2."),
            {path.toStdString(), suffixes.join(QStringLiteral(", ")).toStdString()}}};
}

/// The training to be drawn; null where none is given.
Result<std::shared_ptr<const TrainingProgress>> readTraining(const Invocation& invocation, const FigureKind& kind)
{
    if (!invocation.has("--run"))
        return std::shared_ptr<const TrainingProgress>();
    for (const char* other : {"--preset", "--scenario", "--set"})
        if (invocation.has(other))
            return Error{Fault::usage,
                {translatable("core", "--run brings its own scenario; leave %1 out."), {std::string(other)}}};
    if (!contains(kind.needs, Need::course))
        return Error{Fault::usage,
            {translatable("core", "The figure “%1” draws no training; leave --run out."), {std::string(kind.id)}}};
    const QString path = invocation.value("--run");
    const Result<std::string> text = readFile(QFile::encodeName(path).toStdString(), kMaxRunBytes);
    if (!text)
        return text.error();
    Result<SavedRun> run = readTraceJson(*text);
    if (!run)
        return Error{run.error().fault, {translatable("core", "%1: %2"), {path.toStdString(), run.error().what}}};
    return std::make_shared<const TrainingProgress>(courseOf(*std::move(run)));
}

/// The document's own language, else English: a figure must not depend on the machine that draws it.
void chooseLanguage(const Invocation& invocation, const ViewState& view)
{
    if (!invocation.has("--lang"))
        setLanguage(view.language == "system" ? QStringLiteral("en") : QString::fromStdString(view.language));
}

std::optional<Error> run(const Invocation& invocation)
{
    const Result<const FigureKind*> kind = figureNamed(invocation.operand);
    if (!kind)
        return kind.error();
    const Result<const ExportFormat*> format = readFormat(invocation);
    if (!format)
        return format.error();
    const Result<ExportOptions> exportOptions = readOptions(invocation);
    if (!exportOptions)
        return exportOptions.error();
    Result<Document> source = sourceDocument(invocation);
    if (!source)
        return source.error();
    Document document = *std::move(source);
    const Result<std::shared_ptr<const TrainingProgress>> run = readTraining(invocation, **kind);
    if (!run)
        return run.error();
    if (*run) {
        document.scenario = (*run)->scenario;
    } else if (const Result<Dataset> data = sourceData(document.scenario, invocation); !data) {
        return data.error();
    }
    chooseLanguage(invocation, document.view);
    const Needs wanted = *run ? (*kind)->needs & ~needs(Need::course) : (*kind)->needs;
    std::optional<ProgressLine> progress(std::in_place, workOf(Need::evaluation));
    std::atomic<Need> present = Need::evaluation;
    const WatchNeed watch = [&](Need need, double share) {
        if (present.exchange(need) != need)
            progress->begin(workOf(need));
        progress->tell(share);
    };
    Snapshot snapshot = computeSnapshot(document, wanted, {}, {}, {invocation.value("--data").toStdString()}, {}, {},
        progress->shown() ? watch : WatchNeed());
    const bool courseOnly = *run && (wanted & ~kOfTraining) == 0; // a saved course is drawn without its data
    if (std::optional<Error> problem = problemOf(snapshot); problem && !courseOnly)
        return problem;
    if (*run) {
        snapshot.failure.reset();
        snapshot.course = *run;
        snapshot.data.reset(); // what could be had now need not be what it was trained on
    }
    const Figure drawing = buildFigure(**kind, snapshot, document.view);
    snapshot = {}; // a large picture may want the memory
    progress->begin({translatable("core", "Drawing"), {}});
    const Result<QByteArray> bytes = (*format)->write(drawing, document, *exportOptions);
    progress.reset();
    if (!bytes)
        return bytes.error();
    return writeOutput(invocation.value("--out"), *bytes);
}

} // namespace

extern const Command figure;
const Command figure{
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
