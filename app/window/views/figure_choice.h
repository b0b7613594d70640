// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure_kind.h"

#include <functional>
#include <vector>

class QMenu;

namespace deltascope::views {

/// The kinds of figure in the order of their rank.
std::vector<const figures::FigureKind*> figuresInOrder();

/// Fills a menu with all of them, this one ticked.
void fillFigureChoice(QMenu& menu, const figures::FigureKind* ticked,
    const std::function<void(const figures::FigureKind& chosen)>& choose);

} // namespace deltascope::views
