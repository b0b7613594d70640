// SPDX-License-Identifier: GPL-3.0-or-later
// The thread around a training: whatever is asked of it in whatever order, a run is what its scenario says.
#include "core/support/evaluated.h"
#include "parameters/changes.h"
#include "parameters/parameters.h"
#include "training/training_session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

namespace deltascope::training {
namespace training_session_test {

model::Scenario spirals()
{
    model::Scenario scenario = parameters::withData(model::Scenario{}, "spirals");
    scenario.depth = 4;
    scenario.width = 8;
    scenario.activation = "tanh";
    scenario.initializer = "glorot_uniform";
    scenario.examples = 60;
    scenario.batch = 10;
    scenario.epochs = 20;
    return scenario;
}

std::shared_ptr<const TrainingProgress> latest(TrainingSession& session)
{
    return session.state().progress;
}

/// Waits until it is so; false after two minutes, which only a fault or a very slow machine takes.
bool eventually(const std::function<bool()>& done)
{
    const auto limit = std::chrono::steady_clock::now() + std::chrono::minutes(2);
    while (!done() && std::chrono::steady_clock::now() < limit)
        std::this_thread::yield();
    return done();
}

std::vector<double> valuesOf(const TrainingProgress& progress)
{
    return {progress.network->values().begin(), progress.network->values().end()};
}

std::vector<double> trained(const model::Scenario& scenario, std::int64_t steps)
{
    Training training(scenario, sharedData(scenario));
    for (std::int64_t i = 0; i < steps; ++i)
        training.advance();
    return training.parameters();
}

TEST(TrainingSession, StandsStillUntilItIsToldToRun)
{
    const model::Scenario scenario = spirals();
    TrainingSession session;
    EXPECT_EQ(latest(session), nullptr);
    session.waitUntilIdle(); // nothing to do yet
    session.start(scenario, sharedData(scenario));
    session.waitUntilIdle();
    const auto start = latest(session);
    ASSERT_NE(start, nullptr);
    EXPECT_EQ(start->step, 0);
    EXPECT_EQ(start->stepCount, 120);
    EXPECT_EQ(start->stepsPerEpoch, 6);
    EXPECT_TRUE(session.state().stands());
    EXPECT_FALSE(session.state().running());
    EXPECT_EQ(valuesOf(*start), trained(scenario, 0));
}

TEST(TrainingSession, EndsWhereThePlainLoopEnds)
{
    const model::Scenario scenario = spirals();
    TrainingSession session;
    session.start(scenario, sharedData(scenario));
    session.run();
    session.waitUntilIdle();
    const auto end = latest(session);
    EXPECT_TRUE(end->finished());
    EXPECT_EQ(valuesOf(*end), trained(scenario, 120));
    EXPECT_EQ(end->trace.record(end->trace.size() - 1).step, 120);
    session.rewind();
    session.waitUntilIdle();
    EXPECT_EQ(latest(session)->step, 0);
    EXPECT_EQ(latest(session)->trace.size(), 0u);
    session.run();
    session.waitUntilIdle();
    EXPECT_EQ(valuesOf(*latest(session)), valuesOf(*end));
    EXPECT_EQ(latest(session)->trace, end->trace);
}

TEST(TrainingSession, GoesStepByStepAndToAStep)
{
    const model::Scenario scenario = spirals();
    TrainingSession session;
    session.start(scenario, sharedData(scenario));
    session.stepOnce();
    session.waitUntilIdle();
    EXPECT_EQ(latest(session)->step, 1);
    session.runTo(50);
    session.waitUntilIdle();
    EXPECT_EQ(latest(session)->step, 50);
    session.runTo(7); // behind: from the start again
    session.waitUntilIdle();
    EXPECT_EQ(latest(session)->step, 7);
    EXPECT_EQ(valuesOf(*latest(session)), trained(scenario, 7));
}

TEST(TrainingSession, ChangesAreRecordedAndCanBeRepeated)
{
    const model::Scenario scenario = spirals();
    TrainingSession session;
    session.start(scenario, sharedData(scenario));
    session.runTo(30);
    session.waitUntilIdle();
    EXPECT_EQ(session.suspend(), 30);
    session.follow(
        parameters::withValueFrom(scenario, *parameters::findScenarioParameter("learning_rate"), 0.02, 30).value());
    session.run();
    session.waitUntilIdle();
    const auto end = latest(session);
    EXPECT_EQ(end->scenario.changes, (std::vector<model::Change>{{30, "learning_rate", 0.02}}));
    EXPECT_EQ(valuesOf(*end), trained(end->scenario, 120));
    EXPECT_NE(valuesOf(*end), trained(scenario, 120));
}

TEST(TrainingSession, TheNewestRequestWinsInMidRun)
{
    model::Scenario endless = spirals();
    endless.epochs = 10'000'000;
    model::Scenario shorter = spirals();
    shorter.seed = 9;
    TrainingSession session;
    session.start(endless, sharedData(endless));
    session.run();
    ASSERT_TRUE(eventually([&] { return latest(session) && latest(session)->step > 0; })) << "it runs";
    session.pause();
    session.waitUntilIdle();
    const std::int64_t paused = latest(session)->step;
    EXPECT_GT(paused, 0);
    EXPECT_FALSE(session.state().running());
    session.run();
    session.start(shorter, sharedData(shorter));
    session.run();
    session.waitUntilIdle();
    EXPECT_EQ(latest(session)->scenario.seed, 9);
    EXPECT_EQ(valuesOf(*latest(session)), trained(shorter, 120));
    session.start(endless, sharedData(endless));
    session.run(); // and is left running
}

TEST(TrainingSession, MemoryStaysBoundedOverManySteps)
{
    model::Scenario scenario = spirals();
    scenario.width = 2;
    scenario.examples = 4;
    scenario.batch = 0;
    scenario.epochs = 20'000;
    TrainingSession session;
    session.start(scenario, sharedData(scenario), {.threads = 1});
    session.run();
    session.waitUntilIdle();
    EXPECT_TRUE(latest(session)->finished());
    EXPECT_LE(latest(session)->trace.size(), 1025u);
    EXPECT_GE(latest(session)->trace.size(), 512u);
    EXPECT_EQ(latest(session)->trace.record(1).step, latest(session)->trace.stride());
}

TEST(TrainingSession, ALimitedSpeedWaitsAfterEachStepUntilItIsLifted)
{
    const model::Scenario scenario = spirals();
    TrainingSession session;
    session.start(scenario, sharedData(scenario));
    session.waitUntilIdle();
    session.limitSpeed(1e-6); // the next step would come in eleven days
    static_cast<void>(latest(session)); // so that the first step is published
    session.run();
    ASSERT_TRUE(eventually([&] { return latest(session)->step > 0; }));
    EXPECT_EQ(latest(session)->step, 1);
    EXPECT_TRUE(session.state().running());
    EXPECT_EQ(session.suspend(), 1) << "what holds does not wait";
    session.runTo(1);
    session.waitUntilIdle();
    EXPECT_EQ(latest(session)->step, 1);
    session.run();
    session.rewind();
    session.waitUntilIdle();
    EXPECT_EQ(latest(session)->step, 0);
    session.run();
    session.limitSpeed(0);
    session.waitUntilIdle();
    EXPECT_EQ(valuesOf(*latest(session)), trained(scenario, 120));
}

TEST(TrainingSession, WithoutDataNothingIsTrained)
{
    const model::Scenario scenario = spirals();
    TrainingSession session;
    session.rewind(); // nothing is there to rewind
    session.follow(scenario);
    session.waitUntilIdle();
    EXPECT_EQ(latest(session), nullptr);
    session.start(scenario, [](const std::stop_token&) { return std::shared_ptr<const data::Dataset>(); });
    session.run();
    session.waitUntilIdle();
    EXPECT_EQ(latest(session), nullptr);
    EXPECT_EQ(session.suspend(), 0);
    session.start(scenario, sharedData(scenario));
    session.stepOnce();
    session.waitUntilIdle();
    EXPECT_EQ(latest(session)->step, 1);
}

// A new training breaks off the making of the data of the one before.
TEST(TrainingSession, ANewStartEndsTheMakingOfOldData)
{
    const model::Scenario scenario = spirals();
    std::atomic<bool> making = false;
    TrainingSession session;
    session.start(scenario, [&](const std::stop_token& stop) {
        making = true;
        EXPECT_TRUE(eventually([&] { return stop.stop_requested(); }));
        return std::shared_ptr<const data::Dataset>();
    });
    ASSERT_TRUE(eventually([&] { return making.load(); }));
    session.start(scenario, sharedData(scenario));
    session.runTo(3);
    session.waitUntilIdle();
    EXPECT_EQ(latest(session)->step, 3);
    EXPECT_EQ(valuesOf(*latest(session)), trained(scenario, 3));
}

/// Data that are not there until somebody says so: a file on a slow disk, a network that takes seconds to draw.
struct SlowData {
    std::atomic<bool> making = false, made = false;
    TrainingSession::MakeData maker(const model::Scenario& scenario)
    {
        return [this, scenario](const std::stop_token& stop) {
            making = true;
            EXPECT_TRUE(eventually([&] { return made || stop.stop_requested(); }));
            return sharedData(scenario);
        };
    }
};

// The window's thread asks this at every edit in mid-run: an order that is answered, not a wait.
TEST(TrainingSession, HoldIsAnsweredWhileTheTrainingIsBeingMade)
{
    const model::Scenario scenario = spirals();
    SlowData slow;
    TrainingSession session;
    session.start(scenario, slow.maker(scenario));
    session.run();
    ASSERT_TRUE(eventually([&] { return slow.making.load(); }));
    EXPECT_EQ(session.suspend(), 0);
    EXPECT_FALSE(slow.made) << "it did not wait for the data";
    slow.made = true;
    session.waitUntilIdle();
    EXPECT_EQ(latest(session)->step, 0) << "and no step is made before it is told to go on";
    session.runTo(3);
    session.waitUntilIdle();
    EXPECT_EQ(valuesOf(*latest(session)), trained(scenario, 3));
}

// Whatever step it falls into, a held training has made as many steps as hold() says, and is what they make of it.
TEST(TrainingSession, HoldCountsTheStepsExactly)
{
    model::Scenario scenario = spirals();
    scenario.epochs = 100'000;
    TrainingSession session;
    session.start(scenario, sharedData(scenario));
    std::int64_t before = 0;
    for (int round = 0; round < 50; ++round) {
        session.run();
        ASSERT_TRUE(eventually([&] { return latest(session) && latest(session)->step > before; }));
        const std::int64_t held = session.suspend();
        EXPECT_EQ(session.suspend(), held);
        session.waitUntilIdle();
        ASSERT_EQ(latest(session)->step, held);
        before = held;
    }
    EXPECT_EQ(valuesOf(*latest(session)), trained(scenario, before));
    session.rewind();
    EXPECT_EQ(session.suspend(), 0);
}

// An edit in mid-run does not end what was ordered before it.
TEST(TrainingSession, WhatIsHeldGoesOnToItsTarget)
{
    model::Scenario scenario = spirals();
    scenario.epochs = 1000;
    TrainingSession session;
    session.start(scenario, sharedData(scenario));
    session.runTo(300);
    ASSERT_TRUE(eventually([&] { return latest(session) && latest(session)->step > 0; }));
    const std::int64_t held = session.suspend();
    session.waitUntilIdle();
    EXPECT_EQ(latest(session)->step, held);
    EXPECT_TRUE(session.state().running() || held == 300) << "for a run is not over because of an edit";
    session.follow(
        parameters::withValueFrom(scenario, *parameters::findScenarioParameter("learning_rate"), 0.02, held).value());
    session.waitUntilIdle();
    EXPECT_EQ(latest(session)->step, held);
    EXPECT_EQ(latest(session)->scenario, session.state().scenario);
    session.goOn();
    session.waitUntilIdle();
    EXPECT_FALSE(session.state().running());
    EXPECT_EQ(latest(session)->step, 300);
    EXPECT_EQ(valuesOf(*latest(session)), trained(session.state().scenario, 300));
}

TEST(TrainingSession, AnEditOfThePastIsMadeAgainUpToTheSameStep)
{
    const model::Scenario scenario = spirals();
    const model::Scenario edited =
        parameters::withValueFrom(scenario, *parameters::findScenarioParameter("learning_rate"), 0.02, 10).value();
    TrainingSession session;
    session.start(scenario, sharedData(scenario));
    session.stepOnce();
    EXPECT_FALSE(session.state().running()) << "one step is no run";
    session.runTo(30);
    session.waitUntilIdle();
    session.follow(edited);
    EXPECT_FALSE(session.state().running());
    session.waitUntilIdle();
    EXPECT_EQ(latest(session)->step, 30);
    EXPECT_EQ(valuesOf(*latest(session)), trained(edited, 30));
    session.runTo(40);
    session.pause();
    session.follow(scenario);
    session.waitUntilIdle();
    EXPECT_LE(latest(session)->step, 40);
    EXPECT_EQ(valuesOf(*latest(session)), trained(scenario, latest(session)->step));
}

TEST(TrainingSession, WhatIsDroppedIsNoMore)
{
    const model::Scenario scenario = spirals();
    SlowData slow;
    TrainingSession session;
    session.start(scenario, sharedData(scenario));
    session.runTo(5);
    session.waitUntilIdle();
    session.drop();
    EXPECT_EQ(latest(session), nullptr);
    session.run();
    session.waitUntilIdle();
    EXPECT_EQ(latest(session), nullptr);
    EXPECT_EQ(session.suspend(), 0);
    session.start(scenario, slow.maker(scenario));
    session.run();
    ASSERT_TRUE(eventually([&] { return slow.making.load(); }));
    session.drop(); // breaks off the making
    session.waitUntilIdle();
    EXPECT_EQ(latest(session), nullptr);
    EXPECT_EQ(session.state().failure, std::nullopt);
    session.start(scenario, sharedData(scenario));
    session.runTo(2);
    session.waitUntilIdle();
    EXPECT_EQ(latest(session)->step, 2);
}

TEST(TrainingSession, SaysWhyThereIsNothingToTrainOn)
{
    const model::Scenario scenario = spirals();
    const Error missing{Fault::unreadable, {"no file", {}}};
    TrainingSession session;
    session.start(
        scenario, [&](const std::stop_token&) -> Result<std::shared_ptr<const data::Dataset>> { return missing; });
    session.run();
    session.waitUntilIdle();
    EXPECT_EQ(session.state().failure, missing);
    EXPECT_EQ(latest(session), nullptr);
    session.start(scenario, sharedData(scenario));
    session.waitUntilIdle();
    EXPECT_EQ(session.state().failure, std::nullopt);
}

} // namespace training_session_test
} // namespace deltascope::training
