// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/export_options.h"

#include "cli/kind_named.h"
#include "cli/output.h"
#include "documents/map_json.h"
#include "figures/build_figure.h"
#include "reading/text_encoding.h"
#include "reading/typed_number.h"
#include "results/snapshot.h"
#include "text/language.h"

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

} // namespace

Result<exports::ExportOptions> readExportOptions(const Invocation& invocation)
{
    exports::ExportOptions options;
    const QString size = invocation.value("--size", QStringLiteral("160x90mm"));
    const std::optional<QSizeF> millimetres = readSize(size);
    if (!millimetres)
        return wrongPictureNumber(translatable("core", "“%1” is not a size; write it like 160x90mm."), size);
    options.millimetres = *millimetres;
    const QString dpi = invocation.value("--dpi", QStringLiteral("300"));
    const std::optional<double> dots = reading::typedNumber(dpi.toStdString());
    if (!dots)
        return wrongPictureNumber(
            translatable("core", "“%1” is not a resolution; write a number of dots per inch, like 300."), dpi);
    options.dpi = *dots;
    const QString points = invocation.value("--font-size", QStringLiteral("8pt"));
    const std::optional<double> height = reading::typedNumber(withoutUnit(points, QLatin1String("pt")).toStdString());
    if (!height)
        return wrongPictureNumber(
            translatable("core", "“%1” is not a type size; write it in points, like 8pt."), points);
    options.fontPoints = *height;
    options.title = !invocation.has("--no-title");
    const Result<render::Theme> theme = themeNamed(invocation.value("--theme", QStringLiteral("light")));
    if (!theme)
        return theme.error();
    options.theme = *theme;
    if (const std::optional<Error> error = exports::checkOptions(options))
        return *error;
    return options;
}

void chooseLanguage(const Invocation& invocation, const model::Document& document)
{
    const std::string language = document.preferences.value_or(model::Preferences()).language;
    if (!invocation.has("--lang"))
        text::setLanguage(language == "system" ? QStringLiteral("en") : QString::fromStdString(language));
}

std::optional<Error> drawMap(const figures::FigureKind& kind, const model::Document& of, results::MapCells map,
    const exports::ExportFormat& format, const exports::ExportOptions& options, const QString& out)
{
    const model::Document document = documents::withMap(of, map.map); // so that what is written opens as this map
    results::Snapshot snapshot;
    snapshot.scenario = document.scenario;
    snapshot.question = document.question;
    snapshot.setPins(document.pins);
    snapshot.put(std::make_shared<const results::MapCells>(std::move(map)));
    const figures::Figure drawing = figures::buildFigure(kind, snapshot, document.question, document.view);
    const Result<QByteArray> bytes = format.write(drawing, document, options);
    return bytes ? writeOutput(out, *bytes) : bytes.error();
}

} // namespace deltascope::cli
