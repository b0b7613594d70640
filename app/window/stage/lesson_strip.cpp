// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/stage/lesson_strip.h"

#include "text/language.h"
#include "window/stage/choice_card.h"
#include "window/stage/class_vote.h"
#include "window/widgets/lesson_text.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace deltascope::stage {

LessonStrip::LessonStrip(workspace::Workspace& workspace, ClassVote& vote, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_vote(vote)
    , m_column(new QVBoxLayout(this))
    , m_title(widgets::lessonTextLabel(this, "stage_title"))
    , m_text(widgets::lessonTextLabel(this, "stage_text"))
    , m_question(widgets::lessonTextLabel(this, "stage_question"))
    , m_guesses(widgets::lessonTextLabel(this, "stage_guesses"))
    , m_problem(widgets::lessonTextLabel(this, "stage_problem"))
    , m_reveal(widgets::lessonTextLabel(this, "stage_reveal"))
    , m_goal(widgets::lessonTextLabel(this, "stage_goal"))
    , m_state(widgets::lessonTextLabel(this, "stage_state"))
    , m_hints(widgets::lessonTextLabel(this, "stage_hints"))
    , m_cardBox(new QWidget(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(fontMetrics().height() / 5);
    m_cardRow = new QHBoxLayout(m_cardBox);
    m_cardRow->setContentsMargins(0, 0, 0, 0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    m_cardBox->setSizePolicy(policy);
    for (QWidget* part : std::initializer_list<QWidget*>{
             m_title, m_text, m_question, m_cardBox, m_guesses, m_problem, m_reveal, m_goal, m_state, m_hints})
        m_column->addWidget(part);
    m_column->addStretch(1);
    connect(&workspace.lesson(), &workspace::LessonSession::changed, this, &LessonStrip::showState);
    connect(&workspace, &workspace::Workspace::snapshotChanged, this, &LessonStrip::showState);
    connect(&workspace, &workspace::Workspace::preferencesChanged, this, &LessonStrip::showState);
    connect(&vote, &ClassVote::changed, this, &LessonStrip::showState);
    workspace.require(this, results::needs<evaluation::Evaluation>());
    showState();
}

workspace::LessonSession& LessonStrip::session() const
{
    return m_workspace.lesson();
}

bool LessonStrip::isAnswered() const
{
    return session().present().question && session().revealed();
}

int LessonStrip::fit(QSize room)
{
    constexpr double kTitle = 0.8, kHints = 0.9;
    std::vector<Typed> words{{m_title, kTitle, true}, {m_text}, {m_question, 1, true}, {m_guesses, 1, true},
        {m_problem}, {m_reveal}, {m_goal, 1, true}, {m_state}, {m_hints, kHints}};
    if (!session().lesson())
        words[1].bold = true;
    for (ChoiceCard* card : m_cards)
        words.push_back({card});
    return fitType(*m_column, words, parentWidget() ? parentWidget()->font() : font(), room);
}

QString LessonStrip::keysText() const
{
    if (!session().lesson())
        return {};
    if (m_counting >= 0)
        return tr("Hands for %1: %2, then Enter")
            .arg(m_counting + 1)
            .arg(m_typed.isEmpty() ? QStringLiteral("…") : m_typed);
    if (m_vote.ofChoices())
        return tr("Vote: keys 1 to %1 · H: hands counted · PageDown: the answer").arg(m_cards.size());
    if (m_vote.open())
        return tr("Type what the class says, then Enter · PageDown: the answer");
    if (session().ended())
        return tr("N: the next lesson · L: all lessons");
    const bool hint = session().present().goal && !session().record().reached
        && session().record().hints < static_cast<int>(session().present().goal->hints.size());
    return hint ? tr("H: a hint") : QString();
}

void LessonStrip::showState()
{
    if (!m_vote.open()) {
        m_counting = -1;
        m_typed.clear();
        m_refused.clear();
    }
    for (QLabel* label : {m_text, m_question, m_guesses, m_problem, m_reveal, m_goal, m_state, m_hints})
        label->clear();
    if (session().lesson())
        showLesson();
    else
        showDiagnosis();
    showCards();
    QStringList shown{keysText()};
    for (QLabel* label : {m_title, m_text, m_question, m_guesses, m_problem, m_reveal, m_goal, m_state, m_hints}) {
        label->setVisible(!label->text().isEmpty());
        shown << label->text();
    }
    for (const ChoiceCard* card : m_cards)
        shown << card->state().words + QString::number(card->state().all > 0);
    if (shown == m_shown)
        return;
    m_shown = shown;
    emit changed();
}

void LessonStrip::showLesson()
{
    const lessons::Lesson& lesson = *session().lesson();
    const QString title = text::toText(lesson.title);
    if (session().ended()) {
        m_title->setText(title);
        return;
    }
    const lessons::LessonStep& step = session().present();
    m_title->setText(tr("%1 · step %2 of %3").arg(title).arg(session().step() + 1).arg(lesson.steps.size()));
    if (!isAnswered()) // then it has been read
        m_text->setText(text::toText(step.text));
    if (step.question)
        m_question->setText(text::toText(step.question->text));
    showGuesses();
    if (session().revealed())
        m_reveal->setText(text::toText(step.reveal->text));
    showGoal();
}

/// One sentence for those who came without a lesson.
void LessonStrip::showDiagnosis()
{
    m_title->clear();
    const workspace::ShownState standing = m_workspace.shownState(results::needs<evaluation::Evaluation>());
    const std::optional<diagnosis::Diagnosis> known = standing.grey ? std::nullopt : m_workspace.diagnosis();
    if (known)
        m_text->setText(text::toText(known->headline));
    else if (standing.grey)
        m_text->setText(text::toText(standing.why));
}

void LessonStrip::showCards()
{
    const bool asks = session().lesson() && !session().ended() && session().present().question;
    const std::vector<Message> choices = asks ? session().present().question->choices : std::vector<Message>{};
    while (m_cards.size() > choices.size()) {
        m_cards.back()->hide();
        m_cards.back()->deleteLater();
        m_cardRow->removeWidget(m_cards.back());
        m_cards.pop_back();
    }
    while (m_cards.size() < choices.size()) {
        const int place = static_cast<int>(m_cards.size());
        auto* card = new ChoiceCard(place + 1, m_cardBox);
        connect(card, &QAbstractButton::clicked, this, [this, place] { m_vote.vote(place); });
        m_cardRow->addWidget(card, 1);
        m_cards.push_back(card);
    }
    m_cardBox->setVisible(!choices.empty());
    if (choices.empty())
        return;
    const Ballot ballot = m_vote.present();
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const bool right = static_cast<int>(i) == ballot.right;
        m_cards[i]->show({text::toText(choices[i]), ballot.hands[i], ballot.votes(),
            !isAnswered() ? ChoiceCard::Verdict::open
                : right   ? ChoiceCard::Verdict::right
                          : ChoiceCard::Verdict::wrong,
            static_cast<int>(i) == m_counting});
    }
}

QString LessonStrip::guessesText() const
{
    const lessons::StepQuestion& question = *session().present().question;
    const Ballot ballot = m_vote.present();
    QStringList guesses;
    for (const double guess : ballot.guesses) {
        const bool near = isAnswered() && ballot.measured && lessons::isNear(question, guess, *ballot.measured);
        guesses << (near ? QStringLiteral("✓ ") : QString())
                + text::toText(Message{"%1", {question.measure->shown(guess)}});
    }
    if (!m_typed.isEmpty() && m_counting < 0)
        guesses << m_typed + QStringLiteral("▏");
    return guesses.join(QStringLiteral("  ·  "));
}

void LessonStrip::showGuesses()
{
    const auto& question = session().present().question;
    if (!question || !question->measure)
        return;
    const QString guesses = guessesText();
    QStringList parts;
    if (isAnswered()) {
        const std::optional<double> measured = m_vote.present().measured;
        parts << (measured ? tr("It is %1.").arg(text::toText(Message{"%1", {question->measure->shown(*measured)}}))
                           : tr("being computed…"));
    }
    if (!guesses.isEmpty())
        parts << tr("The class said: %1").arg(guesses);
    m_guesses->setText(parts.join(QStringLiteral("   ")));
    m_problem->setText(m_refused);
}

void LessonStrip::showGoal()
{
    const lessons::LessonStep& step = session().present();
    if (!step.goal)
        return;
    const workspace::StepRecord& record = session().record();
    const std::optional<double> value = session().goalValue();
    const QString now = value ? text::toText(Message{"%1", {step.goal->measure.shown(*value)}}) : tr("no value yet");
    const QString what = text::toText(step.goal->measure.kind->name);
    m_goal->setText(text::toText(step.goal->text));
    m_state->setText(record.reached ? tr("✓ Reached. Now %1 (%2)").arg(now, what) : tr("Now %1 (%2)").arg(now, what));
    QStringList hints;
    for (int i = 0; i < record.hints; ++i)
        hints << QStringLiteral("• ") + text::toText(step.goal->hints[static_cast<std::size_t>(i)]);
    m_hints->setText(hints.join(u'\n'));
}

bool LessonStrip::pressed(int key, const QString& text)
{
    if (!session().lesson() || session().ended())
        return false;
    if (m_vote.ofChoices())
        return countHands(key);
    if (m_vote.open())
        return typeGuess(key, text);
    if (key == Qt::Key_H && session().present().goal) {
        session().showHint();
        return true;
    }
    return false;
}

/// A digit is one hand for that choice; after H, digits are the number of hands of one choice after the other.
bool LessonStrip::countHands(int key)
{
    const bool digit = key >= Qt::Key_0 && key <= Qt::Key_9;
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (m_counting < 0) {
        if (key == Qt::Key_H)
            m_counting = 0;
        else if (key == Qt::Key_Backspace)
            return m_vote.takeBack();
        else if (digit)
            m_vote.vote(key - Qt::Key_1);
        else
            return false;
    } else if (digit) {
        constexpr int kDigits = 3;
        if (m_typed.size() < kDigits)
            m_typed += QChar(u'0' + (key - Qt::Key_0));
    } else if (key == Qt::Key_Backspace) {
        m_typed.chop(1);
    } else if (enter) {
        const int choice = m_counting;
        const int count = m_typed.toInt();
        m_typed.clear();
        m_counting = choice + 1 < static_cast<int>(m_cards.size()) ? choice + 1 : -1;
        m_vote.setHands(choice, count);
    } else if (key == Qt::Key_Escape) {
        m_counting = -1;
        m_typed.clear();
    } else {
        return false;
    }
    showState();
    return true;
}

bool LessonStrip::typeGuess(int key, const QString& text)
{
    static const QString kBegins = QStringLiteral("0123456789-−π"), kGoesOn = QStringLiteral("0123456789-−+.,eE^/lnπ ");
    const bool written = text.size() == 1 && (m_typed.isEmpty() ? kBegins : kGoesOn).contains(text);
    if (written) {
        constexpr int kMost = 24;
        if (m_typed.size() < kMost)
            m_typed += text;
        m_refused.clear();
    } else if (m_typed.isEmpty()) {
        if (key != Qt::Key_Backspace)
            return false;
        return m_vote.takeBack();
    } else if (key == Qt::Key_Backspace) {
        m_typed.chop(1);
    } else if (key == Qt::Key_Escape) {
        m_typed.clear();
        m_refused.clear();
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        const QString typed = m_typed;
        m_typed.clear();
        const std::optional<Error> error = m_vote.guess(typed);
        m_refused = error ? text::toText(error->what) : QString();
    } else {
        return false;
    }
    showState();
    return true;
}

} // namespace deltascope::stage

#include "moc_lesson_strip.cpp"
