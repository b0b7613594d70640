// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parameters/parameters.h"
#include "window/controls/control.h"

class QCheckBox;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::controls {

class ResetButton;
class RowLabel;

/// One row for yes or no: label, box and reset button.
class ParameterTick : public Control {
    Q_OBJECT
public:
    ParameterTick(
        workspace::Workspace& workspace, const parameters::Parameter<model::Scenario>& parameter, QWidget* parent);
    void showScenario(const model::Scenario& scenario) override;
    QCheckBox* box() const { return m_box; }
    ResetButton* resetButton() const { return m_reset; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void put(bool value);
    void retranslate();

    workspace::Workspace& m_workspace;
    const parameters::Parameter<model::Scenario>& m_parameter;
    RowLabel* m_label;
    QCheckBox* m_box;
    ResetButton* m_reset;
};

} // namespace deltascope::controls
