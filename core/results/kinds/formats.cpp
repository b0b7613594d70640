// SPDX-License-Identifier: GPL-3.0-or-later
// What the float formats that may lose something compute.
#include "formats/format_arithmetic.h"
#include "results/at_once.h"
#include "results/result_kind.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const formats::FormatArithmetic> compute(const ResultInputs& in)
{
    const auto evaluation = in.result<evaluation::Evaluation>();
    return evaluation ? shared(formats::formatArithmetic(
               in.scenario, *in.data, in.network(), *evaluation, formats::FormatChoice::nearTheirEnds, in.stop))
                      : nullptr;
}

/// What they compute takes some microseconds a layer.
bool isQuick(const model::Scenario& scenario)
{
    constexpr double kNeuron = 100; // as many products as f, f′ and the roundings of one take
    constexpr double kMaxWork = 400'000; // 2 ms in four formats; [64 × 30 layers, 1 example] is 320'000
    double work = 0;
    for (const network::LayerGroup& group : network::layerGroups(scenario))
        work += (group.shape.before + kNeuron) * group.shape.size * group.count;
    return evaluatesAtOnce(scenario) && scenario.examples * work <= kMaxWork;
}

} // namespace

extern const ResultKind formats{
    .id = "formats",
    .work = translatable("core", "Evaluation"),
    .rank = 30,
    .value = resultValue<compute>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::step,
        model::Dependency::point},
    .late = true,
    .atOnce = isQuick,
};

} // namespace deltascope::results
