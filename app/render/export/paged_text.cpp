// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/paged_text.h"

#include "render/fonts.h"

#include <QBuffer>
#include <QPdfWriter>

namespace deltascope::exports {

namespace {

constexpr double kPoints = 10;
constexpr int kResolution = 300; // dots per inch of the layout

} // namespace

void preparePagedText(QTextDocument& document)
{
    document.setDefaultFont(render::figureFont(kPoints));
    document.setDefaultStyleSheet(QStringLiteral("body { color: black } h1 { font-size: 16pt } h2 { font-size: 11pt } "
                                                 "p { margin-top: 5px; margin-bottom: 5px } "
                                                 ".source { color: #555555; font-size: 8pt }"));
}

QByteArray pdfOf(QTextDocument& document, const QString& title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kResolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF()); // the document has its own
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Deltascope " DELTASCOPE_VERSION));
    document.print(&writer);
    return bytes;
}

QString paragraphs(const QString& text)
{
    QString html;
    for (const QString& paragraph : text.split(QStringLiteral("\n\n")))
        html += QStringLiteral("<p>%1</p>").arg(paragraph.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
    return html;
}

} // namespace deltascope::exports
