// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/chain_parts/chain_figure.h"

#include "figures/parts/figure_sentences.h"

namespace deltascope::chain_parts {

figures::Figure chainFigure(figures::Figure figure, parts::LayerPanel panel, const ChainFigure& parts,
    const results::Snapshot& snapshot, const model::Question& question)
{
    if (!snapshot.get<evaluation::Evaluation>())
        figure.caption = parts::beingComputed();
    else if (!snapshot.get<evaluation::Evaluation>()->chain)
        figure.caption =
            parts.drawWide(panel, *snapshot.get<evaluation::Evaluation>(), parts::selectedLayer(snapshot, question));
    else
        parts.draw(figure, panel, snapshot, question);
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(snapshot)) {
        const evaluation::Evaluation* evaluation = drawnPin.result.get<evaluation::Evaluation>();
        if (!evaluation)
            continue;
        if (!evaluation->chain) {
            figure.notes.push_back({parts.pinIsWide, {drawnPin.name}});
            continue;
        }
        panel.includeLayer(evaluation->depth());
        parts.addPin(panel, drawnPin);
    }
    figure.panels.push_back(panel.finish(figure.notes));
    return figure;
}

} // namespace deltascope::chain_parts
