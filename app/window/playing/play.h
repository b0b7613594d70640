// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parameters/parameters.h"
#include "window/controls/gesture.h"
#include "window/controls/slider_scale.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::playing {

/// Animates one number of the scenario over its slider's range. From start to stop is one undo step.
class Play : public QObject {
    Q_OBJECT
public:
    enum class Repeat { once, loop, oscillate };

    explicit Play(workspace::Workspace& workspace, QObject* parent = nullptr);
    ~Play() override;

    /// The rows that can be animated: the numbers.
    static std::vector<const parameters::Parameter<model::Scenario>*> playable();

    const parameters::Parameter<model::Scenario>& parameter() const { return *m_parameter; }
    double speed() const { return m_speed; }
    Repeat repeat() const { return m_repeat; }
    bool isRunning() const { return m_timer.isActive(); }

    void setParameter(const parameters::Parameter<model::Scenario>& parameter); ///< a number's row; stops what runs
    void setSpeed(double speed); ///< 1 takes 8 seconds from end to end
    void setRepeat(Repeat course);
    /// Begins where the parameter stands; reports why not where the parameter means nothing at present.
    void start();
    void stop();
    void toggle();
    /// One frame, so many seconds after the last one.
    void advance(double seconds);

signals:
    void changed(); ///< running, parameter, speed or course

private:
    double present() const;
    void travel(double distance);

    workspace::Workspace& m_workspace;
    const parameters::Parameter<model::Scenario>* m_parameter;
    double m_speed = 1;
    Repeat m_repeat = Repeat::oscillate;
    controls::SliderRange m_range; // while it runs
    double m_position = 0; // 0 … 1 along the range
    double m_direction = 1;
    double m_shown = 0; // the value put last; another one means that a hand moved it
    controls::Gesture m_gesture;
    QTimer m_timer;
    QElapsedTimer m_clock;
};

} // namespace deltascope::playing
