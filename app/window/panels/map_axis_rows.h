// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/map.h"
#include "model/scenario.h"
#include "parameters/parameters.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

namespace deltascope::controls {
class NumberEdit;
}

namespace deltascope::panels {

/// One axis of a map: the parameter, of a number from where to where in how many values, and whether on a logarithmic
/// scale. What it may be stands in the table of parameters.
class MapAxisRows : public QWidget {
    Q_OBJECT
public:
    /// `optional`: there may be no such axis.
    MapAxisRows(bool optional, QWidget* parent);

    void showAxis(const std::optional<model::MapAxis>& axis);
    const std::optional<model::MapAxis>& axis() const { return m_axis; }
    /// The words before it ("against", "and"), and how its fields are called: "First axis".
    void setWords(const QString& before, const QString& name);

signals:
    void edited(); ///< by hand: axis() is another one
    void parameterChosen(const QString& key); ///< empty: none; whoever hears it shows the axis

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void fill();
    void edit(const model::MapAxis& next);
    void step(controls::NumberEdit* field, double model::MapAxis::*end, double steps);
    const parameters::Parameter<model::Scenario>* row() const;

    bool m_optional;
    std::optional<model::MapAxis> m_axis;
    QString m_name;
    QLabel *m_before, *m_from, *m_to, *m_values;
    QComboBox* m_parameter;
    controls::NumberEdit *m_lower, *m_upper;
    QSpinBox* m_count;
    QCheckBox* m_logarithmic;
    QWidget* m_numbers; // all but the parameter
};

} // namespace deltascope::panels
