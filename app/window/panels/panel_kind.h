// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

#include <span>
#include <string_view>

class QWidget;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::panels {

/// A kind of panel at the side of the window. One const record in one file; panels never see each other.
struct PanelKind {
    std::string_view id;
    const char* name; ///< translatable: title of its dock
    const char* description; ///< translatable: What's This
    int rank; ///< order within its area
    Qt::DockWidgetArea area;
    QWidget* (*create)(workspace::Workspace& workspace, QWidget* parent);

    /// Whether it has something to show; nullptr: always. It comes to the front when that begins.
    bool (*wanted)(const workspace::Workspace& workspace) = nullptr;
    /// Of one that is there at times: it is read, and stays in front of those that set something up.
    bool forAudience = true;
    /// The reader has closed it; nullptr: it may be opened again, and nothing else changes.
    void (*closed)(workspace::Workspace& workspace) = nullptr;
    /// Whether it stands open of itself, or folded to its title until somebody opens it; nullptr: open.
    bool (*unfolded)(const workspace::Workspace& workspace) = nullptr;
};

std::span<const PanelKind* const> panelsRegistry();

} // namespace deltascope::panels
