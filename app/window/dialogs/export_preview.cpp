// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/dialogs/export_preview.h"

#include "render/export/export_page.h"
#include "render/export/png_picture.h"
#include "text/language.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace deltascope::dialogs {

namespace {

constexpr int kRuler = 18; // pixels, with its numbers
constexpr int kAround = 6;

QString shownNumber(double number, int digits)
{
    return text::toText(Message{"%1", {Real{number, digits}}});
}

} // namespace

ExportPreview::ExportPreview(QWidget* parent)
    : QWidget(parent)
{
    setMinimumSize(240, 200);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

ExportPreview::~ExportPreview() = default;

void ExportPreview::showPage(
    std::vector<figures::Figure> figures, const model::Document& document, const exports::ExportOptions& options)
{
    m_figures = std::move(figures);
    m_options = options;
    m_page = std::make_unique<exports::ExportPage>(m_figures, document, options);
    m_why.clear();
    draw();
}

void ExportPreview::showNothing(const QString& why)
{
    m_page.reset();
    m_why = why;
    draw();
}

QString ExportPreview::words() const
{
    if (!m_page)
        return m_why;
    return tr("%1 × %2 mm, type %3 pt, shown at %4 %")
        .arg(shownNumber(m_options.millimetres.width(), 5), shownNumber(m_options.millimetres.height(), 5),
            shownNumber(m_options.fontPoints, 3), shownNumber(std::round(100 * m_scale), 3));
}

QSize ExportPreview::sizeHint() const
{
    return {480, 380};
}

QRect ExportPreview::room() const
{
    const int words = fontMetrics().height() + kAround;
    return rect().adjusted(kRuler + kAround, kRuler + kAround, -kAround, -kAround - words);
}

void ExportPreview::draw()
{
    m_picture = {};
    m_scale = 0;
    if (m_page && !room().isEmpty()) {
        const QSizeF whole = exports::pageSize(m_options);
        m_scale = std::min({1.0, room().width() / whole.width(), room().height() / whole.height()});
        exports::ExportOptions shown = m_options;
        shown.dpi = exports::kCssDpi * m_scale * devicePixelRatioF();
        if (Result<QImage> picture = exports::pictureOf(*m_page, shown)) {
            m_picture = *std::move(picture);
            m_picture.setDevicePixelRatio(devicePixelRatioF());
        }
    }
    setAccessibleName(tr("Preview"));
    setAccessibleDescription(words());
    update();
}

void ExportPreview::drawRulers(QPainter& painter, const QRectF& page) const
{
    const double millimetre = exports::kCssDpi / 25.4 * m_scale;
    const double length[] = {m_options.millimetres.width(), m_options.millimetres.height()};
    double step = 10; // mm
    while (step * millimetre < 2.5 * fontMetrics().averageCharWidth() * 3)
        step *= step == 20 ? 2.5 : 2; // 10, 20, 50, 100 …
    QFont small = font();
    small.setPointSizeF(std::max(6.0, small.pointSizeF() * 0.8));
    painter.setFont(small);
    painter.setPen(palette().color(QPalette::WindowText));
    const QFontMetricsF metrics(small);
    for (const bool down : {false, true})
        for (double place = 0; place <= length[down] + 1e-6; place += step) {
            const double at = (down ? page.top() : page.left()) + place * millimetre;
            const QString number = shownNumber(place, 4);
            const double wide = metrics.horizontalAdvance(number);
            if (down) {
                painter.drawLine(QPointF(page.left() - 5, at), QPointF(page.left() - 1, at));
                if (place > 0)
                    painter.drawText(QPointF(page.left() - 7 - wide, at + metrics.ascent() / 2 - 1), number);
            } else {
                painter.drawLine(QPointF(at, page.top() - 5), QPointF(at, page.top() - 1));
                if (place > 0)
                    painter.drawText(QPointF(at - wide / 2, page.top() - 7), number);
            }
        }
}

void ExportPreview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    if (m_picture.isNull()) {
        painter.drawText(
            rect().adjusted(kRuler, kRuler, -kRuler, -kRuler), Qt::AlignCenter | Qt::TextWordWrap, words());
        return;
    }
    const QRectF page(room().topLeft(), m_picture.deviceIndependentSize());
    if (m_page->transparent()) {
        constexpr int kSquare = 8;
        painter.fillRect(page, Qt::white);
        for (int y = 0; y * kSquare < page.height(); ++y)
            for (int x = y % 2; x * kSquare < page.width(); x += 2)
                painter.fillRect(
                    QRectF(page.left() + x * kSquare, page.top() + y * kSquare, kSquare, kSquare).intersected(page),
                    QColor(0xdd, 0xdd, 0xdd));
    }
    painter.drawImage(page.topLeft(), m_picture);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(page.adjusted(-1, -1, 0, 0));
    drawRulers(painter, page);
    painter.setFont(font());
    painter.drawText(
        QRectF(room().left(), page.bottom() + kAround, room().width(), fontMetrics().height()), Qt::AlignLeft, words());
}

void ExportPreview::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    draw();
}

void ExportPreview::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        draw();
    QWidget::changeEvent(event);
}

} // namespace deltascope::dialogs

#include "moc_export_preview.cpp"
