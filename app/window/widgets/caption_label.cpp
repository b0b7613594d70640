// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/caption_label.h"

#include "text/markup.h"

#include <QRegularExpression>
#include <QResizeEvent>

#include <algorithm>

namespace deltascope::widgets {

namespace {

constexpr int kLeastLines = 1;
constexpr int kMostLines = 4;

const QRegularExpression& sentenceEnd()
{
    static const QRegularExpression end(QStringLiteral("[.!?]\\s+(?=\\p{Lu}|‖)"));
    return end;
}

} // namespace

CaptionLabel::CaptionLabel(QWidget* parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void CaptionLabel::setCaption(const QString& caption)
{
    if (caption == m_caption)
        return;
    m_caption = caption;
    m_whole = text::unbroken(caption);
    setToolTip(text::asTip(caption));
    grow();
}

void CaptionLabel::forgetHeight()
{
    m_height = 0;
    grow();
}

void CaptionLabel::setMostLines(int lines)
{
    m_mostLines = lines;
    forgetHeight();
}

QSize CaptionLabel::sizeHint() const
{
    return {100, std::max(m_height, kLeastLines * fontMetrics().lineSpacing())};
}

QSize CaptionLabel::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

/// Text that can be selected costs three times as much to show, and a caption changes with every frame of a drag: it
/// can be where the pointer is.
void CaptionLabel::enterEvent(QEnterEvent* event)
{
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    QLabel::enterEvent(event);
}

void CaptionLabel::leaveEvent(QEvent* event)
{
    if (!hasSelectedText())
        setTextInteractionFlags(Qt::NoTextInteraction);
    QLabel::leaveEvent(event);
}

void CaptionLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        forgetHeight();
}

void CaptionLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange) // the presenter's type is larger
        forgetHeight();
}

int CaptionLabel::mostLines() const
{
    if (m_mostLines > 0) // a first sentence that is longer is not cut
        return std::clamp(heightOf(firstSentence()) / fontMetrics().lineSpacing(), m_mostLines, kMostLines);
    // A caption may not take more than about a quarter of a small figure.
    const int space = parentWidget() ? parentWidget()->height() / (4 * fontMetrics().lineSpacing()) : kMostLines;
    return std::clamp(space, kLeastLines, kMostLines);
}

int CaptionLabel::heightOf(const QString& text) const
{
    const QRect room(0, 0, std::max(1, contentsRect().width()), 100 * fontMetrics().lineSpacing());
    return fontMetrics().boundingRect(room, Qt::TextWordWrap, text).height();
}

void CaptionLabel::grow()
{
    const int needed = heightOf(m_whole);
    const int height = std::min(needed, mostLines() * fontMetrics().lineSpacing());
    if (height > m_height) {
        m_height = height;
        updateGeometry();
    }
    elide(needed);
}

QString CaptionLabel::firstSentence() const
{
    const QRegularExpressionMatch end = sentenceEnd().match(m_whole);
    return end.hasMatch() ? m_whole.left(end.capturedStart() + 1) : m_whole;
}

/// The sentences from the beginning that fit; nothing where not even the first does.
QString CaptionLabel::wholeSentences() const
{
    QString fitting;
    auto ends = sentenceEnd().globalMatch(m_whole);
    while (ends.hasNext()) {
        const QString sentences = m_whole.left(ends.next().capturedStart() + 1);
        if (heightOf(sentences) > m_height)
            break;
        fitting = sentences;
    }
    return fitting;
}

void CaptionLabel::elide(int needed)
{
    QString shown = m_whole;
    if (m_mostLines > 0 && needed > m_height)
        shown = wholeSentences();
    if (needed > m_height && (m_mostLines == 0 || shown.isEmpty())) {
        qsizetype fits = 0, tooLong = m_whole.size();
        while (tooLong - fits > 1) {
            const qsizetype middle = (fits + tooLong) / 2;
            (heightOf(m_whole.left(middle) + u'…') <= m_height ? fits : tooLong) = middle;
        }
        shown = m_whole.left(fits) + u'…';
    }
    if (shown == text())
        return;
    if (!underMouse())
        setTextInteractionFlags(Qt::NoTextInteraction); // what was selected is no more
    setText(shown);
}

} // namespace deltascope::widgets

#include "moc_caption_label.cpp"
