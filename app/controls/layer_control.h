// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/number_control.h"
#include "parameters.h"

namespace deltascope {

/// The weight or the bias of the selected layer: its own where one is set by hand, else the shared one.
class LayerControl : public NumberControl {
    Q_OBJECT
public:
    using Value = std::optional<double> LayerSetting::*;

    /// `shared` is the row of the value that all layers share; `own` the layer's member that stands in its place.
    LayerControl(Workspace& workspace, const Parameter<Scenario>& shared, Value own, QWidget* parent);
    void showScenario(const Scenario& scenario) override;
    bool isOwn() const { return m_own; }

protected:
    std::optional<Error> put(double value) override;
    void putStandard() override;
    ControlText text() const override;
    QString resetText() const override;
    QString undoText() const override;

private:
    LayerSetting setting() const;
    double commonValue(const Scenario& scenario) const;

    const Parameter<Scenario>& m_shared;
    Value m_value;
    bool m_own = false;
};

} // namespace deltascope
