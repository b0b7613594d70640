// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/stage/teacher_panel.h"

#include "text/language.h"
#include "window/stage/class_vote.h"
#include "window/stage/filmstrip.h"
#include "window/stage/stage_choice.h"
#include "window/widgets/lesson_text.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTime>

namespace deltascope::stage {

TeacherPanel::TeacherPanel(const Parts& parts, QWidget* parent)
    : QScrollArea(parent)
    , m_workspace(parts.workspace)
    , m_vote(parts.vote)
{
    setObjectName(QStringLiteral("teacher"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    build();
    m_filmstrip = new Filmstrip(parts.workspace, parts.choice, widget());
    m_filmstrip->setFixedHeight(5 * fontMetrics().height());
    static_cast<QVBoxLayout*>(widget()->layout())->insertWidget(1, m_filmstrip);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &TeacherPanel::showTime);
    connect(&m_workspace.lesson(), &workspace::LessonSession::changed, this, &TeacherPanel::showState);
    connect(&m_vote, &ClassVote::changed, this, &TeacherPanel::showState);
    connect(m_previous, &QPushButton::clicked, &m_workspace.lesson(), &workspace::LessonSession::previous);
    connect(m_advance, &QPushButton::clicked, this, &TeacherPanel::advance);
    connect(m_black, &QPushButton::clicked, this, &TeacherPanel::blackWanted);
    connect(m_screen, &QPushButton::clicked, this, &TeacherPanel::otherScreenWanted);
    connect(m_leave, &QPushButton::clicked, this, &TeacherPanel::leaveWanted);
    begin();
    retranslate();
}

void TeacherPanel::build()
{
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    m_time = widgets::lessonTextLabel(content, "teacher_time");
    m_notesTitle = widgets::lessonTextLabel(content, "teacher_notes_title");
    m_notes = widgets::lessonTextLabel(content, "teacher_notes");
    m_handsTitle = widgets::lessonTextLabel(content, "teacher_hands_title");
    m_nextTitle = widgets::lessonTextLabel(content, "teacher_next_title");
    m_next = widgets::lessonTextLabel(content, "teacher_next");
    QFont bold = font();
    bold.setBold(true);
    for (QLabel* title : {m_time, m_notesTitle, m_handsTitle, m_nextTitle})
        title->setFont(bold);
    m_hands = new QVBoxLayout;
    m_previous = new QPushButton(content);
    m_advance = new QPushButton(content);
    m_advance->setObjectName(QStringLiteral("teacher_advance"));
    m_black = new QPushButton(content);
    m_screen = new QPushButton(content);
    m_leave = new QPushButton(content);
    auto* steps = new QHBoxLayout;
    steps->addWidget(m_previous);
    steps->addWidget(m_advance, 1);
    auto* screens = new QHBoxLayout;
    for (QPushButton* button : {m_black, m_screen, m_leave})
        screens->addWidget(button);
    column->addWidget(m_time);
    column->addLayout(steps);
    for (QWidget* part : {m_notesTitle, m_notes, m_handsTitle})
        column->addWidget(part);
    column->addLayout(m_hands);
    column->addWidget(m_nextTitle);
    column->addWidget(m_next);
    column->addStretch(1);
    column->addLayout(screens);
    setWidget(content);
}

void TeacherPanel::begin()
{
    m_since.start();
    m_tick.start();
    showTime();
}

void TeacherPanel::showTime()
{
    const QTime passed = QTime(0, 0).addMSecs(static_cast<int>(m_since.elapsed() % (24LL * 3600 * 1000)));
    m_time->setText(tr("%1 · %2 since the beginning")
                        .arg(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat),
                            passed.toString(QStringLiteral("h:mm:ss"))));
}

/// What the class is not shown yet, and what else there is to say on this step.
QString TeacherPanel::notes() const
{
    const workspace::LessonSession& session = m_workspace.lesson();
    if (session.ended())
        return {};
    const lessons::LessonStep& step = session.present();
    QStringList lines;
    if (step.question && !step.question->choices.empty())
        lines << tr("Answer: %1")
                     .arg(text::toText(step.question->choices[static_cast<std::size_t>(step.question->right)]));
    if (step.reveal && !session.revealed())
        lines << text::toText(step.reveal->text);
    if (step.goal)
        for (const Message& hint : step.goal->hints)
            lines << QStringLiteral("• ") + text::toText(hint);
    lines << tr("Source: %1").arg(text::toText(session.lesson()->source));
    return lines.join(u'\n');
}

QString TeacherPanel::nextText() const
{
    const workspace::LessonSession& session = m_workspace.lesson();
    const auto next = static_cast<std::size_t>(session.step()) + 1;
    if (session.ended())
        return {};
    if (next >= session.lesson()->steps.size())
        return tr("The end of the lesson: every question once more, with what the class said.");
    const lessons::LessonStep& step = session.lesson()->steps[next];
    QStringList lines{text::toText(step.text)};
    if (step.question)
        lines << text::toText(step.question->text);
    if (step.goal)
        lines << text::toText(step.goal->text);
    return lines.join(u'\n');
}

void TeacherPanel::showHands()
{
    const std::vector<int> hands = m_vote.ofChoices() ? m_vote.present().hands : std::vector<int>{};
    while (m_counts.size() > hands.size()) {
        m_counts.back()->hide();
        m_counts.back()->deleteLater();
        m_counts.pop_back();
    }
    while (m_counts.size() < hands.size()) {
        const int choice = static_cast<int>(m_counts.size());
        auto* count = new QSpinBox(widget());
        count->setRange(0, 999);
        count->setObjectName(QStringLiteral("teacher_hands_%1").arg(choice + 1));
        connect(count, &QSpinBox::valueChanged, this, [this, choice](int value) { m_vote.setHands(choice, value); });
        m_hands->addWidget(count);
        m_counts.push_back(count);
    }
    for (std::size_t i = 0; i < hands.size(); ++i) {
        const QSignalBlocker blocker(m_counts[i]);
        m_counts[i]->setPrefix(QStringLiteral("%1:  ").arg(i + 1));
        m_counts[i]->setValue(hands[i]);
        m_counts[i]->setAccessibleName(
            tr("Hands for %1").arg(text::toText(m_workspace.lesson().present().question->choices[i])));
        m_counts[i]->setToolTip(m_counts[i]->accessibleName());
    }
    m_handsTitle->setVisible(!hands.empty());
}

void TeacherPanel::showState()
{
    const workspace::LessonSession& session = m_workspace.lesson();
    const bool reads = session.lesson() != nullptr;
    for (QWidget* part :
        std::initializer_list<QWidget*>{m_notesTitle, m_notes, m_nextTitle, m_next, m_previous, m_advance})
        part->setVisible(reads);
    showHands();
    if (!reads)
        return;
    m_notes->setText(notes());
    m_notesTitle->setVisible(!m_notes->text().isEmpty());
    m_next->setText(nextText());
    m_nextTitle->setVisible(!m_next->text().isEmpty());
    m_previous->setEnabled(session.step() > 0 || session.ended());
    m_advance->setEnabled(!session.ended());
    m_advance->setText(m_vote.open() ? tr("Show the answer") : tr("Next step"));
}

/// As the clicker does.
void TeacherPanel::advance()
{
    if (!m_workspace.lesson().showAnswer())
        m_workspace.lesson().next();
}

void TeacherPanel::retranslate()
{
    m_notesTitle->setText(tr("Only you see this"));
    m_handsTitle->setText(tr("Hands of the class"));
    m_nextTitle->setText(tr("Next"));
    m_previous->setText(tr("Back"));
    m_previous->setToolTip(tr("The step before (PageUp)"));
    m_advance->setToolTip(tr("First the answer, then the next step (PageDown)"));
    m_black->setText(tr("Black"));
    m_black->setToolTip(tr("The audience's screen black, until any key (B)"));
    m_screen->setText(tr("Swap screens"));
    m_screen->setToolTip(tr("The stage and this window change places (S)"));
    m_leave->setText(tr("End"));
    m_leave->setToolTip(tr("Leaves the presenter view (Esc)"));
    for (QPushButton* button : {m_previous, m_advance, m_black, m_screen, m_leave})
        button->setWhatsThis(button->toolTip());
    showTime();
    showState();
}

void TeacherPanel::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && widget())
        retranslate();
}

void TeacherPanel::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
}

} // namespace deltascope::stage

#include "moc_teacher_panel.cpp"
