// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/caption_label.h"

#include "text/markup.h"

#include <QRegularExpression>
#include <QResizeEvent>
#include <QTextLayout>

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
    return std::clamp(linesOf(firstSentence()), m_mostLines, kMostLines);
}

int CaptionLabel::linesOf(const QString& text) const
{
    QTextLayout layout(text, font());
    const double width = std::max(1, contentsRect().width());
    int lines = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        ++lines;
    }
    layout.endLayout();
    return std::max(1, lines);
}

void CaptionLabel::grow()
{
    const int needed = linesOf(m_whole), most = mostLines();
    const int lines = m_expanded ? needed : m_mostLines == 1 ? 1 : std::min(needed, most);
    const int height = lines * fontMetrics().lineSpacing();
    if (height > m_height) {
        m_height = height;
        updateGeometry();
    }
    m_short = needed <= most ? m_whole : fitting(most);
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
QString CaptionLabel::upToEnds(const QRegularExpression& ends, int lines) const
{
    QString fitting;
    auto all = ends.globalMatch(m_whole);
    while (all.hasNext()) {
        const QString part = m_whole.left(all.next().capturedStart() + 1);
        if (linesOf(part) > lines)
            break;
        fitting = part;
    }
    return fitting;
}

/// Whole sentences, else the longer part of the first one, else its words, with "…" for what is left out.
QString CaptionLabel::fitting(int lines) const
{
    if (QString sentences = upToEnds(sentenceEnd(), lines); !sentences.isEmpty())
        return sentences;
    const QString first = firstSentence();
    const qsizetype colon = first.indexOf(QStringLiteral(": "));
    static const QRegularExpression number(QStringLiteral("\\d"));
    if (!m_keepsBeginning && colon > 0 && first.size() - colon > colon // numbers first, and then what they mean
        && first.left(colon).contains(number))
        if (QString rest = QStringLiteral("\u2026 ") + first.mid(colon + 2); linesOf(rest) <= lines)
            return rest;
    if (const QString clauses = upToEnds(clauseEnd(), lines); clauses.size() > first.size() / 3)
        if (QString more = clauses + QStringLiteral(" \u2026"); linesOf(more) <= lines)
            return more;
    qsizetype fits = 0, tooLong = m_whole.size();
    while (tooLong - fits > 1) {
        const qsizetype middle = (fits + tooLong) / 2;
        (linesOf(m_whole.left(middle) + u'…') <= lines ? fits : tooLong) = middle;
    }
    return m_whole.left(fits) + u'…';
}

} // namespace deltascope::widgets

#include "moc_caption_label.cpp"
