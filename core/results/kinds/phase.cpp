// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/result_kind.h"
#include "theory/mean_field/phase_diagram.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const mean_field::PhaseDiagram> compute(
    const ResultInputs& in, const Refined<mean_field::PhaseDiagram>& refined)
{
    return shared(mean_field::phaseDiagram(in.scenario, *in.data, in.stop, [&](mean_field::PhaseDiagram diagram) {
        refined(std::make_shared<const mean_field::PhaseDiagram>(std::move(diagram)));
    }));
}

double share(const mean_field::PhaseDiagram& diagram)
{
    constexpr double kCoarse = 0.1; // of the work
    return diagram.isComplete() ? 1 : kCoarse;
}

} // namespace

extern const ResultKind phase{
    .id = "phase",
    .work = translatable("core", "Mean field theory"),
    .rank = 90,
    .value = resultValue<compute, share>(),
    .dependsOn = {model::Dependency::network},
    .applies = [](const model::Scenario& scenario,
                   const model::Question&) { return mean_field::whyNoPhaseDiagram(scenario).empty(); },
};

} // namespace deltascope::results
