// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/sheets/table_model.h"

#include <QLocale>

#include <algorithm>

namespace deltascope::views {

void TableModel::show(std::vector<exports::TableColumn> columns)
{
    beginResetModel();
    m_columns = std::move(columns);
    endResetModel();
}

int TableModel::rowCount(const QModelIndex& parent) const
{
    std::size_t most = 0;
    for (const exports::TableColumn& column : m_columns)
        most = std::max(most, column.cells.size());
    return parent.isValid() ? 0 : static_cast<int>(most);
}

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    const auto& cells = m_columns[static_cast<std::size_t>(index.column())].cells;
    if (static_cast<std::size_t>(index.row()) >= cells.size())
        return {};
    const exports::Cell& cell = cells[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && std::holds_alternative<double>(cell))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (const auto* number = std::get_if<double>(&cell)) {
        QLocale locale;
        locale.setNumberOptions(QLocale::OmitGroupSeparator);
        return locale.toString(*number, 'g', 12);
    }
    const auto* text = std::get_if<QString>(&cell);
    return text ? QVariant(*text) : QVariant();
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_columns[static_cast<std::size_t>(section)].heading();
}

} // namespace deltascope::views

#include "moc_table_model.cpp"
