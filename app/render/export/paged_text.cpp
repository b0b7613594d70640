// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/paged_text.h"

#include "render/fonts.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>

#include <cmath>

namespace deltascope::exports {

namespace {

constexpr double kPoints = 10;
constexpr int kResolution = 300; // dots per inch of the layout
constexpr double kMargin = 20.0 / 25.4 * kResolution; // 20 mm on all sides, in dots
constexpr double kFoot = 10.0 / 25.4 * kResolution; // from the edge to the number's baseline
constexpr int kHeading = 2; // level of those that begin what stays together

/// Where on the paper, in dots from the top of the first page.
struct Span {
    double top = 0, bottom = 0;
};

Span spanOf(const QTextDocument& document, const QTextBlock& first, const QTextBlock& behind)
{
    const QAbstractTextDocumentLayout& layout = *document.documentLayout();
    const QTextBlock last = behind.isValid() ? behind.previous() : document.lastBlock();
    return {layout.blockBoundingRect(first).top(), layout.blockBoundingRect(last).bottom()};
}

void breakBefore(const QTextBlock& block)
{
    QTextBlockFormat format = block.blockFormat();
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    QTextCursor(block).setBlockFormat(format);
}

/// A new page before each part that would be split and need not be, from the first on: each moves those behind it.
void keepTogether(QTextDocument& document)
{
    const double page = document.pageSize().height();
    const auto next = [](QTextBlock block) {
        for (block = block.next(); block.isValid() && block.blockFormat().headingLevel() != kHeading;)
            block = block.next();
        return block;
    };
    QTextBlock first = document.begin();
    if (first.blockFormat().headingLevel() != kHeading)
        first = next(first);
    while (first.isValid()) {
        const QTextBlock behind = next(first);
        const auto [top, bottom] = spanOf(document, first, behind);
        const auto pageOf = [&](double place) { return std::floor(place / page); };
        constexpr double kEdge = 1; // dot: what ends with its page is not yet on the next one
        if (pageOf(top) != pageOf(bottom - kEdge) && bottom - top <= page - 2 * kMargin)
            breakBefore(first);
        first = behind;
    }
}

void drawPage(QPainter& painter, QTextDocument& document, int number)
{
    const QSizeF size = document.pageSize();
    const QRectF part(0, (number - 1) * size.height(), size.width(), size.height());
    painter.save();
    painter.translate(0, -part.top());
    painter.setClipRect(part);
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = part;
    context.palette.setColor(QPalette::Text, Qt::black);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
    painter.setFont(document.defaultFont());
    const QString text = QString::number(number);
    const double wide = QFontMetricsF(painter.font(), painter.device()).horizontalAdvance(text);
    painter.drawText(QPointF(size.width() - kMargin - wide, size.height() - kFoot), text);
}

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
    document.documentLayout()->setPaintDevice(&writer); // metrics in its dots
    document.setPageSize(QSizeF(writer.width(), writer.height()));
    document.setDocumentMargin(kMargin * 96 / kResolution); // a text counts lengths in dots of 1/96 inch
    keepTogether(document);
    QPainter painter(&writer);
    for (int page = 1; page <= document.pageCount(); ++page) {
        if (page > 1)
            writer.newPage();
        drawPage(painter, document, page);
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

} // namespace deltascope::exports
