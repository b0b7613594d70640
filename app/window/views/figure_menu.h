// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::views {

class FigureView;

/// The context menu of a figure: export, copy as picture, data or caption, table, fit, what it shows.
void fillFigureMenu(QMenu& menu, workspace::Workspace& workspace, FigureView& view);

} // namespace deltascope::views
