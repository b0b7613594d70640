// SPDX-License-Identifier: GPL-3.0-or-later
// χ₁ of mean field theory where q has settled, for most of the examples. Schoenholz et al. (2017). core/maths.md 9.8.
#include "measures/measure.h"

#include "theory/mean_field/prediction.h"

#include <cmath>

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    const mean_field::MeanFieldPrediction* theory = snapshot.get<mean_field::MeanFieldPrediction>();
    if (!theory || !(theory->fixedPoint.factor > 0))
        return std::nullopt;
    return std::log10(theory->fixedPoint.factor);
}

} // namespace

extern const MeasureKind chi_1{
    .id = "chi_1",
    .name = translatable("core", "χ₁ of mean field theory"),
    .decades = true,
    .needs = results::ownNeeds<mean_field::MeanFieldPrediction>,
    .arguments = "",
    .value = value,
    .symbol = "χ₁",
    .ratio = true,
    .inapplicable = mean_field::whyNoTheory,
};

} // namespace deltascope::measures
