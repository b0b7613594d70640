// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/layer_distributions.h"
#include "results/ladder.h"
#include "results/seeds_band.h"
#include "results/speed_ratios.h"
#include "theory/explosion/explosion_set.h"
#include "theory/jacobian/network_spectrum.h"
#include "workspace/snapshot_worker.h"
#include "workspace/training_control.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThread>

#include <gtest/gtest.h>

#include <atomic>
#include <set>

using namespace deltascope;
using namespace deltascope::workspace;

namespace workspace_test {

// Lets events run until `done`; false after a minute.
bool waitUntil(const std::function<bool()>& done)
{
    const QDeadlineTimer limit(60'000);
    while (!done() && !limit.hasExpired()) {
        QCoreApplication::processEvents();
        QThread::msleep(1);
    }
    return done();
}

results::Needs both()
{
    return results::needs<evaluation::Evaluation, explosion::ExplosionSet>();
}

model::Scenario deeper(int depth)
{
    model::Scenario scenario;
    scenario.depth = depth;
    scenario.weight = 6;
    scenario.bias = -3;
    return scenario;
}

TEST(Workspace, StartsWithResultsAndSomethingToSay)
{
    Workspace workspace;
    ASSERT_TRUE(workspace.snapshot().get<evaluation::Evaluation>());
    EXPECT_EQ(workspace.snapshot().get<evaluation::Evaluation>()->depth(), workspace.scenario().depth);
    EXPECT_FALSE(workspace.diagnosis()->headline.empty());
    EXPECT_FALSE(workspace.snapshot().get<explosion::ExplosionSet>()) << "nobody asked for it";
}

TEST(Workspace, AnEditIsEvaluatedBeforeItReturns)
{
    Workspace workspace;
    workspace.store().edit(QStringLiteral("deeper"), deeper(100));
    EXPECT_EQ(workspace.snapshot().scenario, deeper(100));
    ASSERT_TRUE(workspace.snapshot().get<evaluation::Evaluation>());
    EXPECT_EQ(workspace.snapshot().get<evaluation::Evaluation>()->depth(), 100);
}

TEST(Workspace, LongResultsArriveForTheNewestRequest)
{
    Workspace workspace;
    QObject figure;
    workspace.require(&figure, both());
    for (int depth = 2; depth < 12; ++depth)
        workspace.store().edit(QStringLiteral("deeper"), deeper(depth));
    EXPECT_TRUE(workspace.computing(both()));
    ASSERT_TRUE(waitUntil([&] { return !workspace.computing(both()); }));
    EXPECT_EQ(workspace.snapshot().scenario, deeper(11));
    EXPECT_EQ(workspace.snapshot().get<explosion::ExplosionSet>()->centre, deeper(11).input);
}

TEST(Workspace, AFigureNeverMixesTwoScenarios)
{
    Workspace workspace;
    QObject figure;
    workspace.require(&figure, both());
    ASSERT_TRUE(waitUntil([&] { return !workspace.computing(both()); }));
    const model::Scenario before = workspace.scenario();
    workspace.store().edit(QStringLiteral("deeper"), deeper(8));
    const results::Snapshot& shown = workspace.snapshotFor(both());
    EXPECT_EQ(shown.scenario, before) << "the last complete results stay until the new ones are there";
    EXPECT_TRUE(shown.get<explosion::ExplosionSet>());
    EXPECT_EQ(workspace.snapshotFor(results::needs<evaluation::Evaluation>()).scenario, deeper(8));
    ASSERT_TRUE(waitUntil([&] { return !workspace.computing(both()); }));
    EXPECT_EQ(workspace.snapshotFor(both()).scenario, deeper(8));
}

TEST(Workspace, AHiddenFigureAsksForNothing)
{
    Workspace workspace;
    {
        QObject figure;
        workspace.require(&figure, both());
        workspace.require(&figure, {});
        QObject gone;
        workspace.require(&gone, both());
    }
    workspace.store().edit(QStringLiteral("deeper"), deeper(9));
    QCoreApplication::processEvents();
    EXPECT_FALSE(workspace.snapshot().get<explosion::ExplosionSet>());
}

TEST(Workspace, AnotherKIsAnotherQuestion)
{
    Workspace workspace;
    QObject figure;
    workspace.store().edit(QStringLiteral("deeper"), deeper(3));
    workspace.require(&figure, both());
    ASSERT_TRUE(waitUntil([&] { return !workspace.computing(both()); }));
    model::Question question = workspace.question();
    question.k = 2;
    workspace.setQuestion(question);
    ASSERT_TRUE(waitUntil([&] { return !workspace.computing(both()); }));
    EXPECT_EQ(workspace.snapshot().get<explosion::ExplosionSet>()->k, 2);
}

TEST(Workspace, PinsKeepTheirOwnResults)
{
    Workspace workspace;
    workspace.setPins({{"before", workspace.scenario()}});
    workspace.store().edit(QStringLiteral("deeper"), deeper(7));
    ASSERT_EQ(workspace.snapshot().pins.size(), 1u);
    EXPECT_EQ(workspace.snapshot().pins.front().name, "before");
    ASSERT_TRUE(workspace.snapshot().pins.front().get<evaluation::Evaluation>());
    EXPECT_EQ(workspace.snapshot().pins.front().get<evaluation::Evaluation>()->depth(), model::Scenario().depth);
    workspace.setPins({});
    EXPECT_TRUE(workspace.snapshot().pins.empty());
}

TEST(Workspace, TheSelectionStaysWithinTheNetwork)
{
    Workspace workspace;
    workspace.store().edit(QStringLiteral("deeper"), deeper(9));
    workspace.selectLayer(8);
    int told = 0;
    QObject::connect(&workspace, &Workspace::questionChanged, [&] { ++told; });
    workspace.store().edit(QStringLiteral("flatter"), deeper(5));
    EXPECT_EQ(workspace.question().layer, 0);
    EXPECT_EQ(told, 1);
    workspace.selectLayer(6);
    EXPECT_EQ(workspace.question().layer, 0);
}

TEST(Workspace, ADocumentComesBackAsItWas)
{
    model::Document document;
    document.scenario = deeper(6);
    document.view.figures = {"factors"};
    document.question.layer = 3;
    document.question.k = 5;
    document.pins = {{"a", deeper(2)}};
    Workspace workspace;
    workspace.store().edit(QStringLiteral("other"), deeper(9));
    workspace.show(document);
    EXPECT_EQ(workspace.document(), document);
    EXPECT_FALSE(workspace.store().canUndo());
    EXPECT_EQ(workspace.snapshot().scenario, document.scenario);
}

TEST(Workspace, ADocumentIsShownAsOneStepOfTheHistory)
{
    model::Document document;
    document.scenario = deeper(6);
    document.question.layer = 3;
    document.view.figures = {"factors"};
    document.pins = {{"a", deeper(2)}};
    document.hide = {"seed"};
    document.preferences = model::Preferences{.theme = "dark"};
    Workspace workspace;
    const model::Scenario before = workspace.scenario();
    workspace.show(document, QStringLiteral("Step"));
    model::Document shown = workspace.document();
    EXPECT_EQ(shown.preferences, std::nullopt);
    shown.preferences = document.preferences;
    EXPECT_EQ(shown, document);
    EXPECT_EQ(workspace.preferences(), model::Preferences()) << "those of whoever looks stay";
    EXPECT_EQ(workspace.store().history().undoText(), QStringLiteral("Step"));
    workspace.store().undo();
    EXPECT_EQ(workspace.scenario(), before);
}

TEST(Workspace, AnOpenedDocumentIsAskedForItsPreferencesAndNeverGivenAny)
{
    Workspace workspace;
    int told = 0;
    QObject::connect(&workspace, &Workspace::preferencesChanged, [&] { ++told; });
    workspace.setPreferences({.theme = "dark", .language = "pt_BR"});
    EXPECT_EQ(workspace.document().preferences, std::nullopt);
    workspace.show({});
    EXPECT_EQ(workspace.preferences(), (model::Preferences{.theme = "dark", .language = "pt_BR"}));
    EXPECT_EQ(told, 1);
    model::Document asking;
    asking.preferences = model::Preferences{.theme = "light"};
    workspace.show(asking);
    EXPECT_EQ(workspace.preferences(), (model::Preferences{.theme = "light", .language = "pt_BR"}));
    EXPECT_EQ(told, 2);
    EXPECT_EQ(workspace.document().preferences, std::nullopt);
}

TEST(Workspace, DataThatCannotBeHadAreAFailureUntilTheyCan)
{
    Workspace workspace;
    model::Scenario scenario = workspace.scenario();
    scenario.data = "csv"; // of the user's, and no file is given
    workspace.store().edit(QStringLiteral("data"), scenario);
    EXPECT_TRUE(waitUntil([&] { return workspace.snapshot().failure.has_value(); }));
    const ShownState standing = workspace.shownState(results::needs<evaluation::Evaluation>());
    EXPECT_TRUE(standing.grey && !standing.current);
    EXPECT_EQ(standing.why, workspace.snapshot().failure->what);
    EXPECT_FALSE(workspace.diagnosis());
    scenario.weight = 2;
    workspace.store().edit(QStringLiteral("weight"), scenario);
    EXPECT_TRUE(waitUntil([&] { return workspace.snapshot().failure && workspace.snapshot().scenario == scenario; }));
    EXPECT_TRUE(workspace.refusal(results::Needs{}));
    workspace.store().undo();
    workspace.store().undo();
    EXPECT_TRUE(waitUntil([&] { return workspace.snapshot().get<evaluation::Evaluation>() != nullptr; }));
    EXPECT_TRUE(workspace.shownState(results::needs<evaluation::Evaluation>()).current);
    EXPECT_FALSE(workspace.refusal(results::needs<evaluation::Evaluation>()));
}

// Above 60 layers only some are described: the selected one must be among them.
TEST(Workspace, ASelectedLayerIsDescribed)
{
    const results::Needs described = results::needs<evaluation::LayerDistributions>();
    Workspace workspace;
    QObject figure;
    workspace.store().edit(QStringLiteral("deeper"), deeper(200));
    workspace.setPins({{"deep", deeper(150)}});
    workspace.require(&figure, described);
    ASSERT_TRUE(waitUntil([&] { return !workspace.computing(described); }));
    ASSERT_EQ(workspace.snapshot().get<evaluation::LayerDistributions>()->find(137), nullptr);
    for (const int layer : {136, 137}) // the first is overtaken
        workspace.selectLayer(layer);
    EXPECT_FALSE(workspace.snapshot().get<evaluation::LayerDistributions>()) << "it is of other layers";
    EXPECT_TRUE(workspace.snapshotFor(described).get<evaluation::LayerDistributions>())
        << "what was shown stays until then";
    EXPECT_FALSE(workspace.shownState(described).current);
    EXPECT_TRUE(workspace.computing(described));
    ASSERT_TRUE(waitUntil([&] { return !workspace.computing(described); }));
    EXPECT_NE(workspace.snapshot().get<evaluation::LayerDistributions>()->find(137), nullptr);
    ASSERT_TRUE(waitUntil([&] {
        const auto& pins = workspace.snapshot().pins;
        return pins.size() == 1 && pins[0].get<evaluation::LayerDistributions>()
            && pins[0].get<evaluation::LayerDistributions>()->find(137);
    }));
    workspace.require(&figure, {});
    workspace.selectLayer(139); // nobody looks
    workspace.require(&figure, described);
    ASSERT_TRUE(waitUntil([&] { return !workspace.computing(described); }));
    EXPECT_NE(workspace.snapshot().get<evaluation::LayerDistributions>()->find(139), nullptr);
}

// A drag computes again only what it changes; and what a drag has overtaken is taken where it is right all the same.
TEST(Workspace, AnotherLearningRateKeepsWhatIsOfTheStart)
{
    Workspace workspace;
    QObject figure;
    const results::Needs wanted =
        results::needs<evaluation::Evaluation, jacobian::NetworkSpectrum, results::SpeedRatios>();
    workspace.store().edit(QStringLiteral("deeper"), deeper(30));
    workspace.require(&figure, wanted);
    model::Scenario scenario = workspace.scenario();
    for (const double rate : {0.2, 0.3, 0.4}) { // while they are on their way
        scenario.learningRate = rate;
        workspace.store().edit(QStringLiteral("rate"), scenario);
    }
    ASSERT_TRUE(waitUntil([&] { return !workspace.computing(wanted); }));
    const auto spectrum = workspace.snapshot().shared<jacobian::NetworkSpectrum>();
    const auto evaluation = workspace.snapshot().shared<evaluation::Evaluation>();
    scenario.learningRate = 0.5;
    workspace.store().edit(QStringLiteral("rate"), scenario);
    EXPECT_EQ(workspace.snapshot().scenario, scenario);
    EXPECT_EQ(workspace.snapshot().shared<jacobian::NetworkSpectrum>(), spectrum);
    EXPECT_EQ(workspace.snapshot().shared<evaluation::Evaluation>(), evaluation);
    EXPECT_FALSE(workspace.computing(wanted));
    workspace.setPins({{"now", scenario}});
    EXPECT_EQ(workspace.snapshot().pins.at(0).shared<jacobian::NetworkSpectrum>(), spectrum) << "it was the scenario’s";
    scenario.weight = 5;
    workspace.store().edit(QStringLiteral("weight"), scenario);
    EXPECT_FALSE(workspace.snapshot().get<jacobian::NetworkSpectrum>());
    EXPECT_NE(workspace.snapshot().shared<evaluation::Evaluation>(), evaluation);
}

// A pin is frozen: what was found of it is drawn on, and not computed again at every move.
TEST(Workspace, ResultsOfPinsStay)
{
    Workspace workspace;
    QObject figure;
    workspace.setPins({{"deep", deeper(30)}});
    workspace.require(
        &figure, results::needs<evaluation::Evaluation, jacobian::NetworkSpectrum, results::SpeedRatios>());
    const auto pin = [&]() -> const results::PinnedResult& { return workspace.snapshot().pins.at(0); };
    ASSERT_TRUE(waitUntil([&] { return pin().get<jacobian::NetworkSpectrum>() && pin().get<results::SpeedRatios>(); }));
    const auto spectrum = pin().shared<jacobian::NetworkSpectrum>();
    const auto ratios = pin().shared<results::SpeedRatios>();
    for (const int depth : {5, 6, 7}) {
        workspace.store().edit(QStringLiteral("deeper"), deeper(depth));
        EXPECT_EQ(pin().shared<jacobian::NetworkSpectrum>(), spectrum) << "at once";
    }
    ASSERT_TRUE(waitUntil([&] { return !workspace.computing(results::needs<jacobian::NetworkSpectrum>()); }));
    EXPECT_EQ(pin().shared<jacobian::NetworkSpectrum>(), spectrum);
    EXPECT_EQ(pin().shared<results::SpeedRatios>(), ratios);
    // What another figure needs comes to it without the rest being made anew.
    workspace.require(
        &figure, results::needs<evaluation::Evaluation, jacobian::NetworkSpectrum, evaluation::LayerDistributions>());
    ASSERT_TRUE(waitUntil([&] { return pin().get<evaluation::LayerDistributions>() != nullptr; }));
    EXPECT_EQ(pin().shared<jacobian::NetworkSpectrum>(), spectrum);
}

// A pass that takes longer than the pause between two of them was overtaken by the next before it ended, for as long as
// steps were made.
TEST(Workspace, FiguresFollowATrainingWhoseEvaluationIsSlow)
{
    Workspace workspace;
    QObject figure;
    model::Scenario scenario = deeper(6);
    scenario.width = scenario.inputs = scenario.outputs = 240;
    scenario.initializer = "glorot_uniform";
    scenario.data = "gaussian";
    scenario.examples = 500;
    scenario.batch = 1;
    scenario.epochs = 100;
    workspace.store().edit(QStringLiteral("slow"), scenario);
    workspace.require(&figure, results::needs<evaluation::Evaluation>());
    workspace.training().run();
    std::set<std::int64_t> drawn;
    EXPECT_TRUE(waitUntil([&] {
        drawn.insert(workspace.snapshotFor(results::needs<evaluation::Evaluation>()).step);
        return drawn.size() > 2 || !workspace.training().isRunning();
    }));
    EXPECT_TRUE(workspace.training().isRunning()) << "and in mid-run";
    EXPECT_GT(drawn.size(), 2u);
    workspace.training().pause();
}

// The ladder moves on while a slider does, also beside bands over seeds that would take longer than every move.
TEST(Workspace, TheLadderFollowsADrag)
{
    Workspace workspace;
    QObject ladder, speeds;
    model::Scenario scenario = deeper(20);
    scenario.width = scenario.inputs = 24;
    scenario.initializer = "glorot_uniform";
    scenario.data = "gaussian";
    workspace.store().edit(QStringLiteral("wide"), scenario);
    model::Question question = workspace.question();
    question.seeds = 10'000; // seconds of them
    workspace.setQuestion(question);
    workspace.require(&ladder, results::needs<results::Ladder>());
    workspace.require(&speeds, results::needs<evaluation::Evaluation, results::SeedsBand>());
    const auto shown = [&] { return workspace.snapshotFor(results::needs<results::Ladder>()).scenario.meanSquare; };
    std::set<double> drawn;
    QDeadlineTimer limit(20'000);
    for (int move = 1; drawn.size() < 4 && !limit.hasExpired(); ++move) {
        scenario.meanSquare = 0.1 + 0.0001 * move;
        workspace.store().edit(QStringLiteral("drag"), scenario);
        for (int i = 0; i < 16; ++i) { // a display frame
            QCoreApplication::processEvents();
            QThread::msleep(1);
        }
        if (const results::Snapshot& known = workspace.snapshotFor(results::needs<results::Ladder>());
            known.get<results::Ladder>() && known.get<results::Ladder>()->complete())
            drawn.insert(shown());
    }
    EXPECT_GE(drawn.size(), 4u) << "complete ladders of values on the way";
    ASSERT_TRUE(waitUntil([&] { return !workspace.computing(results::needs<results::Ladder>()); }));
    EXPECT_EQ(shown(), scenario.meanSquare);
}

TEST(SnapshotWorker, LetsAnOvertakenComputationEndWithinItsGraceTime)
{
    SnapshotWorker worker([] {});
    EXPECT_FALSE(worker.stopOvertaken()) << "nothing waits";
    model::Scenario scenario = deeper(10'000);
    scenario.weight = 100;
    worker.submit({1, {scenario, {}, {}}, both()});
    ASSERT_TRUE(waitUntil([&] { return !worker.stopOvertaken(std::chrono::hours(1)); })); // it runs
    worker.submit({2, {deeper(2), {}, {}}, both()});
    EXPECT_TRUE(worker.stopOvertaken(std::chrono::hours(1))) << "one waits, and nothing was stopped";
    bool arrived = false;
    EXPECT_TRUE(waitUntil([&] {
        worker.stopOvertaken();
        const auto result = worker.take();
        arrived = arrived || (result && result->generation == 2);
        return arrived;
    }));
}

TEST(SnapshotWorker, EndsAtOnceWithWorkUnderWay)
{
    model::Scenario scenario = deeper(10'000);
    scenario.weight = 100;
    for (int i = 0; i < 20; ++i) {
        SnapshotWorker worker([] {});
        worker.submit({1, {scenario, {}, {}}, both()});
        worker.submit({2, {scenario, {}, {}}, both()});
        worker.stopOvertaken();
    }
}

TEST(SnapshotWorker, OfWhatWaitsTheNewestWins)
{
    std::atomic<int> arrived = 0;
    SnapshotWorker worker([&] { ++arrived; });
    for (std::uint64_t generation = 1; generation <= 50; ++generation)
        worker.submit({generation, {deeper(3), {}, {}}, results::needs<evaluation::Evaluation>()});
    std::shared_ptr<const results::Snapshot> newest;
    ASSERT_TRUE(waitUntil([&] {
        if (auto result = worker.take())
            newest = result;
        return newest && newest->generation == 50;
    }));
    EXPECT_LE(arrived.load(), 50);
}

} // namespace workspace_test
