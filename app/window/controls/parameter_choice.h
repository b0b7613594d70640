// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/controls/choice_control.h"

namespace deltascope::controls {

/// The choice of one row of the table of parameters.
class ParameterChoice : public ChoiceControl {
    Q_OBJECT
public:
    ParameterChoice(
        workspace::Workspace& workspace, const parameters::Parameter<model::Scenario>& parameter, QWidget* parent);
    void showScenario(const model::Scenario& scenario) override;

protected:
    std::optional<Error> put(const std::string& id) override;
    std::optional<Error> putStandard() override;
    ControlText text() const override;
    QString resetText() const override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QString note() const;

    const parameters::Parameter<model::Scenario>& m_parameter;
    QString m_notice; // as it is shown
};

} // namespace deltascope::controls
