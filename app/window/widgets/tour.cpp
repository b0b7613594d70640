// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/tour.h"

#include "text/language.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QRegion>
#include <QVBoxLayout>

#include <algorithm>

namespace deltascope::widgets {

Tour::Tour(std::vector<Mark> marks, QWidget* window)
    : QWidget(window)
    , m_marks(std::move(marks))
    , m_note(new QFrame(window))
    , m_text(new QLabel(m_note))
    , m_count(new QLabel(m_note))
    , m_skip(new QPushButton(m_note))
    , m_next(new QPushButton(m_note))
{
    setObjectName(QStringLiteral("tour"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_note->setObjectName(QStringLiteral("tour_note"));
    static_cast<QFrame*>(m_note)->setFrameShape(QFrame::StyledPanel);
    m_note->setAutoFillBackground(true);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    auto* column = new QVBoxLayout(m_note);
    auto* buttons = new QHBoxLayout;
    column->addWidget(m_text);
    buttons->addWidget(m_count, 1);
    buttons->addWidget(m_skip);
    buttons->addWidget(m_next);
    column->addLayout(buttons);
    m_next->setDefault(true);
    connect(m_next, &QPushButton::clicked, this, [this] { goTo(m_place + 1); });
    connect(m_skip, &QPushButton::clicked, this, [this] { goTo(-1); });
    m_note->hide();
    for (QWidget* part : std::initializer_list<QWidget*>{m_skip, m_next})
        part->installEventFilter(this); // Esc
    hide();
}

void Tour::start()
{
    window()->installEventFilter(this);
    goTo(0);
}

void Tour::end()
{
    if (m_place >= 0)
        goTo(-1);
}

void Tour::goTo(int place)
{
    while (place >= 0 && place < static_cast<int>(m_marks.size())
        && !(m_marks[static_cast<std::size_t>(place)].target
            && m_marks[static_cast<std::size_t>(place)].target->isVisible()))
        ++place; // a panel that the user has closed
    if (m_place >= 0) {
        const Mark& before = m_marks[static_cast<std::size_t>(m_place)];
        if (before.target)
            before.target->removeEventFilter(this);
        m_place = -1; // where it ends the tour itself
        if (before.ends)
            before.ends();
    }
    m_place = place < static_cast<int>(m_marks.size()) ? place : -1;
    setVisible(m_place >= 0);
    m_note->setVisible(m_place >= 0);
    if (m_place < 0) {
        window()->removeEventFilter(this);
        emit ended();
        return;
    }
    const Mark& mark = m_marks[static_cast<std::size_t>(m_place)];
    showWords();
    mark.target->installEventFilter(this); // what begins may make room for it
    if (mark.begins)
        mark.begins();
    layOut();
    m_next->setFocus();
}

QRect Tour::targetRect() const
{
    const QWidget* target = m_place >= 0 ? m_marks[static_cast<std::size_t>(m_place)].target.data() : nullptr;
    return target ? QRect(target->mapTo(window(), QPoint()), target->size()) : QRect();
}

/// Beside what it speaks of: right, left, below or above it, where there is room; else over it.
void Tour::layOut()
{
    setGeometry(window()->rect());
    raise();
    const int width = std::min(22 * fontMetrics().height(), window()->width() / 2);
    m_text->setFixedSize(width, m_text->heightForWidth(width));
    m_note->adjustSize();
    const QRect target = targetRect(), all = window()->rect();
    const QSize size = m_note->size();
    constexpr int kGap = 12;
    QPoint place(target.right() + kGap, target.top() + kGap);
    if (place.x() + size.width() > all.right())
        place.setX(target.left() - kGap - size.width());
    if (place.x() < all.left()) { // as wide as the window
        place = QPoint(target.left() + kGap, target.top() - kGap - size.height());
        if (place.y() < all.top())
            place.setY(target.bottom() + kGap);
    }
    place.setX(std::clamp(place.x(), 0, std::max(0, all.width() - size.width())));
    place.setY(std::clamp(place.y(), 0, std::max(0, all.height() - size.height())));
    m_note->move(place);
    m_note->raise();
    update();
}

void Tour::showWords()
{
    if (m_place < 0)
        return;
    const bool last = m_place + 1 == static_cast<int>(m_marks.size());
    m_text->setText(text::toText(m_marks[static_cast<std::size_t>(m_place)].text));
    m_count->setText(tr("%1 of %2").arg(m_place + 1).arg(m_marks.size()));
    m_skip->setText(tr("Skip"));
    m_skip->setVisible(!last);
    m_next->setText(last ? tr("Done") : tr("Next"));
    m_note->setAccessibleName(m_text->text());
}

void Tour::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect target = targetRect();
    painter.setClipRegion(QRegion(rect()) - QRegion(target));
    painter.fillRect(rect(), QColor(0, 0, 0, 110));
    painter.setClipping(false);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 3));
    painter.drawRect(target.adjusted(1, 1, -2, -2));
}

void Tour::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_place >= 0) {
        showWords();
        layOut();
    }
}

bool Tour::eventFilter(QObject* watched, QEvent* event)
{
    const bool moved = event->type() == QEvent::Resize || event->type() == QEvent::Move;
    if (moved && m_place >= 0
        && (watched == window() || watched == m_marks[static_cast<std::size_t>(m_place)].target.data()))
        layOut();
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        goTo(-1);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace deltascope::widgets

#include "moc_tour.cpp"
