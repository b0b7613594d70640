// SPDX-License-Identifier: GPL-3.0-or-later
// Where the window and its docks stand, from one session to the next.
#pragma once

#include <vector>

class QDockWidget;
class QMainWindow;

namespace deltascope::window {

/// Size of a first start: most of the screen, no more than reads well.
void standardWindowSize(QMainWindow& window);
void standardDockSizes(QMainWindow& window, const std::vector<QDockWidget*>& docks);
/// Puts back what the last session left, moved onto a screen that exists; does nothing where nothing is kept.
void restoreLayout(QMainWindow& window);
void saveLayout(const QMainWindow& window);

} // namespace deltascope::window
