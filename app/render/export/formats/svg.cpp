// SPDX-License-Identifier: GPL-3.0-or-later
// SVG: what QSvgGenerator draws, under a head of our own: its size in exact millimetres, title and description escaped
// (Qt does not), the document as metadata.
#include "documents/document_json.h"
#include "documents/embedded.h"
#include "reading/text_encoding.h"
#include "render/export/export.h"
#include "render/export/export_page.h"
#include "render/export/stoppable_buffer.h"
#include "render/fonts.h"

#include <QSvgGenerator>

namespace deltascope::exports {

namespace {

QByteArray escaped(const QString& text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray svgHead(
    std::span<const figures::Figure> figures, const model::Document& document, const ExportOptions& options)
{
    const QSizeF page = options.millimetres / 25.4 * kCssDpi; // not whole pixels: as wide for its height as the file
    const QByteArray element = QByteArray::fromStdString(std::string(documents::kXmlElement));
    const QByteArray prefix = element.left(element.indexOf(':'));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg width=\"" + QByteArray::number(options.millimetres.width())
        + "mm\" height=\"" + QByteArray::number(options.millimetres.height()) + "mm\" viewBox=\"0 0 "
        + QByteArray::number(page.width(), 'g', 8) + ' ' + QByteArray::number(page.height(), 'g', 8)
        + "\" xmlns=\"http://www.w3.org/2000/svg\" "
          "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\">\n<title>"
        + escaped(exportTitle(figures)) + "</title>\n<desc>" + escaped(exportDescription(figures))
        + "</desc>\n<metadata>\n<" + element + " xmlns:" + prefix + "=\""
        + QByteArray::fromStdString(std::string(documents::kXmlNamespace)) + "\">"
        + QByteArray::fromStdString(reading::toBase64(documents::writeDocument(document))) + "</" + element
        + ">\n</metadata>\n";
}

/// What stands after the head that Qt writes: from <defs> on.
QByteArray drawing(const QByteArray& svg)
{
    return svg.mid(svg.indexOf("<defs>"));
}

Result<QByteArray> make(const ExportSource& source, const std::stop_token& stop)
{
    const auto& [figures, document, options, page] = source;
    QByteArray bytes;
    StoppableBuffer buffer(&bytes, stop);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(kCssDpi));
    generator.setSize(pageSize(options));
    generator.setViewBox(QRect(QPoint(), pageSize(options)));
    if (!page->draw(generator, {1, 1}, true) || !bytes.contains("<defs>"))
        return Error{
            Fault::internal, {translatable("core", "The drawing could not be made: %1 failed."), {"QSvgGenerator"}}};
    QByteArray body = drawing(bytes);
    const QString family = options.fontFamily.isEmpty() ? render::figureFontFamily() : options.fontFamily;
    // Verdana has the same widths as DejaVu Sans, for readers without that.
    QStringList families{family, QStringLiteral("Verdana"), QStringLiteral("sans-serif")};
    if (family != render::figureFontFamily())
        families.insert(1, render::figureFontFamily());
    body.replace("font-family=\"" + escaped(family) + '"',
        "font-family=\"" + escaped(families.join(QStringLiteral(", "))) + '"');
    return svgHead(figures, document, options) + body;
}

} // namespace

extern const ExportFormat svg;
const ExportFormat svg{
    .id = "svg",
    .name = translatable("core", "SVG drawing"),
    .rank = 2,
    .drawn = true,
    .make = make,
};

} // namespace deltascope::exports
