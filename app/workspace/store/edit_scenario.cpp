// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/store/edit_scenario.h"

#include "workspace/store/scenario_store.h"

namespace deltascope::workspace {

EditScenario::EditScenario(
    ScenarioStore& store, const QString& text, model::Scenario before, model::Scenario after, Kind kind)
    : QUndoCommand(text)
    , m_store(store)
    , m_kind(kind)
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

bool EditScenario::mergeWith(const QUndoCommand* next)
{
    const auto& edit = *static_cast<const EditScenario*>(next); // no other has this id
    if (edit.m_kind != Kind::amendment || edit.m_before != m_after)
        return false;
    m_after = edit.m_after;
    return true;
}

} // namespace deltascope::workspace
