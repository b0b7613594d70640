// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/playing/walking.h"

#include "figures/walk_parts/walk_stages.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QStyle>

#include <algorithm>
#include <chrono>

namespace deltascope::playing {

namespace {

/// False where the system asks for none.
bool motionIsWanted()
{
    return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
}

} // namespace

Walking::Walking(workspace::Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    using namespace std::chrono_literals;
    m_timer.setInterval(700ms);
    connect(&m_timer, &QTimer::timeout, this, &Walking::advance);
    connect(&workspace, &workspace::Workspace::viewChanged, this, [this] {
        if (!isOn())
            m_timer.stop(); // another document
        emit changed();
    });
    connect(&workspace, &workspace::Workspace::scenarioChanged, this, [this] {
        if (isOn())
            emit changed();
    });
}

std::vector<model::Walk> Walking::stages() const
{
    return walk_parts::walkStages(m_workspace.scenario(), m_workspace.question().layer);
}

bool Walking::isOn() const
{
    return m_workspace.view().walk.on();
}

int Walking::place() const
{
    return isOn() ? walk_parts::placeOf(stages(), m_workspace.view().walk) : -1;
}

int Walking::count() const
{
    return static_cast<int>(stages().size());
}

void Walking::put(const model::Walk& walk)
{
    model::ViewState view = m_workspace.view();
    view.walk = walk;
    m_workspace.setView(view);
}

void Walking::begin()
{
    stop();
    put(stages().front());
}

void Walking::walkBack()
{
    const std::vector<model::Walk> all = stages();
    const model::Walk last = walk_parts::lastBackward(all);
    if (!motionIsWanted()) {
        put(last);
        return;
    }
    put(walk_parts::firstBackward(all));
    play(walk_parts::placeOf(all, last));
}

void Walking::play(int until)
{
    m_until = until;
    if (place() < until)
        m_timer.start();
    emit changed();
}

void Walking::step(int by)
{
    if (!isOn())
        return;
    stop();
    const std::vector<model::Walk> all = stages();
    put(all[static_cast<std::size_t>(std::clamp(place() + by, 0, static_cast<int>(all.size()) - 1))]);
}

void Walking::togglePlay()
{
    if (isPlaying())
        return stop();
    const std::vector<model::Walk> all = stages();
    const int last = walk_parts::placeOf(all, walk_parts::lastBackward(all)), end = static_cast<int>(all.size()) - 1;
    const int here = place();
    if (here < 0 || here == last || here == end)
        return walkBack();
    play(here < last && m_workspace.view().walk.pass == model::Walk::Pass::backward ? last : end);
}

void Walking::advance()
{
    const std::vector<model::Walk> all = stages();
    const int next = place() + 1;
    if (!isOn() || next > m_until || next >= static_cast<int>(all.size()))
        return stop();
    if (next == m_until)
        m_timer.stop();
    put(all[static_cast<std::size_t>(next)]);
}

void Walking::stop()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    emit changed();
}

void Walking::end()
{
    m_timer.stop();
    put({});
}

bool Walking::pressed(int key)
{
    if (!isOn())
        return false;
    switch (key) {
    case Qt::Key_PageDown:
        step(1);
        return true;
    case Qt::Key_PageUp:
        step(-1);
        return true;
    case Qt::Key_Space:
        togglePlay();
        return true;
    case Qt::Key_Escape:
        end();
        return true;
    default:
        return false;
    }
}

} // namespace deltascope::playing

#include "moc_walking.cpp"
