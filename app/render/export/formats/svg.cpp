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

QByteArray svgHead(const figures::Figure& figure, const model::Document& document, const ExportOptions& options)
{
    const QSize page = pageSize(options);
    const QByteArray element = QByteArray::fromStdString(std::string(documents::kXmlElement));
    const QByteArray prefix = element.left(element.indexOf(':'));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg width=\"" + QByteArray::number(options.millimetres.width())
        + "mm\" height=\"" + QByteArray::number(options.millimetres.height()) + "mm\" viewBox=\"0 0 "
        + QByteArray::number(page.width()) + ' ' + QByteArray::number(page.height())
        + "\" preserveAspectRatio=\"none\" xmlns=\"http://www.w3.org/2000/svg\" "
          "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\">\n<title>"
        + escaped(exportTitle(figure)) + "</title>\n<desc>" + escaped(exportDescription(figure))
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
    const auto& [figure, document, options, page] = source;
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
    // Verdana has the same widths, for readers without the font.
    const QByteArray family = render::figureFontFamily().toUtf8();
    body.replace("font-family=\"" + family + "\"", "font-family=\"" + family + ", Verdana, sans-serif\"");
    return svgHead(figure, document, options) + body;
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
