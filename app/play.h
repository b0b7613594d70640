// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/gesture.h"
#include "controls/slider_scale.h"
#include "parameters.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace deltascope {

class Workspace;

/// Animates one number of the scenario over its slider's range. From start to stop is one undo step.
class Play : public QObject {
    Q_OBJECT
public:
    enum class Course { once, loop, oscillate };

    explicit Play(Workspace& workspace, QObject* parent = nullptr);
    ~Play() override;

    /// The rows that can be animated: the numbers.
    static std::vector<const Parameter<Scenario>*> playable();

    const Parameter<Scenario>& parameter() const { return *m_parameter; }
    double speed() const { return m_speed; }
    Course course() const { return m_course; }
    bool isRunning() const { return m_timer.isActive(); }

    void setParameter(const Parameter<Scenario>& parameter); ///< a number's row; stops what runs
    void setSpeed(double speed); ///< 1 takes 8 seconds from end to end
    void setCourse(Course course);
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

    Workspace& m_workspace;
    const Parameter<Scenario>* m_parameter;
    double m_speed = 1;
    Course m_course = Course::oscillate;
    SliderRange m_range; // while it runs
    double m_position = 0; // 0 … 1 along the range
    double m_direction = 1;
    double m_shown = 0; // the value put last; another one means that a hand moved it
    Gesture m_gesture;
    QTimer m_timer;
    QElapsedTimer m_clock;
};

} // namespace deltascope
