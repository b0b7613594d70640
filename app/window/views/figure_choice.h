// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure_kind.h"

#include <functional>
#include <vector>

class QAction;
class QMenu;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::views {

/// The kinds of figure in the order of their rank.
std::vector<const figures::FigureKind*> figuresInOrder();

/// Fills a menu with a menu for each question that figures answer, in it those figures, each with a small picture of
/// the present scenario. `prepare` finishes each action.
void fillByQuestion(QMenu& menu, workspace::Workspace& workspace,
    const std::function<void(QAction& action, const figures::FigureKind& kind)>& prepare);

/// The same, one ticked, to choose another.
void fillFigureChoice(QMenu& menu, workspace::Workspace& workspace, const figures::FigureKind* ticked,
    const std::function<void(const figures::FigureKind& chosen)>& choose);

} // namespace deltascope::views
