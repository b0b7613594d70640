// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/playing/play.h"

#include "text/language.h"
#include "window/controls/parameter_control.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace deltascope::playing {

namespace {

constexpr double kSecondsFromEndToEnd = 8;
/// What moves smoothly is the better start.
const parameters::Parameter<model::Scenario>* firstReal()
{
    const auto rows = Play::playable();
    const auto row = std::find_if(rows.begin(), rows.end(),
        [](const parameters::Parameter<model::Scenario>* each) { return each->member.as<double>() != nullptr; });
    return row == rows.end() ? rows.front() : *row;
}

constexpr double kLongestFrame = 0.1; // after a pause of the machine the animation goes on, it does not jump

} // namespace

std::vector<const parameters::Parameter<model::Scenario>*> Play::playable()
{
    constexpr model::Dependencies kOfTraining{model::Dependency::training, model::Dependency::heldOut};
    std::vector<const parameters::Parameter<model::Scenario>*> rows;
    for (const parameters::Parameter<model::Scenario>& row : parameters::scenarioParameters())
        if (controls::numberOf(model::Scenario{}, row) && !kOfTraining.intersects(row.invalidates))
            rows.push_back(&row);
    return rows;
}

Play::Play(workspace::Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_parameter(firstReal())
    , m_gesture(workspace.store())
{
    using namespace std::chrono_literals;
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(16ms);
    connect(&m_timer, &QTimer::timeout, this, [this] { advance(double(m_clock.restart()) / 1000); });
    connect(&workspace.store(), &workspace::ScenarioStore::gestureUndone, this, &Play::stop);
    connect(&workspace.store(), &workspace::ScenarioStore::historyChanged, this, [this] {
        if (isRunning() && !m_gesture.isOpen()) // a file was opened
            stop();
    });
}

Play::~Play()
{
    disconnect(&m_workspace.store(), nullptr, this, nullptr); // m_gesture ends a step when the timer is no longer there
}

double Play::present() const
{
    return controls::numberOf(m_workspace.scenario(), *m_parameter).value_or(0);
}

void Play::setParameter(const parameters::Parameter<model::Scenario>& parameter)
{
    if (&parameter == m_parameter)
        return;
    stop();
    m_parameter = &parameter;
    emit changed();
}

void Play::setSpeed(double speed)
{
    m_speed = speed;
    emit changed();
}

void Play::setRepeat(Repeat course)
{
    m_repeat = course;
    emit changed();
}

void Play::start()
{
    if (isRunning())
        return;
    if (const Message idle = m_parameter->idle ? m_parameter->idle(m_workspace.scenario()) : Message{}; !idle.empty()) {
        m_workspace.report({Fault::usage, idle});
        return;
    }
    m_range =
        controls::widened(controls::sliderRange(*m_parameter), present(), m_parameter->minimum, m_parameter->maximum);
    m_shown = present();
    m_position = controls::positionOf(m_range, m_shown);
    m_direction = 1;
    if (m_repeat != Repeat::oscillate && m_position >= 1)
        m_position = 0;
    m_gesture.begin(tr("Play %1").arg(text::toText(m_parameter->label)));
    m_clock.start();
    m_timer.start();
    emit changed();
}

void Play::stop()
{
    if (!isRunning())
        return;
    m_timer.stop();
    m_gesture.end();
    emit changed();
}

void Play::toggle()
{
    if (isRunning())
        stop();
    else
        start();
}

void Play::travel(double distance)
{
    m_position += m_direction * distance;
    switch (m_repeat) {
    case Repeat::once:
        m_position = std::min(m_position, 1.0);
        break;
    case Repeat::loop:
        m_position = m_position > 1 ? m_position - std::floor(m_position) : m_position;
        break;
    case Repeat::oscillate:
        if (m_position > 1 || m_position < 0)
            m_direction = m_position > 1 ? -1 : 1;
        m_position = std::clamp(m_position > 1 ? 2 - m_position : std::abs(m_position), 0.0, 1.0);
        break;
    }
}

void Play::advance(double seconds)
{
    if (!isRunning())
        return;
    if (present() != m_shown) {
        m_range = controls::widened(m_range, present(), m_parameter->minimum, m_parameter->maximum);
        m_position = controls::positionOf(m_range, present());
    }
    travel(std::min(seconds, kLongestFrame) * m_speed / kSecondsFromEndToEnd);
    const double value = controls::valueAt(m_range, m_position, true);
    if (const std::optional<Error> error = m_workspace.setValue(*m_parameter, value)) {
        m_workspace.report(*error);
        stop();
        return;
    }
    m_shown = present();
    if (m_repeat == Repeat::once && m_position >= 1)
        stop();
}

} // namespace deltascope::playing

#include "moc_play.cpp"
