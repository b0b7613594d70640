// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/maps/edit_map.h"

#include <utility>

namespace deltascope::workspace {

namespace {

constexpr std::chrono::milliseconds kPause{800}; // between the turns of a wheel

} // namespace

EditMap::EditMap(Put put, const QString& text, std::optional<model::Map> before, std::optional<model::Map> after)
    : QUndoCommand(text)
    , m_put(std::move(put))
    , m_before(std::move(before))
    , m_after(std::move(after))
{
}

void EditMap::undo()
{
    m_put(m_before);
}

void EditMap::redo()
{
    m_put(m_after);
}

bool EditMap::mergeWith(const QUndoCommand* next)
{
    const auto& edit = *static_cast<const EditMap*>(next); // no other has this id
    if (edit.text() != text() || edit.m_before != m_after || edit.m_made - m_made > kPause)
        return false;
    m_after = edit.m_after;
    m_made = edit.m_made;
    setObsolete(m_after == m_before);
    return true;
}

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
