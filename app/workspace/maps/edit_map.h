// SPDX-License-Identifier: GPL-3.0-or-later
// Undo steps of the question: its map, and the weight whose gradient is checked.
#pragma once

#include "model/map.h"
#include "model/question.h"

#include <QUndoCommand>

#include <chrono>
#include <functional>
#include <optional>

namespace deltascope::workspace {

/// An undo step of the map that is asked for. Of the question it is what takes thought to put back; it stands in the
/// history of the scenario, so that Ctrl+Z takes back whatever was done last. Steps of the same name one right after
/// the other (turns of a wheel) are one.
class EditMap : public QUndoCommand {
public:
    using Put = std::function<void(const std::optional<model::Map>&)>; ///< makes it the map that is asked for

    EditMap(Put put, const QString& text, std::optional<model::Map> before, std::optional<model::Map> after);

    void undo() override;
    void redo() override;
    int id() const override { return 2; } // another one than a scenario's
    bool mergeWith(const QUndoCommand* next) override;

private:
    Put m_put;
    std::optional<model::Map> m_before, m_after;
    std::chrono::steady_clock::time_point m_made = std::chrono::steady_clock::now();
};

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
