// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/lesson_bar.h"

#include "text/language.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace deltascope::panels {

LessonBar::LessonBar(workspace::Workspace& workspace, QWidget* parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_words(new QLabel(this))
    , m_continue(new QPushButton(this))
    , m_end(new QPushButton(this))
{
    setObjectName(QStringLiteral("lesson_bar"));
    setFrameShape(QFrame::StyledPanel);
    m_words->setObjectName(QStringLiteral("lesson_bar_words"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_continue->setObjectName(QStringLiteral("lesson_continue"));
    m_end->setObjectName(QStringLiteral("lesson_forget"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 2, 4, 2);
    row->addWidget(m_words, 1);
    row->addWidget(m_continue);
    row->addWidget(m_end);
    workspace::LessonSession& session = workspace.lesson();
    connect(m_continue, &QPushButton::clicked, &session, &workspace::LessonSession::resumeParked);
    connect(m_end, &QPushButton::clicked, &session, &workspace::LessonSession::forgetParked);
    connect(&session, &workspace::LessonSession::changed, this, &LessonBar::showState);
    showState();
}

void LessonBar::showState()
{
    const workspace::LessonSession& session = m_workspace.lesson();
    setVisible(session.parked() != nullptr);
    if (!session.parked())
        return;
    m_words->setText(
        tr("Lesson “%1” waits at step %2.").arg(text::toText(session.parked()->title)).arg(session.parkedStep() + 1));
    m_continue->setText(tr("Continue"));
    m_continue->setToolTip(tr("The lesson goes on at this step; your scenario can be had back from there"));
    m_end->setText(tr("End the lesson"));
    m_end->setToolTip(tr("Your answers are kept: the Lessons menu goes on where it was left"));
    for (QPushButton* button : {m_continue, m_end})
        button->setWhatsThis(button->toolTip());
}

void LessonBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showState();
}

} // namespace deltascope::panels

#include "moc_lesson_bar.cpp"
