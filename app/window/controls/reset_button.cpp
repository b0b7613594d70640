// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/controls/reset_button.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace deltascope::controls {

namespace {

QString mark()
{
    return QStringLiteral("\u00a0●");
}

} // namespace

ResetButton::ResetButton(QWidget* parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
}

QSize ResetButton::sizeHint() const
{
    const int side = std::max(20, fontMetrics().height() + 6);
    return {side, side};
}

void ResetButton::paintEvent(QPaintEvent* event)
{
    QToolButton::paintEvent(event);
    // Drawn, not a glyph: the same in every font, and it follows palette and scale.
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText);
    const double radius = std::min(width(), height()) * 0.24;
    painter.translate(QRectF(rect()).center());
    painter.setPen(QPen(colour, std::max(1.3, radius * 0.28), Qt::SolidLine, Qt::RoundCap));
    const QRectF circle(-radius, -radius, 2 * radius, 2 * radius);
    painter.drawArc(circle, 150 * 16, -300 * 16);
    const double barb = radius * 0.75;
    QPainterPath head;
    head.moveTo(-radius * 1.35, -radius * 1.05);
    head.lineTo(-radius * 1.35 + barb * 0.2, -radius * 0.1);
    head.lineTo(-radius * 0.35, -radius * 0.35);
    head.closeSubpath();
    painter.setPen(Qt::NoPen);
    painter.fillPath(head, colour);
}

void RowLabel::showWords(const QString& html, bool marked)
{
    const QString shown = marked ? html + mark() : html;
    if (m_marked == marked && text() == shown)
        return;
    m_marked = marked;
    setText(shown);
}

QSize RowLabel::sizeHint() const
{
    const bool room = m_keepsRoom && !m_marked;
    return QLabel::sizeHint() + QSize(room ? fontMetrics().horizontalAdvance(mark()) : 0, 0);
}

void RowLabel::mouseDoubleClickEvent(QMouseEvent* event)
{
    event->accept();
    emit doubleClicked();
}

} // namespace deltascope::controls

#include "moc_reset_button.cpp"
