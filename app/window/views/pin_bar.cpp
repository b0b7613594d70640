// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/pin_bar.h"

#include "text/language.h"
#include "text/markup.h"
#include "window/widgets/icons.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace deltascope::views {

PinBar::PinBar(workspace::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(6, 0, 6, 0);
    m_row->setSpacing(4);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(&workspace, &workspace::Workspace::pinsChanged, this, &PinBar::showPins);
    connect(&workspace, &workspace::Workspace::snapshotChanged, this, &PinBar::showFailures);
    showPins();
}

void PinBar::pinPresent()
{
    std::vector<model::Pin> pins = m_workspace.pins();
    const auto here = [&](const model::Pin& pin) { return pin.scenario == m_workspace.scenario(); };
    if (std::any_of(pins.begin(), pins.end(), here))
        return;
    QString name;
    for (std::size_t number = pins.size() + 1;; ++number) {
        name = tr("Pin %1").arg(number);
        if (std::none_of(
                pins.begin(), pins.end(), [&](const model::Pin& pin) { return pin.name == name.toStdString(); }))
            break;
    }
    pins.push_back({name.toStdString(), m_workspace.scenario()});
    m_workspace.changePins(tr("Pin"), std::move(pins));
}

void PinBar::rename(std::size_t index, const QString& name)
{
    std::vector<model::Pin> pins = m_workspace.pins();
    const QString trimmed = name.trimmed();
    if (index >= pins.size() || trimmed.isEmpty())
        return;
    pins[index].name = trimmed.toStdString();
    m_workspace.changePins(tr("Rename a pin"), std::move(pins));
}

void PinBar::remove(std::size_t index)
{
    std::vector<model::Pin> pins = m_workspace.pins();
    if (index >= pins.size())
        return;
    pins.erase(pins.begin() + static_cast<std::ptrdiff_t>(index));
    m_workspace.changePins(tr("Remove a pin"), std::move(pins));
}

void PinBar::goTo(std::size_t index)
{
    if (index < m_workspace.pins().size()) {
        const model::Pin pin = m_workspace.pins()[index];
        m_workspace.store().edit(tr("Go to %1").arg(QString::fromStdString(pin.name)), pin.scenario);
    }
}

void PinBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        showPins();
    QWidget::changeEvent(event);
}

void PinBar::showPins()
{
    while (QLayoutItem* item = m_row->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // a chip may be what called
        }
        delete item;
    }
    m_row->addWidget(new QLabel(tr("Pinned:"), this));
    for (std::size_t i = 0; i < m_workspace.pins().size(); ++i)
        m_row->addWidget(chip(i));
    m_row->addStretch(1);
    setVisible(!m_workspace.pins().empty());
    showFailures();
}

/// A pin without data is not drawn: its chip says so.
void PinBar::showFailures()
{
    for (std::size_t i = 0; i < m_workspace.pins().size(); ++i) {
        const QLayoutItem* item = m_row->itemAt(static_cast<int>(i) + 1); // behind the label
        auto* button = item ? qobject_cast<QToolButton*>(item->widget()) : nullptr;
        if (!button) // its name is being edited
            continue;
        const model::Pin& pin = m_workspace.pins()[i];
        const auto& results = m_workspace.snapshot().pins;
        const auto known = std::ranges::find_if(results, [&](const results::PinnedResult& result) {
            return result.name == pin.name && result.scenario == pin.scenario;
        });
        const bool failed = known != results.end() && known->failure;
        const QString name = QString::fromStdString(pin.name);
        const QString text = failed ? tr("%1 (no data)").arg(name) : name;
        if (text == button->text())
            continue;
        button->setText(text);
        button->setToolTip(failed ? text::asTip(text::toText(known->failure->what))
                                  : tr("Go to this pinned scenario, rename or remove it"));
        button->setAccessibleDescription(failed ? text::toText(known->failure->what) : QString());
    }
}

QWidget* PinBar::chip(std::size_t index)
{
    auto* button = new QToolButton(this);
    const QString name = QString::fromStdString(m_workspace.pins()[index].name);
    button->setText(name);
    button->setIcon(widgets::icon(QStringLiteral("pin"), palette()));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(tr("Pinned scenario %1").arg(name));
    button->setToolTip(tr("Go to this pinned scenario, rename or remove it")); // where it has data
    auto* menu = new QMenu(button);
    menu->addAction(tr("Go to it"), this, [this, index] { goTo(index); });
    menu->addAction(tr("Rename…"), this, [this, index] { edit(index); });
    menu->addAction(tr("Remove"), this, [this, index] { remove(index); });
    button->setMenu(menu);
    return button;
}

void PinBar::edit(std::size_t index)
{
    if (index >= m_workspace.pins().size())
        return;
    auto* field = new QLineEdit(QString::fromStdString(m_workspace.pins()[index].name), this);
    field->setMaxLength(60);
    field->setAccessibleName(tr("Name of the pin"));
    field->selectAll();
    QWidget* old = m_row->itemAt(static_cast<int>(index) + 1)->widget();
    delete m_row->replaceWidget(old, field);
    old->hide();
    old->deleteLater();
    field->setFocus();
    connect(field, &QLineEdit::editingFinished, this, [this, field, index] {
        field->blockSignals(true); // hiding it takes the focus away, which finishes again
        rename(index, field->text());
        showPins();
    });
}

} // namespace deltascope::views

#include "moc_pin_bar.cpp"
