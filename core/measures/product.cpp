// SPDX-License-Identifier: GPL-3.0-or-later
// |da_L/da_0| of a chain.
#include "measures/measure.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    if (!snapshot.evaluation || !snapshot.evaluation->chain || snapshot.evaluation->product.isZero())
        return std::nullopt;
    return snapshot.evaluation->product.log10();
}

} // namespace

extern const MeasureKind product{
    "product",
    translatable("core", "size of the product of all factors |∂a/∂a₀|"),
    true,
    results::needs(results::Need::evaluation),
    "",
    value,
};

} // namespace deltascope::measures
