// SPDX-License-Identifier: GPL-3.0-or-later
// The derivative of the first output along a line of inputs.
#include "results/laws/line_gradient.h"
#include "results/memory_need.h"
#include "results/result_kind.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const LineGradient> compute(const ResultInputs& in)
{
    return shared(lineGradient(in.network(), *in.data, in.stop));
}

} // namespace

extern const ResultKind line_gradient;
const ResultKind line_gradient{
    .id = "line_gradient",
    .work = translatable("core", "Gradient along a line"),
    .rank = 56,
    .value = resultValue<compute>(),
    .dependsOn = {model::Dependency::network, model::Dependency::step},
    .ofPins = true,
    .applies = [](const model::Scenario& scenario, const model::Question&) { return model::stepsOf(scenario) == 1; },
    .memory =
        [](const model::Scenario& scenario, const model::Question&, int) {
            model::Scenario line = scenario;
            line.examples = LineGradient::kPoints;
            return passesMemory(line) + networkMemory(scenario);
        },
};

} // namespace deltascope::results
