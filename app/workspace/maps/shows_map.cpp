// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/maps/shows_map.h"

#include "base/registry.h"
#include "figures/figure_kind.h"
#include "results/map_cells.h"

#include <algorithm>

namespace deltascope::workspace {

namespace {

bool drawsMap(const figures::FigureKind& kind)
{
    return kind.needs().wants(results::kindOf<results::MapCells>());
}

} // namespace

bool showsMap(const model::ViewState& view)
{
    return std::ranges::any_of(view.figures, [](const std::string& id) {
        const figures::FigureKind* kind = findKind(figures::figuresRegistry(), id);
        return kind && drawsMap(*kind);
    });
}

} // namespace deltascope::workspace
