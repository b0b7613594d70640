// SPDX-License-Identifier: GPL-3.0-or-later
// The lesson panel: the step's text, its question and what became of the answer, its goal and how near it is.
#include "text/language.h"
#include "window/panels/lesson_end.h"
#include "window/panels/lesson_question.h"
#include "window/panels/panel_area.h"
#include "window/panels/panel_kind.h"
#include "window/widgets/lesson_text.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace deltascope::panels {

namespace {

class LessonPanel : public PanelArea {
    Q_DECLARE_TR_FUNCTIONS(LessonPanel)
public:
    LessonPanel(workspace::Workspace& workspace, QWidget* parent);

protected:
    void showState() override;
    bool showsResults() const override { return false; }
    void retranslate() override;

private:
    void build();
    void connectAll();
    void showStep();
    void showGoal();
    QString goalText() const;
    workspace::LessonSession& session() const { return workspace().lesson(); }

    QLabel *m_title, *m_place, *m_text, *m_reveal, *m_goal, *m_state, *m_hints;
    LessonQuestion* m_question;
    LessonEnd* m_end;
    QPushButton *m_hint, *m_back, *m_own, *m_previous, *m_next;
    std::tuple<std::string, int, bool> m_at; // lesson, step and whether it has ended: what is shown
};

LessonPanel::LessonPanel(workspace::Workspace& workspace, QWidget* parent)
    : PanelArea(workspace, parent)
{
    build();
    connectAll();
}

void LessonPanel::build()
{
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(10, 6, 10, 8);
    column->setSpacing(8);
    m_title = widgets::lessonTextLabel(content, "lesson_title");
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_place = widgets::lessonTextLabel(content, "lesson_place");
    m_text = widgets::lessonTextLabel(content, "lesson_text");
    m_question = new LessonQuestion(workspace(), content);
    m_reveal = widgets::lessonTextLabel(content, "lesson_reveal");
    m_goal = widgets::lessonTextLabel(content, "lesson_goal");
    m_goal->setFont(bold);
    m_state = widgets::lessonTextLabel(content, "lesson_state");
    m_hints = widgets::lessonTextLabel(content, "lesson_hints");
    m_end = new LessonEnd(workspace(), content);
    m_hint = new QPushButton(content);
    m_hint->setObjectName(QStringLiteral("lesson_hint"));
    m_back = new QPushButton(content);
    m_back->setObjectName(QStringLiteral("lesson_back"));
    m_own = new QPushButton(content);
    m_own->setObjectName(QStringLiteral("lesson_own"));
    m_previous = new QPushButton(content);
    m_previous->setObjectName(QStringLiteral("lesson_previous"));
    m_next = new QPushButton(content);
    m_next->setObjectName(QStringLiteral("lesson_next"));
    for (QWidget* part : std::initializer_list<QWidget*>{
             m_title, m_place, m_text, m_question, m_reveal, m_goal, m_state, m_hints, m_hint, m_end, m_back, m_own})
        column->addWidget(part);
    auto* steps = new QHBoxLayout;
    steps->addWidget(m_previous);
    steps->addWidget(m_next);
    column->addLayout(steps);
    column->addStretch(1);
    setContent(content);
}

void LessonPanel::connectAll()
{
    connect(&session(), &workspace::LessonSession::changed, this, &LessonPanel::refresh);
    connect(m_hint, &QPushButton::clicked, &session(), &workspace::LessonSession::showHint);
    connect(m_back, &QPushButton::clicked, &session(), &workspace::LessonSession::backToStep);
    connect(m_own, &QPushButton::clicked, &session(), &workspace::LessonSession::backToOwn);
    connect(m_previous, &QPushButton::clicked, &session(), &workspace::LessonSession::previous);
    connect(m_next, &QPushButton::clicked, &session(), &workspace::LessonSession::next);
}

QString LessonPanel::goalText() const
{
    const workspace::StepRecord& record = session().record();
    const measures::Measure& measure = session().present().goal->measure;
    const std::optional<double> value = session().goalValue();
    const QString now = value ? text::toText(Message{"%1", {measure.shown(*value)}}) : tr("no value yet");
    const QString best = record.best ? text::toText(Message{"%1", {measure.shown(*record.best)}}) : now;
    const QString what = text::toText(measure.kind->name);
    if (const std::optional<Message> moved = session().otherwiseReached(); moved && !record.reached)
        return tr("Now %1 (%2), but by moving “%3”, which this step leaves as it is")
            .arg(now, what, text::toText(*moved));
    return record.reached ? tr("✓ Reached. Now %1, at best %2 (%3)").arg(now, best, what)
                          : tr("Now %1, at best %2 (%3)").arg(now, best, what);
}

void LessonPanel::showGoal()
{
    const lessons::LessonStep& step = session().present();
    const bool has = step.goal && !session().ended();
    for (QWidget* part : std::initializer_list<QWidget*>{m_goal, m_state, m_hint, m_hints})
        part->setVisible(has);
    if (!has)
        return;
    m_goal->setText(text::toText(step.goal->text));
    m_state->setText(goalText());
    QStringList hints;
    const int shown = session().record().hints, all = static_cast<int>(step.goal->hints.size());
    for (int i = 0; i < shown; ++i)
        hints << QStringLiteral("• ") + text::toText(step.goal->hints[static_cast<std::size_t>(i)]);
    m_hints->setVisible(shown > 0);
    m_hints->setText(hints.join(u'\n'));
    m_hint->setVisible(shown < all && !session().record().reached);
    m_hint->setText(shown == 0 ? tr("A hint") : tr("Another hint"));
}

void LessonPanel::showState()
{
    widget()->setVisible(session().lesson() != nullptr);
    if (!session().lesson())
        return;
    const lessons::Lesson& lesson = *session().lesson();
    const bool ended = session().ended();
    m_title->setText(text::toText(lesson.title));
    m_place->setVisible(!ended);
    m_text->setVisible(!ended);
    m_question->showState();
    m_reveal->setVisible(session().revealed() && !ended);
    showStep();
    showGoal();
    m_end->showState();
    m_back->setVisible(session().exploring() && !ended);
    m_own->setVisible(session().hasOwn());
    m_previous->setEnabled(session().step() > 0 || ended);
    m_next->setVisible(!ended);
    if (const std::tuple at{lesson.id, session().step(), ended}; at != m_at) {
        m_at = at;
        ensureVisible(0, 0);
    }
    updateGeometry(); // its dock is as wide as the widest of what is shown now
}

void LessonPanel::showStep()
{
    const lessons::LessonStep& step = session().present();
    const int count = static_cast<int>(session().lesson()->steps.size());
    m_place->setText(tr("Step %1 of %2").arg(session().step() + 1).arg(count));
    m_text->setText(text::toText(step.text));
    if (session().revealed())
        m_reveal->setText(text::toText(step.reveal->text));
    const bool last = session().step() + 1 == count;
    const bool open = step.question && !session().record().answer;
    m_next->setText(last ? tr("End the lesson") : open ? tr("Skip") : tr("Next"));
    m_next->setDefault(!open);
}

void LessonPanel::retranslate()
{
    m_back->setText(tr("Back to this step"));
    m_back->setToolTip(tr("Restores the scenario of this step; what you tried can be undone and redone"));
    m_own->setText(tr("Back to my scenario"));
    m_own->setToolTip(tr("Shows what you had before the lesson; the lesson waits at this step"));
    m_previous->setText(tr("Previous"));
    m_hint->setToolTip(tr("One more hint on how to reach the goal"));
    m_previous->setToolTip(tr("The step before"));
    m_next->setToolTip(tr("The next step; progress and answers are kept"));
    for (QPushButton* button : {m_hint, m_back, m_own, m_previous, m_next})
        button->setWhatsThis(button->toolTip());
}

} // namespace

extern const PanelKind lesson;
const PanelKind lesson{
    .id = "lesson",
    .name = translatable("core", "Lesson"),
    .description = translatable("core",
        "The lesson step by step: answer before you see what happens, reach the goals with the remaining controls, "
        "explore freely at any time and come back to the step."),
    .rank = 5,
    .area = Qt::RightDockWidgetArea,
    .create = [](workspace::Workspace& workspace, QWidget* parent) -> QWidget* {
        return new LessonPanel(workspace, parent);
    },
    .wanted = [](const workspace::Workspace& workspace) { return workspace.lesson().lesson() != nullptr; },
    .closed = [](workspace::Workspace& workspace) { workspace.lesson().park(); },
};

} // namespace deltascope::panels
