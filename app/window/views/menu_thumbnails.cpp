// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/menu_thumbnails.h"

#include "figures/build_figure.h"
#include "render/plot/plot_widget.h"
#include "render/theme.h"
#include "results/map_cells.h"
#include "window/widgets/control_style.h"
#include "workspace/lesson_session.h"
#include "workspace/store/scenario_store.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QIcon>
#include <QMenu>
#include <QPixmap>

#include <algorithm>

namespace deltascope::views {

namespace {

constexpr QSize kDrawn{300, 190}; // pixels of the picture that is made small: its type is left out there
constexpr int kPause = 300; // ms between results that come and pictures of them

/// The cells of a map take minutes, and the menu is open for a moment.
bool isTooLong(const figures::FigureKind& kind)
{
    return kind.needs().wants(results::kindOf<results::MapCells>());
}

} // namespace

MenuThumbnails::MenuThumbnails(workspace::Workspace& workspace, QMenu& menu)
    : QObject(&menu)
    , m_workspace(workspace)
    , m_menu(menu)
    , m_plot(new plot::PlotWidget(&menu))
{
    m_plot->hide();
    m_plot->resize(kDrawn);
    menu.setProperty(widgets::kPicturesInMenu, true);
    m_late.setSingleShot(true);
    connect(&menu, &QMenu::aboutToShow, this, &MenuThumbnails::begin);
    connect(&menu, &QMenu::aboutToHide, this, &MenuThumbnails::end);
    connect(&workspace, &workspace::Workspace::snapshotChanged, this, [this] {
        if (m_open && !m_late.isActive())
            m_late.start(kPause);
    });
    connect(&m_late, &QTimer::timeout, this, &MenuThumbnails::again);
    connect(&m_next, &QTimer::timeout, this, &MenuThumbnails::drawNext);
}

MenuThumbnails::~MenuThumbnails()
{
    end();
}

void MenuThumbnails::add(QAction& action, const figures::FigureKind& kind)
{
    const QSize size = widgets::pictureInMenu(m_menu);
    QPixmap room(size * m_menu.devicePixelRatioF());
    room.setDevicePixelRatio(m_menu.devicePixelRatioF());
    room.fill(Qt::transparent);
    action.setIcon(room); // the menu does not grow when the pictures come
    m_all.emplace_back(&action, &kind);
}

void MenuThumbnails::begin()
{
    if (m_workspace.lesson().covered())
        return;
    m_open = true;
    results::Needs needs;
    for (const auto& [action, kind] : m_all)
        if (!isTooLong(*kind))
            needs = needs | kind->needs();
    m_workspace.require(this, needs);
    again();
}

void MenuThumbnails::end()
{
    m_open = false;
    m_next.stop();
    m_late.stop();
    m_workspace.require(this, {});
}

void MenuThumbnails::again()
{
    m_waiting.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i)
        m_waiting.push_back(i);
    m_next.start(0);
}

void MenuThumbnails::drawNext()
{
    if (m_waiting.empty() || m_workspace.store().inGesture()) {
        m_next.stop();
        return;
    }
    const auto [action, kind] = m_all[m_waiting.front()];
    m_waiting.pop_front();
    model::ViewState view = m_workspace.view();
    m_plot->setTheme(render::theme(QString::fromStdString(m_workspace.preferences().theme)));
    m_plot->show(
        figures::buildFigure(*kind, m_workspace.snapshotFor(kind->needs()), m_workspace.question(), view), view);
    const QSize size = widgets::pictureInMenu(m_menu) * m_menu.devicePixelRatioF();
    QPixmap picture = m_plot->grab().scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    picture.setDevicePixelRatio(m_menu.devicePixelRatioF());
    action->setIcon(picture);
}

} // namespace deltascope::views

#include "moc_menu_thumbnails.cpp"
