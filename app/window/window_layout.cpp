// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/window_layout.h"

#include "files/settings.h"

#include <QDockWidget>
#include <QGuiApplication>
#include <QMainWindow>
#include <QScreen>

#include <algorithm>

namespace deltascope::window {

namespace {

const QString kGeometry = QStringLiteral("window/geometry");
const QString kDocks = QStringLiteral("window/docks");
constexpr int kVersion = 2;

bool isOnAScreen(const QRect& frame)
{
    const QRect grip(frame.left(), frame.top(), std::max(frame.width(), 1), 40); // enough of the title bar to drag
    const QList<QScreen*> screens = QGuiApplication::screens();
    return std::any_of(screens.begin(), screens.end(), [&](const QScreen* screen) {
        const QRect seen = screen->availableGeometry().intersected(grip);
        return seen.width() >= 60 && seen.height() >= 20;
    });
}

} // namespace

void standardWindowSize(QMainWindow& window)
{
    const QScreen* screen = QGuiApplication::primaryScreen();
    const QRect space = screen ? screen->availableGeometry() : QRect(0, 0, 1280, 800);
    window.resize(QSize(1500, 940).boundedTo(space.size() * 0.94));
}

void standardDockSizes(QMainWindow& window, const std::vector<QDockWidget*>& docks)
{
    const int em = window.fontMetrics().height();
    QList<QDockWidget*> sides;
    QList<int> widths, heights;
    for (QDockWidget* dock : docks) {
        const Qt::DockWidgetArea area = window.dockWidgetArea(dock);
        if (area != Qt::LeftDockWidgetArea && area != Qt::RightDockWidgetArea)
            continue;
        // The left side has rows of label, slider and number, the right side words that wrap anywhere.
        const bool left = area == Qt::LeftDockWidgetArea;
        sides << dock;
        widths << std::clamp(20 * window.width() / 100, (left ? 18 : 14) * em, (left ? 26 : 20) * em);
    }
    for (qsizetype i = 0; i < sides.size(); ++i) // the first panel of an area is the one that is always in use
        heights << (i == 0 ? 3 : 1) * window.height() / 4;
    window.resizeDocks(sides, widths, Qt::Horizontal);
    window.resizeDocks(sides, heights, Qt::Vertical);
}

void restoreLayout(QMainWindow& window)
{
    const auto settings = files::openSettings();
    if (!settings)
        return;
    const QSize standard = window.size();
    window.restoreGeometry(settings->value(kGeometry).toByteArray());
    window.restoreState(settings->value(kDocks).toByteArray(), kVersion);
    if (window.size().isEmpty() || !isOnAScreen(window.frameGeometry())) {
        window.setWindowState(Qt::WindowNoState);
        window.resize(standard);
        if (const QScreen* screen = QGuiApplication::primaryScreen())
            window.move(screen->availableGeometry().topLeft() + QPoint(20, 20));
    }
}

void saveLayout(const QMainWindow& window)
{
    const auto settings = files::openSettings();
    if (!settings)
        return;
    settings->setValue(kGeometry, window.saveGeometry());
    settings->setValue(kDocks, window.saveState(kVersion));
}

} // namespace deltascope::window
