// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parameters/parameters.h"
#include "window/controls/number_control.h"

namespace deltascope::panels {

/// The weight or the bias of the selected layer: its own where one is set by hand, else the shared one.
class LayerControl : public controls::NumberControl {
    Q_OBJECT
public:
    using Value = std::optional<double> model::LayerSetting::*;

    /// `shared` is the row of the value that all layers share; `own` the layer's member that stands in its place.
    LayerControl(workspace::Workspace& workspace, const parameters::Parameter<model::Scenario>& shared, Value own,
        QWidget* parent);
    void showScenario(const model::Scenario& scenario) override;
    bool isOwn() const { return m_own; }

protected:
    std::optional<Error> put(double value) override;
    void putStandard() override;
    controls::ControlText text() const override;
    QString resetText() const override;
    QString undoText() const override;

private:
    model::LayerSetting setting() const;
    double commonValue(const model::Scenario& scenario) const;

    const parameters::Parameter<model::Scenario>& m_shared;
    Value m_value;
    bool m_own = false;
};

} // namespace deltascope::panels
