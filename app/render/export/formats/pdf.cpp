// SPDX-License-Identifier: GPL-3.0-or-later
// PDF: one page of the figure's size. The document stands in the XMP packet, which is never compressed, so that it is
// found by bytes; and once more as the attachment scenario.json, for people with other tools.
#include "documents/document_json.h"
#include "documents/embedded.h"
#include "reading/text_encoding.h"
#include "render/export/export.h"
#include "render/export/export_page.h"
#include "render/export/stoppable_buffer.h"

#include <QHashFunctions>
#include <QPageSize>
#include <QPdfWriter>

namespace deltascope::exports {

namespace {

QByteArray languageAlternative(const char* element, const QString& text)
{
    return QByteArray("<") + element + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + text.toHtmlEscaped().toUtf8()
        + "</rdf:li></rdf:Alt></" + element + ">\n";
}

/// An XMP packet (ISO 16684-1).
QByteArray metadata(std::span<const figures::Figure> figures, const QByteArray& json)
{
    const QByteArray element = QByteArray::fromStdString(std::string(documents::kXmlElement));
    const QByteArray prefix = element.left(element.indexOf(':'));
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:"
        + prefix + "=\"" + QByteArray::fromStdString(std::string(documents::kXmlNamespace)) + "\">\n"
        + languageAlternative("dc:title", exportTitle(figures))
        + languageAlternative("dc:description", exportDescription(figures))
        + "<xmp:CreatorTool>Deltascope " DELTASCOPE_VERSION "</xmp:CreatorTool>\n<" + element + '>'
        + QByteArray::fromStdString(reading::toBase64(json.toStdString())) + "</" + element
        + ">\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

/// Another text of the same length, so that the table of objects stays true.
void replace(QByteArray& bytes, qsizetype place, qsizetype length, const QByteArray& text)
{
    if (text.size() <= length)
        bytes.replace(place, length, text.leftJustified(length, ' '));
}

/// Qt rounds pages to whole points.
QByteArray exactly(QByteArray bytes, QSizeF millimetres)
{
    const QByteArray start = "/MediaBox [0 0 ";
    const qsizetype from = bytes.indexOf(start) + start.size(), end = bytes.indexOf(']', from);
    const auto points = [](double length) { return QByteArray::number(length / 25.4 * 72, 'f', 6); };
    if (from >= start.size() && end > from)
        replace(bytes, from, end - from, points(millimetres.width()) + ' ' + points(millimetres.height()));
    return bytes;
}

/// Without the time of day: the same figure is the same file.
QByteArray timeless(QByteArray bytes)
{
    const QByteArray start = "/CreationDate (";
    const qsizetype from = bytes.indexOf(start), end = bytes.indexOf(')', from);
    if (from >= 0 && end > from)
        replace(bytes, from, end + 1 - from, {});
    return bytes;
}

/// Qt writes the fonts of a page in the order of a hash, which it draws anew for each process.
class HashesInOrder {
public:
    HashesInOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~HashesInOrder() { QHashSeed::resetRandomGlobalSeed(); }
    Q_DISABLE_COPY_MOVE(HashesInOrder)
};

Result<QByteArray> make(const ExportSource& source, const std::stop_token& stop)
{
    const auto& [figures, document, options, page] = source;
    const QByteArray json = QByteArray::fromStdString(documents::writeDocument(document));
    const HashesInOrder inOrder;
    QByteArray bytes;
    StoppableBuffer buffer(&bytes, stop);
    QPdfWriter writer(&buffer);
    // Not more: type in points grows with the resolution and with the painter's scale. Coordinates are not rounded.
    writer.setResolution(static_cast<int>(kCssDpi));
    writer.setPageSize(QPageSize(options.millimetres, QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(exportTitle(figures));
    writer.setCreator(QStringLiteral("Deltascope " DELTASCOPE_VERSION));
    writer.setDocumentXmpMetadata(metadata(figures, json));
    writer.addFileAttachment(QStringLiteral("scenario.json"), json, QStringLiteral("application/json"));
    if (!page->draw(writer, {1, 1}, true))
        return Error{Fault::internal, {translatable("core", "The page could not be made: %1 failed."), {"QPdfWriter"}}};
    return timeless(exactly(std::move(bytes), options.millimetres));
}

} // namespace

extern const ExportFormat pdf;
const ExportFormat pdf{
    .id = "pdf",
    .name = translatable("core", "PDF page"),
    .rank = 3,
    .drawn = true,
    .make = make,
};

} // namespace deltascope::exports
