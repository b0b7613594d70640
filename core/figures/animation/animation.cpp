// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/animation/animation.h"

#include "figures/animation/moving_map.h"
#include "figures/build_figure.h"
#include "figures/figure_memory.h"
#include "results/memory_need.h"
#include "results/snapshot_memory.h"
#include "training/steps_per_epoch.h"
#include "training/training.h"
#include "training/training_progress.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <span>

namespace deltascope::figures {

namespace {

double valueAt(const Movement& movement, double share)
{
    const auto& [parameter, from, to] = movement;
    if (parameter->scale == parameters::SliderScale::logarithmic && from > 0 && to > 0)
        return from * std::pow(to / from, share);
    return from + share * (to - from);
}

Result<model::Document> documentAt(const AnimationPlan& plan, int frame)
{
    std::vector<Movement> movements{{plan.parameter, plan.from, plan.to}};
    movements.insert(movements.end(), plan.along.begin(), plan.along.end());
    model::Document document = plan.start;
    for (const Movement& each : movements) {
        const double value = valueAt(each, static_cast<double>(frame) / (plan.frames - 1));
        const bool whole = parameters::typeOf(*each.parameter).whole;
        Result<model::Scenario> next =
            parameters::withValue(document.scenario, *each.parameter, whole ? std::round(value) : value);
        if (!next)
            return next.error();
        document.scenario = *std::move(next);
    }
    if (std::optional<Error> error = parameters::validate(document.scenario))
        return *std::move(error);
    return document;
}

/// All figures are held at once, for their axes to reach equally far. `others`: bytes of a frame besides them.
std::optional<Error> tooManyFrames(const AnimationPlan& plan, std::span<const Figure> first, double others = 0)
{
    double each = others;
    for (const Figure& figure : first)
        each += memoryOf(figure);
    const double bytes = results::kProgramMemory + results::kDrawingMemory + each * plan.frames;
    if (bytes <= results::kMemoryLimit)
        return std::nullopt;
    return Error{Fault::usage,
        {translatable("core",
             "%1 frames of this figure would take up to %2 GB of memory, and %3 GB are the limit: choose fewer "
             "frames."),
            {plan.frames, Real{bytes / 1e9, 3}, Real{results::kMemoryLimit / 1e9, 3}}}};
}

results::Needs needsOf(const AnimationPlan& plan)
{
    results::Needs needs;
    for (const FigureKind* kind : plan.kinds())
        needs = needs | kind->needs();
    return needs;
}

bool wantsMap(const AnimationPlan& plan)
{
    return needsOf(plan).wants(results::kindOf<results::MapCells>());
}

void addFigures(const AnimationPlan& plan, const results::Snapshot& snapshot, const model::Question& question,
    std::vector<Figure>& figures)
{
    for (const FigureKind* kind : plan.kinds())
        figures.push_back(buildFigure(*kind, snapshot, question, plan.start.view));
}

/// What there would be to see of a training is that its changes move the cross.
bool isStill(const AnimationPlan& plan, const model::Map& map)
{
    const auto moves = [&](const model::MapAxis& axis) {
        const std::vector<model::Change>& changes = plan.start.scenario.changes;
        return std::ranges::find(changes, axis.parameter, &model::Change::key) != changes.end();
    };
    return !plan.parameter && plan.beside.empty() && !moves(map.x) && !(map.y && moves(*map.y));
}

std::optional<Error> problemOfMap(const AnimationPlan& plan)
{
    for (const FigureKind* kind : plan.kinds())
        if (!plan.start.question.map && kind->needs().wants(results::kindOf<results::MapCells>()))
            return Error{Fault::usage,
                {translatable("core",
                     "The figure “%1” needs a map: a document with one in it, or --map with a file that “map --out "
                     "FILE.json” has written."),
                    {std::string(kind->id)}}};
    if (wantsMap(plan) && isStill(plan, *plan.start.question.map))
        return Error{Fault::usage,
            {translatable("core",
                 "Nothing on this map moves while the network is trained: name a parameter that moves, or change one "
                 "of its own in mid-training."),
                {}}};
    return std::nullopt;
}

/// Of every frame, where a figure shows one; fewer where stop was requested.
Result<std::vector<MovingMap::Cells>> mapsOf(
    const AnimationPlan& plan, const data::DataFolder& folder, std::atomic<int>& done, const std::stop_token& stop)
{
    std::vector<MovingMap::Cells> maps;
    MovingMap moving(folder, plan.start, plan.map);
    for (int frame = 0; frame < plan.frames && !stop.stop_requested(); ++frame, ++done) {
        const Result<model::Document> document = documentAt(plan, frame);
        if (!document)
            return document.error();
        Result<MovingMap::Cells> cells = moving.of(*document, stop);
        if (!cells)
            return cells.error();
        if (!*cells)
            break;
        maps.push_back(*std::move(cells));
        const auto bytes = static_cast<double>(maps.back()->cells.size() * 2 * sizeof(results::MapCell));
        if (maps.size() == 2 && maps.front() != maps.back())
            if (std::optional<Error> error = tooManyFrames(plan, {}, bytes))
                return *std::move(error);
    }
    return maps;
}

Result<std::vector<Figure>> sweep(
    const AnimationPlan& plan, const data::DataFolder& folder, std::atomic<int>& done, const std::stop_token& stop)
{
    std::vector<MovingMap::Cells> maps;
    std::shared_ptr<const results::MapColours> colours;
    if (wantsMap(plan)) {
        Result<std::vector<MovingMap::Cells>> all = mapsOf(plan, folder, done, stop);
        if (!all)
            return all.error();
        maps = *std::move(all); // which takes the time
        colours = commonColours(maps);
    }
    std::vector<Figure> figures;
    for (int frame = 0; frame < plan.frames && !stop.stop_requested(); ++frame) {
        const Result<model::Document> document = documentAt(plan, frame);
        if (!document)
            return document.error();
        results::Snapshot snapshot =
            results::computeSnapshot(*document, needsOf(plan), {.stop = stop, .folder = folder});
        if (std::optional<Error> problem = results::problemOf(snapshot))
            return *std::move(problem);
        if (stop.stop_requested())
            break;
        if (maps.empty())
            ++done;
        else
            snapshot.put(maps[static_cast<std::size_t>(frame)]);
        if (colours)
            snapshot.put(colours);
        addFigures(plan, snapshot, document->question, figures);
        if (frame == 0)
            if (std::optional<Error> error = tooManyFrames(plan, figures))
                return *std::move(error);
    }
    return figures;
}

/// The trainings of the pinned scenarios, by the clock of the scenario's own.
class PinnedTrainings {
public:
    PinnedTrainings(const model::Document& start, const data::DataFolder& folder, const std::stop_token& stop)
        : m_own(stepsPerEpoch(start.scenario))
    {
        for (std::size_t i = 0; i < std::min(start.pins.size(), training::kMaxCompared - 1); ++i) {
            Result<data::Dataset> data = data::makeDataset(start.pins[i].scenario, stop, folder);
            m_trainings.push_back(data ? std::make_unique<training::Training>(start.pins[i].scenario,
                                      std::make_shared<const data::Dataset>(*std::move(data)))
                                       : nullptr); // the figure says why
        }
    }

    static double memory(const model::Document& start)
    {
        double bytes = 0;
        for (std::size_t i = 0; i < std::min(start.pins.size(), training::kMaxCompared - 1); ++i)
            bytes += results::trainingMemory(start.pins[i].scenario);
        return bytes;
    }

    /// As many epochs as the scenario's own has at this step.
    void advanceTo(std::int64_t step, results::Snapshot& snapshot, const std::stop_token& stop)
    {
        for (std::size_t i = 0; i < m_trainings.size(); ++i) {
            if (!m_trainings[i])
                continue;
            training::Training& training = *m_trainings[i];
            const std::int64_t until =
                std::min(training.stepCount(), step * stepsPerEpoch(snapshot.pins[i].scenario) / m_own);
            while (training.step() < until && training.advance(stop) == training::Training::Outcome::stepped) { }
            snapshot.pins[i].put(
                std::make_shared<const training::TrainingProgress>(training::progressOf(training, false)));
        }
    }

private:
    static std::int64_t stepsPerEpoch(const model::Scenario& scenario)
    {
        return training::stepsPerEpoch(scenario.examples, scenario.batch);
    }

    std::int64_t m_own;
    std::vector<std::unique_ptr<training::Training>> m_trainings;
};

Result<std::vector<Figure>> train(
    const AnimationPlan& plan, const data::DataFolder& folder, std::atomic<int>& done, const std::stop_token& stop)
{
    const results::Needs needs = needsOf(plan), besideCourse = needs - results::needs<training::TrainingProgress>();
    const bool compares = needs.wantsOfPins(results::kindOf<training::TrainingProgress>());
    if (std::optional<Error> error = results::refusedForMemory(plan.start.scenario,
            results::kProgramMemory + results::kDrawingMemory + results::snapshotMemory(plan.start, besideCourse)
                + results::trainingMemory(plan.start.scenario) + (compares ? PinnedTrainings::memory(plan.start) : 0)))
        return *std::move(error);
    Result<data::Dataset> made = data::makeDataset(plan.start.scenario, stop, folder);
    if (!made)
        return made.error();
    const auto data = std::make_shared<const data::Dataset>(*std::move(made));
    MovingMap::Cells map;
    if (wantsMap(plan)) {
        Result<MovingMap::Cells> cells = MovingMap(folder, plan.start, plan.map).of(plan.start, stop);
        if (!cells)
            return cells.error();
        map = *std::move(cells);
    }
    training::Training training(plan.start.scenario, data);
    PinnedTrainings pinned(compares ? plan.start : model::Document{.scenario = plan.start.scenario}, folder, stop);
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
        results::Snapshot snapshot = results::computeSnapshot(
            document, besideCourse, {.stop = stop, .folder = folder, .known = &trainedNetwork});
        if (std::optional<Error> failure = results::failureOf(snapshot))
            return *std::move(failure);
        if (needs.wants(results::kindOf<training::TrainingProgress>()))
            snapshot.put<training::TrainingProgress>(course);
        pinned.advanceTo(training.step(), snapshot, stop);
        if (stop.stop_requested())
            break;
        if (map)
            snapshot.put(map);
        addFigures(plan, snapshot, plan.start.question, figures);
        if (frame == 0)
            if (std::optional<Error> error = tooManyFrames(plan, figures))
                return *std::move(error);
    }
    return figures;
}

void reach(Axis& axis, const Axis& other)
{
    axis.lower = std::min(axis.lower, other.lower);
    axis.upper = std::max(axis.upper, other.upper);
}

/// Panels at the same place with the same meaning of their axes share their ranges. `figures` begins with one of the
/// first frame, and has the same of the next one `apart` places further.
void fixAxes(std::span<Figure> figures, std::size_t apart)
{
    std::vector<Panel> reached = figures.front().panels;
    const auto alike = [](const Panel& one, const Panel& other) {
        return one.x.scale == other.x.scale && one.y.scale == other.y.scale && one.axes && other.axes
            && one.x.origin == other.x.origin && one.y.origin == other.y.origin;
    };
    const auto eachAlike = [&](const auto& work) {
        for (std::size_t at = 0; at < figures.size(); at += apart)
            for (std::size_t i = 0; i < std::min(reached.size(), figures[at].panels.size()); ++i)
                if (alike(reached[i], figures[at].panels[i]))
                    work(reached[i], figures[at].panels[i]);
    };
    eachAlike([](Panel& all, const Panel& panel) {
        reach(all.x, panel.x);
        reach(all.y, panel.y);
    });
    eachAlike([](const Panel& all, Panel& panel) {
        reach(panel.x, all.x);
        reach(panel.y, all.y);
    });
}

} // namespace

std::vector<const FigureKind*> AnimationPlan::kinds() const
{
    std::vector<const FigureKind*> all{kind};
    all.insert(all.end(), beside.begin(), beside.end());
    return all;
}

Result<std::vector<Figure>> animate(
    const AnimationPlan& plan, const data::DataFolder& folder, std::atomic<int>& done, const std::stop_token& stop)
{
    if (std::optional<Error> error = problemOfMap(plan))
        return *std::move(error);
    Result<std::vector<Figure>> figures =
        plan.parameter ? sweep(plan, folder, done, stop) : train(plan, folder, done, stop);
    if (!figures)
        return figures;
    std::vector<Figure> all = *std::move(figures);
    if (stop.stop_requested())
        all.clear();
    const std::size_t ofFrame = plan.kinds().size();
    for (std::size_t i = 0; i < std::min(ofFrame, all.size()); ++i)
        fixAxes(std::span(all).subspan(i), ofFrame);
    return all;
}

} // namespace deltascope::figures
