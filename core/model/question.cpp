// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/question.h"

namespace deltascope::model {

Question questionOf(const ViewState& view)
{
    return {.k = view.k, .layer = view.layer, .seeds = view.seeds, .step = view.step};
}

Question questionOfPin(const Question& question, int depth)
{
    Question own = question;
    own.step = 0;
    if (own.layer > depth)
        own.layer = 0;
    return own;
}

Dependencies changedBetween(const Question& one, const Question& other)
{
    Dependencies changed;
    if (one.k != other.k)
        changed.add(Dependency::k);
    if (one.layer != other.layer)
        changed.add(Dependency::layer);
    if (one.seeds != other.seeds)
        changed.add(Dependency::seeds);
    if (one.step != other.step)
        changed = changed | Dependencies{Dependency::step, Dependency::end};
    return changed;
}

} // namespace deltascope::model
