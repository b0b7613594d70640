// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/dock_title.h"

#include "window/widgets/icons.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace deltascope::window {

DockTitle::DockTitle(QDockWidget& dock)
    : QWidget(&dock)
    , m_dock(dock)
    , m_fold(new QToolButton(this))
    , m_float(new QToolButton(this))
    , m_close(new QToolButton(this))
    , m_name(new QLabel(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(2);
    for (QToolButton* button : {m_fold, m_float, m_close}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_fold->setObjectName(QStringLiteral("fold"));
    m_name->setTextFormat(Qt::PlainText);
    row->addWidget(m_fold);
    row->addWidget(m_name);
    row->addStretch(1);
    row->addWidget(m_float);
    row->addWidget(m_close);
    connect(m_fold, &QToolButton::clicked, this, [this] {
        setFolded(!m_folded);
        emit foldWanted(m_folded);
    });
    connect(m_float, &QToolButton::clicked, &m_dock, [this] { m_dock.setFloating(!m_dock.isFloating()); });
    connect(m_close, &QToolButton::clicked, &m_dock, &QDockWidget::close);
    connect(&m_dock, &QDockWidget::windowTitleChanged, this, &DockTitle::retranslate);
    connect(&m_dock, &QDockWidget::topLevelChanged, this, [this](bool floats) {
        m_fold->setEnabled(!floats);
        if (floats)
            setFolded(false);
    });
    retranslate();
}

void DockTitle::setFolded(bool folded)
{
    if (folded == m_folded)
        return;
    m_folded = folded;
    for (QWidget* panel : m_dock.widget()->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        panel->setVisible(!folded);
    fit();
    retranslate();
    emit this->folded();
}

/// As high as the title while it is folded.
void DockTitle::fit()
{
    const int height = sizeHint().height();
    m_dock.setMinimumHeight(m_folded ? height : 0);
    m_dock.setMaximumHeight(m_folded ? height : QWIDGETSIZE_MAX);
}

void DockTitle::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    const QEvent::Type type = event->type();
    if (type == QEvent::LanguageChange || type == QEvent::PaletteChange)
        retranslate();
    if (type == QEvent::FontChange)
        fit();
}

void DockTitle::retranslate()
{
    const QString name = m_dock.windowTitle();
    m_name->setText(name);
    m_fold->setArrowType(m_folded ? Qt::RightArrow : Qt::DownArrow);
    m_fold->setToolTip(m_folded ? tr("Unfold this panel") : tr("Fold this panel to its title"));
    m_fold->setAccessibleName((m_folded ? tr("Unfold %1") : tr("Fold %1")).arg(name));
    m_float->setIcon(widgets::icon(QStringLiteral("float"), palette()));
    m_float->setToolTip(tr("A window of its own, or back"));
    m_float->setAccessibleName(tr("Float %1").arg(name));
    m_close->setIcon(widgets::icon(QStringLiteral("close"), palette()));
    m_close->setToolTip(tr("Close; the View menu brings it back"));
    m_close->setAccessibleName(tr("Close %1").arg(name));
    for (QToolButton* button : {m_fold, m_float, m_close}) {
        button->setWhatsThis(button->toolTip());
        const int side = fontMetrics().height();
        button->setIconSize({side * 9 / 10, side * 9 / 10});
    }
}

} // namespace deltascope::window

#include "moc_dock_title.cpp"
