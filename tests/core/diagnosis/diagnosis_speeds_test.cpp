// SPDX-License-Identifier: GPL-3.0-or-later
// What the diagnosis says of speeds: the factors between them, what a residual connection or a normalization makes of
// them, and the edges of its words. core/maths.md 1.6, 2.4.
#include "core/support/diagnosis_checks.h"

namespace deltascope::diagnosis {
namespace diagnosis_speeds_test {

using namespace diagnosed;

// δ_l = σ′(z_l) w_(l+1) δ_(l+1): the bias of layer 1 is in the speed of layer 1, that of the last layer in no ratio.
TEST(Diagnosis, NamesTheFactorBetweenTheSpeeds)
{
    model::Scenario scenario = chain(2, 1);
    scenario.layers = {{2, {}, 6.0}};
    const double slope = 1 / (4 * std::pow(std::cosh(0.5), 2)); // σ′(1)
    const Diagnosis two = diagnosisOf(scenario);
    EXPECT_EQ(two.verdict, Verdict::vanishing);
    const Message between = detail(two, "The factor between the speeds of the two layers, |%1 %2|, is %3.");
    EXPECT_EQ(between.arguments.at(0), Argument("w₂"));
    EXPECT_EQ(between.arguments.at(1), Argument("σ′(z₁)"));
    EXPECT_NEAR(decades(between, 2), std::log10(slope), 1e-12);
    EXPECT_EQ(toldOf(two).english, "%1 times more slowly than layer %2");
    EXPECT_NEAR(decades(toldOf(two), 0), -std::log10(slope), 1e-12);

    scenario = balanced(4, 4);
    scenario.layers = {{1, {}, 10.0}}; // z₁ = 14
    const Diagnosis first = diagnosisOf(scenario);
    EXPECT_EQ(first.verdict, Verdict::vanishing);
    const Message smallest = detail(first, kSmallest);
    EXPECT_EQ(smallest.arguments.at(0), Argument("w₂"));
    EXPECT_EQ(smallest.arguments.at(1), Argument("σ′(z₁)"));
    EXPECT_EQ(toldOf(first).english, "%1 times more slowly than layer %2");
    EXPECT_NEAR(decades(smallest, 2), -decades(toldOf(first), 0), 1e-12) << "the only one that is not 1";
    EXPECT_EQ(smallest.arguments.at(4), Argument(1));

    scenario = chain(4, 1);
    scenario.layers = {{4, {}, 10.0}};
    EXPECT_NE(detail(diagnosisOf(scenario), kSmallest).arguments.at(1), Argument("σ′(z₄)"));
}

TEST(Diagnosis, WordsGoByTheRateAndTheWhole)
{
    const auto verdictOf = [](int depth, double rate) { return diagnosisOf(balanced(depth, 4 * rate)).verdict; };
    EXPECT_EQ(verdictOf(2, 1.99), Verdict::balanced);
    EXPECT_EQ(verdictOf(2, 2.01), Verdict::exploding) << "beyond 2 a layer";
    EXPECT_EQ(verdictOf(2, 0.51), Verdict::balanced);
    EXPECT_EQ(verdictOf(2, 0.49), Verdict::vanishing);
    EXPECT_EQ(verdictOf(4, 1.99), Verdict::uneven); // 7.9 times
    EXPECT_EQ(verdictOf(4, 2.01), Verdict::exploding);
    EXPECT_EQ(verdictOf(11, std::pow(1.99, 0.1)), Verdict::balanced);
    EXPECT_EQ(verdictOf(11, std::pow(2.01, 0.1)), Verdict::uneven);
    EXPECT_EQ(verdictOf(11, std::pow(5.9, 0.1)), Verdict::uneven);
    EXPECT_EQ(verdictOf(11, std::pow(9.9, 0.1)), Verdict::uneven);
    EXPECT_EQ(verdictOf(11, std::pow(10.1, 0.1)), Verdict::exploding);
    EXPECT_EQ(verdictOf(11, std::pow(0.101, 0.1)), Verdict::uneven);
    EXPECT_EQ(verdictOf(11, std::pow(0.099, 0.1)), Verdict::vanishing);
    const Diagnosis uneven = diagnosisOf(balanced(11, 4 * std::pow(5.9, 0.1)));
    EXPECT_EQ(uneven.headline.english, "Uneven: layer 1 learns %1, on average by a factor of %2 per layer.");
    EXPECT_EQ(toldOf(uneven).english, "%1 times faster than layer %2");
    EXPECT_NEAR(decades(toldOf(uneven), 0), std::log10(5.9), 1e-9);
    EXPECT_NEAR(std::get<Real>(uneven.headline.arguments.at(1).value).value, std::pow(5.9, 0.1), 1e-9);
    const Diagnosis slower = diagnosisOf(balanced(11, 4 * std::pow(5.9, -0.1)));
    EXPECT_EQ(toldOf(slower).english, "%1 times more slowly than layer %2");
    EXPECT_NEAR(decades(toldOf(slower), 0), std::log10(5.9), 1e-9);
    EXPECT_NEAR(std::get<Real>(slower.headline.arguments.at(1).value).value, std::pow(5.9, 0.1), 1e-9)
        << "of a fall too the factor is above 1";
}

TEST(Diagnosis, AResidualConnectionLeadsPastADeadNeuron)
{
    model::Scenario scenario = chain(3, -3); // z₁ = 3, z₂ = −6 is where a ReLU is off, and the way past it is α = 1
    scenario.activation = "relu";
    scenario.outputActivation = "identity";
    scenario.input = -1;
    scenario.residual = 1;
    const Diagnosis found = diagnosisOf(scenario);
    EXPECT_EQ(found.verdict, Verdict::uneven); // 18 against 6
    EXPECT_EQ(toldOf(found).english, "%1 times faster than layer %2");
    EXPECT_NEAR(decades(toldOf(found), 0), std::log10(3), 1e-12);
    EXPECT_TRUE(says(found, "No parameter learns in %1; the gradient passes on by the residual connections."));

    scenario = with(chain(3, -1), "identity"); // w f′ + α = 0 in layer 2
    scenario.residual = 1;
    scenario.target = 5;
    const Diagnosis cut = diagnosisOf(scenario);
    EXPECT_EQ(cut.verdict, Verdict::dead);
    EXPECT_EQ(cut.details.at(0).english, "In layer %1, w%2 %3′(z%2) + α is exactly 0: nothing passes back through it.");
    EXPECT_EQ(cut.details[0].arguments.at(0), Argument(2));
}

model::Scenario linearUnderBatchNorm(int examples)
{
    model::Scenario scenario = with(chain(6, 1), "identity");
    scenario.width = scenario.inputs = 8;
    scenario.outputs = 3;
    scenario.initializer = "glorot_uniform";
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    scenario.examples = examples;
    scenario.normalization = "batch";
    return scenario;
}

// A shift of a linear layer is taken out again by the next layer's batch normalization: its gradient is exactly 0.
TEST(Diagnosis, BiasesUnderBatchNormalizationAreNoVanishing)
{
    const model::Scenario scenario = linearUnderBatchNorm(10);
    const evaluation::Evaluation evaluation = evaluated(scenario);
    for (int l = 1; l <= 4; ++l) {
        EXPECT_TRUE(evaluation.layer(l).speed.normOfMean.isZero()) << l;
        EXPECT_FALSE(evaluation.layer(l).speed.weight.isZero()) << l;
        EXPECT_FALSE(evaluation.layer(l).speed.rms.isZero()) << l;
    }
    EXPECT_FALSE(evaluation.layer(5).speed.normOfMean.isZero()) << "the output is not normalized";
    const Diagnosis found = diagnose(scenario, evaluation);
    EXPECT_EQ(found.verdict, Verdict::balanced);
    EXPECT_EQ(found.headline.english, "Balanced: the weights of layer 1 learn %1.");
    EXPECT_EQ(toldOf(found).english, "%1 times more slowly than those of layer %2");
    // ‖∂C/∂w‖ of layers 1 and 6, by central differences of the cost in NumPy over these weights and examples.
    EXPECT_NEAR(decades(toldOf(found), 0), std::log10(2.47216309 / 1.56779446), 1e-7);
    EXPECT_EQ(toldOf(found).arguments.at(1), Argument(6));
    EXPECT_EQ(detail(found,
                  "The biases do not learn in %1: the batch normalization of the next layer takes every shift out "
                  "again.")
                  .arguments.at(0),
        Argument(Message{"layers %1", {"1–4"}}));
    EXPECT_NE(diagnosisOf(linearUnderBatchNorm(2)).verdict, Verdict::dead) << "the weights learn";
    model::Scenario curved = linearUnderBatchNorm(10);
    curved.activation = "tanh";
    EXPECT_FALSE(evaluated(curved).layer(1).speed.normOfMean.isZero());
}

// σ(z) = ½ + z/4 and targets 0 and 1: the mean of δ is that of z, 10⁻¹⁸ of the terms that doubles add.
TEST(Diagnosis, AMeanThatRoundingHidesIsNotSaidToBeExact)
{
    model::Scenario scenario = chain(1, 1e-17);
    scenario.inputs = 2;
    scenario.data = "xor";
    scenario.examples = 2;
    const evaluation::Evaluation evaluation = evaluated(scenario);
    EXPECT_TRUE(evaluation.layer(1).speed.normOfMean.isZero());
    EXPECT_TRUE(says(diagnose(scenario, evaluation),
        "The biases do not learn in %1: over the batch their gradients cancel to within rounding."));
    scenario.weight = 1e-3;
    EXPECT_FALSE(evaluated(scenario).layer(1).speed.normOfMean.isZero());
}

TEST(Diagnosis, ASoftmaxAtItsLeastCostIsNoEquality)
{
    model::Scenario scenario = chain(3, 1);
    scenario.width = scenario.outputs = 3;
    scenario.loss = "softmax";
    scenario.outputActivation = "identity";
    scenario.target = 1; // of all three: softmax(z)·3 − 1 = 0 where the three outputs are equal, C = 3 ln 3
    const Diagnosis least = diagnosisOf(scenario);
    EXPECT_EQ(least.headline.english.rfind("Nothing to learn: the output’s error is exactly 0", 0), 0U);
    EXPECT_NEAR(std::get<Real>(least.headline.arguments.at(0).value).value, 3 * std::log(3.0), 1e-12);
    scenario.target = 0;
    EXPECT_EQ(diagnosisOf(scenario).headline.english.rfind("Nothing to learn: with a target of 0", 0), 0U);
    scenario.outputs = 1;
    scenario.target = 1;
    EXPECT_EQ(diagnosisOf(scenario).headline.english.rfind("Nothing to learn: a softmax over one", 0), 0U);
}

TEST(Diagnosis, SaysWhyWeightsUnderANormalizationDoNotLearn)
{
    model::Scenario scenario = chain(4, 1); // equal weights: all neurons of a layer are equal, and so are their δ
    scenario.width = 4;
    scenario.normalization = "layer";
    EXPECT_TRUE(says(diagnosisOf(scenario),
        "The weights of layer %1 do not learn: its normalization lets no gradient through to them."));
    EXPECT_FALSE(says(diagnosisOf(scenario), "The weights of layer %1 do not learn: what enters it is exactly 0."));
}

} // namespace diagnosis_speeds_test
} // namespace deltascope::diagnosis
