// SPDX-License-Identifier: GPL-3.0-or-later
// The window while a network is trained.
#include "app/support/window_fixture.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "parameters/changes.h"
#include "training/training_progress.h"
#include "workspace/training_control.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QSpinBox>
#include <QToolButton>

using namespace deltascope;
using namespace deltascope::window;

namespace window_training_test {

class WindowTraining : public WindowTest {
protected:
    WindowTraining()
    {
        model::Scenario scenario;
        scenario.depth = 3;
        scenario.width = 6;
        scenario.inputs = 2;
        scenario.data = "xor";
        scenario.examples = 40;
        scenario.initializer = "glorot_uniform";
        scenario.activation = "tanh";
        scenario.learningRate = 0.5;
        scenario.epochs = 60;
        workspace().store().edit(QStringLiteral("exclusive or"), scenario);
        show({"speed_over_training", "cost", "learning_speed", "compare"});
    }
    void show(std::vector<std::string> figures)
    {
        model::ViewState view = workspace().view();
        view.figures = std::move(figures);
        workspace().setView(view);
        QCoreApplication::processEvents();
    }
    workspace::TrainingControl& training() { return workspace().training(); }
    bool waitForStep(std::int64_t step)
    {
        return waitFor(
            [&] { return training().step() == step && training().progress() && training().state().stands(); });
    }
    QToolButton& button(const char* name)
    {
        auto* found =
            window->findChild<QWidget*>(QStringLiteral("training"))->findChild<QToolButton*>(QLatin1String(name));
        EXPECT_TRUE(found) << name;
        return *found;
    }
    /// What the command line would train.
    static std::vector<double> trained(const model::Scenario& scenario, std::int64_t steps)
    {
        training::Training alone(
            scenario, std::make_shared<const data::Dataset>(data::makeDataset(scenario).value()), {.threads = 1});
        while (alone.step() < steps)
            alone.advance();
        return alone.parameters();
    }
    std::vector<double> parametersNow()
    {
        const network::Network& network = *training().progress()->network;
        return {network.values().begin(), network.values().end()};
    }
};

// An edit that a training cannot follow ends it, and is evaluated once: not for the end of the training too.
TEST_F(WindowTraining, AnEditThatEndsItIsEvaluatedOnce)
{
    training().runTo(5);
    ASSERT_TRUE(waitForStep(5));
    ASSERT_TRUE(waitFor([&] { return workspace().snapshot().step == 5; }));
    int told = 0;
    QObject::connect(&workspace(), &workspace::Workspace::snapshotChanged, window.get(), [&] { ++told; });
    const std::uint64_t before = workspace().snapshot().generation; // one more for each evaluation
    put("width", 7);
    EXPECT_EQ(workspace().snapshot().generation, before + 1);
    EXPECT_EQ(told, 1);
    EXPECT_EQ(training().step(), 0);
    EXPECT_EQ(workspace().snapshot().step, 0);
    EXPECT_EQ(workspace().snapshot().scenario.width, 7);
}

// One that it follows is evaluated once too, and not again when the training says that it has followed.
TEST_F(WindowTraining, AnEditInMidRunIsEvaluatedOnce)
{
    training().runTo(20);
    ASSERT_TRUE(waitForStep(20));
    ASSERT_TRUE(waitFor([&] { return workspace().snapshot().step == 20; }));
    const std::uint64_t before = workspace().snapshot().generation;
    put("learning_rate", 0.05);
    EXPECT_EQ(workspace().snapshot().generation, before + 1);
    ASSERT_TRUE(waitFor([&] { return !training().progress()->scenario.changes.empty(); }));
    QCoreApplication::processEvents();
    EXPECT_EQ(workspace().snapshot().generation, before + 1);
    EXPECT_EQ(workspace().snapshot().step, 20);
}

TEST_F(WindowTraining, TrainsToTheEndAsTheCommandLineDoesBitForBit)
{
    EXPECT_FALSE(button("rewind").isEnabled());
    button("run").click();
    EXPECT_TRUE(training().isRunning());
    ASSERT_TRUE(waitForStep(60));
    EXPECT_TRUE(waitFor([&] { return !training().isRunning(); }));
    EXPECT_EQ(parametersNow(), trained(workspace().scenario(), 60));
    EXPECT_EQ(workspace().snapshot().step, 60);
    ASSERT_TRUE(workspace().snapshot().get<training::TrainingProgress>());
    EXPECT_EQ(workspace().snapshot().get<training::TrainingProgress>()->trace.size(), 61u);
    EXPECT_EQ(workspace().document().question.step, 60); // an export says which moment it is of
    // The figures of the network are of the trained one.
    const evaluation::Evaluation& now = *workspace().snapshot().get<evaluation::Evaluation>();
    EXPECT_NEAR(now.layer(1).speed.normOfMean.log10(),
        workspace().snapshot().get<training::TrainingProgress>()->trace.layer(60, 1).biasSpeed.log10(), 1e-9);
}

TEST_F(WindowTraining, AFreshWindowSpeaksItsLanguage)
{
    MainWindow fresh;
    fresh.start({});
    fresh.show();
    for (const QLabel* label : fresh.findChild<QWidget*>(QStringLiteral("training"))->findChildren<QLabel*>())
        EXPECT_FALSE(label->text().contains(QStringLiteral("(s)"))) << label->text().toStdString();
}

TEST_F(WindowTraining, StepsOnceAndRewindsToTheSameStart)
{
    const double start = workspace().snapshot().get<evaluation::Evaluation>()->layer(1).speed.normOfMean.log10();
    button("step").click();
    ASSERT_TRUE(waitForStep(1));
    button("step").click();
    ASSERT_TRUE(waitForStep(2));
    EXPECT_NE(workspace().snapshot().get<evaluation::Evaluation>()->layer(1).speed.normOfMean.log10(), start);
    button("rewind").click();
    ASSERT_TRUE(waitForStep(0));
    EXPECT_EQ(workspace().snapshot().step, 0);
    EXPECT_EQ(workspace().snapshot().get<evaluation::Evaluation>()->layer(1).speed.normOfMean.log10(), start);
}

TEST_F(WindowTraining, RunsToTheChosenStepForwardAndBack)
{
    QSpinBox& target = *button("step").menu()->findChild<QSpinBox*>(QStringLiteral("target_step"));
    QAction& go = *button("step").menu()->actions().last();
    target.setValue(41);
    go.trigger();
    EXPECT_TRUE(training().isRunning());
    ASSERT_TRUE(waitForStep(41));
    EXPECT_TRUE(waitFor([&] { return !training().isRunning(); }));
    const double there = workspace().snapshot().get<evaluation::Evaluation>()->layer(1).speed.normOfMean.log10();
    button("step").menu()->actions().first()->trigger(); // the next epoch
    ASSERT_TRUE(waitForStep(42));
    target.setValue(41);
    go.trigger();
    ASSERT_TRUE(waitForStep(41));
    EXPECT_TRUE(waitFor([&] { return !training().isRunning(); }));
    EXPECT_EQ(workspace().snapshot().get<evaluation::Evaluation>()->layer(1).speed.normOfMean.log10(), there);
}

TEST_F(WindowTraining, AChangeInMidRunIsRecordedUndoneAndRepeatable)
{
    training().runTo(20);
    ASSERT_TRUE(waitForStep(20));
    const model::Scenario before = workspace().scenario();
    put("learning_rate", 0.05);
    EXPECT_EQ(workspace().scenario().learningRate, 0.5);
    EXPECT_EQ(workspace().scenario().changes, (std::vector<model::Change>{{20, "learning_rate", 0.05}}));
    ASSERT_TRUE(waitForStep(20)); // it goes on from there
    button("run").click();
    ASSERT_TRUE(waitForStep(60));
    EXPECT_EQ(parametersNow(), trained(workspace().scenario(), 60));
    EXPECT_NE(parametersNow(), trained(before, 60));
    workspace().store().undo();
    EXPECT_EQ(workspace().scenario(), before);
    ASSERT_TRUE(waitFor([&] { return training().progress() && training().progress()->scenario == before; }));
}

TEST_F(WindowTraining, AGestureInMidRunIsOneChange)
{
    training().runTo(10);
    ASSERT_TRUE(waitForStep(10));
    workspace().store().beginGesture(QStringLiteral("drag"));
    for (const double rate : {0.4, 0.3, 0.2})
        put("learning_rate", rate);
    workspace().store().endGesture();
    EXPECT_EQ(workspace().scenario().changes, (std::vector<model::Change>{{10, "learning_rate", 0.2}}));
}

TEST_F(WindowTraining, AnotherNetworkForgetsTheTraining)
{
    training().runTo(10);
    ASSERT_TRUE(waitForStep(10));
    put("seed", std::int64_t{9});
    EXPECT_FALSE(training().progress());
    EXPECT_EQ(workspace().snapshot().step, 0);
    EXPECT_FALSE(workspace().snapshot().get<training::TrainingProgress>());
    button("run").click();
    ASSERT_TRUE(waitForStep(60));
    EXPECT_EQ(parametersNow(), trained(workspace().scenario(), 60));
}

TEST_F(WindowTraining, PinsAreTrainedBesideWhereTheyAreCompared)
{
    model::Scenario slow = workspace().scenario();
    slow.learningRate = 0.01;
    workspace().setPins({{"slow", slow}});
    button("run").click();
    ASSERT_TRUE(waitForStep(60));
    ASSERT_TRUE(waitFor([&] {
        const auto& pins = workspace().snapshot().pins;
        return pins.size() == 1 && pins[0].get<training::TrainingProgress>()
            && pins[0].get<training::TrainingProgress>()->step == 60;
    }));
    const numerics::Scaled ours = workspace().snapshot().get<training::TrainingProgress>()->trace.record(60).cost,
                           theirs =
                               workspace().snapshot().pins[0].get<training::TrainingProgress>()->trace.record(60).cost;
    EXPECT_TRUE(ours < theirs);
}

TEST_F(WindowTraining, ClosesInMidRun)
{
    put("epochs", 10'000'000);
    button("run").click();
    ASSERT_TRUE(waitFor([&] { return training().step() > 5; }));
    window.reset(); // and nothing hangs
}

TEST_F(WindowTraining, ADocumentOpensAtItsMoment)
{
    model::Document document = workspace().document();
    document.question.step = 25;
    workspace().show(document);
    ASSERT_TRUE(waitForStep(25));
    EXPECT_EQ(parametersNow(), trained(document.scenario, 25));
}

} // namespace window_training_test
