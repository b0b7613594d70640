// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario.h"

#include <QUndoCommand>

namespace deltascope {

class ScenarioStore;

/// The one undo step that there is: a scenario is a value, so a step is the value before and the value after.
class EditScenario : public QUndoCommand {
public:
    EditScenario(ScenarioStore& store, const QString& text, Scenario before, Scenario after);

    void undo() override;
    void redo() override;

private:
    ScenarioStore& m_store;
    Scenario m_before, m_after;
};

} // namespace deltascope
