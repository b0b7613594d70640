// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parameters/parameters.h"

#include <QWidget>

#include <vector>

class QShortcut;

namespace deltascope::controls {
class Control;
}
namespace deltascope::playing {
class TrainingBar;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::stage {

/// The few controls of a lecture, side by side: those that the lesson's step leaves, else the first few that mean
/// something; and the training, where something that is shown has to do with it.
class StageControls : public QWidget {
    Q_OBJECT
public:
    StageControls(workspace::Workspace& workspace, QWidget* parent);

    bool empty() const { return m_controls.empty() && !trains(); }
    int leastWidth() const; ///< with which a control stands on one line
    int heightFor(int width) const;

signals:
    void changed(); ///< others are shown: the height is another one

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    std::vector<const parameters::Parameter<model::Scenario>*> wanted() const;
    void showState();
    void layOut();
    bool trains() const;
    int columns(int width) const;

    workspace::Workspace& m_workspace;
    std::vector<const parameters::Parameter<model::Scenario>*> m_rows;
    std::vector<controls::Control*> m_controls; // of each
    playing::TrainingBar* m_training;
    QShortcut* m_train; // while the bar that has it is not shown
    bool m_trains = false;
};

} // namespace deltascope::stage
