// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/lesson_end.h"

#include "files/lessons.h"
#include "text/language.h"
#include "window/widgets/lesson_text.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace deltascope::panels {

LessonEnd::LessonEnd(workspace::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_words(widgets::lessonTextLabel(this, "lesson_end_words"))
    , m_result(widgets::lessonTextLabel(this, "lesson_end_result"))
    , m_open(widgets::lessonTextLabel(this, "lesson_end_open"))
    , m_next(new QPushButton(this))
    , m_another(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_menu(new QMenu(m_another))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*>{m_words, m_result, m_open, m_next, m_another, m_close})
        column->addWidget(part);
    m_next->setObjectName(QStringLiteral("lesson_end_next"));
    m_another->setObjectName(QStringLiteral("lesson_another"));
    m_another->setMenu(m_menu);
    m_close->setObjectName(QStringLiteral("lesson_close"));
    connect(m_menu, &QMenu::aboutToShow, this, &LessonEnd::fillMenu);
    connect(m_next, &QPushButton::clicked, this, &LessonEnd::beginNext);
    connect(m_close, &QPushButton::clicked, &workspace.lesson(), &workspace::LessonSession::leave);
}

void LessonEnd::fillMenu()
{
    m_menu->clear();
    int place = 0;
    for (const auto& lesson : files::lessons())
        m_menu->addAction(QStringLiteral("%1  %2").arg(++place).arg(text::toText(lesson->title)), this,
            [this, lesson] { m_workspace.lesson().start(lesson, 0); });
}

std::shared_ptr<const lessons::Lesson> LessonEnd::next() const
{
    const auto& all = files::lessons();
    const auto here = std::ranges::find(all, m_workspace.lesson().lesson());
    return here == all.end() || here + 1 == all.end() ? nullptr : *(here + 1);
}

void LessonEnd::beginNext()
{
    if (const auto lesson = next())
        m_workspace.lesson().start(lesson);
}

void LessonEnd::showState()
{
    const workspace::LessonSession& session = m_workspace.lesson();
    setVisible(session.lesson() && session.ended());
    if (isHidden())
        return;
    const workspace::LessonResult result = workspace::resultOf(*session.lesson(), session.records());
    const bool whole = result.open.empty();
    m_words->setText(whole ? tr("✓ This lesson is finished.") : tr("This was the last step of the lesson."));
    QStringList lines;
    if (result.questions > 0)
        lines << tr("Questions answered right: %1 of %2").arg(result.right).arg(result.questions);
    if (result.goals > 0)
        lines << tr("Goals reached: %1 of %2").arg(result.reached).arg(result.goals);
    m_result->setText(lines.join(u'\n'));
    m_result->setVisible(!lines.isEmpty());
    QStringList open;
    for (const int step : result.open)
        open << QString::number(step);
    m_open->setText((open.size() == 1 ? tr("Still open: step %1.") : tr("Still open: steps %1."))
                        .arg(open.join(QStringLiteral(", "))));
    m_open->setVisible(!whole);
    const auto following = next();
    m_next->setVisible(following != nullptr);
    m_next->setDefault(true);
    m_next->setText(tr("Next lesson"));
    m_next->setToolTip(following ? text::toText(following->title) : QString());
    m_another->setText(tr("Another lesson"));
    m_another->setToolTip(tr("The list of all lessons"));
    m_close->setText(tr("Close the lesson"));
    m_close->setToolTip(tr("All controls come back, and the scenario stays as it is"));
    for (QPushButton* button : {m_next, m_another, m_close})
        button->setWhatsThis(button->toolTip());
}

} // namespace deltascope::panels

#include "moc_lesson_end.cpp"
