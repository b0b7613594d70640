// SPDX-License-Identifier: GPL-3.0-or-later
// Every verdict and every sentence of the diagnosis, on scenarios whose numbers are known in closed form.
// core/maths.md 2.4.
#include "core/support/diagnosis_checks.h"
#include "core/support/evaluated.h"
#include "diagnosis/idle_layers.h"
#include "results/snapshot.h"
#include "theory/explosion/explosion_set.h"
#include "training/training.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace deltascope::diagnosis {
namespace diagnosis_test {

using namespace diagnosed;

TEST(Diagnosis, NamesVanishingWithItsRatio)
{
    const Diagnosis found = diagnosisOf(balanced(12, 1)); // every factor 1/4: 11 factors between layers 1 and 12
    EXPECT_EQ(found.verdict, Verdict::vanishing);
    EXPECT_EQ(found.headline.english, "Vanishing: layer 1 learns %1.");
    EXPECT_EQ(toldOf(found).english, "%1 times more slowly than layer %2");
    EXPECT_NEAR(decades(toldOf(found), 0), 11 * std::log10(4), 1e-12);
    EXPECT_EQ(toldOf(found).arguments.at(1), Argument(12));
    EXPECT_NEAR(decades(detail(found, kEvery), 0), std::log10(0.25), 1e-12);
}

TEST(Diagnosis, TheSlopesSymbolIsTheActivationsOwn)
{
    model::Scenario scenario = balanced(4, 1);
    scenario.layers = {{1, {}, 1.0}};
    EXPECT_EQ(detail(diagnosisOf(scenario), kSmallest).arguments.at(1), Argument("σ′(z₁)"));
    scenario.activation = scenario.outputActivation = "tanh";
    scenario.weight = 0.5;
    scenario.layers = {{1, {}, 1.0}};
    scenario.target = 0.5; // tanh 0 is 0, and nothing would be to learn
    EXPECT_EQ(detail(diagnosisOf(scenario), kSmallest).arguments.at(1), Argument("f′(z₁)"));
}

TEST(Diagnosis, NamesExplosionWithItsLayer)
{
    const Diagnosis found = diagnosisOf(balanced(4, 100)); // every factor 25
    EXPECT_EQ(found.verdict, Verdict::exploding);
    EXPECT_EQ(toldOf(found).english, "%1 times faster than layer %2");
    EXPECT_NEAR(decades(toldOf(found), 0), 3 * std::log10(25), 1e-12);
    EXPECT_EQ(toldOf(found).arguments.at(1), Argument(4));
    EXPECT_NEAR(decades(detail(found, kEvery), 0), std::log10(25), 1e-12);
    const Message onset =
        detail(found, "Going back from the output, layer %1 is the first to learn over %2 times faster than layer %3.");
    EXPECT_EQ(onset.arguments, (std::vector<Argument>{3, 10, 4}));
}

TEST(Diagnosis, SpeaksOfTwoLayersAsTwo)
{
    const Diagnosis found = diagnosisOf(balanced(2, -100));
    EXPECT_EQ(found.verdict, Verdict::exploding);
    ASSERT_EQ(found.details.size(), 1u);
    EXPECT_EQ(found.details[0].english, "The factor between the speeds of the two layers, |%1 %2|, is %3.");
    EXPECT_EQ(std::get<Magnitude>(found.details[0].arguments[2].value).sign, 1) << "speeds are sizes";
}

TEST(Diagnosis, FindsBalance)
{
    const Diagnosis exact = diagnosisOf(balanced(4, 4));
    EXPECT_EQ(exact.verdict, Verdict::balanced);
    EXPECT_EQ(exact.headline.english, "Balanced: layer 1 learns %1.");
    EXPECT_EQ(toldOf(exact), (Message{"at the same speed as layer %1", {4}}));
    EXPECT_TRUE(exact.details.empty());
    const Diagnosis near = diagnosisOf(balanced(4, 4.5)); // 1.125³ = 1.42
    EXPECT_EQ(near.verdict, Verdict::balanced);
    EXPECT_EQ(near.headline.english, "Balanced: layer 1 learns %1.");
    EXPECT_EQ(toldOf(near).english, "%1 times faster than layer %2");
    EXPECT_EQ(toldOf(diagnosisOf(balanced(4, 4.004))), (Message{"at practically the same speed as layer %1", {4}}));
    EXPECT_EQ(diagnosisOf(balanced(4, 5.1)).verdict, Verdict::uneven); // 1.275³ = 2.07
    EXPECT_EQ(diagnosisOf(balanced(4, 3.1)).verdict, Verdict::uneven); // 0.775³ = 0.465
}

TEST(Diagnosis, HasNoRatioAtDepthOne)
{
    const Diagnosis found = diagnosisOf(chain(1, 1));
    EXPECT_EQ(found.verdict, Verdict::balanced);
    EXPECT_EQ(
        found.headline.english, "One layer, which learns at speed %1: nothing can vanish or explode along the way.");
    EXPECT_TRUE(found.details.empty());
    const Diagnosis saturated = diagnosisOf(chain(1, 100));
    EXPECT_EQ(saturated.verdict, Verdict::saturated);
    EXPECT_EQ(saturated.headline.english,
        "Saturated: the only layer learns at speed %1; its %2′ is at most %3, under 5 % of its maximum.");
    EXPECT_NEAR(decades(saturated.headline, 0), -100 / std::log(10), 1e-9); // δ = σ(100)·σ′(100) ≈ e⁻¹⁰⁰
}

TEST(Diagnosis, NamesADeadWeight)
{
    model::Scenario scenario = chain(4, 1);
    scenario.layers = {{3, 0.0, {}}};
    const Diagnosis several = diagnosisOf(scenario);
    EXPECT_EQ(several.verdict, Verdict::dead);
    EXPECT_EQ(several.headline, (Message{"Dead: layers 1 and 2 do not learn at all.", {}}));
    ASSERT_FALSE(several.details.empty());
    EXPECT_EQ(several.details[0], (Message{"The weight of layer %1 is 0, and nothing passes back through it.", {3}}));
    scenario.layers = {{2, 0.0, {}}};
    EXPECT_EQ(diagnosisOf(scenario).headline, (Message{"Dead: layer 1 does not learn at all.", {}}));
}

TEST(Diagnosis, NamesADeadRelu)
{
    model::Scenario scenario = with(chain(4, 1), "relu");
    scenario.layers = {{2, {}, -5.0}};
    scenario.layers.push_back({3, {}, 1.0});
    const Diagnosis inside = diagnosisOf(scenario);
    EXPECT_EQ(inside.headline, (Message{"Dead: layers 1 and 2 do not learn at all.", {}}));
    EXPECT_EQ(inside.details[0].english, "In layer %1, z = %2 lies where %3′ is exactly 0.");
    EXPECT_EQ(inside.details[0].arguments[0], Argument(2));
    EXPECT_NEAR(decades(inside.details[0], 1), std::log10(4), 1e-12); // z = 1 − 5
    scenario.target = 1;
    scenario.layers = {{4, {}, -5.0}};
    const Diagnosis output = diagnosisOf(scenario);
    EXPECT_EQ(output.verdict, Verdict::dead);
    EXPECT_EQ(
        output.headline.english, "Dead: %2′(z) is exactly 0 in the output layer, where z = %1, so no layer learns.");
}

TEST(Diagnosis, SeesThatThereIsNothingToLearn)
{
    model::Scenario scenario = with(chain(3, 1), "identity");
    scenario.target = scenario.input = 1;
    const Diagnosis found = diagnosisOf(scenario);
    EXPECT_EQ(found.verdict, Verdict::balanced);
    EXPECT_EQ(found.headline.english,
        "Nothing to learn: the output equals the target, so every learning speed is exactly 0.");
    EXPECT_TRUE(found.details.empty());
}

TEST(Diagnosis, SeesSaturation)
{
    const Diagnosis vanishing = diagnosisOf(chain(4, 100));
    EXPECT_EQ(vanishing.verdict, Verdict::vanishing);
    EXPECT_NEAR(decades(detail(vanishing, "Every layer is saturated: %2′ is at most %1, under 5 % of its maximum."), 0),
        -100 / std::log(10), 1e-9);
    model::Scenario flat = chain(2, 1);
    const double steep = std::log(1e6); // σ′ = 10⁻⁶ there, which the weight 10⁶ of layer 2 makes up for; z₂ ≈ 27
    flat.layers = {{1, 1.0, steep - 1}, {2, 1e6, 28 - 1e6}};
    const Diagnosis saturated = diagnosisOf(flat);
    EXPECT_EQ(saturated.verdict, Verdict::saturated);
    EXPECT_EQ(saturated.headline.english, "Saturated: %2′ is at most %1 in every layer, under 5 % of its maximum.");
    EXPECT_NEAR(decades(saturated.headline, 0), -6, 1e-5);
}

TEST(Diagnosis, SaysWhichFormatLosesALayer)
{
    const Diagnosis float16 = diagnosisOf(balanced(16, 1)); // δ^l = δ^L 4^−(16−l), δ^L = ½·¼
    const Message first = detail(float16, "%1, layers 1–%2 underflow to 0.");
    // Half of float16's smallest number 2⁻²⁴ still rounds to 0 (to even): 2^(−3−2(16−l)) ≤ 2⁻²⁵ from l = 5 on.
    EXPECT_EQ(first.arguments, (std::vector<Argument>{Message{"In %1", {"float16"}}, 5}));
    const auto even = [](const char* sentence, const model::Scenario& scenario, const char* subject = "Even in %1") {
        const Argument twice = Message{subject, {"double"}};
        for (const Message& each : diagnosisOf(scenario).details)
            if (each.english == sentence && each.arguments[0] == twice)
                return each.arguments;
        ADD_FAILURE() << sentence;
        return std::vector<Argument>(2, 0);
    };
    EXPECT_TRUE(says(diagnosisOf(balanced(1000, 1)), "%1, layers 1–%2 underflow to 0."));
    // 2^(−3−2(1000−l)) ≤ 2⁻¹⁰⁷⁵ from l = 464 on.
    EXPECT_EQ(even("%1, layers 1–%2 underflow to 0.", balanced(1000, 1))[1], Argument(464));
    EXPECT_TRUE(says(diagnosisOf(balanced(300, 100)), "%1 would overflow at layer %2."));
    EXPECT_EQ(even("%1 would overflow at layer %2.", balanced(300, 100), "Even %1").size(), 2u);
    EXPECT_TRUE(says(diagnosisOf(chain(4, 1000)), "%1, every layer underflows to 0."));
    EXPECT_EQ(even("%1, every layer underflows to 0.", chain(4, 10'000)).size(), 1u);
}

TEST(Diagnosis, SaysWhereDigitsAreNoise)
{
    model::Scenario scenario = chain(30, 100, -50);
    scenario.input = 0.5 + 1e-14;
    const Message noise = detail(diagnosisOf(scenario),
        "From layer %1 on the digits are noise: rounding errors have grown there until they change f′(z) by 1 % or "
        "more.");
    const auto* layer = std::get_if<std::int64_t>(&noise.arguments.at(0).value);
    ASSERT_NE(layer, nullptr);
    EXPECT_GT(*layer, 1);
    EXPECT_LE(*layer, 30);
}

TEST(Diagnosis, SaysThatANormalizedPairPassesNothing)
{
    model::Scenario scenario;
    scenario.depth = 3;
    scenario.width = scenario.inputs = 2;
    scenario.initializer = "glorot_uniform";
    scenario.normalization = "layer";
    const auto said = [&](const char* words) {
        const Diagnosis found = diagnosisOf(scenario);
        return std::ranges::any_of(
            found.details, [&](const Message& detail) { return detail.english.find(words) != std::string::npos; });
    };
    EXPECT_TRUE(said("over 2 neurons turns any two numbers into ±1"));
    scenario.width = 3;
    EXPECT_FALSE(said("turns any two numbers into ±1"));
    scenario.normalization = "batch";
    scenario.data = "gaussian";
    scenario.examples = 2;
    EXPECT_TRUE(said("over 2 examples turns any two numbers into ±1"));
    scenario.depth = 1; // the output is not normalized
    EXPECT_FALSE(said("turns any two numbers into ±1"));
}

TEST(Diagnosis, SeesIdleWeights)
{
    model::Scenario scenario = chain(3, 1);
    scenario.input = 0;
    EXPECT_EQ(
        detail(diagnosisOf(scenario), "The weight of layer %1 does not learn: what enters it is exactly 0.").arguments,
        std::vector<Argument>{1});
}

TEST(Diagnosis, SeesAnExtremeLayerInside)
{
    model::Scenario scenario = balanced(5, 4);
    scenario.layers = {{3, 0.04, {}}, {4, 400.0, {}}}; // factors .01 and 100: layer 3 is 100 times as fast as both ends
    const Message fastest =
        detail(diagnosisOf(scenario), "Layer %1 learns fastest: %2 times faster than the faster of layers 1 and %3.");
    EXPECT_EQ(fastest.arguments.at(0), Argument(3));
    EXPECT_NEAR(decades(fastest, 1), 2, 1e-12);
    scenario.layers = {{3, 400.0, {}}, {4, 0.04, {}}};
    const Message slowest = detail(
        diagnosisOf(scenario), "Layer %1 learns slowest: %2 times more slowly than the slower of layers 1 and %3.");
    EXPECT_EQ(slowest.arguments.at(0), Argument(3));
    EXPECT_NEAR(decades(slowest, 1), 2, 1e-12);
}

void expectSensible(const Argument& argument, int depth, const std::string& sentence)
{
    if (const auto* size = std::get_if<Magnitude>(&argument.value)) {
        EXPECT_TRUE(std::isfinite(size->log10)) << sentence;
    }
    if (const auto* layer = std::get_if<std::int64_t>(&argument.value)) {
        EXPECT_TRUE(*layer >= 1 && *layer <= std::max(depth, 10)) << sentence;
    }
}

TEST(Diagnosis, IsFiniteForWhateverTheSlidersDo)
{
    for (const int depth : {1, 2, 3, 50, 10'000})
        for (const double weight : {-1e6, -4.0, 0.0, 1e-6, 1.0, 1e6})
            for (const double bias : {-1e6, 0.0, 1e6})
                for (const char* activation : {"sigmoid", "tanh", "relu", "softsign", "softplus", "identity"})
                    for (const char* initializer : {"constant", "balanced"}) {
                        model::Scenario scenario = with(chain(depth, weight, bias), activation);
                        scenario.initializer = initializer;
                        const Diagnosis found = diagnosisOf(scenario);
                        std::vector<Message> all = found.details;
                        all.push_back(found.headline);
                        for (const Message& message : all)
                            for (const Argument& argument : message.arguments)
                                expectSensible(argument, depth, message.english);
                    }
}

TEST(Diagnosis, SpeaksOfWideLayersInThePlural)
{
    model::Scenario scenario = chain(3, 0.5);
    scenario.width = scenario.outputs = 3;
    scenario.inputs = 2;
    scenario.input = 0;
    EXPECT_TRUE(says(diagnosisOf(scenario), "The weights of layer %1 do not learn: what enters it is exactly 0."));
    scenario.layers = {{3, 0.0, {}}};
    EXPECT_EQ(diagnosisOf(scenario).details.at(0).english, "No gradient passes back from layer %1 to layer %2.");
}

TEST(Snapshot, HoldsWhatWasAskedFor)
{
    model::Document document;
    document.pins = {{"before", chain(2, 3)}};
    const results::Snapshot both =
        results::computeSnapshot(document, results::needs<evaluation::Evaluation, explosion::ExplosionSet>());
    ASSERT_TRUE(both.network && both.get<evaluation::Evaluation>() && both.get<explosion::ExplosionSet>());
    EXPECT_EQ(both.get<evaluation::Evaluation>()->depth(), 4);
    ASSERT_TRUE(both.pins.at(0).get<evaluation::Evaluation>());
    EXPECT_EQ(both.pins[0].get<evaluation::Evaluation>()->depth(), 2);
    const results::Snapshot none = results::computeSnapshot(document, {});
    EXPECT_FALSE(none.get<evaluation::Evaluation>() || none.get<explosion::ExplosionSet>()
        || none.pins.at(0).get<evaluation::Evaluation>());
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(
        results::computeSnapshot(document, results::needs<evaluation::Evaluation>(), {.stop = stop.get_token()})
            .get<evaluation::Evaluation>());
    document.scenario.width = 2;
    EXPECT_FALSE(
        results::computeSnapshot(document, results::needs<explosion::ExplosionSet>()).get<explosion::ExplosionSet>());
}

/// After a training the neurons are as the sentence says: all alike, or not.
TEST(Diagnosis, NeuronsOfOneStartStayAlike)
{
    for (const char* rule : {"constant", "balanced", "he_normal", "scaled_identity", "orthogonal"})
        for (const double dropout : {0.0, 0.5}) {
            model::Scenario scenario;
            scenario.depth = 3;
            scenario.width = scenario.inputs = 4;
            scenario.outputs = 2;
            scenario.weight = 0.4;
            scenario.initializer = rule;
            scenario.data = "gaussian";
            scenario.examples = 6;
            scenario.epochs = 5;
            scenario.dropout = dropout;
            const auto data = std::make_shared<const data::Dataset>(dataOf(scenario));
            training::Training training(scenario, data, {});
            while (training.advance() == training::Training::Outcome::stepped) { }
            bool alike = true;
            const network::Network& trained = training.network();
            for (const int layer : {1, 2}) {
                const Eigen::MatrixXd weights = trained.weights(layer);
                for (Eigen::Index i = 1; i < weights.rows(); ++i)
                    alike = alike && (weights.row(i) - weights.row(0)).cwiseAbs().maxCoeff() < 1e-12;
            }
            EXPECT_EQ(!alikeNeurons(scenario).empty(), alike) << rule << ' ' << dropout;
        }
    EXPECT_TRUE(alikeNeurons({}).empty()); // a chain
}

} // namespace diagnosis_test
} // namespace deltascope::diagnosis
