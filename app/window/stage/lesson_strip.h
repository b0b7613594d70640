// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/stage/fitted_type.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace deltascope::workspace {
class LessonSession;
class Workspace;
} // namespace deltascope::workspace

namespace deltascope::stage {

class ChoiceCard;
class ClassVote;

/// What an audience reads above the figure: the step's text, its question with the votes of the class, then the answer
/// and what it shows; without a lesson the diagnosis in one sentence. Keys that count votes come by `pressed`.
class LessonStrip : public QWidget {
    Q_OBJECT
public:
    LessonStrip(workspace::Workspace& workspace, ClassVote& vote, QWidget* parent);

    /// Chooses the type with which all words fit, and returns the height that they need. `room`: the stage's width, and
    /// the most that there is of its height.
    int fit(QSize room);
    QString keysText() const; ///< what the keys do now that are not the same everywhere
    bool typing() const { return m_counting >= 0 || !m_typed.isEmpty(); } ///< hands or a guess
    /// A key that votes, counts or guesses; false where it means nothing here.
    bool pressed(int key, const QString& text);

signals:
    void changed(); ///< other words or keys: the height may be another one

private:
    void showState();
    void showLesson();
    void showDiagnosis();
    void showCards();
    void showGuesses();
    void showGoal();
    bool countHands(int key);
    bool typeGuess(int key, const QString& text);
    QString guessesText() const;
    workspace::LessonSession& session() const;
    bool isAnswered() const;

    workspace::Workspace& m_workspace;
    ClassVote& m_vote;
    QVBoxLayout* m_column;
    QHBoxLayout* m_cardRow;
    QLabel *m_title, *m_text, *m_question, *m_guesses, *m_problem, *m_reveal, *m_goal, *m_state, *m_hints;
    QWidget* m_cardBox;
    std::vector<ChoiceCard*> m_cards;
    std::vector<Typed> m_words;
    QStringList m_shown;
    int m_counting = -1; // the choice whose hands are typed in
    QString m_typed; // so far
    QString m_refused; // why a guess is none
};

} // namespace deltascope::stage
