// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/stage/stage_choice.h"

#include "base/registry.h"
#include "window/views/figure_choice.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <algorithm>

namespace deltascope::stage {

namespace {

constexpr const char* kSubject = "learning_speed"; // of the program: where nothing says what to look at

} // namespace

StageChoice::StageChoice(workspace::Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &workspace::Workspace::viewChanged, this, &StageChoice::follow);
    connect(&workspace.lesson(), &workspace::LessonSession::changed, this, &StageChoice::follow);
    follow();
}

void StageChoice::gather()
{
    m_kinds = {views::figuresInOrder().front()};
    for (const std::string& id : m_workspace.view().figures)
        if (const figures::FigureKind* kind = findKind(figures::figuresRegistry(), id))
            if (std::ranges::find(m_kinds, kind) == m_kinds.end())
                m_kinds.push_back(kind);
}

/// Puts what a lesson points at on the stage; false where that is no figure that is there.
bool StageChoice::putPointedAt(const std::string& figure)
{
    const auto kind =
        std::ranges::find_if(m_kinds, [&](const figures::FigureKind* each) { return each->id == figure; });
    if (kind == m_kinds.end())
        return false;
    m_place = static_cast<int>(kind - m_kinds.begin());
    return true;
}

/// Of a lesson that begins: the first figure that it will point at.
bool StageChoice::putComing()
{
    const workspace::LessonSession& lesson = m_workspace.lesson();
    const auto& steps = lesson.lesson()->steps;
    return std::any_of(steps.begin() + lesson.step(), steps.end(), [this](const lessons::LessonStep& step) {
        return putPointedAt(step.pointAt) || (step.reveal && putPointedAt(step.reveal->pointAt));
    });
}

void StageChoice::follow()
{
    const workspace::LessonSession& lesson = m_workspace.lesson();
    const std::tuple at = lesson.lesson() ? std::tuple{lesson.lesson()->id, lesson.step(), lesson.revealed()}
                                          : std::tuple<std::string, int, bool>{};
    const std::vector<const figures::FigureKind*> before = m_kinds;
    gather();
    if (at == m_followed && m_kinds == before && !before.empty())
        return;
    const bool otherStep = at != m_followed;
    const bool otherLesson = lesson.lesson() && std::get<0>(at) != std::get<0>(m_followed);
    m_followed = at;
    const int placeBefore = m_place;
    if (!(otherStep && putPointedAt(lesson.pointAt()))
        && !(otherLesson && putComing())) { // what stood there stays where it still can
        const figures::FigureKind* stood = before.empty() ? nullptr : before[static_cast<std::size_t>(m_place)];
        auto place = std::ranges::find(m_kinds, stood);
        if (place == m_kinds.end())
            place = std::ranges::find_if(m_kinds, [](const figures::FigureKind* kind) { return kind->id == kSubject; });
        if (place == m_kinds.end()) // the first behind the drawing
            place = m_kinds.begin() + (m_kinds.size() > 1 ? 1 : 0);
        m_place = static_cast<int>(place - m_kinds.begin());
    }
    if (m_kinds != before || m_place != placeBefore)
        emit changed();
}

int StageChoice::atOnce() const
{
    const int there = static_cast<int>(m_kinds.size());
    return m_atOnce >= 4 && there >= 4 ? 4 : m_atOnce >= 2 && there >= 2 ? 2 : 1;
}

std::vector<const figures::FigureKind*> StageChoice::shown() const
{
    std::vector<const figures::FigureKind*> some;
    for (int i = 0; i < atOnce(); ++i)
        some.push_back(m_kinds[static_cast<std::size_t>(m_place + i) % m_kinds.size()]);
    return some;
}

void StageChoice::choose(int place)
{
    if (place < 0 || place >= static_cast<int>(m_kinds.size()) || place == m_place)
        return;
    m_place = place;
    emit changed();
}

void StageChoice::step(int by)
{
    const int count = static_cast<int>(m_kinds.size());
    choose(((m_place + by) % count + count) % count);
}

void StageChoice::setAtOnce(int count)
{
    if (count == m_atOnce)
        return;
    m_atOnce = count;
    emit changed();
}

} // namespace deltascope::stage

#include "moc_stage_choice.cpp"
