// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/export/figure_table.h"

#include <QAbstractTableModel>

namespace deltascope::views {

/// The columns of a figure's table as Qt's views want them; columns may differ in length.
class TableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(std::vector<exports::TableColumn> columns);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<exports::TableColumn> m_columns;
};

} // namespace deltascope::views
