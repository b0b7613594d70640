// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure_kind.h"

#include <QObject>

#include <string>
#include <tuple>
#include <vector>

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::stage {

/// Which of the window's figures an audience sees large. A lesson's step puts the one that it points at there; digits,
/// arrows and the filmstrip choose another until the next step.
class StageChoice : public QObject {
    Q_OBJECT
public:
    explicit StageChoice(workspace::Workspace& workspace, QObject* parent = nullptr);

    /// The drawing first, then those that the view names.
    const std::vector<const figures::FigureKind*>& kinds() const { return m_kinds; }
    int place() const { return m_place; } ///< of the one on the stage, in kinds()
    std::vector<const figures::FigureKind*> shown() const; ///< that one, and with it the next ones, `atOnce` in all
    int atOnce() const; ///< 1, 2 or 4, as far as there are so many
    void choose(int place); ///< one that does not exist changes nothing
    void step(int by); ///< further in the row, and round
    void setAtOnce(int count);

signals:
    void changed();

private:
    void follow();
    void gather();
    bool putPointedAt(const std::string& figure);
    bool putComing();

    workspace::Workspace& m_workspace;
    std::vector<const figures::FigureKind*> m_kinds;
    int m_place = 0, m_atOnce = 1;
    std::tuple<std::string, int, bool> m_followed; // lesson, step and whether it is revealed
};

} // namespace deltascope::stage
