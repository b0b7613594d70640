// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/paged_text.h"

#include "render/fonts.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace deltascope {

namespace {

constexpr double kPoints = 10;
constexpr int kResolution = 300; // dots per inch of the layout
constexpr double kMargin = 18; // mm
constexpr double kFoot = 8; // mm, of the page number

} // namespace

void preparePagedText(QTextDocument& document)
{
    document.setDefaultFont(figureFont(kPoints));
    document.setDefaultStyleSheet(QStringLiteral("body { color: black } h1 { font-size: 16pt } h2 { font-size: 11pt } "
                                                 "p { margin-top: 3pt; margin-bottom: 3pt } "
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
    writer.setPageMargins(QMarginsF(kMargin, kMargin, kMargin, kMargin), QPageLayout::Millimeter);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Deltascope " DELTASCOPE_VERSION));
    const double foot = kFoot / 25.4 * kResolution;
    const QSizeF page(writer.width(), writer.height() - foot);
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0);
    document.setPageSize(page);
    QPainter painter(&writer);
    painter.setFont(figureFont(kPoints * 0.8));
    const int count = document.pageCount();
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            writer.newPage();
        painter.save();
        painter.translate(0, -i * page.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, Qt::black);
        context.clip = QRectF(QPointF(0, i * page.height()), page);
        painter.setClipRect(context.clip);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        painter.drawText(QRectF(0, page.height(), page.width(), foot), Qt::AlignRight | Qt::AlignBottom,
            QStringLiteral("%1 / %2").arg(i + 1).arg(count));
    }
    painter.end();
    return bytes;
}

QString paragraphs(const QString& text)
{
    QString html;
    for (const QString& paragraph : text.split(QStringLiteral("\n\n")))
        html += QStringLiteral("<p>%1</p>").arg(paragraph.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
    return html;
}

} // namespace deltascope
