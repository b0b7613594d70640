// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/sheets/limits_dialog.h"

#include "text/language.h"
#include "window/views/sheets/figure_ranges.h"
#include "window/views/sheets/limit_text.h"
#include "workspace/workspace.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace deltascope::views {

LimitsDialog::LimitsDialog(workspace::Workspace& workspace, const figures::Figure& figure,
    std::vector<model::ViewRange> shown, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_ranges(std::move(shown))
    , m_problem(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("%1 – axis limits").arg(text::toText(figure.title)));
    auto* column = new QVBoxLayout(this);
    auto* grid = new QGridLayout;
    column->addLayout(grid);
    grid->addWidget(new QLabel(tr("from"), this), 0, 1);
    grid->addWidget(new QLabel(tr("to"), this), 0, 2);
    for (std::size_t i = 0; i < figure.panels.size(); ++i) {
        const figures::Panel& panel = figure.panels[i];
        if (!panel.axes)
            continue;
        const QString title = text::toText(panel.title);
        const auto named = [&](const figures::Axis& axis) {
            const QString name = text::toText(axis.title);
            return title.isEmpty() ? name : tr("%1: %2").arg(title, name);
        };
        addRow(static_cast<int>(i), true, panel.x, named(panel.x));
        addRow(static_cast<int>(i), false, panel.y, named(panel.y));
    }
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* fit = buttons->addButton(tr("Fit the axes"), QDialogButtonBox::ResetRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(fit, &QPushButton::clicked, this, [this, id = figure.id] {
        m_workspace.setView(withoutRanges(m_workspace.view(), id));
        close();
    });
    for (QPushButton* button : {fit, buttons->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false); // Enter belongs to the fields
    showLimits();
}

void LimitsDialog::addRow(int panel, bool horizontal, const figures::Axis& axis, const QString& name)
{
    if (!hasLimits(axis))
        return;
    auto* grid = static_cast<QGridLayout*>(layout()->itemAt(0)->layout());
    const int at = grid->rowCount();
    const auto field = [&](int place, const QString& which) {
        auto* edit = new QLineEdit(this);
        edit->setAccessibleName(which);
        grid->addWidget(edit, at, place);
        return edit;
    };
    auto* label = new QLabel(name, this);
    label->setTextFormat(Qt::PlainText);
    grid->addWidget(label, at, 0);
    m_rows.push_back({panel, horizontal, axis, field(1, tr("%1, from").arg(name)), field(2, tr("%1, to").arg(name))});
    label->setBuddy(m_rows.back().from);
    for (QLineEdit* edit : {m_rows.back().from, m_rows.back().to})
        connect(edit, &QLineEdit::editingFinished, this, [this, edit, index = m_rows.size() - 1] {
            if (edit->isModified())
                put(m_rows[index]);
        });
}

void LimitsDialog::put(const Row& row)
{
    model::ViewRange& range = m_ranges[static_cast<std::size_t>(row.panel)];
    double& lower = row.horizontal ? range.xLower : range.yLower;
    double& upper = row.horizontal ? range.xUpper : range.yUpper;
    const auto typed = [&](const QLineEdit& field, double present, bool isUpper) {
        return field.isModified() ? limitAt(row.axis, field.text(), isUpper) : std::optional(present);
    };
    const std::optional<double> from = typed(*row.from, lower, false), to = typed(*row.to, upper, true);
    QString problem;
    if (!from || !to)
        problem = row.axis.scale == figures::AxisScale::decades
            ? tr("“%1” is no limit of a logarithmic axis: a number above 0 is needed, such as 1e-20.")
                  .arg(from ? row.to->text() : row.from->text())
            : tr("“%1” is no number.").arg(from ? row.to->text() : row.from->text());
    else if (!(*from < *to))
        problem = tr("The axis would end before it begins: the first limit must be the lower one.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        return;
    lower = *from;
    upper = *to;
    m_workspace.setView(withRanges(m_workspace.view(), range.figure, m_ranges));
    showLimits();
}

void LimitsDialog::showLimits()
{
    for (const Row& row : m_rows) {
        const model::ViewRange& range = m_ranges[static_cast<std::size_t>(row.panel)];
        row.from->setText(limitText(row.axis, row.horizontal ? range.xLower : range.yLower, false));
        row.to->setText(limitText(row.axis, row.horizontal ? range.xUpper : range.yUpper, true));
        row.from->setModified(false);
        row.to->setModified(false);
    }
}

std::vector<QLineEdit*> LimitsDialog::fields(int panel, bool horizontal) const
{
    for (const Row& row : m_rows)
        if (row.panel == panel && row.horizontal == horizontal)
            return {row.from, row.to};
    return {};
}

QString LimitsDialog::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

} // namespace deltascope::views

#include "moc_limits_dialog.cpp"
