// SPDX-License-Identifier: GPL-3.0-or-later
// |w_l f′(z_l)| in a chain.
#include "measures/measure.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments& arguments)
{
    const evaluation::Evaluation* evaluation = snapshot.get<evaluation::Evaluation>();
    if (!evaluation || arguments.layer > evaluation->depth())
        return std::nullopt;
    const numerics::Scaled factor = evaluation->layer(arguments.layer).factor;
    return !evaluation->chain || factor.isZero() ? std::nullopt : std::optional(factor.log10());
}

} // namespace

extern const MeasureKind factor{
    "factor",
    translatable("core", "size of the layer’s factor |wσ′(z)|"),
    true,
    results::ownNeeds<evaluation::Evaluation>,
    "layer",
    value,
};

} // namespace deltascope::measures
