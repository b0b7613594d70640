// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure_kind.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QTableView;

namespace deltascope {

class TableModel;
class Workspace;

/// The numbers behind a figure as a table that follows the parameters: what its CSV export holds. Not modal.
class TableWindow : public QDialog {
    Q_OBJECT
public:
    TableWindow(Workspace& workspace, const FigureKind& kind, QWidget* parent);

    QTableView& table() const { return *m_table; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void copySelection();
    void retranslate();

    Workspace& m_workspace;
    const FigureKind& m_kind;
    QLabel* m_outdated; // why the table is grey
    QTableView* m_table;
    TableModel* m_model;
    QTimer m_frame; // a table need not follow a drag at display rate
};

} // namespace deltascope
