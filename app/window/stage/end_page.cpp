// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/stage/end_page.h"

#include "files/lessons.h"
#include "text/language.h"
#include "window/stage/class_vote.h"
#include "window/stage/fitted_type.h"
#include "window/widgets/lesson_text.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace deltascope::stage {

EndPage::EndPage(workspace::Workspace& workspace, ClassVote& vote, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_vote(vote)
    , m_column(new QVBoxLayout(this))
    , m_title(widgets::lessonTextLabel(this, "stage_end_title"))
    , m_next(widgets::lessonTextLabel(this, "stage_end_next"))
{
    setObjectName(QStringLiteral("stage_end"));
    setAutoFillBackground(true);
    const int margin = fontMetrics().height();
    m_column->setContentsMargins(2 * margin, margin, 2 * margin, margin);
    m_column->setSpacing(margin / 4);
    m_column->addStretch(1);
    m_column->addWidget(m_title);
    m_column->addSpacing(margin / 2);
    m_column->addSpacing(margin / 2);
    m_column->addWidget(m_next);
    m_column->addStretch(1);
    connect(&workspace.lesson(), &workspace::LessonSession::changed, this, &EndPage::showState);
    connect(&vote, &ClassVote::changed, this, &EndPage::showState);
    showState();
}

QString EndPage::answerText(int step) const
{
    const lessons::StepQuestion& question =
        *m_workspace.lesson().lesson()->steps[static_cast<std::size_t>(step)].question;
    if (!question.measure)
        return text::toText(question.choices[static_cast<std::size_t>(question.right)]);
    const std::optional<double> measured = m_vote.of(step).measured;
    return measured ? text::toText(Message{"%1", {question.measure->shown(*measured)}}) : QString();
}

QString EndPage::classText(int step) const
{
    const lessons::StepQuestion& question =
        *m_workspace.lesson().lesson()->steps[static_cast<std::size_t>(step)].question;
    const Ballot ballot = m_vote.of(step);
    if (ballot.right >= 0)
        return ballot.votes() == 0
            ? QString()
            : tr("%1 of %2 said so").arg(ballot.hands[static_cast<std::size_t>(ballot.right)]).arg(ballot.votes());
    if (ballot.guesses.empty() || !ballot.measured)
        return {};
    const auto near = std::ranges::count_if(
        ballot.guesses, [&](double guess) { return lessons::isNear(question, guess, *ballot.measured); });
    return tr("%1 of %2 guesses were near").arg(near).arg(ballot.guesses.size());
}

void EndPage::showState()
{
    const workspace::LessonSession& session = m_workspace.lesson();
    setVisible(session.lesson() && session.ended());
    if (isHidden())
        return;
    constexpr int kFirst = 3; // behind stretch, title and space
    std::size_t used = 0;
    for (std::size_t i = 0; i < session.lesson()->steps.size(); ++i) {
        if (!session.lesson()->steps[i].question)
            continue;
        if (used == m_questions.size()) {
            m_questions.push_back(widgets::lessonTextLabel(this, "stage_end_question"));
            m_answers.push_back(widgets::lessonTextLabel(this, "stage_end_answer"));
            m_column->insertWidget(kFirst + 2 * static_cast<int>(used), m_questions.back());
            m_column->insertWidget(kFirst + 2 * static_cast<int>(used) + 1, m_answers.back());
        }
        const int step = static_cast<int>(i);
        QStringList answer;
        for (const QString& part : {answerText(step), classText(step)})
            if (!part.isEmpty())
                answer << part;
        m_questions[used]->setText(text::toText(session.lesson()->steps[i].question->text));
        m_answers[used]->setText(
            answer.isEmpty() ? QString() : QStringLiteral("→ ") + answer.join(QStringLiteral("  ·  ")));
        ++used;
    }
    for (std::size_t i = 0; i < m_questions.size(); ++i) {
        m_questions[i]->setVisible(i < used);
        m_answers[i]->setVisible(i < used && !m_answers[i]->text().isEmpty());
    }
    m_title->setText(used > 0 ? tr("What we asked, and what came out") : tr("This was the last step of the lesson."));
    const auto& all = files::lessons();
    const auto here = std::ranges::find(all, session.lesson());
    m_next->setVisible(here != all.end() && here + 1 != all.end());
    if (!m_next->isHidden())
        m_next->setText(tr("Next: %1").arg(text::toText((*(here + 1))->title)));
    fit();
}

void EndPage::fit()
{
    constexpr double kTitle = 1.6, kWords = 1.2;
    std::vector<Typed> words{{m_title, kTitle, true}, {m_next}};
    for (QLabel* question : m_questions)
        words.push_back({question, kWords});
    for (QLabel* answer : m_answers)
        words.push_back({answer, kWords, true});
    fitType(*m_column, words, parentWidget()->font(), size());
}

void EndPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace deltascope::stage

#include "moc_end_page.cpp"
