// SPDX-License-Identifier: GPL-3.0-or-later
// Results asked for together against each of them computed by itself, and edits of a scenario.
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "evaluation/layer_distributions.h"
#include "evaluation/neuron_sample.h"
#include "figures/figure_kind.h"
#include "parameters/parameters.h"
#include "results/balance_by_chance.h"
#include "results/ladder.h"
#include "results/seeds_band.h"
#include "results/snapshot.h"
#include "results/speed_ratios.h"
#include "theory/jacobian/network_spectrum.h"
#include "theory/mean_field/phase_diagram.h"
#include "theory/mean_field/prediction.h"
#include "training/training.h"
#include "training/training_progress.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace deltascope::results {
namespace snapshot_test {

model::Document wide()
{
    model::Document document;
    model::Scenario& scenario = document.scenario;
    scenario.depth = 5;
    scenario.width = 6;
    scenario.inputs = 4;
    scenario.outputs = 2;
    scenario.activation = "tanh";
    scenario.initializer = "mean_field";
    scenario.gain = 1.2;
    scenario.biasDeviation = 0.1;
    scenario.data = "gaussian";
    scenario.examples = 8;
    document.question.seeds = 20;
    return document;
}

TEST(SnapshotOfAll, HoldsWhatEachResultIsByItself)
{
    const model::Document document = wide();
    const model::Scenario& scenario = document.scenario;
    const Needs wanted = needs<evaluation::Evaluation, evaluation::LayerDistributions, SeedsBand,
        jacobian::NetworkSpectrum, mean_field::MeanFieldPrediction, SpeedRatios, BalanceByChance,
        mean_field::PhaseDiagram, Ladder, evaluation::NeuronSample>();
    int published = 0;
    const Snapshot all = computeSnapshot(document, wanted, {.publish = [&](const Snapshot&) { ++published; }});
    EXPECT_TRUE(isComplete(all, wanted));
    EXPECT_FALSE(isComplete(all, wanted | needs<training::TrainingProgress>()));
    EXPECT_GT(published, 2) << "as results arrive";
    const data::Dataset data = dataOf(scenario);
    const network::Network network = networkOf(scenario);
    const evaluation::Evaluation evaluation = evaluated(scenario);
    EXPECT_EQ(all.get<evaluation::Evaluation>()->layer(1).speed.normOfMean, evaluation.layer(1).speed.normOfMean);
    EXPECT_EQ(*all.get<BalanceByChance>(), *balanceByChance(scenario, 20));
    EXPECT_EQ(all.get<SeedsBand>()->layers.front().rms.median.log10,
        seedsBand(scenario, 20, {})->layers.front().rms.median.log10);
    EXPECT_EQ(all.get<evaluation::LayerDistributions>()->layers.size(), 5u);
    EXPECT_EQ(all.get<evaluation::LayerDistributions>()->find(3)->a.mean,
        evaluation::layerDistributions(scenario, data, network, 0, {})->find(3)->a.mean);
    EXPECT_EQ(all.get<mean_field::MeanFieldPrediction>()->layers.front().rms,
        mean_field::predictSpeeds(scenario, data, evaluation)->layers.front().rms);
    EXPECT_EQ(all.get<SpeedRatios>()->depths.back().first.rms, evaluation.layer(1).speed.rms);
    EXPECT_EQ(all.get<mean_field::PhaseDiagram>()->criticalLine.size(),
        mean_field::phaseDiagram(scenario, *data::makeDataset(scenario))->criticalLine.size());
    EXPECT_EQ(all.get<Ladder>()->rungs.size(), 6u);
    EXPECT_TRUE(all.get<Ladder>()->complete());
    EXPECT_EQ(all.get<evaluation::NeuronSample>()->layers.at(2).at(1).delta,
        evaluation::sampleNeurons(scenario, data, network, {})->layers[2][1].delta);
    ASSERT_NE(all.get<jacobian::NetworkSpectrum>()->layer(1), nullptr);
    const auto spectrum = jacobian::networkSpectrum(network, data, jacobian::everyFactor(network), {}, {});
    EXPECT_EQ(all.get<jacobian::NetworkSpectrum>()->layer(1)->product.front(), spectrum->layer(1)->product.front());
}

TEST(SnapshotOfAll, TheTheoryBringsTheEvaluationThatItIsAnchoredAt)
{
    const model::Document document = wide();
    const Snapshot theory = computeSnapshot(document, needs<mean_field::MeanFieldPrediction>());
    ASSERT_TRUE(theory.get<mean_field::MeanFieldPrediction>());
    EXPECT_EQ(theory.get<mean_field::MeanFieldPrediction>()->layers.back().rms,
        evaluated(document.scenario).layer(5).speed.rms);
    model::Document chain; // where there is none, that is the answer
    EXPECT_FALSE(
        computeSnapshot(chain, needs<mean_field::MeanFieldPrediction>()).get<mean_field::MeanFieldPrediction>());
    EXPECT_TRUE(isComplete(
        computeSnapshot(chain, needs<mean_field::MeanFieldPrediction>()), needs<mean_field::MeanFieldPrediction>()));
}

TEST(SnapshotOfAll, ALaterStepIsThatOfTheTraining)
{
    model::Document document = wide();
    document.question.step = 7;
    const Snapshot later = computeSnapshot(document, needs<evaluation::Evaluation, mean_field::MeanFieldPrediction>());
    training::Training training(
        document.scenario, std::make_shared<const data::Dataset>(dataOf(document.scenario)), {.threads = 1});
    for (int step = 0; step < 7; ++step)
        training.advance();
    EXPECT_EQ(later.step, 7);
    ASSERT_TRUE(later.network);
    EXPECT_TRUE(std::ranges::equal(later.network->values(), training.network().values()));
    EXPECT_FALSE(later.get<mean_field::MeanFieldPrediction>()) << "it is about start values";
}

TEST(ScenarioEdits, KeepLayersInOrderAndWithinTheDepth)
{
    model::Scenario scenario;
    scenario.depth = 6;
    scenario = parameters::withLayerSetting(scenario, {4, 2.0, std::nullopt});
    scenario = parameters::withLayerSetting(scenario, {2, std::nullopt, 1.0});
    scenario = parameters::withLayerSetting(scenario, {6, 3.0, 3.0});
    EXPECT_EQ(scenario.layers,
        (std::vector<model::LayerSetting>{{2, std::nullopt, 1.0}, {4, 2.0, std::nullopt}, {6, 3.0, 3.0}}));
    EXPECT_FALSE(parameters::validate(scenario));
    scenario = parameters::withLayerSetting(scenario, {4, std::nullopt, 5.0});
    EXPECT_EQ(scenario.layers[1], (model::LayerSetting{4, std::nullopt, 5.0}));
    EXPECT_EQ(parameters::withLayerSetting(scenario, {4, std::nullopt, std::nullopt}).layers.size(), 2u);
    EXPECT_EQ(parameters::withDepth(scenario, 4).layers.size(), 2u);
    EXPECT_EQ(parameters::withDepth(scenario, 1).layers.size(), 0u);
    EXPECT_FALSE(parameters::validate(parameters::withDepth(scenario, 5)));
    model::Scenario tooShallow = scenario;
    tooShallow.depth = 5;
    EXPECT_TRUE(parameters::validate(tooShallow)) << "layer 6 is beyond";
}

TEST(ScenarioEdits, ChangesInMidRunMustMakeSense)
{
    const auto with = [](std::vector<model::Change> changes) {
        return parameters::withValue(
            model::Scenario{}, *parameters::findScenarioParameter("changes"), std::move(changes));
    };
    EXPECT_TRUE(with({{0, "learning_rate", 0.5}, {3, "momentum", 0.5}, {3, "learning_rate", 0.25}}));
    EXPECT_FALSE(with({{-1, "learning_rate", 0.5}})) << "before the start";
    EXPECT_FALSE(with({{3, "learning_rate", 0.5}, {3, "learning_rate", 0.25}})) << "twice at one step";
    EXPECT_TRUE(with({{3, "learning_rate", 0.5}, {4, "learning_rate", 0.25}}));
    EXPECT_FALSE(with({{3, "learning_rate", -0.5}})) << "out of range";
    EXPECT_FALSE(with({{3, "depth", 5}})) << "not in mid-run";
    EXPECT_FALSE(with({{3, "colour", 5}}));
}

} // namespace snapshot_test
} // namespace deltascope::results
