// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/caption_label.h"

#include "text/markup.h"

#include <QRegularExpression>
#include <QResizeEvent>

#include <algorithm>
#include <utility>

namespace deltascope::widgets {

namespace {

constexpr int kMostLines = 4;

const QRegularExpression& sentenceEnd()
{
    static const QRegularExpression end(QStringLiteral("[.!?]\\s+(?=\\p{Lu}|‖)"));
    return end;
}

/// Where a sentence can end early and still say something whole.
const QRegularExpression& clauseEnd()
{
    static const QRegularExpression end(QStringLiteral("[;:,](?=\\s)"));
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
    setWhatsThis(toolTip());
    setAccessibleName(caption);
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

void CaptionLabel::setExpanded(bool expanded)
{
    m_expanded = expanded;
    forgetHeight();
}

bool CaptionLabel::isShortened() const
{
    return m_short != m_whole;
}

QSize CaptionLabel::sizeHint() const
{
    return {100, std::max(m_height, fontMetrics().lineSpacing())};
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
    if (m_mostLines == 1)
        return 1;
    return std::clamp(heightOf(firstSentence()) / fontMetrics().lineSpacing(), m_mostLines, kMostLines);
}

int CaptionLabel::heightOf(const QString& text) const
{
    const QRect room(0, 0, std::max(1, contentsRect().width()), 100 * fontMetrics().lineSpacing());
    return fontMetrics().boundingRect(room, Qt::TextWordWrap, text).height();
}

void CaptionLabel::grow()
{
    const int needed = heightOf(m_whole), lines = mostLines() * fontMetrics().lineSpacing();
    const int height = m_expanded ? needed : m_mostLines == 1 ? lines : std::min(needed, lines);
    if (height > m_height) {
        m_height = height;
        updateGeometry();
    }
    m_short = needed <= lines ? m_whole : fitting(lines);
    if (const QString shown = m_expanded ? m_whole : m_short; shown != text()) {
        if (!underMouse())
            setTextInteractionFlags(Qt::NoTextInteraction); // what was selected is no more
        setText(shown);
    }
    if (std::exchange(m_told, isShortened()) != isShortened())
        emit shortenedChanged();
}

QString CaptionLabel::firstSentence() const
{
    const QRegularExpressionMatch end = sentenceEnd().match(m_whole);
    return end.hasMatch() ? m_whole.left(end.capturedStart() + 1) : m_whole;
}

/// As much as fits from the beginning up to one of these ends; nothing where not even the first does.
QString CaptionLabel::upToEnds(const QRegularExpression& ends, int height) const
{
    QString fitting;
    auto all = ends.globalMatch(m_whole);
    while (all.hasNext()) {
        const QString part = m_whole.left(all.next().capturedStart() + 1);
        if (heightOf(part) > height)
            break;
        fitting = part;
    }
    return fitting;
}

/// Whole sentences, else whole clauses, else words, with "…" where a sentence goes on.
QString CaptionLabel::fitting(int height) const
{
    if (QString sentences = upToEnds(sentenceEnd(), height); !sentences.isEmpty())
        return sentences;
    if (QString clauses = upToEnds(clauseEnd(), height); clauses.size() > firstSentence().size() / 3)
        if (const QString more = clauses + QStringLiteral(" \u2026"); heightOf(more) <= height)
            return more;
    qsizetype fits = 0, tooLong = m_whole.size();
    while (tooLong - fits > 1) {
        const qsizetype middle = (fits + tooLong) / 2;
        (heightOf(m_whole.left(middle) + u'…') <= height ? fits : tooLong) = middle;
    }
    return m_whole.left(fits) + u'…';
}

} // namespace deltascope::widgets

#include "moc_caption_label.cpp"
