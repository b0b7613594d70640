// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace deltascope {

struct Scenario;

/// A control of one value of the scenario.
class Control : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// The one way in: shows what the scenario says, and changes nothing.
    virtual void showScenario(const Scenario& scenario) = 0;
};

/// What a control says of its value, in the present language.
struct ControlText {
    QString name; ///< "Weight"
    QString symbol; ///< "w", "n_L": what follows the underscore is set below the line
    QString help; ///< tooltip and What's This
    QString spoken() const; ///< "Weight w": the accessible name
    QString rich() const; ///< the label, symbol in italics
};

} // namespace deltascope
