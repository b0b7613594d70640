// SPDX-License-Identifier: GPL-3.0-or-later
// The largest curvature of the cost while the network learns.
#include "results/laws/curvature_course.h"
#include "results/result_kind.h"
#include "results/whole_training.h"
#include "theory/curvature/hessian.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const CurvatureCourse> compute(const ResultInputs& in, const Refined<CurvatureCourse>& refined)
{
    const std::int64_t last = in.question.step > 0 ? in.question.step : kWholeTraining;
    return shared(curvatureCourse(in.scenario, in.data, last, in.threads, in.stop,
        [&](const CurvatureCourse& soFar) { refined(std::make_shared<const CurvatureCourse>(soFar)); }));
}

double share(const CurvatureCourse& course)
{
    return course.complete ? 1 : 0.04 * static_cast<double>(course.points.size());
}

} // namespace

extern const ResultKind curvature_course;
const ResultKind curvature_course{
    .id = "curvature_course",
    .work = translatable("core", "Curvature of the cost"),
    .rank = 145,
    .value = resultValue<compute, share>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::training,
        model::Dependency::heldOut, model::Dependency::end},
    .late = true,
    .applies = [](const model::Scenario& scenario,
                   const model::Question&) { return curvature::whyNoHessian(scenario).empty(); },
    .memory = [](const model::Scenario& scenario, const model::Question&,
                  int threads) { return curvatureMemory(scenario, threads); },
};

} // namespace deltascope::results
