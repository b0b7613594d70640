// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluation/evaluation.h"
#include "parameters/parameters.h"
#include "window/controls/choice_control.h"
#include "window/controls/number_control.h"

namespace deltascope::panels {

/// A number that a layer may have of its own, in place of the one that all share.
struct OwnNumber {
    const parameters::Parameter<model::Scenario>* shared; ///< the row of what all share
    const parameters::Parameter<model::Scenario>* ofLast; ///< the row of the last layer's; nullptr: it may have its own
    std::optional<double> (*value)(const model::LayerSetting& own);
    void (*put)(model::LayerSetting& own, std::optional<double> value);
    Message (*idle)(const model::Scenario& scenario); ///< why an own one means nothing at present; or nullptr
    /// What the layer has where it has none of its own, by what was computed; nullptr: the shared one.
    double (*computed)(const evaluation::LayerEvaluation& layer);

    static OwnNumber weight();
    static OwnNumber bias();
    static OwnNumber width();
};

/// A number of the selected layer: its own where one is set by hand, else the shared one.
class LayerControl : public controls::NumberControl {
    Q_OBJECT
public:
    LayerControl(workspace::Workspace& workspace, const OwnNumber& number, QWidget* parent);
    void showScenario(const model::Scenario& scenario) override;
    bool isOwn() const { return m_own; }

protected:
    std::optional<Error> put(double value) override;
    void putStandard() override;
    controls::ControlText text() const override;
    QString resetText() const override;
    QString undoText() const override;

private:
    bool isOfLast() const;
    double commonValue(const model::Scenario& scenario) const;

    OwnNumber m_number;
    bool m_own = false;
};

/// The activation of the selected layer, likewise.
class LayerActivation : public controls::ChoiceControl {
    Q_OBJECT
public:
    LayerActivation(workspace::Workspace& workspace, QWidget* parent);
    void showScenario(const model::Scenario& scenario) override;

protected:
    std::optional<Error> put(const std::string& id) override;
    std::optional<Error> putStandard() override;
    controls::ControlText text() const override;
    QString resetText() const override;

private:
    bool isOfLast() const;

    bool m_own = false;
};

} // namespace deltascope::panels
