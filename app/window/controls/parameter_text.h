// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parameters/parameters.h"
#include "window/controls/control.h"

class QLabel;
class QLineEdit;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::controls {

class ResetButton;
class RowLabel;

/// One row for a value that is typed as a text, as a formula: label, field and reset button, and under them what is
/// wrong with it. Return, or leaving the field, enters it; Escape puts back what was there.
class ParameterText : public Control {
    Q_OBJECT
public:
    ParameterText(
        workspace::Workspace& workspace, const parameters::Parameter<model::Scenario>& parameter, QWidget* parent);
    void showScenario(const model::Scenario& scenario) override;
    QLineEdit* field() const { return m_field; }
    ResetButton* resetButton() const { return m_reset; }
    QString problem() const; ///< as shown; empty: none

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void enter();
    void reset();
    void showProblem(const QString& sentence);
    void retranslate();
    QString textOf(const model::Scenario& scenario) const;

    workspace::Workspace& m_workspace;
    const parameters::Parameter<model::Scenario>& m_parameter;
    RowLabel* m_label;
    QLineEdit* m_field;
    ResetButton* m_reset;
    QLabel* m_problem;
    QString m_shown; // of the scenario, whatever stands in the field
};

} // namespace deltascope::controls
