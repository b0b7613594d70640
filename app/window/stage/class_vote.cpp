// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/stage/class_vote.h"

#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <numeric>

namespace deltascope::stage {

namespace {

constexpr int kMost = 999; // hands for one choice: a lecture hall

} // namespace

int Ballot::votes() const
{
    return std::accumulate(hands.begin(), hands.end(), 0);
}

ClassVote::ClassVote(workspace::Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace.lesson(), &workspace::LessonSession::changed, this, &ClassVote::follow);
    connect(&workspace.lesson(), &workspace::LessonSession::startedAnew, this, &ClassVote::forget);
}

bool ClassVote::open() const
{
    const workspace::LessonSession& lesson = m_workspace.lesson();
    return lesson.lesson() && !lesson.ended() && lesson.present().question && !lesson.record().answer
        && !lesson.record().shown;
}

bool ClassVote::ofChoices() const
{
    return open() && !m_workspace.lesson().present().question->choices.empty();
}

ClassVote::Kept& ClassVote::here()
{
    const workspace::LessonSession& lesson = m_workspace.lesson();
    Kept& kept = m_kept[{lesson.lesson()->id, lesson.step()}];
    kept.ballot = of(lesson.step());
    return kept;
}

Ballot ClassVote::present() const
{
    return m_workspace.lesson().lesson() ? of(m_workspace.lesson().step()) : Ballot{};
}

Ballot ClassVote::of(int step) const
{
    const workspace::LessonSession& lesson = m_workspace.lesson();
    const auto& question = lesson.lesson()->steps[static_cast<std::size_t>(step)].question;
    const auto kept = m_kept.find({lesson.lesson()->id, step});
    Ballot ballot = kept == m_kept.end() ? Ballot{} : kept->second.ballot;
    ballot.hands.resize(question ? question->choices.size() : 0);
    ballot.right = question && !question->choices.empty() ? question->right : -1;
    return ballot;
}

void ClassVote::vote(int choice)
{
    if (!ofChoices() || choice < 0 || choice >= static_cast<int>(present().hands.size()))
        return;
    Kept& kept = here();
    int& hands = kept.ballot.hands[static_cast<std::size_t>(choice)];
    hands = std::min(hands + 1, kMost);
    kept.order.push_back(choice);
    emit changed();
}

void ClassVote::setHands(int choice, int count)
{
    if (!ofChoices() || choice < 0 || choice >= static_cast<int>(present().hands.size()))
        return;
    Kept& kept = here();
    int& hands = kept.ballot.hands[static_cast<std::size_t>(choice)];
    if (hands == std::clamp(count, 0, kMost))
        return;
    hands = std::clamp(count, 0, kMost);
    kept.order.clear(); // they were counted, not added one by one
    emit changed();
}

bool ClassVote::takeBack()
{
    if (!open())
        return false;
    Kept& kept = here();
    if (!kept.ballot.guesses.empty()) {
        kept.ballot.guesses.pop_back();
    } else if (!kept.order.empty()) {
        int& hands = kept.ballot.hands[static_cast<std::size_t>(kept.order.back())];
        hands = std::max(0, hands - 1);
        kept.order.pop_back();
    } else {
        return false;
    }
    emit changed();
    return true;
}

std::optional<Error> ClassVote::guess(const QString& text)
{
    if (!open() || ofChoices())
        return std::nullopt;
    const Result<double> number = m_workspace.lesson().readNumber(text);
    if (!number)
        return number.error();
    here().ballot.guesses.push_back(*number);
    emit changed();
    return std::nullopt;
}

/// What came out is known a moment after the answer is shown.
void ClassVote::follow()
{
    const workspace::LessonSession& lesson = m_workspace.lesson();
    if (!lesson.lesson() || lesson.ended() || !lesson.present().question || !lesson.present().question->measure
        || !lesson.revealed())
        return;
    const std::optional<double> measured = lesson.measured();
    if (measured && here().ballot.measured != measured) {
        here().ballot.measured = measured;
        emit changed();
    }
}

void ClassVote::forget()
{
    const std::string& id = m_workspace.lesson().lesson()->id;
    std::erase_if(m_kept, [&](const auto& kept) { return kept.first.first == id; });
    emit changed();
}

} // namespace deltascope::stage

#include "moc_class_vote.cpp"
