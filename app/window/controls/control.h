// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace deltascope::model {
struct Scenario;
}

namespace deltascope::controls {

class RowLayout;

/// A control of one value of the scenario: one row of a panel.
class Control : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// The one way in: shows what the scenario says, and changes nothing.
    virtual void showScenario(const model::Scenario& scenario) = 0;
    /// Its layout, which every derived class makes.
    RowLayout& row() const;
    /// Marks it as what a lesson speaks of.
    void setPointedAt(bool pointed);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_pointedAt = false;
};

/// Gives the rows of a panel one label column, as wide as its widest label.
void alignLabels(const std::vector<Control*>& rows);

/// What a control says of its value, in the present language.
struct ControlText {
    QString name; ///< "Weight"
    QString symbol; ///< "w", "n_L": what follows the underscore is set below the line
    QString help; ///< tooltip and What's This
    QString shortName; ///< in place of the name where the heading above the row says the rest; empty: the name
    QString spoken() const; ///< "Weight w": the accessible name
    QString rich() const; ///< the row's label, symbol in italics
};

} // namespace deltascope::controls
