// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure_table.h"

#include "figure_clipboard.h"
#include "render/export.h"
#include "render/language.h"
#include "workspace.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace deltascope {

std::vector<QStringList> csvRows(const QByteArray& csv)
{
    std::vector<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false, comment = false, started = false;
    const QString text = QString::fromUtf8(csv);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!started && !quoted)
            comment = c == QLatin1Char('#');
        started = true;
        if (quoted) {
            if (c != QLatin1Char('"'))
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == QLatin1Char('"'))
                cell += text[++i];
            else
                quoted = false;
        } else if (c == QLatin1Char('\n')) {
            row << cell;
            if (!comment)
                rows.push_back(row);
            row.clear();
            cell.clear();
            started = false;
        } else if (c == QLatin1Char('"') && !comment) {
            quoted = true;
        } else if (c == QLatin1Char(',')) {
            row << cell;
            cell.clear();
        } else if (c != QLatin1Char('\r')) {
            cell += c;
        }
    }
    if (started && !comment)
        rows.push_back(row << cell);
    return rows;
}

FigureTable::FigureTable(Workspace& workspace, const FigureKind& kind, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_kind(kind)
    , m_table(new QTableView(this))
    , m_model(new QStandardItemModel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("%1 – table").arg(toText(kind.name)));
    m_table->setModel(m_model);
    m_table->setAccessibleName(windowTitle());
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_table);
    resize(640, 480);
    workspace.require(this, kind.needs);
    connect(&workspace, &Workspace::snapshotChanged, this, &FigureTable::fill);
    fill();
    m_table->resizeColumnsToContents();
}

void FigureTable::fill()
{
    ExportOptions options;
    options.theme = theme(QStringLiteral("light"));
    const Figure figure = m_kind.build(m_workspace.snapshotFor(m_kind.needs), m_workspace.view());
    const ExportFormat* format = exportFormat(QStringLiteral("table.csv"));
    const Result<QByteArray> csv = format->write(figure, m_workspace.document(), options);
    if (!csv) {
        m_workspace.report(csv.error());
        return;
    }
    const std::vector<QStringList> rows = csvRows(*csv);
    m_model->setRowCount(rows.empty() ? 0 : static_cast<int>(rows.size()) - 1);
    m_model->setColumnCount(rows.empty() ? 0 : static_cast<int>(rows.front().size()));
    if (rows.empty())
        return;
    m_model->setHorizontalHeaderLabels(rows.front());
    for (std::size_t r = 1; r < rows.size(); ++r)
        for (int c = 0; c < std::min<int>(static_cast<int>(rows[r].size()), m_model->columnCount()); ++c)
            m_model->setItem(static_cast<int>(r) - 1, c, new QStandardItem(rows[r][c]));
}

void FigureTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else
        QDialog::keyPressEvent(event);
}

void FigureTable::copySelection()
{
    QModelIndexList cells = m_table->selectionModel()->selectedIndexes();
    std::sort(cells.begin(), cells.end());
    QString text;
    int row = -1;
    for (const QModelIndex& cell : cells) {
        if (row >= 0)
            text += cell.row() == row ? QLatin1Char('\t') : QLatin1Char('\n');
        text += cell.data().toString();
        row = cell.row();
    }
    copyText(text);
}

} // namespace deltascope
