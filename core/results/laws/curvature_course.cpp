// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/laws/curvature_course.h"

#include "base/registry.h"
#include "parameters/changes.h"
#include "results/memory_need.h"
#include "theory/curvature/hessian.h"
#include "training/momentum_schedule.h"
#include "training/optimizer.h"
#include "training/steps_per_epoch.h"
#include "training/training.h"

#include <algorithm>
#include <cmath>

namespace deltascope::results {

namespace {

constexpr int kMostPoints = 25;
constexpr double kWork = 3e11; // multiplications of all points together: about half a minute
constexpr double kProducts = 60; // with the Hessian, for one point

double parametersOf(const model::Scenario& scenario)
{
    return networkMemory(scenario) / sizeof(double);
}

std::optional<double> limitAt(const model::Scenario& scenario, std::int64_t step)
{
    const training::Optimizer& rule = *findKind(training::optimizersRegistry(), scenario.optimizer);
    if (!rule.stableCurvature)
        return std::nullopt;
    const auto inForce = [&](const char* key) {
        return parameters::valueInForce(scenario, *parameters::findScenarioParameter(key), step);
    };
    const double rate = inForce("learning_rate");
    if (rate == 0)
        return std::nullopt;
    const double momentum =
        rule.usesMomentum ? training::momentumAt(scenario.momentumSchedule, inForce("momentum"), step) : 0;
    return rule.stableCurvature({.scenario = scenario, .step = step, .learningRate = rate, .momentum = momentum});
}

} // namespace

std::vector<std::int64_t> curvatureSteps(std::int64_t last, double work)
{
    const int count = std::clamp(static_cast<int>(kWork / work), 2, kMostPoints);
    std::vector<std::int64_t> steps;
    for (int i = 0; i < count; ++i) {
        const double share = static_cast<double>(i) / (count - 1);
        const auto step = static_cast<std::int64_t>(std::llround(share * share * static_cast<double>(last)));
        if (steps.empty() || step > steps.back())
            steps.push_back(step);
    }
    return steps;
}

std::optional<CurvatureCourse> curvatureCourse(const model::Scenario& scenario,
    const std::shared_ptr<const data::Dataset>& data, std::int64_t last, int threads, const std::stop_token& stop,
    const std::function<void(const CurvatureCourse&)>& refined)
{
    const losses::Loss& loss = *findKind(losses::lossesRegistry(), scenario.loss);
    training::Training training(scenario, data, {.threads = threads, .statistics = false});
    CurvatureCourse course;
    course.wholeBatches = training::stepsPerEpoch(data->examples(), scenario.batch) == 1;
    const auto add = [&] {
        const network::Network network = training.network();
        const auto found = curvature::extremeCurvatures(curvature::Hessian(network, loss, *data, stop), stop);
        if (found)
            course.points.push_back(
                {training.step(), found->largest, found->smallest, limitAt(scenario, training.step())});
        if (found && refined)
            refined(course);
    };
    last = std::min(last, training.stepCount());
    const double work = parametersOf(scenario) * data->examples() * 6 * kProducts;
    for (const std::int64_t step : curvatureSteps(last, work)) {
        while (training.step() < step && training.advance(stop) == training::Training::Outcome::stepped) { }
        if (stop.stop_requested())
            return std::nullopt;
        if (course.points.empty() || training.step() > course.points.back().step)
            add();
        if (training.divergence())
            break;
    }
    course.divergence = training.divergence();
    course.steps = training.step();
    course.complete = true;
    return stop.stop_requested() ? std::nullopt : std::optional(std::move(course));
}

double curvatureMemory(const model::Scenario& scenario, int threads)
{
    constexpr double kOfEveryNeuron = 9; // numbers of an example, with their changes along a vector
    constexpr double kVectors = 8; // as long as all parameters
    double neurons = 0;
    for (const network::LayerGroup& group : network::layerGroups(scenario))
        neurons += static_cast<double>(group.shape.size) * group.count;
    return sizeof(double) * (kOfEveryNeuron * neurons * scenario.examples + kVectors * parametersOf(scenario))
        + trainingMemory(scenario, threads);
}

} // namespace deltascope::results
