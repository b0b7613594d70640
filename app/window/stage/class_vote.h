// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::stage {

/// What a class said to one question.
struct Ballot {
    std::vector<int> hands; ///< of each choice; empty where a number is asked for
    std::vector<double> guesses; ///< in the unit of the question's measure: log10 where it counts decades
    std::optional<double> measured; ///< what then came out, in the same unit
    int votes() const; ///< all hands
    int right = -1; ///< the right choice
};

/// The votes of a class on the questions of a lesson, by the numbers of the choices or by hands counted. They are no
/// answers of the reader's own: nothing of them is kept when the window closes, and starting a lesson again forgets
/// them.
class ClassVote : public QObject {
    Q_OBJECT
public:
    explicit ClassVote(workspace::Workspace& workspace, QObject* parent = nullptr);

    bool open() const; ///< the present step asks, and the answer is not shown yet
    bool ofChoices() const; ///< open, and by the numbers of choices
    Ballot present() const; ///< of the present step
    Ballot of(int step) const; ///< of the present lesson; all zero where nobody voted
    void vote(int choice); ///< one hand more
    void setHands(int choice, int count);
    bool takeBack(); ///< the last hand or guess; false where there is none
    /// A number that somebody says, as it is typed. An Error says what would be right.
    std::optional<Error> guess(const QString& text);

signals:
    void changed();

private:
    struct Kept {
        Ballot ballot;
        std::vector<int> order; // of the votes that came one by one
    };
    Kept& here();
    void follow();
    void forget();

    workspace::Workspace& m_workspace;
    std::map<std::pair<std::string, int>, Kept> m_kept; // by lesson and step
};

} // namespace deltascope::stage
