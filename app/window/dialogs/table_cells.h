// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/table_reading.h"
#include "reading/csv_data.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace deltascope::dialogs {

/// The first rows of a table as they are understood: what is left out is grey.
class TableCells : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    static constexpr int kMostRows = 50;

    /// Without a reading every column is an input.
    void show(std::shared_ptr<const reading::CsvTable> cells, const std::optional<data::TableReading>& reading);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Use { input, target, leftOut };
    QString textOf(int row, int column) const;

    std::shared_ptr<const reading::CsvTable> m_cells; // null: none
    std::vector<Use> m_uses; // of the columns
    std::vector<bool> m_wholeRows; // of those that are shown
};

/// The name of a column, or its number.
QString columnTitle(const reading::CsvTable& cells, int column);

} // namespace deltascope::dialogs
