// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/dialogs/table_cells.h"

#include "text/language.h"

#include <QApplication>
#include <QFont>
#include <QPalette>

#include <algorithm>

namespace deltascope::dialogs {

QString columnTitle(const reading::CsvTable& cells, int column)
{
    const auto place = static_cast<std::size_t>(column);
    if (place < cells.names.size() && !cells.names[place].empty())
        return QString::fromStdString(cells.names[place]);
    return TableCells::tr("column %1").arg(column + 1);
}

void TableCells::show(std::shared_ptr<const reading::CsvTable> cells, const std::optional<data::TableReading>& reading)
{
    beginResetModel();
    m_cells = std::move(cells);
    m_uses.assign(static_cast<std::size_t>(columnCount()), Use::input);
    m_wholeRows.assign(static_cast<std::size_t>(rowCount()), !reading);
    if (reading) {
        m_uses[static_cast<std::size_t>(reading->target)] = Use::target;
        for (const int column : reading->leftOut)
            m_uses[static_cast<std::size_t>(column)] = Use::leftOut;
        for (const int row : reading->rows)
            if (row < rowCount())
                m_wholeRows[static_cast<std::size_t>(row)] = true;
    }
    endResetModel();
}

int TableCells::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_cells ? 0 : std::min(m_cells->rows(), kMostRows);
}

int TableCells::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_cells ? 0 : m_cells->columns();
}

QString TableCells::textOf(int row, int column) const
{
    if (m_cells->isNumber(row, column))
        return text::toText({"%1", {Real{m_cells->number(row, column), 6}}});
    if (m_cells->isMissing(row, column))
        return QStringLiteral("–");
    return QString::fromStdString(m_cells->words(column)[static_cast<std::size_t>(m_cells->word(row, column))]);
}

QVariant TableCells::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const bool grey = m_uses[static_cast<std::size_t>(index.column())] == Use::leftOut
        || !m_wholeRows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(index.row(), index.column());
    case Qt::ForegroundRole:
        return grey ? QVariant(QApplication::palette().color(QPalette::Disabled, QPalette::Text)) : QVariant();
    case Qt::TextAlignmentRole:
        return m_cells->isNumber(index.row(), index.column()) ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                              : QVariant();
    default:
        return {};
    }
}

QVariant TableCells::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!m_cells || section < 0)
        return {};
    if (orientation == Qt::Vertical) // its line in the file
        return role == Qt::DisplayRole ? QVariant(m_cells->lines[static_cast<std::size_t>(section)]) : QVariant();
    const Use use = m_uses[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return columnTitle(*m_cells, section) + u'\n'
            + (use == Use::target         ? tr("target")
                    : use == Use::leftOut ? tr("left out")
                                          : tr("input"));
    if (role == Qt::FontRole && use == Use::target) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    return {};
}

} // namespace deltascope::dialogs

#include "moc_table_cells.cpp"
