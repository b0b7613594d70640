// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit_scenario.h"

#include "scenario_store.h"

namespace deltascope {

EditScenario::EditScenario(ScenarioStore& store, const QString& text, Scenario before, Scenario after)
    : QUndoCommand(text)
    , m_store(store)
    , m_before(std::move(before))
    , m_after(std::move(after))
{
}

void EditScenario::undo()
{
    m_store.put(m_before);
}

void EditScenario::redo()
{
    m_store.put(m_after);
}

} // namespace deltascope
