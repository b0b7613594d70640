// SPDX-License-Identifier: GPL-3.0-or-later
// What lessons measure, each kind against a closed form or the result that it is taken from.
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "measures/measure.h"
#include "theory/explosion/explosion_set.h"
#include "training/training.h"
#include "training/training_progress.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::lessons {
namespace measures_test {

std::optional<double> measured(
    const char* id, const results::Snapshot& snapshot, const measures::MeasureArguments& arguments = {})
{
    const measures::MeasureKind* kind = findKind(measures::measuresRegistry(), id);
    EXPECT_NE(kind, nullptr) << id;
    return kind->value(snapshot, arguments);
}

/// Four balanced layers with w = 100: every factor is 25, every slope ¼.
results::Snapshot explosion()
{
    model::Document document;
    document.scenario.weight = 100;
    document.scenario.initializer = "balanced";
    return results::computeSnapshot(document, results::needs<evaluation::Evaluation, explosion::ExplosionSet>());
}

TEST(Measures, OfTheChaptersExplosion)
{
    const results::Snapshot snapshot = explosion();
    // δ₄ = (½ − 0)·¼, and 25 a layer further back
    for (int layer = 1; layer <= 4; ++layer) {
        EXPECT_NEAR(
            *measured("speed", snapshot, {.layer = layer}), std::log10(0.125) + (4 - layer) * std::log10(25.0), 1e-12);
        EXPECT_NEAR(*measured("factor", snapshot, {.layer = layer}), std::log10(25.0), 1e-12);
        EXPECT_EQ(measured("weighted_input", snapshot, {.layer = layer}), 0);
        EXPECT_EQ(measured("activation_mean", snapshot, {.layer = layer}), 0.5);
    }
    EXPECT_NEAR(*measured("product", snapshot), 4 * std::log10(25.0), 1e-12);
    EXPECT_NEAR(*measured("speed_ratio", snapshot, {.layer = 1, .against = 3}), 2 * std::log10(25.0), 1e-12);
    EXPECT_NEAR(*measured("speed_spread", snapshot), 3 * std::log10(25.0), 1e-12);
    EXPECT_EQ(measured("cost", snapshot), 0.125);
    EXPECT_EQ(measured("parameter", snapshot, {.key = "weight"}), 100);
    EXPECT_EQ(measured("parameter", snapshot, {.key = "depth"}), 4);
    EXPECT_EQ(measured("parameter", snapshot, {.key = "initializer"}), std::nullopt) << "no number";
    EXPECT_EQ(measured("parameter", snapshot, {.key = "colour"}), std::nullopt);
    for (const char* id : {"speed", "factor", "slope", "weighted_input", "activation_mean"})
        EXPECT_EQ(measured(id, snapshot, {.layer = 5}), std::nullopt) << id;
}

TEST(Measures, HaveNoValueBeforeTheirResult)
{
    results::Snapshot nothing;
    for (const measures::MeasureKind* kind : measures::measuresRegistry()) {
        if (kind->id != "parameter" && !kind->needs().wants(results::kindOf<evaluation::Evaluation>())) {
            EXPECT_EQ(kind->value(nothing, {}), std::nullopt) << kind->id;
        }
    }
    for (const char* id : {"speed", "factor", "product", "speed_ratio", "speed_spread", "cost", "slope"})
        EXPECT_EQ(measured(id, nothing), std::nullopt) << id;
    model::Document dead; // w = 0: nothing passes back
    dead.scenario.weight = 0;
    const results::Snapshot snapshot = results::computeSnapshot(dead, results::needs<evaluation::Evaluation>());
    EXPECT_EQ(measured("speed", snapshot, {.layer = 1}), std::nullopt) << "an exact zero has no size";
    EXPECT_EQ(measured("speed_spread", snapshot), std::nullopt);
    EXPECT_EQ(measured("product", snapshot), std::nullopt);
}

TEST(Measures, OfATrainingAreThoseOfItsNewestMoment)
{
    model::Scenario scenario;
    scenario.depth = 3;
    scenario.width = 4;
    scenario.inputs = 2;
    scenario.data = "gaussian";
    scenario.meanSquare = 20;
    scenario.activation = "tanh";
    scenario.initializer = "standard_normal";
    scenario.examples = 20;
    scenario.batch = 5;
    scenario.epochs = 3;
    const auto progress = [](model::Scenario of, int steps) {
        training::Training training(of, std::make_shared<const data::Dataset>(dataOf(of)), {.threads = 1});
        for (int i = 0; i < steps; ++i)
            training.advance();
        return std::make_shared<const training::TrainingProgress>(training::progressOf(training, false));
    };
    results::Snapshot snapshot;
    snapshot.scenario = scenario;
    snapshot.put<training::TrainingProgress>(progress(scenario, 12));
    const training::Trace& trace = snapshot.get<training::TrainingProgress>()->trace;
    const std::size_t newest = trace.size() - 1;
    EXPECT_EQ(measured("trained_epochs", snapshot), 3);
    EXPECT_EQ(measured("trained_cost", snapshot), trace.record(newest).cost.nearestDouble());
    EXPECT_EQ(measured("saturated", snapshot, {.layer = 2}), trace.layer(newest, 2).saturated);
    EXPECT_GT(*measured("saturated", snapshot, {.layer = 1}), 0.2);
    EXPECT_EQ(measured("saturated", snapshot, {.layer = 4}), std::nullopt);
    EXPECT_EQ(measured("trained_accuracy", snapshot), std::nullopt) << "these targets are no classes";
    EXPECT_EQ(measured("diverged", snapshot), 0);

    EXPECT_EQ(measured("cost_against_pin", snapshot), std::nullopt);
    model::Scenario faster = scenario;
    faster.learningRate = 1;
    snapshot.pins.emplace_back().name = "faster";
    snapshot.pins[0].scenario = faster;
    snapshot.pins[0].put<training::TrainingProgress>(progress(faster, 12));
    const training::Trace& other = snapshot.pins[0].get<training::TrainingProgress>()->trace;
    EXPECT_NEAR(*measured("cost_against_pin", snapshot),
        trace.record(newest).cost.log10() - other.record(newest).cost.log10(), 1e-13);
    snapshot.pins[0].put<training::TrainingProgress>(progress(faster, 4));
    EXPECT_EQ(measured("cost_against_pin", snapshot), std::nullopt) << "still on its way";

    model::Scenario classes = scenario;
    classes.loss = "cross_entropy";
    classes.outputs = 3;
    snapshot.put<training::TrainingProgress>(progress(classes, 12));
    EXPECT_EQ(measured("trained_accuracy", snapshot),
        snapshot.get<training::TrainingProgress>()
            ->trace.record(snapshot.get<training::TrainingProgress>()->trace.size() - 1)
            .accuracy);
}

// ∂C/∂w₁ = w^24·(w^25 a₀ − y)·a₀ is 10^306 and a double still, a thousand times that is none.
TEST(Measures, AStepBeyondDoublesIsADivergence)
{
    model::Scenario scenario;
    scenario.depth = 25;
    scenario.activation = scenario.outputActivation = "identity";
    scenario.weight = 1e6;
    scenario.input = 1e6;
    scenario.learningRate = 1000;
    training::Training training(scenario, std::make_shared<const data::Dataset>(dataOf(scenario)), {.threads = 1});
    EXPECT_EQ(training.advance(), training::Training::Outcome::diverged);
    ASSERT_TRUE(training.divergence());
    EXPECT_EQ(*training.divergence(), (training::Divergence{0, 1, training::Divergence::Quantity::parameters}));
    EXPECT_NEAR(training.trace().layer(0, 1).weightSpeed.log10(), 306, 1e-9);
    results::Snapshot snapshot;
    snapshot.put<training::TrainingProgress>(
        std::make_shared<const training::TrainingProgress>(training::progressOf(training, false)));
    EXPECT_EQ(measured("diverged", snapshot), 1);
}

} // namespace measures_test
} // namespace deltascope::lessons
