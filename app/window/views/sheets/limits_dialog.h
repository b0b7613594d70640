// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "model/view_state.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::views {

/// The limits of a figure's axes, to be typed: each is put as soon as it is entered, and the axes are held from then
/// on. Not modal.
class LimitsDialog : public QDialog {
    Q_OBJECT
public:
    /// `shown`: the limits of the panels as they are drawn.
    LimitsDialog(workspace::Workspace& workspace, const figures::Figure& figure, std::vector<model::ViewRange> shown,
        QWidget* parent);

    /// The fields of an axis: from, to. Empty for an axis without numbers.
    std::vector<QLineEdit*> fields(int panel, bool horizontal) const;
    QString problem() const; ///< as shown; empty: none

private:
    struct Row {
        int panel;
        bool horizontal;
        figures::Axis axis;
        QLineEdit *from, *to;
    };

    void addRow(int panel, bool horizontal, const figures::Axis& axis, const QString& name);
    void put(const Row& row);
    void showLimits();

    workspace::Workspace& m_workspace;
    std::vector<model::ViewRange> m_ranges;
    std::vector<Row> m_rows;
    QLabel* m_problem;
};

} // namespace deltascope::views
