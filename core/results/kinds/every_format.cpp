// SPDX-License-Identifier: GPL-3.0-or-later
// What every float format computes, subnormal numbers kept and flushed.
#include "formats/format_arithmetic.h"
#include "results/result_kind.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const formats::EveryFormat> compute(const ResultInputs& in)
{
    const auto evaluation = in.result<evaluation::Evaluation>();
    if (!evaluation)
        return nullptr;
    auto formats = formats::formatArithmetic(
        in.scenario, *in.data, in.network(), *evaluation, formats::FormatChoice::every, in.stop);
    return formats ? std::make_shared<const formats::EveryFormat>(formats::EveryFormat{*std::move(formats)}) : nullptr;
}

} // namespace

extern const ResultKind every_format{
    .id = "every_format",
    .work = translatable("core", "Evaluation"),
    .rank = 80,
    .value = resultValue<compute>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::step,
        model::Dependency::point},
    .late = true,
};

} // namespace deltascope::results
