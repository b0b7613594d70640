// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure_kind.h"

#include <QDialog>
#include <QStringList>

#include <vector>

class QStandardItemModel;
class QTableView;

namespace deltascope {

class Workspace;

/// The rows of a CSV text (RFC 4180), comment lines left out.
std::vector<QStringList> csvRows(const QByteArray& csv);

/// The numbers behind a figure as a table that follows the parameters: what its CSV export holds. Not modal.
class FigureTable : public QDialog {
    Q_OBJECT
public:
    FigureTable(Workspace& workspace, const FigureKind& kind, QWidget* parent);

    const QStandardItemModel& model() const { return *m_model; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();
    void copySelection();

    Workspace& m_workspace;
    const FigureKind& m_kind;
    QTableView* m_table;
    QStandardItemModel* m_model;
};

} // namespace deltascope
