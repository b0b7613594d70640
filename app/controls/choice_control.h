// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"
#include "parameters.h"

class QComboBox;

namespace deltascope {

class ResetButton;
class RowLabel;
class Workspace;

/// One row for a parameter with a fixed choice: label, list and reset button; on two lines where they do not fit on
/// one.
class ChoiceControl : public Control {
    Q_OBJECT
public:
    ChoiceControl(Workspace& workspace, const Parameter<Scenario>& parameter, QWidget* parent);

    void showScenario(const Scenario& scenario) override;
    QComboBox* list() const { return m_list; }
    ResetButton* resetButton() const { return m_reset; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void put(const std::string& id);

    Workspace& m_workspace;
    const Parameter<Scenario>& m_parameter;
    RowLabel* m_label;
    QComboBox* m_list;
    ResetButton* m_reset;
};

} // namespace deltascope
