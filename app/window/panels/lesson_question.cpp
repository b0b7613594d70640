// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/lesson_question.h"

#include "text/language.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace deltascope::panels {

namespace {

QLabel* lessonTextLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

LessonQuestion::LessonQuestion(workspace::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_column(new QVBoxLayout(this))
    , m_text(lessonTextLabel(this))
    , m_problem(lessonTextLabel(this))
    , m_verdict(lessonTextLabel(this))
    , m_number(new QLineEdit(this))
    , m_answer(new QPushButton(this))
    , m_again(new QPushButton(this))
    , m_group(new QButtonGroup(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    QFont bold = m_text->font();
    bold.setBold(true);
    m_text->setFont(bold);
    m_text->setObjectName(QStringLiteral("lesson_question"));
    m_verdict->setObjectName(QStringLiteral("lesson_verdict"));
    m_number->setObjectName(QStringLiteral("lesson_number"));
    m_answer->setObjectName(QStringLiteral("lesson_answer"));
    for (QWidget* part : std::initializer_list<QWidget*>{m_text, m_number, m_problem, m_answer, m_verdict, m_again})
        m_column->addWidget(part);
    m_again->setObjectName(QStringLiteral("lesson_again"));
    m_number->setMaxLength(40);
    connect(m_answer, &QPushButton::clicked, this, &LessonQuestion::submit);
    connect(m_again, &QPushButton::clicked, this, [this] { session().tryAgain(); });
    connect(m_number, &QLineEdit::returnPressed, this, &LessonQuestion::submit);
    connect(m_number, &QLineEdit::textEdited, m_problem, &QWidget::hide);
}

workspace::LessonSession& LessonQuestion::session() const
{
    return m_workspace.lesson();
}

/// Lays out the question of this step.
void LessonQuestion::ask()
{
    const std::string now = session().lesson()->id + '\n' + std::to_string(session().step()) + '\n'
        + text::currentLanguage().toStdString() + '\n'
        + std::to_string(session().record().wrong); // another try begins blank
    if (now == m_asked)
        return;
    m_asked = now;
    for (const Choice& choice : m_choices)
        delete choice.row;
    m_choices.clear();
    const lessons::StepQuestion& question = *session().present().question;
    m_text->setText(text::toText(question.text));
    m_number->setAccessibleName(m_text->text());
    m_number->setPlaceholderText(tr("a number, such as 0.01 or 1e-5"));
    m_answer->setText(tr("Answer, and see what happens"));
    m_again->setText(tr("Try again"));
    m_again->setToolTip(tr("The question once more, at the beginning of its step"));
    m_again->setWhatsThis(m_again->toolTip());
    m_number->clear();
    m_problem->hide();
    for (const Message& words : question.choices)
        addChoice(text::toText(words));
}

void LessonQuestion::addChoice(const QString& words)
{
    const auto place = static_cast<int>(m_choices.size());
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* button = new QRadioButton(row);
    button->setObjectName(QStringLiteral("lesson_choice_%1").arg(place + 1));
    button->setAccessibleName(words);
    auto* label = lessonTextLabel(row);
    label->setText(words);
    label->setBuddy(button);
    label->installEventFilter(this);
    layout->addWidget(button, 0, Qt::AlignTop);
    layout->addWidget(label, 1);
    m_column->insertWidget(1 + place, row);
    m_group->addButton(button, place);
    connect(button, &QRadioButton::toggled, this, [this] { m_answer->setEnabled(m_group->checkedId() >= 0); });
    m_choices.push_back({row, button});
}

/// A click on the words of a choice is one on its button.
bool LessonQuestion::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease)
        if (const auto* label = qobject_cast<QLabel*>(watched); label && label->buddy()->isEnabled())
            qobject_cast<QRadioButton*>(label->buddy())->click();
    return QWidget::eventFilter(watched, event);
}

void LessonQuestion::submit()
{
    if (!m_choices.empty()) {
        if (m_group->checkedId() >= 0)
            session().answerChoice(m_group->checkedId());
        return;
    }
    if (const std::optional<Error> error = session().answerNumber(m_number->text())) {
        m_problem->setText(text::toText(error->what));
        m_problem->show();
        m_number->setFocus();
    }
}

QString LessonQuestion::answerText() const
{
    const lessons::StepQuestion& question = *session().present().question;
    const workspace::LessonAnswer& answer = *session().record().answer;
    return answer.choice >= 0 ? text::toText(question.choices[static_cast<std::size_t>(answer.choice)])
                              : text::toText(Message{"%1", {question.measure->shown(answer.number)}});
}

QString LessonQuestion::truthText() const
{
    const lessons::StepQuestion& question = *session().present().question;
    if (!question.measure)
        return text::toText(question.choices[static_cast<std::size_t>(question.right)]);
    const std::optional<double> measured = session().record().answer->measured;
    return measured ? text::toText(Message{"%1", {question.measure->shown(*measured)}}) : tr("being computed…");
}

void LessonQuestion::showVerdict()
{
    const std::optional<bool> right = session().record().answer->right;
    const QString mark = !right ? QString() : *right ? tr("✓ Right. ") : tr("✗ Not quite. ");
    m_verdict->setText(mark + tr("You answered: %1. Correct is: %2.").arg(answerText(), truthText()));
}

void LessonQuestion::showState()
{
    const bool has = session().lesson() && !session().ended() && session().present().question;
    setVisible(has);
    if (!has)
        return;
    ask();
    const bool answered = session().record().answer.has_value();
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        m_choices[i].button->setEnabled(!answered);
        if (answered)
            m_choices[i].button->setChecked(static_cast<int>(i) == session().record().answer->choice);
    }
    m_number->setVisible(m_choices.empty() && !answered);
    m_answer->setVisible(!answered);
    m_answer->setEnabled(m_choices.empty() || m_group->checkedId() >= 0);
    m_verdict->setVisible(answered);
    m_again->setVisible(session().canTryAgain());
    if (answered)
        showVerdict();
}

void LessonQuestion::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && session().lesson())
        showState();
}

} // namespace deltascope::panels

#include "moc_lesson_question.cpp"
