// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/question.h"

#include <QUndoCommand>

namespace deltascope::workspace {

class Workspace;

/// An undo step of which weight the gradient check takes; it stands in the history of the scenario, as that of a map
/// does.
class EditChecked : public QUndoCommand {
public:
    /// Of the questions only the checked weight counts.
    EditChecked(Workspace& workspace, const QString& text, const model::Question& before, const model::Question& after);

    void undo() override;
    void redo() override;

private:
    void put(const model::Question& checked);

    Workspace& m_workspace;
    model::Question m_before, m_after;
};

} // namespace deltascope::workspace
