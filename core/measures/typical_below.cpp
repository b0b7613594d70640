// SPDX-License-Identifier: GPL-3.0-or-later
// By what factor the median of ‖δ¹‖ over networks of this width lies below its root mean square, which mean field
// predicts. Hanin & Nica (2018). core/maths.md 16.3.
#include "measures/measure.h"

#include "theory/finite_width/finite_width.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    const auto* law = snapshot.get<finite_width::FiniteWidthLaw>();
    if (!law || law->layers.front().median.isZero())
        return std::nullopt;
    return (law->layers.front().rms / law->layers.front().median).log10();
}

} // namespace

extern const MeasureKind typical_below{
    .id = "typical_below",
    .name = translatable("core", "root mean square of ‖δ¹‖ over its median, by the law of finite width"),
    .decades = true,
    .needs = results::ownNeeds<finite_width::FiniteWidthLaw>,
    .arguments = "",
    .value = value,
    .symbol = "rms‖δ¹‖/median",
    .ratio = true,
    .inapplicable = finite_width::whyNoLaw,
};

} // namespace deltascope::measures
