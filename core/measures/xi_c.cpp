// SPDX-License-Identifier: GPL-3.0-or-later
// Over how many layers what tells two inputs apart changes by a factor e in wide random layers: how deep such a network
// can be trained. Schoenholz et al. (2017). core/maths.md 16.10.
#include "measures/measure.h"

#include "theory/mean_field/two_inputs.h"

#include <cmath>

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    const auto* maps = snapshot.get<mean_field::PairMaps>();
    if (!maps || !maps->hasCorrelations() || !(maps->correlationScale > 0)
        || std::isinf(maps->correlationScale)) // without end at χ₁ = 1
        return std::nullopt;
    return std::log10(maps->correlationScale);
}

} // namespace

extern const MeasureKind xi_c{
    .id = "xi_c",
    .name = translatable("core", "depth scale ξc of two inputs, in layers"),
    .decades = true,
    .needs = results::ownNeeds<mean_field::PairMaps>,
    .arguments = "",
    .value = value,
    .symbol = "ξ_c",
    .absent = results::CellMark::beyond,
    .inapplicable = mean_field::whyNoPair,
};

} // namespace deltascope::measures
