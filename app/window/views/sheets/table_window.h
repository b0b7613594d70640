// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure_kind.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QTableView;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::views {

class TableModel;

/// The numbers behind a figure as a table that follows the parameters: what its CSV export holds. Not modal.
class TableWindow : public QDialog {
    Q_OBJECT
public:
    TableWindow(workspace::Workspace& workspace, const figures::FigureKind& kind, QWidget* parent);

    QTableView& table() const { return *m_table; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void copySelection();
    void retranslate();

    workspace::Workspace& m_workspace;
    const figures::FigureKind& m_kind;
    QLabel* m_outdated; // why the table is grey
    QTableView* m_table;
    TableModel* m_model;
    QTimer m_frame; // a table need not follow a drag at display rate
    bool m_covered = false; // by a lesson
};

} // namespace deltascope::views
