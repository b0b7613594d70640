// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parameters/parameters.h"
#include "window/controls/control.h"

class QComboBox;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::controls {

class ResetButton;
class RowLabel;

/// One row for a parameter with a fixed choice: label, list and reset button; on two lines where they do not fit on
/// one.
class ChoiceControl : public Control {
    Q_OBJECT
public:
    ChoiceControl(
        workspace::Workspace& workspace, const parameters::Parameter<model::Scenario>& parameter, QWidget* parent);

    void showScenario(const model::Scenario& scenario) override;
    QComboBox* list() const { return m_list; }
    ResetButton* resetButton() const { return m_reset; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void put(const std::string& id);

    workspace::Workspace& m_workspace;
    const parameters::Parameter<model::Scenario>& m_parameter;
    RowLabel* m_label;
    QComboBox* m_list;
    ResetButton* m_reset;
};

} // namespace deltascope::controls
