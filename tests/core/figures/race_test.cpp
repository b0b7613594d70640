// SPDX-License-Identifier: GPL-3.0-or-later
// The race: distances against sums by hand and against the way that the biases really went, the clock that all share,
// and the runners of the figure. core/maths.md 11.18.
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "core/support/figure_checks.h"
#include "figures/animation/animation.h"
#include "figures/figure_kind.h"
#include "parameters/parameters.h"
#include "training/distance.h"
#include "training/training.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>

namespace deltascope::figures {
namespace race_test {

using numerics::Scaled;
using training::TrainingProgress;

/// A course of one layer that was recorded before these steps, at these speeds.
TrainingProgress courseOf(const std::vector<std::pair<std::int64_t, Scaled>>& speeds, std::int64_t stepsPerEpoch = 1)
{
    TrainingProgress course;
    course.scenario.depth = 1;
    course.stepsPerEpoch = stepsPerEpoch;
    course.step = course.stepCount = speeds.back().first;
    course.trace = training::Trace(1);
    for (const auto& [step, speed] : speeds) {
        const training::LayerTrace layer{.biasSpeed = speed, .weightSpeed = speed * Scaled::from(2)};
        course.trace.add({.step = step, .epoch = step / stepsPerEpoch}, {&layer, 1});
    }
    return course;
}

double distanceAt(const TrainingProgress& course, double epochs)
{
    return training::distances(course, epochs).front()->nearestDouble();
}

TEST(Distance, IsTheAreaUnderTheSpeed)
{
    const TrainingProgress course =
        courseOf({{0, Scaled::from(1)}, {1, Scaled::from(3)}, {2, Scaled::from(2)}, {4, Scaled::from(0)}});
    EXPECT_EQ(distanceAt(course, 0), 0);
    EXPECT_EQ(distanceAt(course, 0.5), 0.75); // from 1 to 2
    EXPECT_EQ(distanceAt(course, 1), 2);
    EXPECT_EQ(distanceAt(course, 1.5), 2 + 0.5 * (3 + 2.5) / 2);
    EXPECT_EQ(distanceAt(course, 2), 4.5);
    EXPECT_EQ(distanceAt(course, 3), 4.5 + 1.5); // from 2 to 1
    EXPECT_EQ(distanceAt(course, 4), 6.5);
    EXPECT_EQ(distanceAt(course, 100), 6.5) << "no further than was recorded";
    EXPECT_EQ(training::distances(course, 4, &training::LayerTrace::weightSpeed).front()->nearestDouble(), 13);
    EXPECT_EQ(distanceAt(courseOf({{0, Scaled::from(1)}, {10, Scaled::from(3)}}, 10), 1), 2) << "time is in epochs";
    EXPECT_EQ(training::recordedUntil(courseOf({{0, Scaled::from(1)}, {20, Scaled::from(3)}}, 10)), 2);
}

TEST(Distance, HoldsSizesThatNoDoubleDoes)
{
    const Scaled tiny = Scaled::fromLog(1, -600 * std::log(10.0)), beyond = Scaled::from(0.5, Scaled::kExponentLimit);
    EXPECT_NEAR(training::distances(courseOf({{0, tiny}, {1, tiny * Scaled::from(3)}}), 1).front()->log10(),
        -600 + std::log10(2.0), 1e-12);
    EXPECT_TRUE(training::distances(courseOf({{0, Scaled::from(0)}, {5, Scaled::from(0)}}), 5).front()->isZero());
    EXPECT_FALSE(training::distances(courseOf({{0, tiny}, {1, beyond}}), 1).front());
    EXPECT_TRUE(training::distances(TrainingProgress{}, 1).empty());
}

model::Scenario circles()
{
    model::Scenario scenario = parameters::withData(model::Scenario{}, "circles");
    scenario.outputs = 2;
    scenario.depth = 4;
    scenario.width = 7;
    scenario.activation = "tanh";
    scenario.initializer = "glorot_uniform";
    scenario.examples = 60;
    scenario.epochs = 40;
    return scenario;
}

training::Training trainingOf(const model::Scenario& scenario)
{
    return {scenario, std::make_shared<const data::Dataset>(dataOf(scenario)), {.threads = 1}};
}

// Σ over the steps of ‖b after − b before‖ is η Σ v_k, the sum without the last speed; the area has half of both ends.
TEST(Distance, IsTheWayOfTheBiasesUnderGradientDescent)
{
    const model::Scenario scenario = circles();
    training::Training training = trainingOf(scenario);
    std::vector<long double> way(4, 0);
    network::Network before = training.network();
    while (training.advance() == training::Training::Outcome::stepped) {
        for (int layer = 1; layer <= 4; ++layer) {
            const Eigen::VectorXd difference = training.network().biases(layer) - before.biases(layer);
            long double squares = 0;
            for (Eigen::Index i = 0; i < difference.size(); ++i)
                squares += static_cast<long double>(difference(i)) * difference(i);
            way[static_cast<std::size_t>(layer - 1)] += std::sqrt(squares);
        }
        before = training.network();
    }
    const TrainingProgress course = training::progressOf(training, false);
    ASSERT_EQ(course.trace.size(), 41u);
    const auto all = training::distances(course, 40);
    for (int layer = 1; layer <= 4; ++layer) {
        const double first = course.trace.layer(0, layer).biasSpeed.nearestDouble(),
                     last = course.trace.layer(40, layer).biasSpeed.nearestDouble();
        const double expected =
            scenario.learningRate * (all[static_cast<std::size_t>(layer - 1)]->nearestDouble() + (first - last) / 2);
        const auto went = static_cast<double>(way[static_cast<std::size_t>(layer - 1)]);
        EXPECT_NEAR(went / expected, 1, 1e-9) << layer;
        EXPECT_GT(went, 0) << layer;
    }
}

/// As far as the record of this epoch, which is made before the step that follows, or at the end.
std::shared_ptr<const TrainingProgress> trained(const model::Scenario& scenario, int epochs)
{
    training::Training training = trainingOf(scenario);
    for (int i = 0; i <= epochs; ++i)
        training.advance();
    EXPECT_EQ(training.trace().size(), static_cast<std::size_t>(epochs) + 1);
    return std::make_shared<const TrainingProgress>(training::progressOf(training, false));
}

Figure raceOf(const results::Snapshot& snapshot, const model::ViewState& view = {})
{
    const FigureKind* kind = findKind(figuresRegistry(), "race");
    Figure figure = kind->build(snapshot, {}, view);
    EXPECT_TRUE(faultsOf(figure).empty()) << faultsOf(figure).front();
    return figure;
}

/// Where this layer's runner of the team of this name is: log10 of its distance.
double runner(const Figure& figure, const std::string& team, int layer)
{
    const Points* heads = findElement<Points>(figure.panels.front(), team);
    EXPECT_TRUE(heads) << team;
    for (std::size_t i = 0; heads && i < heads->x.size(); ++i)
        if (heads->layers[i] == layer)
            return heads->x[i];
    ADD_FAILURE() << team << " has no runner " << layer;
    return 0;
}

/// The area up to a whole epoch, by hand.
double areaOf(const TrainingProgress& course, int layer, int epochs)
{
    long double sum = 0;
    for (int i = 0; i < epochs; ++i)
        for (const int end : {i, i + 1})
            sum += static_cast<long double>(
                       course.trace.layer(static_cast<std::size_t>(end), layer).biasSpeed.nearestDouble())
                / 2;
    return static_cast<double>(sum);
}

class Race : public testing::Test {
protected:
    Race()
    {
        m_present = circles();
        m_other = m_present;
        m_other.activation = "sigmoid";
        snapshot.scenario = m_present;
        snapshot.setPins({{"sigmoid", m_other}});
    }
    void train(int present, int other)
    {
        snapshot.put(trained(m_present, present));
        snapshot.pins[0].put(trained(m_other, other));
    }
    const TrainingProgress& own() { return *snapshot.get<TrainingProgress>(); }
    const TrainingProgress& pin() { return *snapshot.pins[0].get<TrainingProgress>(); }

    model::Scenario m_present, m_other;
    results::Snapshot snapshot;
};

TEST_F(Race, RunnersAreAsFarAsTheirSpeedsTookThem)
{
    train(25, 25);
    const Figure figure = raceOf(snapshot);
    for (int layer = 1; layer <= 4; ++layer) {
        EXPECT_NEAR(runner(figure, "this scenario", layer), std::log10(areaOf(own(), layer, 25)), 1e-12) << layer;
        EXPECT_NEAR(runner(figure, "sigmoid", layer), std::log10(areaOf(pin(), layer, 25)), 1e-12) << layer;
    }
    const Points& heads = *findElement<Points>(figure.panels.front(), "sigmoid");
    const double share = areaOf(pin(), 1, 25) / areaOf(pin(), 4, 25);
    ASSERT_LT(share, 0.5);
    EXPECT_EQ(plainText(heads.labels.front()), plainText({"1/%1", {times({1, -std::log10(share)})}}));
    EXPECT_TRUE(heads.labels.back().empty()) << "of the last layer itself";
    for (std::size_t i = 1; i < heads.y.size(); ++i)
        EXPECT_LT(heads.y[i], heads.y[i - 1]) << "layer 1 has the upper lane";
    EXPECT_TRUE(plainText(figure.caption).starts_with("Up to epoch 25 layer 1 has learned, on average, "))
        << plainText(figure.caption);
}

TEST_F(Race, HasOneClock)
{
    train(25, 11);
    Figure figure = raceOf(snapshot);
    EXPECT_NEAR(runner(figure, "this scenario", 1), std::log10(areaOf(own(), 1, 11)), 1e-12);
    EXPECT_NEAR(runner(figure, "sigmoid", 1), std::log10(areaOf(pin(), 1, 11)), 1e-12);
    EXPECT_TRUE(plainText(figure.caption).starts_with("Up to epoch 11 ")) << plainText(figure.caption);
    m_other.epochs = 11; // it ends there, and the others go on
    snapshot.setPins({{"sigmoid", m_other}});
    train(25, 11);
    figure = raceOf(snapshot);
    EXPECT_NEAR(runner(figure, "this scenario", 1), std::log10(areaOf(own(), 1, 25)), 1e-12);
    EXPECT_NEAR(runner(figure, "sigmoid", 1), std::log10(areaOf(pin(), 1, 11)), 1e-12);
}

TEST_F(Race, TheTrackStandsStillWhileTheyRun)
{
    std::optional<double> start;
    for (const int steps : {1, 2, 7, 30, 40}) {
        train(steps, steps);
        const Axis track = raceOf(snapshot).panels.front().x;
        EXPECT_EQ(track.lower, start.value_or(track.lower)) << steps;
        EXPECT_EQ(track.lower, std::floor(track.lower));
        start = track.lower;
    }
}

TEST_F(Race, AFilmRunsThemAll)
{
    AnimationPlan plan;
    plan.start = {.scenario = m_present, .pins = {{"sigmoid", m_other}}};
    plan.kind = findKind(figuresRegistry(), "race");
    plan.frames = 3;
    std::atomic<int> done = 0;
    const Result<std::vector<Figure>> frames = animate(plan, {}, done);
    ASSERT_TRUE(frames);
    ASSERT_EQ(frames->size(), 3u);
    train(40, 40);
    for (const auto& [frame, epochs] : {std::pair{1, 20}, std::pair{2, 40}}) {
        const Figure& figure = (*frames)[static_cast<std::size_t>(frame)];
        const int recorded = epochs == 40 ? 40 : epochs - 1; // a record is made before its step, and at the end
        EXPECT_NEAR(runner(figure, "this scenario", 1), std::log10(areaOf(own(), 1, recorded)), 1e-12) << frame;
        EXPECT_NEAR(runner(figure, "sigmoid", 1), std::log10(areaOf(pin(), 1, recorded)), 1e-12) << frame;
    }
}

TEST_F(Race, WaitsAtTheStart)
{
    Figure figure = raceOf(snapshot);
    EXPECT_TRUE(plainText(figure.caption).starts_with("Nothing has been trained yet"));
    EXPECT_EQ(figure.panels.front().y.names.size(), 10u) << "four lanes each, and their names";
    snapshot.put(trained(m_present, 5)); // the pin is not trained, or not yet
    figure = raceOf(snapshot);
    EXPECT_NEAR(runner(figure, "this scenario", 2), std::log10(areaOf(own(), 2, 5)), 1e-12);
    EXPECT_EQ(findElement<Points>(figure.panels.front(), "sigmoid"), nullptr);
}

TEST_F(Race, FourRunAtMostAndWeightsOnDemand)
{
    snapshot.setPins({{"a", m_other}, {"b", m_other}, {"c", m_other}, {"d", m_other}});
    snapshot.put(trained(m_present, 5));
    for (results::PinnedResult& each : snapshot.pins)
        each.put(trained(m_other, 5));
    const Figure figure = raceOf(snapshot);
    EXPECT_TRUE(findElement<Points>(figure.panels.front(), "c"));
    EXPECT_FALSE(findElement<Points>(figure.panels.front(), "d"));
    const auto said = [&](const char* words) {
        return std::ranges::any_of(figure.notes, [&](const Message& note) { return plainText(note) == words; });
    };
    EXPECT_TRUE(said("Of the 4 pins the first 3 are drawn."));
    model::ViewState view;
    view.speed = "weight";
    const Scaled weights = *training::distances(own(), 5, &training::LayerTrace::weightSpeed)[0];
    EXPECT_NEAR(runner(raceOf(snapshot, view), "this scenario", 1), weights.log10(), 1e-12);
}

} // namespace race_test
} // namespace deltascope::figures
