// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/print/printed_page.h"

#include "render/export/export_page.h"
#include "render/fonts.h"
#include "render/print/qr_code.h"
#include "text/language.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPdfWriter>
#include <QTextDocument>

#include <qcustomplot.h>

namespace deltascope::prints {

struct PrintedPages::Parts {
    QByteArray bytes;
    QBuffer buffer{&bytes};
    std::unique_ptr<QPdfWriter> writer;
    QCPPainter painter;
    render::Theme theme;
    int pages = 0;
};

PrintedPages::PrintedPages(QSizeF millimetres, const QString& title, const QString& theme)
    : m_parts(std::make_unique<Parts>())
{
    Parts& parts = *m_parts;
    parts.buffer.open(QIODevice::WriteOnly);
    parts.writer = std::make_unique<QPdfWriter>(&parts.buffer);
    parts.writer->setResolution(static_cast<int>(exports::kCssDpi));
    parts.writer->setPageSize(QPageSize(millimetres, QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
    parts.writer->setPageMargins(QMarginsF());
    parts.writer->setTitle(title);
    parts.writer->setCreator(QStringLiteral("Deltascope " DELTASCOPE_VERSION));
    parts.theme = render::theme(theme);
    parts.painter.begin(parts.writer.get());
}

PrintedPages::~PrintedPages()
{
    if (m_parts->painter.isActive())
        m_parts->painter.end();
}

void PrintedPages::newPage(bool numbered)
{
    if (m_parts->pages++ > 0)
        m_parts->writer->newPage();
    if (!numbered)
        return;
    QPainter& painter = m_parts->painter;
    painter.setFont(render::figureFont(9));
    painter.setPen(QColor(0x55, 0x55, 0x55));
    const double margin = 10 * kDotsOfMillimetre;
    painter.drawText(QRectF(QPointF(), size()).adjusted(margin, 0, -margin, -0.6 * margin),
        Qt::AlignRight | Qt::AlignBottom, QString::number(m_parts->pages));
}

int PrintedPages::count() const
{
    return m_parts->pages;
}

QSizeF PrintedPages::size() const
{
    return {static_cast<double>(m_parts->writer->width()), static_cast<double>(m_parts->writer->height())};
}

std::unique_ptr<QTextDocument> PrintedPages::text(const QString& html, double width, double points) const
{
    auto document = std::make_unique<QTextDocument>();
    document->documentLayout()->setPaintDevice(m_parts->writer.get());
    document->setDefaultFont(render::figureFont(points));
    document->setDocumentMargin(0);
    QTextOption wrap; // a link has no spaces
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document->setDefaultTextOption(wrap);
    document->setDefaultStyleSheet(
        QStringLiteral("p { margin-top: 0px; margin-bottom: %1px } .small { font-size: %2pt; color: #444444 }")
            .arg(0.5 * points)
            .arg(0.8 * points));
    document->setHtml(html);
    document->setTextWidth(width);
    return document;
}

void PrintedPages::draw(const QTextDocument& text, QPointF place)
{
    QPainter& painter = m_parts->painter;
    painter.save();
    painter.translate(place);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, Qt::black);
    text.documentLayout()->draw(&painter, context);
    painter.restore();
}

void PrintedPages::draw(
    const figures::Figure& figure, const model::Document& document, const QRectF& place, double points)
{
    exports::ExportOptions options;
    options.millimetres = place.size() / kDotsOfMillimetre;
    options.fontPoints = points;
    options.notes = false;
    options.theme = m_parts->theme;
    const exports::ExportPage page({&figure, 1}, document, options);
    m_parts->painter.save();
    m_parts->painter.translate(place.topLeft());
    page.drawWith(m_parts->painter);
    m_parts->painter.restore();
}

bool PrintedPages::drawCode(const QByteArray& link, QPointF place, double side)
{
    const std::optional<QImage> code = qrCode(link);
    if (!code)
        return false;
    constexpr int kQuiet = 4; // modules on each side
    const double module = side / (code->width() + 2 * kQuiet);
    QPainterPath dark;
    for (int y = 0; y < code->height(); ++y)
        for (int x = 0; x < code->width(); ++x)
            if (qGray(code->pixel(x, y)) < 128)
                dark.addRect(QRectF((x + kQuiet) * module, (y + kQuiet) * module, module, module));
    QPainter& painter = m_parts->painter;
    painter.save();
    painter.translate(place);
    painter.fillPath(dark.simplified(), Qt::black); // one outline: between squares there would be hairlines
    painter.restore();
    return true;
}

QByteArray PrintedPages::end()
{
    m_parts->painter.end();
    m_parts->buffer.close();
    return m_parts->bytes;
}

QString linkWords(const QByteArray& link, bool hasCode)
{
    constexpr qsizetype kTyped = 160; // characters that somebody may type
    if (link.size() <= kTyped)
        return QString::fromUtf8(link);
    return text::toText(hasCode
            ? translatable("core", "The code holds a link that opens Deltascope on this figure.")
            : translatable(
                "core", "This figure’s link is too long for a code: set the values by hand, or open the document."));
}

} // namespace deltascope::prints
