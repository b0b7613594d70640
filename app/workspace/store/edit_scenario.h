// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"

#include <QUndoCommand>

namespace deltascope::workspace {

class ScenarioStore;

/// An undo step of the scenario: it is a value, so a step is the value before and the value after.
class EditScenario : public QUndoCommand {
public:
    enum class Kind { step, amendment }; ///< an amendment belongs to the step before, where it follows on that

    EditScenario(ScenarioStore& store, const QString& text, model::Scenario before, model::Scenario after,
        Kind kind = Kind::step);

    void undo() override;
    void redo() override;
    int id() const override { return 1; } // so that mergeWith is asked
    bool mergeWith(const QUndoCommand* next) override;

private:
    ScenarioStore& m_store;
    Kind m_kind;
    model::Scenario m_before, m_after;
};

} // namespace deltascope::workspace
