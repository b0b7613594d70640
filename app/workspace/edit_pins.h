// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document.h"

#include <QUndoCommand>

#include <vector>

namespace deltascope::workspace {

class Workspace;

/// An undo step of what is pinned; it stands in the history of the scenario, as that of a map does.
class EditPins : public QUndoCommand {
public:
    EditPins(Workspace& workspace, const QString& text, std::vector<model::Pin> before, std::vector<model::Pin> after);

    void undo() override;
    void redo() override;

private:
    Workspace& m_workspace;
    std::vector<model::Pin> m_before, m_after;
};

} // namespace deltascope::workspace
