// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/build_figure.h"

#include "evaluation/point.h"
#include "results/ladder.h"

namespace deltascope::figures {

Figure buildFigure(const FigureKind& kind, const results::Snapshot& snapshot, const model::Question& question,
    const model::ViewState& view)
{
    Figure figure = kind.build(snapshot, question, view);
    if (snapshot.step > 0 && results::dependsOn(kind.needs(), model::Dependency::step))
        figure.notes.push_back({snapshot.step == 1 ? translatable("core", "After the first step of training.")
                                                   : translatable("core", "After %1 steps of training."),
            {snapshot.step}});
    const bool ofExamples = kind.needs().wants(results::kindOf<results::Ladder>()); // its rungs are
    if (evaluation::looksAtPoint(snapshot.scenario, snapshot.question.point) && !ofExamples
        && results::dependsOn(kind.needs(), model::Dependency::point))
        figure.notes.push_back(
            {translatable("core", "Of the input (%1, %2) alone, with the target of the example nearest to it."),
                {Real{snapshot.question.point[0], 4}, Real{snapshot.question.point[1], 4}}});
    if (snapshot.refusal && !(kind.needs() & snapshot.refused).empty()) {
        figure.caption = snapshot.refusal->what;
        figure.notes.push_back(snapshot.refusal->what);
    }
    return figure;
}

} // namespace deltascope::figures
