// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parameters.h"
#include "scenario.h"

#include <QObject>
#include <QUndoStack>

#include <optional>

namespace deltascope {

/// Holds the scenario and its history. Every change of the scenario, from whichever control, goes through here.
class ScenarioStore : public QObject {
    Q_OBJECT
public:
    explicit ScenarioStore(QObject* parent = nullptr);

    const Scenario& scenario() const { return m_scenario; }
    QUndoStack& history() { return m_history; }

    /// A gesture (press … release, play … stop) is one undo step, and none if it returns to its start.
    void beginGesture(const QString& text);
    void endGesture();
    bool inGesture() const { return m_gestureStart.has_value(); }
    const Scenario& gestureStart() const; ///< the scenario at the gesture's start; the present one outside a gesture

    /// Replaces the scenario by a valid one; outside a gesture one undo step of its own.
    void edit(const QString& text, const Scenario& next);
    /// Puts one parameter, or says why not and changes nothing. Depth drops layers beyond it, from the gesture's start.
    std::optional<Error> setValue(const Parameter<Scenario>& parameter, const ParameterValue& value);
    /// Replaces everything and clears the history (a file was opened).
    void reset(const Scenario& scenario);

signals:
    void changed();

private:
    friend class EditScenario;
    void put(const Scenario& scenario);

    Scenario m_scenario;
    QUndoStack m_history;
    std::optional<Scenario> m_gestureStart;
    QString m_gestureText;
};

} // namespace deltascope
