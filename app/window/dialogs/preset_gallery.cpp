// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/dialogs/preset_gallery.h"

#include "files/presets.h"
#include "text/language.h"
#include "window/widgets/two_line_delegate.h"
#include "workspace/preset_session.h"

#include <QGuiApplication>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace deltascope::dialogs {

PresetGallery::PresetGallery(workspace::PresetSession& session, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_session(session)
    , m_list(new QListWidget(this))
    , m_putBack(new QPushButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_putBack);
    layout->addWidget(m_list);
    m_list->setItemDelegate(new widgets::TwoLineDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { choose(m_list->row(item)); });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { choose(m_list->row(item)); });
    connect(m_putBack, &QPushButton::clicked, this, [this] {
        hide();
        m_session.putBack();
    });
}

void PresetGallery::popUp(const QPoint& globalPosition)
{
    const QScreen* screen = QGuiApplication::screenAt(globalPosition);
    const QRect space = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    const int em = fontMetrics().height();
    resize(std::min(34 * em, space.width()), std::min(40 * em, space.bottom() - globalPosition.y() - 8));
    fill();
    move(std::clamp(globalPosition.x(), space.left(), std::max(space.left(), space.right() - width())),
        globalPosition.y());
    show();
    m_list->doItemsLayout();
    m_list->keyboardSearch({}); // what is typed now begins anew
    m_list->setFocus();
}

void PresetGallery::fill()
{
    m_list->clear();
    m_list->setAccessibleName(tr("Presets"));
    for (const documents::Preset& preset : files::presets()) {
        auto* item = new QListWidgetItem(text::toText(preset.name), m_list);
        item->setData(widgets::TwoLineDelegate::kExplanation, text::toText(preset.lookFor));
        item->setData(widgets::TwoLineDelegate::kSource, text::toText(preset.source));
        item->setData(Qt::AccessibleDescriptionRole, text::toText(preset.lookFor));
        if (&preset == m_session.present()) {
            item->setText(m_session.title());
            m_list->setCurrentItem(item);
        }
    }
    m_putBack->setVisible(m_session.modified());
    if (m_session.modified())
        m_putBack->setText(tr("Restore “%1” as it was").arg(text::toText(m_session.present()->name)));
}

void PresetGallery::choose(int row)
{
    hide();
    m_session.choose(files::presets()[static_cast<std::size_t>(row)]);
}

} // namespace deltascope::dialogs

#include "moc_preset_gallery.cpp"
