// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/store/scenario_store.h"

#include <gtest/gtest.h>

#include <random>

using namespace deltascope;
using namespace deltascope::workspace;

namespace store_test {

const parameters::Parameter<model::Scenario>& row(const char* key)
{
    return *parameters::findScenarioParameter(key);
}

model::Scenario withWeight(double weight)
{
    model::Scenario scenario;
    scenario.weight = weight;
    return scenario;
}

TEST(Store, AGestureIsOneStepHoweverManyEdits)
{
    ScenarioStore store;
    store.beginGesture(QStringLiteral("drag"));
    for (int i = 1; i <= 30; ++i)
        EXPECT_FALSE(store.setValue(row("weight"), i * 0.5));
    store.endGesture();
    EXPECT_EQ(store.history().count(), 1);
    EXPECT_EQ(store.history().undoText(), QStringLiteral("drag"));
    store.undo();
    EXPECT_EQ(store.scenario(), model::Scenario());
    store.redo();
    EXPECT_EQ(store.scenario(), withWeight(15));
}

TEST(Store, AGestureThatReturnsToItsStartIsGone)
{
    ScenarioStore store;
    store.setValue(row("bias"), 3.0);
    store.undo();
    store.beginGesture(QStringLiteral("drag"));
    store.setValue(row("weight"), 7.0);
    store.setValue(row("weight"), 1.0);
    store.endGesture();
    EXPECT_EQ(store.history().count(), 1);
    EXPECT_TRUE(store.canRedo()) << "what was undone before can still be redone";
}

TEST(Store, ARefusedValueChangesNothingAndSaysWhy)
{
    ScenarioStore store;
    int changes = 0;
    QObject::connect(&store, &ScenarioStore::changed, [&] { ++changes; });
    const auto error = store.setValue(row("depth"), 0);
    ASSERT_TRUE(error);
    EXPECT_EQ(error->fault, Fault::usage);
    EXPECT_FALSE(error->what.empty());
    EXPECT_TRUE(store.setValue(row("loss"), std::string("no such loss")));
    EXPECT_EQ(changes, 0);
    EXPECT_EQ(store.scenario(), model::Scenario());
    EXPECT_EQ(store.history().count(), 0);
}

// One that was saved with such a target stays open to every other edit.
TEST(Store, ATargetThatIsNoProbabilityIsRefusedUnlessItWasOpened)
{
    ScenarioStore store;
    EXPECT_FALSE(store.setValue(row("loss"), std::string("cross_entropy")));
    EXPECT_TRUE(store.setValue(row("target"), 2.0));
    EXPECT_EQ(store.scenario().target, 0);
    EXPECT_FALSE(store.setValue(row("loss"), std::string("quadratic")));
    EXPECT_FALSE(store.setValue(row("target"), 2.0));
    EXPECT_TRUE(store.setValue(row("loss"), std::string("cross_entropy")));
    model::Scenario old;
    old.loss = "cross_entropy";
    old.target = 2;
    store.reset(old);
    EXPECT_FALSE(store.setValue(row("weight"), 3.0));
    EXPECT_FALSE(store.setValue(row("target"), 1.0));
    EXPECT_TRUE(store.setValue(row("target"), 2.0));
}

TEST(Store, DepthDropsLayersFromTheStartOfTheGesture)
{
    ScenarioStore store;
    model::Scenario scenario;
    scenario.depth = 10;
    scenario.layers = {{2, 3.0, std::nullopt}, {8, std::nullopt, 1.0}};
    store.reset(scenario);
    store.beginGesture(QStringLiteral("drag"));
    store.setValue(row("depth"), 5);
    EXPECT_EQ(store.scenario().layers.size(), 1u);
    store.setValue(row("depth"), 9);
    EXPECT_EQ(store.scenario().layers.size(), 2u) << "coming back within a drag brings the layer back";
    store.setValue(row("depth"), 4);
    store.endGesture();
    store.setValue(row("depth"), 9);
    EXPECT_EQ(store.scenario().layers.size(), 1u) << "a new edit starts from what there is";
    store.undo();
    store.undo();
    EXPECT_EQ(store.scenario(), scenario);
}

TEST(Store, UndoDuringAGestureTakesBackWhatItHasDone)
{
    ScenarioStore store;
    store.setValue(row("bias"), 2.0);
    store.beginGesture(QStringLiteral("play"));
    store.setValue(row("weight"), 5.0);
    EXPECT_TRUE(store.canUndo());
    int told = 0;
    QObject::connect(&store, &ScenarioStore::gestureUndone, [&] { ++told; });
    store.undo();
    EXPECT_EQ(told, 1);
    EXPECT_EQ(store.scenario().weight, 1.0);
    EXPECT_EQ(store.scenario().bias, 2.0);
    store.redo();
    EXPECT_EQ(store.scenario().weight, 5.0) << "and it can be done again";
    store.undo();
    store.setValue(row("weight"), 6.0);
    store.endGesture();
    store.undo();
    EXPECT_EQ(store.scenario().weight, 1.0);
    store.undo();
    EXPECT_EQ(store.scenario(), model::Scenario());
    EXPECT_FALSE(store.canUndo());
}

TEST(Store, AGestureWithinAnotherBelongsToTheOuterOne)
{
    ScenarioStore store;
    store.beginGesture(QStringLiteral("play"));
    store.setValue(row("weight"), 5.0);
    store.beginGesture(QStringLiteral("drag"));
    store.setValue(row("bias"), 4.0);
    EXPECT_EQ(store.gestureStart(), withWeight(5));
    store.endGesture();
    EXPECT_EQ(store.history().count(), 0);
    store.endGesture();
    EXPECT_EQ(store.history().count(), 1);
    store.undo();
    EXPECT_EQ(store.scenario(), model::Scenario());
}

TEST(Store, OpeningEndsGesturesAndForgetsTheHistory)
{
    ScenarioStore store;
    store.setValue(row("weight"), 5.0);
    store.beginGesture(QStringLiteral("drag"));
    store.reset(withWeight(9));
    store.endGesture(); // of a slider that is released later
    EXPECT_FALSE(store.inGesture());
    EXPECT_FALSE(store.canUndo());
    EXPECT_EQ(store.scenario(), withWeight(9));
}

TEST(Store, AnyRunOfEditsUndoesToItsStartAndRedoesToItsEnd)
{
    std::mt19937 random(20260607); // fixed: the run is the same everywhere
    ScenarioStore store;
    const auto pick = [&](unsigned count) { return random() % count; };
    for (int i = 0; i < 400; ++i) {
        if (pick(6) == 0)
            store.beginGesture(QStringLiteral("gesture"));
        if (pick(6) == 0)
            store.endGesture();
        const double value = static_cast<double>(pick(200)) - 100;
        store.setValue(row(pick(2) ? "weight" : "bias"), value);
        store.setValue(row("depth"), static_cast<int>(pick(30)));
    }
    while (store.inGesture())
        store.endGesture();
    const model::Scenario end = store.scenario();
    ASSERT_GT(store.history().count(), 50);
    while (store.canUndo())
        store.undo();
    EXPECT_EQ(store.scenario(), model::Scenario());
    while (store.canRedo())
        store.redo();
    EXPECT_EQ(store.scenario(), end);
}

} // namespace store_test
