// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parameters/parameters.h"
#include "window/controls/number_control.h"

namespace deltascope::controls {

/// The number of one row of the table of parameters.
class ParameterControl : public NumberControl {
    Q_OBJECT
public:
    ParameterControl(
        workspace::Workspace& workspace, const parameters::Parameter<model::Scenario>& parameter, QWidget* parent);
    void showScenario(const model::Scenario& scenario) override;

protected:
    std::optional<Error> put(double value) override;
    void putStandard() override;
    ControlText text() const override;
    void fillMenu(QMenu& menu) override;
    void changeEvent(QEvent* event) override;

private:
    void addDraw();
    void showDraw();
    void addPlace();
    void showPlace();
    void goToPlace();

    const parameters::Parameter<model::Scenario>& m_parameter;
    QString m_name; // as shown: it may depend on other values
    QToolButton* m_randomize = nullptr; // of a number that chance may choose
    QToolButton* m_place = nullptr; // of one for which theory names a value
};

/// The words of this row, in this scenario.
ControlText controlText(const parameters::Parameter<model::Scenario>& parameter, const model::Scenario& scenario);

/// How a slider for this row starts out.
SliderRange sliderRange(const parameters::Parameter<model::Scenario>& parameter);

/// The number that this row has in the scenario, or nothing where it is no number.
std::optional<double> numberOf(
    const model::Scenario& scenario, const parameters::Parameter<model::Scenario>& parameter);

/// Offers the map of this row, where one can be made, with a sentence why not while it means nothing.
void addMapThis(QMenu& menu, workspace::Workspace& workspace, const parameters::Parameter<model::Scenario>& parameter);

/// The control for a row: a number, a choice, yes or no, or a text; nullptr for rows that are none (lists).
/// Its object name is the row's key.
Control* createControl(
    workspace::Workspace& workspace, const parameters::Parameter<model::Scenario>& parameter, QWidget* parent);

} // namespace deltascope::controls
