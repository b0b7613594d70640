// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/animation.h"

#include "figures/build_figure.h"
#include "figures/figure_memory.h"
#include "results/memory_need.h"
#include "results/snapshot_memory.h"
#include "training/training.h"
#include "training/training_progress.h"

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace {

double valueAt(const AnimationPlan& plan, int frame)
{
    const double share = static_cast<double>(frame) / (plan.frames - 1);
    if (plan.parameter->scale == parameters::SliderScale::logarithmic && plan.from > 0 && plan.to > 0)
        return plan.from * std::pow(plan.to / plan.from, share);
    return plan.from + share * (plan.to - plan.from);
}

Result<model::Scenario> scenarioAt(const AnimationPlan& plan, int frame)
{
    const double value = valueAt(plan, frame);
    const bool whole = parameters::typeOf(*plan.parameter).whole;
    return parameters::withValue(plan.start.scenario, *plan.parameter, whole ? std::round(value) : value);
}

/// All figures are held at once, for their axes to reach equally far.
std::optional<Error> tooManyFrames(const AnimationPlan& plan, const Figure& first)
{
    const double bytes = results::kProgramMemory + results::kDrawingMemory + memoryOf(first) * plan.frames;
    if (bytes <= results::kMemoryLimit)
        return std::nullopt;
    return Error{Fault::usage,
        {translatable("core",
             "%1 frames of this figure would take up to %2 GB of memory, and %3 GB are the limit: choose fewer "
             "frames."),
            {plan.frames, Real{bytes / 1e9, 3}, Real{results::kMemoryLimit / 1e9, 3}}}};
}

Result<std::vector<Figure>> sweep(
    const AnimationPlan& plan, const data::DataFolder& folder, std::atomic<int>& done, const std::stop_token& stop)
{
    std::vector<Figure> figures;
    for (int frame = 0; frame < plan.frames && !stop.stop_requested(); ++frame, ++done) {
        Result<model::Scenario> scenario = scenarioAt(plan, frame);
        if (!scenario)
            return scenario.error();
        if (std::optional<Error> error = parameters::validate(*scenario))
            return *std::move(error);
        model::Document document = plan.start;
        document.scenario = *std::move(scenario);
        const results::Snapshot snapshot =
            results::computeSnapshot(document, plan.kind->needs(), {.stop = stop, .folder = folder});
        if (std::optional<Error> problem = results::problemOf(snapshot))
            return *std::move(problem);
        if (!stop.stop_requested())
            figures.push_back(buildFigure(*plan.kind, snapshot, document.question, document.view));
        if (figures.size() == 1)
            if (std::optional<Error> error = tooManyFrames(plan, figures.front()))
                return *std::move(error);
    }
    return figures;
}

Result<std::vector<Figure>> train(
    const AnimationPlan& plan, const data::DataFolder& folder, std::atomic<int>& done, const std::stop_token& stop)
{
    if (std::optional<Error> error = results::refusedForMemory(plan.start.scenario,
            results::kProgramMemory + results::kDrawingMemory
                + results::snapshotMemory(plan.start, plan.kind->needs() - results::needs<training::TrainingProgress>())
                + results::trainingMemory(plan.start.scenario)))
        return *std::move(error);
    Result<data::Dataset> made = data::makeDataset(plan.start.scenario, stop, folder);
    if (!made)
        return made.error();
    const auto data = std::make_shared<const data::Dataset>(*std::move(made));
    training::Training training(plan.start.scenario, data);
    const double perFrame = static_cast<double>(training.stepCount()) / (plan.frames - 1);
    std::vector<Figure> figures;
    for (int frame = 0; frame < plan.frames && !stop.stop_requested(); ++frame, ++done) {
        const std::int64_t until = std::max<std::int64_t>(1, std::llround(perFrame * frame)); // a course of one record
        while (training.step() < until && training.advance(stop) == training::Training::Outcome::stepped) { }
        const auto course = std::make_shared<const training::TrainingProgress>(training::progressOf(training, true));
        model::Document document = plan.start;
        document.question.step = training.step();
        results::Snapshot trainedNetwork;
        trainedNetwork.scenario = document.scenario;
        trainedNetwork.question = document.question;
        trainedNetwork.step = training.step();
        trainedNetwork.network = course->network;
        trainedNetwork.data = data;
        results::Snapshot snapshot =
            results::computeSnapshot(document, plan.kind->needs() - results::needs<training::TrainingProgress>(),
                {.stop = stop, .folder = folder, .known = &trainedNetwork});
        if (std::optional<Error> failure = results::failureOf(snapshot))
            return *std::move(failure);
        if (plan.kind->needs().wants(results::kindOf<training::TrainingProgress>()))
            snapshot.put<training::TrainingProgress>(course);
        if (!stop.stop_requested())
            figures.push_back(buildFigure(*plan.kind, snapshot, plan.start.question, plan.start.view));
        if (figures.size() == 1)
            if (std::optional<Error> error = tooManyFrames(plan, figures.front()))
                return *std::move(error);
    }
    return figures;
}

void reach(Axis& axis, const Axis& other)
{
    axis.lower = std::min(axis.lower, other.lower);
    axis.upper = std::max(axis.upper, other.upper);
}

/// Panels at the same place with the same meaning of their axes share their ranges.
void fixAxes(std::vector<Figure>& figures)
{
    if (figures.empty())
        return;
    std::vector<Panel> reached = figures.front().panels;
    const auto alike = [](const Panel& one, const Panel& other) {
        return one.x.scale == other.x.scale && one.y.scale == other.y.scale && one.axes && other.axes
            && one.x.origin == other.x.origin && one.y.origin == other.y.origin;
    };
    for (const Figure& figure : figures)
        for (std::size_t i = 0; i < std::min(reached.size(), figure.panels.size()); ++i)
            if (alike(reached[i], figure.panels[i])) {
                reach(reached[i].x, figure.panels[i].x);
                reach(reached[i].y, figure.panels[i].y);
            }
    for (Figure& figure : figures)
        for (std::size_t i = 0; i < std::min(reached.size(), figure.panels.size()); ++i)
            if (alike(reached[i], figure.panels[i])) {
                reach(figure.panels[i].x, reached[i].x);
                reach(figure.panels[i].y, reached[i].y);
            }
}

} // namespace

Result<std::vector<Figure>> animate(
    const AnimationPlan& plan, const data::DataFolder& folder, std::atomic<int>& done, const std::stop_token& stop)
{
    Result<std::vector<Figure>> figures =
        plan.parameter ? sweep(plan, folder, done, stop) : train(plan, folder, done, stop);
    if (!figures)
        return figures;
    std::vector<Figure> all = *std::move(figures);
    if (stop.stop_requested())
        all.clear();
    fixAxes(all);
    return all;
}

} // namespace deltascope::figures
