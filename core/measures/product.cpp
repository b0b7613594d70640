// SPDX-License-Identifier: GPL-3.0-or-later
// |da_L/da_0| of a chain.
#include "measures/measure.h"

#include "measures/outside_chains.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    const evaluation::Evaluation* evaluation = snapshot.get<evaluation::Evaluation>();
    if (!evaluation || !evaluation->chain || evaluation->product.isZero())
        return std::nullopt;
    return evaluation->product.log10();
}

} // namespace

extern const MeasureKind product{
    .id = "product",
    .name = translatable("core", "size of the product of all factors |∂a/∂a₀|"),
    .decades = true,
    .needs = results::ownNeeds<evaluation::Evaluation>,
    .arguments = "",
    .value = value,
    .symbol = "|∂a/∂a₀|",
    .ratio = true,
    .reads = evaluation::kFactors,
    .inapplicable = outsideChains,
};

} // namespace deltascope::measures
