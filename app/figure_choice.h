// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure_kind.h"

#include <functional>
#include <vector>

class QMenu;

namespace deltascope {

/// All kinds of figure in the order of their rank.
std::vector<const FigureKind*> figuresInOrder();

/// Fills a menu with all of them, this one ticked.
void fillFigureChoice(
    QMenu& menu, const FigureKind* ticked, const std::function<void(const FigureKind& chosen)>& choose);

} // namespace deltascope
