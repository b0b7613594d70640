// SPDX-License-Identifier: GPL-3.0-or-later
// |w_l f′(z_l)| in a chain.
#include "measures/measure.h"

#include "measures/outside_chains.h"

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
    .id = "factor",
    .name = translatable("core", "size of the layer’s factor |wσ′(z)|"),
    .decades = true,
    .needs = results::ownNeeds<evaluation::Evaluation>,
    .arguments = "layer",
    .value = value,
    .symbol = "|wσ′|",
    .ratio = true,
    .reads = evaluation::kFactors,
    .inapplicable = outsideChains,
};

} // namespace deltascope::measures
