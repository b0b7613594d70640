// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lessons/lesson.h"

#include <QDateTime>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace deltascope::workspace {

class Workspace;

/// What was answered, and what then happened. Numbers in the unit of the question's measure.
struct LessonAnswer {
    int choice = -1; ///< index; −1: a number was given
    double number = 0;
    std::optional<double> measured; ///< nothing until the revealed state is there
    std::optional<bool> right; ///< nothing until then
    QDateTime given;
};

/// What was done in one step.
struct StepRecord {
    std::optional<LessonAnswer> answer;
    bool reached = false; ///< its goal
    std::optional<double> best; ///< value of the goal's measure that came nearest
    int hints = 0; ///< shown
    int wrong = 0; ///< answers before the present one that were not right
    bool shown = false; ///< its answer, without one being given
};

/// What came of a lesson.
struct LessonResult {
    int questions = 0, right = 0;
    int goals = 0, reached = 0;
    std::vector<int> open; ///< steps, from 1, whose question is not answered right or whose goal is not reached
};
LessonResult resultOf(const lessons::Lesson& lesson, const std::vector<StepRecord>& records);

/// The lesson that is being read, where it stands, and what was answered. A step puts its scenario as one undo step;
/// what is done by hand afterwards is free, and `backToStep` returns. Progress is kept in the settings.
class LessonSession : public QObject {
    Q_OBJECT
public:
    explicit LessonSession(Workspace& workspace);

    /// nullptr: none is being read.
    const std::shared_ptr<const lessons::Lesson>& lesson() const { return m_lesson; }
    int step() const { return m_step; } ///< index of the present one
    bool ended() const { return m_ended; } ///< the last step has been passed
    const lessons::LessonStep& present() const { return m_lesson->steps[static_cast<std::size_t>(m_step)]; }
    const StepRecord& record() const { return m_records[static_cast<std::size_t>(m_step)]; }
    const std::vector<StepRecord>& records() const { return m_records; }
    bool revealed() const; ///< the reveal's words and state are shown
    /// Some results are covered until the question is answered: this step's, or a later one's where what it asks about
    /// is on the screen already.
    bool covered() const;
    bool covers(std::string_view id) const; ///< those of this figure or panel
    QString coverText() const; ///< what stands in its place
    std::optional<Error> refusal(std::string_view figure) const; ///< why a covered figure leaves the window by no way
    /// The goal's value is reached, but with a parameter that the step leaves out: the label of the first one.
    std::optional<Message> otherwiseReached() const;
    bool exploring() const; ///< the scenario is another one than the step gave
    std::string pointAt() const; ///< id of the figure, or key of the parameter, that is marked; empty: none
    std::optional<double> goalValue() const; ///< of the present state
    /// What the present question's number came out as, in its measure's unit; nothing until the revealed state is
    /// there.
    std::optional<double> measured() const;
    /// A number as it is typed, in the unit of the present question's measure. An Error says what would be right.
    Result<double> readNumber(const QString& text) const;

    /// Begins, or goes on where it was left; `step` below 0: where it was left.
    void start(std::shared_ptr<const lessons::Lesson> lesson, int step = -1);
    /// Begins one from a file of the user's.
    std::optional<Error> open(const QString& path);
    /// The place of a document that was opened: its scenario stays as it is.
    void resume(const std::optional<model::LessonPlace>& place);
    std::optional<model::LessonPlace> place() const;
    void leave();
    /// Leaves it for a while: all controls come back, and it waits at its step.
    void park();
    const std::shared_ptr<const lessons::Lesson>& parked() const { return m_parked; } ///< nullptr: none waits
    int parkedStep() const { return m_parkedStep; }
    void resumeParked();
    void forgetParked();
    /// What the reader had before the lesson is not what is shown.
    bool hasOwn() const;
    void backToOwn(); ///< shows it again, as one undo step; the lesson waits
    void goTo(int step);
    void next(); ///< the next step; after the last one the end, where what was achieved is said
    void previous();
    void backToStep();
    void startAnew(); ///< forgets all answers
    /// Before a class the questions are open, whatever was answered at the desk; nothing is kept of it, and afterwards
    /// the reader's own answers are back.
    void setForClass(bool forClass);
    void answerChoice(int choice);
    /// A number as it is typed. An Error says what would be right.
    std::optional<Error> answerNumber(const QString& text);
    void showHint();
    bool canTryAgain() const; ///< the answer was wrong
    void tryAgain(); ///< the question is open once more, at the beginning of its step
    /// Shows the answer to a question that nobody has answered, as a lecturer does; false: there is none to show.
    bool showAnswer();

signals:
    void changed();
    void startedAnew(); ///< its answers are forgotten

private:
    const lessons::LessonStep* coveringStep() const;
    bool asksOf(int step) const;
    void put(const model::Document& document);
    void answer(LessonAnswer answer);
    void follow();
    void judge();
    void requireMeasures();
    bool settled() const;
    void read();
    void keep() const;

    Workspace& m_workspace;
    std::shared_ptr<const lessons::Lesson> m_lesson;
    int m_step = 0;
    bool m_ended = false;
    std::vector<StepRecord> m_records;
    bool m_forClass = false;
    std::shared_ptr<const lessons::Lesson> m_parked;
    int m_parkedStep = 0;
    std::optional<model::Document> m_own; // from before the lesson
};

} // namespace deltascope::workspace
