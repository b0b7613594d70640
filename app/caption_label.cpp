// SPDX-License-Identifier: GPL-3.0-or-later
#include "caption_label.h"

#include <QResizeEvent>

#include <algorithm>

namespace deltascope {

namespace {

constexpr int kLeastLines = 1;
constexpr int kMostLines = 4;

} // namespace

CaptionLabel::CaptionLabel(QWidget* parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void CaptionLabel::setCaption(const QString& caption)
{
    if (caption == text())
        return;
    setText(caption);
    setToolTip(caption);
    grow();
}

void CaptionLabel::forgetHeight()
{
    m_height = 0;
    grow();
}

QSize CaptionLabel::sizeHint() const
{
    return {100, std::max(m_height, kLeastLines * fontMetrics().lineSpacing())};
}

QSize CaptionLabel::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void CaptionLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        forgetHeight();
}

int CaptionLabel::mostLines() const
{
    // A caption may not take more than about a quarter of a small figure.
    const int space = parentWidget() ? parentWidget()->height() / (4 * fontMetrics().lineSpacing()) : kMostLines;
    return std::clamp(space, kLeastLines, kMostLines);
}

void CaptionLabel::grow()
{
    const int line = fontMetrics().lineSpacing();
    const QRect needed = fontMetrics().boundingRect(
        QRect(0, 0, std::max(1, contentsRect().width()), 100 * line), Qt::TextWordWrap, text());
    const int height = std::min(needed.height(), mostLines() * line);
    if (height == m_height || (height < m_height))
        return;
    m_height = height;
    updateGeometry();
}

} // namespace deltascope
