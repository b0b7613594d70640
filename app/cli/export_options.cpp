// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/export_options.h"

#include "cli/arguments/kind_named.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "documents/map_json.h"
#include "figures/build_figure.h"
#include "reading/text_encoding.h"
#include "reading/typed_number.h"
#include "results/snapshot.h"
#include "text/language.h"

#include <cmath>

namespace deltascope::cli {

namespace {

Error wrongPictureNumber(const char* sentence, const QString& text)
{
    return {Fault::usage, {sentence, {reading::shortened(text.toStdString())}}};
}

QString withoutUnit(QString text, QLatin1String unit)
{
    if (text.endsWith(unit))
        text.chop(unit.size());
    return text.trimmed();
}

/// Not of a number that no double holds.
std::optional<double> readNumber(const QString& text)
{
    const std::optional<double> number = reading::typedNumber(text.toStdString());
    return number && std::isfinite(*number) ? number : std::nullopt;
}

std::optional<QSizeF> readSize(const QString& text)
{
    QString plain = withoutUnit(text, QLatin1String("mm"));
    plain.replace(u'×', u'x');
    const std::optional<double> width = readNumber(plain.section(u'x', 0, 0));
    const std::optional<double> height = readNumber(plain.section(u'x', 1));
    if (!width || !height)
        return std::nullopt;
    return QSizeF(*width, *height);
}

std::optional<QSize> readLayout(QString text)
{
    text.replace(u'×', u'x');
    bool columns = false, rows = false;
    const QSize layout(text.section(u'x', 0, 0).toInt(&columns), text.section(u'x', 1).toInt(&rows));
    return columns && rows && layout.width() > 0 && layout.height() > 0 ? std::optional(layout) : std::nullopt;
}

std::optional<exports::Letters> readLetters(const QString& text)
{
    using exports::Letters;
    constexpr std::pair<const char*, Letters> kWords[] = {{"automatic", Letters::automatic}, {"none", Letters::none},
        {"figures", Letters::figures}, {"panels", Letters::panels}};
    for (const auto& [word, letters] : kWords)
        if (text == QLatin1String(word))
            return letters;
    return std::nullopt;
}

} // namespace

Result<exports::ExportOptions> readExportOptions(const Invocation& invocation, std::size_t figures)
{
    exports::ExportOptions options;
    const QString size = invocation.value("--size", QStringLiteral("160x90mm"));
    const exports::PageSize* page = exports::findPageSize(size);
    const std::optional<QSizeF> millimetres = page ? page->millimetres : readSize(size);
    if (!millimetres)
        return Error{Fault::usage,
            {translatable("core", "“%1” is not a size; write it like 160x90mm, or one of %2."),
                {reading::shortened(size.toStdString()),
                    exports::pageSizeIds().join(QStringLiteral(", ")).toStdString()}}};
    options.millimetres = *millimetres;
    const QString dpi = invocation.value("--dpi", QStringLiteral("300"));
    const std::optional<double> dots = readNumber(dpi);
    if (!dots)
        return wrongPictureNumber(
            translatable("core", "“%1” is not a resolution; write a number of dots per inch, like 300."), dpi);
    options.dpi = *dots;
    const QString points = invocation.value("--font-size", QString::number(page ? page->fontPoints : 8));
    const std::optional<double> height = readNumber(withoutUnit(points, QLatin1String("pt")));
    if (!height)
        return wrongPictureNumber(
            translatable("core", "“%1” is not a type size; write it in points, like 8pt."), points);
    options.fontPoints = *height;
    options.fontFamily = invocation.value("--font");
    options.title = !invocation.has("--no-title");
    options.notes = !invocation.has("--no-notes");
    options.transparent = invocation.has("--transparent");
    const QString letters = invocation.value("--letters", QStringLiteral("automatic"));
    if (const std::optional<exports::Letters> read = readLetters(letters))
        options.letters = *read;
    else
        return wrongPictureNumber(
            translatable("core", "“%1” cannot have letters; write --letters figures, panels or none."), letters);
    if (const QString layout = invocation.value("--layout"); invocation.has("--layout")) {
        const std::optional<QSize> read = readLayout(layout);
        if (!read)
            return wrongPictureNumber(
                translatable("core", "“%1” is no layout; write columns and rows, like 2x1."), layout);
        options.layout = *read;
    }
    const Result<render::Theme> theme = themeNamed(invocation.value("--theme", QStringLiteral("light")));
    if (!theme)
        return theme.error();
    options.theme = *theme;
    if (std::optional<Error> error = exports::checkOptions(options, figures))
        return *std::move(error);
    return options;
}

void chooseLanguage(const Invocation& invocation, const model::Document& document)
{
    const std::string language = document.preferences.value_or(model::Preferences()).language;
    if (!invocation.has("--lang"))
        text::setLanguage(language == "system" ? QStringLiteral("en") : QString::fromStdString(language));
}

figures::Figure mapDrawing(
    const figures::FigureKind& kind, const model::Document& document, std::shared_ptr<const results::MapCells> map)
{
    results::Snapshot snapshot;
    snapshot.scenario = document.scenario;
    snapshot.question = document.question;
    snapshot.setPins(document.pins);
    snapshot.put(std::move(map));
    return figures::buildFigure(kind, snapshot, document.question, document.view);
}

std::optional<Error> writeFigures(std::vector<figures::Figure> figures, const model::Document& of,
    const exports::ExportFormat& format, const exports::ExportOptions& options, const QString& out)
{
    model::Document document = of;
    if (figures.size() > 1) { // what is written opens as these figures
        document.view.figures.clear();
        for (const figures::Figure& figure : figures)
            document.view.figures.push_back(figure.id);
    }
    if (format.drawn)
        if (const std::optional<Message> remark = exports::fontRemark(figures, document, options))
            say({*remark});
    std::optional<ProgressLine> progress(std::in_place, Message{translatable("core", "Drawing"), {}});
    const Result<QByteArray> bytes = format.write(std::move(figures), document, options);
    progress.reset();
    return bytes ? writeOutput(out, *bytes) : bytes.error();
}

std::optional<Error> drawMap(const figures::FigureKind& kind, const model::Document& of, results::MapCells map,
    const exports::ExportFormat& format, const exports::ExportOptions& options, const QString& out)
{
    const model::Document document = documents::withMap(of, map.map); // so that what is written opens as this map
    return writeFigures({mapDrawing(kind, document, std::make_shared<const results::MapCells>(std::move(map)))},
        document, format, options, out);
}

} // namespace deltascope::cli
