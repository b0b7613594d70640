// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/sheets/table_window.h"

#include "figures/build_figure.h"
#include "text/language.h"
#include "window/views/sheets/figure_clipboard.h"
#include "window/views/sheets/table_model.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace deltascope::views {

TableWindow::TableWindow(workspace::Workspace& workspace, const figures::FigureKind& kind, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_kind(kind)
    , m_outdated(new QLabel(this))
    , m_table(new QTableView(this))
    , m_model(new TableModel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_table->setModel(m_model);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->setTabKeyNavigation(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    m_outdated->setTextFormat(Qt::PlainText);
    m_outdated->setWordWrap(true);
    layout->addWidget(m_outdated);
    layout->addWidget(m_table, 1);
    resize(640, 480);
    auto* copy = new QShortcut(QKeySequence::Copy, m_table);
    copy->setContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QShortcut::activated, this, &TableWindow::copySelection);
    m_frame.setSingleShot(true);
    m_frame.setInterval(std::chrono::milliseconds(100));
    connect(&m_frame, &QTimer::timeout, this, &TableWindow::fill);
    workspace.require(this, kind.needs());
    const auto wait = [this] {
        if (!m_frame.isActive())
            m_frame.start();
    };
    connect(&workspace, &workspace::Workspace::snapshotChanged, this, wait);
    connect(&workspace, &workspace::Workspace::questionChanged, this, wait);
    connect(&workspace, &workspace::Workspace::viewChanged, this, wait);
    connect(&workspace.lesson(), &workspace::LessonSession::changed, this, [this] {
        if (m_workspace.lesson().covers(m_kind.id) != m_covered)
            fill();
    });
    retranslate();
    m_table->resizeColumnsToContents();
}

void TableWindow::fill()
{
    m_covered = m_workspace.lesson().covers(m_kind.id);
    if (m_covered) {
        m_outdated->setText(m_workspace.lesson().coverText());
        m_outdated->show();
        m_model->show({});
        return;
    }
    const workspace::ShownState standing = m_workspace.shownState(m_kind.needs());
    m_outdated->setText(standing.grey ? text::toText(standing.why) : QString());
    m_outdated->setVisible(standing.grey);
    m_table->setEnabled(!standing.grey);
    m_model->show(exports::figureTable(figures::buildFigure(
        m_kind, m_workspace.snapshotFor(m_kind.needs()), m_workspace.question(), m_workspace.view())));
}

void TableWindow::retranslate()
{
    setWindowTitle(tr("%1 – table").arg(text::toText(m_kind.name)));
    m_table->setAccessibleName(windowTitle());
    fill();
}

void TableWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void TableWindow::copySelection()
{
    if (const std::optional<Error> error = m_workspace.refusal(m_kind.needs())) {
        m_workspace.report(*error);
        return;
    }
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

} // namespace deltascope::views

#include "moc_table_window.cpp"
