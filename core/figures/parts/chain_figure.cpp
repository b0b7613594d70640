// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/chain_figure.h"

#include "figures/parts/wording.h"

namespace deltascope {

Figure chainFigure(
    Figure figure, LayerPanel panel, const ChainFigure& parts, const Snapshot& snapshot, const ViewState& view)
{
    if (!snapshot.evaluation)
        figure.caption = beingComputed();
    else if (!snapshot.evaluation->chain)
        figure.caption = parts.drawWide(panel, *snapshot.evaluation, selectedLayer(snapshot, view));
    else
        parts.draw(figure, panel, snapshot, view);
    for (const Ghost& ghost : ghosts(snapshot)) {
        const auto& evaluation = ghost.result.evaluation;
        if (!evaluation)
            continue;
        if (!evaluation->chain) {
            figure.notes.push_back({parts.pinIsWide, {ghost.name}});
            continue;
        }
        panel.includeLayer(evaluation->depth());
        parts.addPin(panel, ghost);
    }
    figure.panels.push_back(panel.finish(figure.notes));
    return figure;
}

} // namespace deltascope
