// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/stage/choice_card.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace deltascope::stage {

ChoiceCard::ChoiceCard(int number, QWidget* parent)
    : QAbstractButton(parent)
    , m_number(number)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::NoFocus); // the number keys choose: the focus stays where it is
    setObjectName(QStringLiteral("stage_choice_%1").arg(number));
}

void ChoiceCard::show(const State& state)
{
    setEnabled(state.verdict == Verdict::open);
    if (state == m_state)
        return;
    m_state = state;
    setAccessibleName(state.words);
    setAccessibleDescription(handsText());
    setToolTip(state.verdict == Verdict::open ? tr("One hand more; the key %1").arg(m_number) : QString());
    updateGeometry();
    update();
}

QString ChoiceCard::handsText() const
{
    if (m_state.all == 0)
        return {};
    return tr("%1 of %2").arg(m_state.hands).arg(m_state.all);
}

int ChoiceCard::pad() const
{
    return fontMetrics().height() / 3;
}

int ChoiceCard::badge() const
{
    return fontMetrics().height() * 5 / 4;
}

int ChoiceCard::barHeight() const
{
    return fontMetrics().height();
}

bool ChoiceCard::hasBar() const
{
    return m_state.verdict == Verdict::open || m_state.all > 0;
}

/// Where the words stand in a card of this width, and how high they are.
QRect ChoiceCard::wordsIn(int width) const
{
    const int left = 2 * pad() + badge();
    const QRect room(left, pad(), std::max(1, width - left - pad()), 100 * fontMetrics().height());
    const QRect words =
        fontMetrics().boundingRect(room, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, m_state.words);
    return {room.topLeft(), QSize(room.width(), std::max(words.height(), badge()))};
}

QSize ChoiceCard::sizeHint() const
{
    const int width = 9 * fontMetrics().height();
    return {width, heightForWidth(width)};
}

int ChoiceCard::heightForWidth(int width) const
{
    return wordsIn(width).height() + 2 * pad() + (hasBar() ? barHeight() + pad() : 0);
}

void ChoiceCard::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void ChoiceCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = palette().color(QPalette::Active, QPalette::WindowText);
    const QColor ground = palette().color(QPalette::Active, QPalette::Base);
    const bool right = m_state.verdict == Verdict::right, wrong = m_state.verdict == Verdict::wrong;
    const QColor accent = right ? QColor(0, 138, 90) : palette().color(QPalette::Active, QPalette::Highlight);
    const double pen = right || m_state.counted ? 3 : 1;
    painter.setOpacity(wrong ? 0.6 : 1);
    painter.setPen(QPen(right || m_state.counted || isDown() ? accent : ink, pen));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), pad(), pad());
    const QRect words = wordsIn(width());
    const QRectF disc(pad(), pad(), badge(), badge());
    painter.setPen(Qt::NoPen);
    painter.setBrush(right ? accent : ink);
    painter.drawEllipse(disc);
    painter.setPen(ground);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.drawText(disc, Qt::AlignCenter, right ? QStringLiteral("✓") : QString::number(m_number));
    painter.setFont(right ? bold : font());
    painter.setPen(ink);
    painter.drawText(words, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignVCenter, m_state.words);
    if (m_state.all == 0 && !m_state.counted)
        return;
    const QString hands = handsText();
    painter.setFont(font());
    const int number = fontMetrics().horizontalAdvance(QStringLiteral("%1").arg(tr("%1 of %2").arg(999).arg(999)));
    const QRectF track(2 * pad() + badge(), words.bottom() + 1 + pad() + barHeight() * 0.25,
        std::max(1, width() - 4 * pad() - badge() - number), barHeight() * 0.5);
    painter.setPen(QPen(ink, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(track);
    if (m_state.all > 0) {
        QRectF bar = track;
        bar.setWidth(track.width() * m_state.hands / m_state.all);
        painter.fillRect(bar, accent);
    }
    painter.drawText(QRectF(track.right() + pad(), words.bottom() + 1 + pad(), number + pad(), barHeight()),
        Qt::AlignVCenter | Qt::AlignLeft, hands);
}

} // namespace deltascope::stage

#include "moc_choice_card.cpp"
