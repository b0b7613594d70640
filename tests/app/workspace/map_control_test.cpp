// SPDX-License-Identifier: GPL-3.0-or-later
// The map that a window computes: which cells are computed again, which are not, and what is undone.
#include "files/shipped_maps.h"
#include "maps/kept_cells.h"
#include "maps/map_computation.h"
#include "maps/natural_map.h"
#include "results/map_cells.h"
#include "workspace/maps/map_control.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QThread>

#include <gtest/gtest.h>

#include <functional>

using namespace deltascope;
using namespace deltascope::workspace;

namespace map_control_test {

bool waitUntil(const std::function<bool()>& done)
{
    const QDeadlineTimer limit(60'000);
    while (!done() && !limit.hasExpired()) {
        QCoreApplication::processEvents();
        QThread::msleep(1);
    }
    return done();
}

model::Map overWeightAndBias(int count = 33)
{
    model::Map map;
    map.measure = "speed_ratio";
    map.arguments.against = 0;
    map.x = {.parameter = "weight", .from = -8, .to = 8, .count = count};
    map.y = model::MapAxis{.parameter = "bias", .from = -4, .to = 4, .count = count};
    return map;
}

results::Needs cells()
{
    return results::needs<results::MapCells>();
}

class MapControlTest : public testing::Test {
protected:
    void put(const char* key, parameters::ParameterValue value)
    {
        EXPECT_FALSE(workspace.setValue(*parameters::findScenarioParameter(key), std::move(value)));
    }
    void ask(const model::Map& map) { workspace.setMap(map, QStringLiteral("map")); }
    bool waitForAll()
    {
        return waitUntil([&] { return !workspace.map().isRunning() && shown() && shown()->complete(); });
    }
    const results::MapCells* shown() { return workspace.snapshot().get<results::MapCells>(); }
    /// The same map, computed at once by the engine.
    results::MapCells fresh()
    {
        model::Document document{.scenario = workspace.scenario(), .question = workspace.question()};
        return maps::computeMap(maps::CellSource(document, *document.question.map));
    }

    Workspace workspace;
    QObject figure;
};

TEST_F(MapControlTest, ComputesWhatTheEngineComputes)
{
    ask(overWeightAndBias());
    EXPECT_FALSE(workspace.map().isRunning()) << "no figure shows it";
    workspace.require(&figure, cells());
    ASSERT_TRUE(waitForAll());
    EXPECT_EQ(*shown(), fresh());
}

TEST_F(MapControlTest, TheValuesThatItIsOverLeaveItAsItIs)
{
    workspace.require(&figure, cells());
    ask(overWeightAndBias());
    ASSERT_TRUE(waitForAll());
    const auto* before = shown();
    const std::uint64_t generation = workspace.map().generation();
    put("weight", 3.0);
    put("bias", -1.5);
    EXPECT_EQ(shown(), before) << "the very same cells";
    EXPECT_EQ(workspace.map().generation(), generation) << "nothing began";
    EXPECT_TRUE(workspace.isCurrent(cells()));
    put("momentum", 0.5);
    put("learning_rate", 2.0);
    EXPECT_EQ(workspace.map().generation(), generation) << "start values do not depend on how they are trained";
    put("depth", 7);
    EXPECT_GT(workspace.map().generation(), generation);
    ASSERT_TRUE(waitForAll());
    EXPECT_EQ(*shown(), fresh());
}

// It would take minutes.
TEST_F(MapControlTest, WhatIsShippedIsNotComputedAgain)
{
    ASSERT_FALSE(files::shippedMaps().empty());
    workspace.require(&figure, cells());
    for (const files::ShippedMap& shipped : files::shippedMaps()) {
        model::Document document = shipped.document;
        document.scenario.depth = 7; // it is over this
        workspace.show(document);
        EXPECT_FALSE(workspace.map().isRunning());
        ASSERT_NE(shown(), nullptr);
        EXPECT_EQ(*shown(), *shipped.cells);
    }
    put("epochs", 1);
    EXPECT_TRUE(workspace.map().isRunning()) << "these are other cells";
    ASSERT_NE(shown(), nullptr);
    EXPECT_FALSE(shown()->complete() && !workspace.map().isBehind());
}

TEST_F(MapControlTest, OfAnotherRangeOnlyNewCellsAreComputed)
{
    workspace.require(&figure, cells());
    ask(overWeightAndBias());
    ASSERT_TRUE(waitForAll());
    const results::MapCells before = *shown();
    model::Map closer = overWeightAndBias();
    closer.x = maps::withRange(closer.x, -2, 6);
    closer.y = maps::withRange(*closer.y, -1, 3);
    EXPECT_EQ(closer.x.from, -2);
    EXPECT_EQ(closer.x.to, 6);
    ask(closer);
    ASSERT_NE(shown(), nullptr);
    EXPECT_EQ(shown()->map, closer) << "what is known is shown at once";
    EXPECT_EQ(shown()->done, 17u * 17u) << "every second value of every second row";
    EXPECT_EQ(shown()->at(0, 0), before.at(12, 12));
    EXPECT_EQ(shown()->at(2, 2), before.at(13, 13));
    ASSERT_TRUE(waitForAll());
    EXPECT_EQ(*shown(), fresh());
    ask(overWeightAndBias());
    EXPECT_TRUE(shown()->complete()) << "the range before is known as well";
    EXPECT_EQ(*shown(), before);
}

TEST_F(MapControlTest, AskingIsAnUndoStepAndSoIsEachGesture)
{
    workspace.require(&figure, cells());
    const std::optional<model::Map> none = workspace.question().map;
    ask(overWeightAndBias());
    put("weight", 2.5);
    ASSERT_EQ(workspace.store().history().count(), 2);
    workspace.store().undo();
    EXPECT_EQ(workspace.scenario().weight, 1);
    EXPECT_EQ(workspace.question().map, overWeightAndBias());
    workspace.store().undo();
    EXPECT_EQ(workspace.question().map, none);
    workspace.store().redo();
    EXPECT_EQ(workspace.question().map, overWeightAndBias());
    const int steps = workspace.store().history().count();
    model::Map wider = overWeightAndBias();
    for (const double to : {16.0, 32.0, 64.0}) { // turns of a wheel
        wider.x.to = to;
        workspace.setMap(wider, QStringLiteral("zoom"));
    }
    EXPECT_EQ(workspace.store().history().count(), steps) << "the step that was undone gives its place to all of them";
    workspace.store().undo();
    EXPECT_EQ(workspace.question().map, overWeightAndBias());
}

TEST_F(MapControlTest, SeveralValuesAreOneStep)
{
    const std::vector<PutValue> both{
        {parameters::findScenarioParameter("weight"), 5.0}, {parameters::findScenarioParameter("bias"), -2.0}};
    int changes = 0;
    QObject::connect(&workspace, &Workspace::scenarioChanged, &figure, [&] { ++changes; });
    EXPECT_FALSE(workspace.setValues(QStringLiteral("both"), both));
    EXPECT_EQ(changes, 1);
    EXPECT_EQ(workspace.scenario().weight, 5);
    EXPECT_EQ(workspace.scenario().bias, -2);
    EXPECT_EQ(workspace.store().history().undoText(), QStringLiteral("both"));
    workspace.store().undo();
    EXPECT_EQ(workspace.scenario(), model::Scenario());
    const std::vector<PutValue> wrong{
        {parameters::findScenarioParameter("weight"), 5.0}, {parameters::findScenarioParameter("depth"), 0.0}};
    EXPECT_TRUE(workspace.setValues(QStringLiteral("both"), wrong));
    EXPECT_EQ(workspace.scenario(), model::Scenario()) << "all or nothing";
}

TEST_F(MapControlTest, StopsAtOnceAndGoesOnWhereItStopped)
{
    model::Scenario slow;
    slow.width = 40;
    slow.depth = 20;
    slow.initializer = "mean_field";
    workspace.store().reset(slow);
    model::Map map;
    map.measure = "speed_ratio";
    map.arguments.against = 0;
    map.x = {.parameter = "gain", .from = 0.5, .to = 4, .count = 64};
    map.y = model::MapAxis{.parameter = "bias_std", .from = 0, .to = 2, .count = 64};
    map.seeds = 50;
    ask(map);
    workspace.require(&figure, cells());
    ASSERT_TRUE(waitUntil([&] { return shown() && shown()->done > 0 && workspace.map().share() > 0; }));
    ASSERT_FALSE(shown()->complete()) << "it must take longer than that";
    workspace.map().stop();
    EXPECT_FALSE(workspace.map().isRunning());
    EXPECT_TRUE(workspace.map().isStopped());
    const std::size_t done = shown()->done;
    const results::MapCells stopped = *shown();
    EXPECT_GT(done, 0u);
    workspace.map().goOn();
    EXPECT_TRUE(workspace.map().isRunning());
    ASSERT_TRUE(waitUntil([&] { return shown()->done > done; }));
    for (std::size_t i = 0; i < stopped.cells.size(); ++i)
        if (stopped.cells[i].mark != results::CellMark::pending) {
            ASSERT_EQ(shown()->cells[i], stopped.cells[i]);
        }
    workspace.require(&figure, {});
    EXPECT_FALSE(workspace.map().isRunning()) << "nobody looks";
}

TEST_F(MapControlTest, WhatAsksForNothingIsSaidAndComesBack)
{
    workspace.require(&figure, cells());
    ask(overWeightAndBias());
    ASSERT_TRUE(waitForAll());
    put("initializer", "mean_field");
    ASSERT_TRUE(workspace.map().problem());
    EXPECT_EQ(shown(), nullptr);
    EXPECT_FALSE(workspace.map().isRunning());
    workspace.store().undo();
    EXPECT_FALSE(workspace.map().problem());
    ASSERT_TRUE(waitForAll());
    EXPECT_EQ(*shown(), fresh());
}

TEST_F(MapControlTest, AFigureThatNobodyHasAskedAnythingShowsWhatTheScenarioSuggests)
{
    model::ViewState view;
    view.figures = {"map"};
    workspace.setView(view);
    workspace.require(&figure, cells());
    EXPECT_EQ(workspace.question().map, maps::naturalMap(workspace.scenario()));
    EXPECT_EQ(workspace.store().history().count(), 0);
    ASSERT_TRUE(waitForAll());
}

} // namespace map_control_test
