// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/edit_checked.h"

#include "workspace/workspace.h"

namespace deltascope::workspace {

EditChecked::EditChecked(
    Workspace& workspace, const QString& text, const model::Question& before, const model::Question& after)
    : QUndoCommand(text)
    , m_workspace(workspace)
    , m_before(before)
    , m_after(after)
{
}

void EditChecked::undo()
{
    put(m_before);
}

void EditChecked::redo()
{
    put(m_after);
}

void EditChecked::put(const model::Question& checked)
{
    model::Question next = m_workspace.question();
    next.checkedRow = checked.checkedRow;
    next.checkedColumn = checked.checkedColumn;
    m_workspace.setQuestion(next);
}

} // namespace deltascope::workspace
