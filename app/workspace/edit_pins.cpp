// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/edit_pins.h"

#include "workspace/workspace.h"

namespace deltascope::workspace {

EditPins::EditPins(
    Workspace& workspace, const QString& text, std::vector<model::Pin> before, std::vector<model::Pin> after)
    : QUndoCommand(text)
    , m_workspace(workspace)
    , m_before(std::move(before))
    , m_after(std::move(after))
{
}

void EditPins::undo()
{
    m_workspace.setPins(m_before);
}

void EditPins::redo()
{
    m_workspace.setPins(m_after);
}

} // namespace deltascope::workspace
