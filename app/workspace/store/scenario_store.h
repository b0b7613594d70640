// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "parameters/parameters.h"

#include <QObject>
#include <QUndoStack>

#include <optional>
#include <vector>

namespace deltascope::workspace {

/// One parameter with the value that it is to have.
struct PutValue {
    const parameters::Parameter<model::Scenario>* parameter;
    parameters::ParameterValue value;
};

/// Holds the scenario and its history. Every change of the scenario, from whichever control, goes through here.
class ScenarioStore : public QObject {
    Q_OBJECT
public:
    explicit ScenarioStore(QObject* parent = nullptr);

    static constexpr int kMostSteps = 1000; ///< of the history; older ones are forgotten

    const model::Scenario& scenario() const { return m_scenario; }
    QUndoStack& history() { return m_history; }

    /// A gesture (press … release, play … stop) is one undo step, and none if it returns to its start. A gesture begun
    /// within another (a slider moved while Play runs) belongs to the outer one's step.
    void beginGesture(const QString& text);
    void endGesture();
    bool inGesture() const { return !m_gestureStarts.empty(); }
    /// The scenario at the start of the innermost gesture; the present one outside a gesture.
    const model::Scenario& gestureStart() const;

    /// Undoes the last step; during a gesture that is what it has done so far, and it goes on from there
    /// (gestureUndone).
    void undo();
    void redo();
    bool canUndo() const;
    bool canRedo() const;

    /// Replaces the scenario by a valid one; outside a gesture one undo step of its own.
    void edit(const QString& text, const model::Scenario& next);
    /// The same within the newest step, where the scenario is as that left it: what follows from it, but later.
    void amend(const QString& text, const model::Scenario& next);
    /// Puts one parameter, or says why not and changes nothing. Depth drops layers beyond it, from the gesture's start;
    /// other data bring the sizes that they need. What may change in mid-run is a change from `step` on (`changes`)
    /// where that is beyond 0.
    std::optional<Error> setValue(const parameters::Parameter<model::Scenario>& parameter,
        const parameters::ParameterValue& value, std::int64_t step = 0);
    /// The same of several parameters, as one change of this name.
    std::optional<Error> setValues(const QString& text, const std::vector<PutValue>& values, std::int64_t step = 0);
    /// The undo text of a change of what has this name: "Change Weight".
    static QString changeText(const QString& name);
    /// Replaces everything and clears the history (a file was opened).
    void reset(const model::Scenario& scenario);

signals:
    void changed();
    void dataChosen(); ///< other data by hand: after `changed`
    void historyChanged(); ///< what undo and redo would do is another thing now
    void gestureUndone(); ///< the step under way was taken back: an animation that makes it stops

private:
    friend class EditScenario;
    void put(const model::Scenario& scenario);
    Result<model::Scenario> withPut(model::Scenario scenario, const PutValue& put, std::int64_t step) const;
    bool gestureHasChanges() const;
    void restartGestures();

    model::Scenario m_scenario;
    QUndoStack m_history;
    std::vector<model::Scenario> m_gestureStarts; // outermost first
    QString m_gestureText;
};

} // namespace deltascope::workspace
