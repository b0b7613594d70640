// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept has a bound, however long the window is used.
#include "network/network.h"
#include "results/seeds_band.h"
#include "theory/jacobian/network_spectrum.h"
#include "workspace/drawable_snapshots.h"
#include "workspace/store/scenario_store.h"

#include <gtest/gtest.h>

using namespace deltascope;
using namespace deltascope::workspace;

namespace kept_results_test {

std::shared_ptr<const results::Snapshot> evaluated(std::uint64_t generation, const model::Scenario& scenario)
{
    auto snapshot = std::make_shared<results::Snapshot>();
    snapshot->generation = generation;
    snapshot->scenario = scenario;
    snapshot->put<evaluation::Evaluation>(std::make_shared<const evaluation::Evaluation>());
    snapshot->data = std::make_shared<const data::Dataset>(data::makeDataset(scenario).value());
    snapshot->network = std::make_shared<const network::Network>(scenario, *snapshot->data);
    return snapshot;
}

model::Scenario wide(int width)
{
    model::Scenario scenario;
    scenario.depth = 10;
    scenario.width = width;
    return scenario;
}

TEST(DrawableSnapshots, AreAsManyAsFiguresHaveNeeds)
{
    DrawableSnapshots kept;
    const std::set<results::Needs> figures{results::needs<evaluation::Evaluation>(),
        results::needs<jacobian::NetworkSpectrum>(), results::needs<evaluation::Evaluation, results::SeedsBand>()};
    std::weak_ptr<const results::Snapshot> old;
    for (std::uint64_t generation = 1; generation <= 1000; ++generation) {
        const auto snapshot = evaluated(generation, model::Scenario{});
        kept.leaveScenario(generation);
        kept.remember(snapshot, figures);
        ASSERT_LE(kept.count(), figures.size());
        EXPECT_TRUE(old.expired()) << "nothing else holds it";
        old = snapshot;
    }
    ASSERT_TRUE(kept.newest(results::needs<evaluation::Evaluation>()));
    EXPECT_EQ(kept.newest(results::needs<evaluation::Evaluation>())->generation, 1000u);
    EXPECT_EQ(kept.newest(results::needs<jacobian::NetworkSpectrum>()), nullptr);
    kept.remember(evaluated(1001, model::Scenario{}), {results::needs<jacobian::NetworkSpectrum>()});
    EXPECT_EQ(kept.count(), 0u) << "no figure wants the others any more";
}

TEST(DrawableSnapshots, ALeftScenarioLeavesItsLargeNetwork)
{
    DrawableSnapshots kept;
    for (const int width : {8, 1024}) { // 75 MB
        kept.leaveScenario(1);
        kept.remember(evaluated(1, wide(width)), {results::needs<evaluation::Evaluation>()});
        EXPECT_NE(kept.newest(results::needs<evaluation::Evaluation>())->network, nullptr);
        kept.leaveScenario(2);
        const results::Snapshot* left = kept.newest(results::needs<evaluation::Evaluation>());
        ASSERT_TRUE(left && left->get<evaluation::Evaluation>()) << "the figure is still drawn";
        EXPECT_EQ(left->network != nullptr, width == 8);
        kept.clear();
    }
}

TEST(DrawableSnapshots, KnowHowLongAScenarioHasBeenLeft)
{
    using namespace std::chrono_literals;
    using Clock = DrawableSnapshots::Clock;
    const Clock::time_point start = Clock::now();
    DrawableSnapshots kept;
    kept.leaveScenario(5, start);
    kept.leaveScenario(9, start + 1s);
    EXPECT_EQ(kept.outdatedFor(9, start + 3s), 0s) << "it is the present one";
    EXPECT_EQ(kept.outdatedFor(7, start + 3s), 2s);
    EXPECT_EQ(kept.outdatedFor(2, start + 3s), 3s);
    for (std::uint64_t generation = 10; generation < 1000; ++generation)
        kept.leaveScenario(generation, start + 4s);
    EXPECT_EQ(kept.outdatedFor(2, start + 5s), 1s) << "at least";
}

TEST(Store, KeepsAThousandStepsOfItsHistory)
{
    ScenarioStore store;
    model::Scenario next;
    for (int i = 1; i <= 1500; ++i) {
        next.weight = i;
        store.edit(QStringLiteral("edit"), next);
    }
    EXPECT_EQ(store.history().count(), ScenarioStore::kMostSteps);
    while (store.canUndo())
        store.undo();
    EXPECT_EQ(store.scenario().weight, 1500 - ScenarioStore::kMostSteps);
}

TEST(Store, AnAmendmentBelongsToTheStepBefore)
{
    ScenarioStore store;
    model::Scenario next;
    next.weight = 2;
    store.edit(QStringLiteral("chosen"), next);
    next.inputs = 4;
    store.amend(QStringLiteral("followed"), next);
    EXPECT_EQ(store.history().count(), 1);
    EXPECT_EQ(store.history().undoText(), QStringLiteral("chosen"));
    store.undo();
    EXPECT_EQ(store.scenario(), model::Scenario{});
    store.redo();
    EXPECT_EQ(store.scenario(), next);
    store.undo();
    next = {};
    next.inputs = 3;
    store.amend(QStringLiteral("followed"), next); // nothing that it could belong to
    EXPECT_EQ(store.history().count(), 1);
    EXPECT_EQ(store.history().undoText(), QStringLiteral("followed"));
    store.undo();
    EXPECT_EQ(store.scenario(), model::Scenario{});
}

} // namespace kept_results_test
