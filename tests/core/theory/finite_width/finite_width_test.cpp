// SPDX-License-Identifier: GPL-3.0-or-later
// The law of finite width against sums with many digits, published quantiles, and networks of many seeds.
// core/maths.md 16.1 to 16.4.
#include "theory/finite_width/finite_width.h"

#include "base/registry.h"
#include "core/oracles/finite_width_table.h"
#include "data/dataset.h"
#include "network/initializer.h"
#include "numerics/gamma.h"
#include "theory/finite_width/product_law.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <numbers>

namespace deltascope::finite_width {
namespace finite_width_test {

constexpr Slopes kRelu{0, 1}, kIdentity{1, 1};

TEST(Gamma, ReflectsAndCounts)
{
    for (const double t : {0.0, 0.3, 1.0, 7.5, 40.0}) { // |Γ(½ + it)|² = π/cosh πt
        const double expected = std::log(std::numbers::pi)
            - (std::numbers::pi * t + std::log1p(std::exp(-2 * std::numbers::pi * t))) + std::numbers::ln2;
        EXPECT_NEAR(2 * numerics::logGamma({0.5, t}).real(), expected, 1e-13 * (1 + std::abs(expected)));
    }
    EXPECT_NEAR(numerics::logGamma({11, 0}).real(), std::log(3628800.0), 1e-13);
    EXPECT_NEAR(numerics::digamma(1), -0.577215664901532861, 1e-15);
    EXPECT_NEAR(numerics::digamma(0.5), -1.96351002602142348, 1e-14);
    EXPECT_NEAR(numerics::trigamma(1), std::numbers::pi * std::numbers::pi / 6, 1e-14);
    EXPECT_NEAR(numerics::trigamma(0.5), std::numbers::pi * std::numbers::pi / 2, 1e-14);
}

TEST(BackwardFactor, HasTheMomentsOfTheSumsOverCoins)
{
    for (const oracle::HeLayer& he : oracle::kHeLayers) {
        const BackwardFactor factor(he.neurons, kRelu, 2.0 / he.neurons);
        EXPECT_NEAR(factor.mean(), he.mean, 1e-12) << he.neurons;
        EXPECT_NEAR(factor.variance(), he.variance, 2e-12) << he.neurons;
        EXPECT_NEAR(factor.logMean(), 0, 1e-14); // χ = 1
        EXPECT_NEAR(factor.dead() / std::exp2(-he.neurons), 1, 1e-12);
    }
}

// Sussillo & Abbott (2014) choose the weights so that ln‖δ‖ is a random walk without drift.
TEST(BackwardFactor, OfTheRandomWalkRuleHasNoDrift)
{
    const network::Initializer& rule = *findKind(network::initializersRegistry(), "random_walk");
    for (const int n : {20, 30, 64, 100, 300}) {
        const double he = BackwardFactor(n, kRelu, 2.0 / n).mean(),
                     walk = BackwardFactor(n, kRelu, rule.weightVariance(n, n) / n).mean();
        EXPECT_LT(std::abs(walk), 0.05 * std::abs(he)) << n;
    }
}

TEST(BackwardFactor, MomentsAgreeWithTheTransform)
{
    // E factor = χ, E factor² from the sums of independent terms: n Var(g² x²) + (n E g²)² = n(3E g⁴ − (E g²)²) + …
    for (const Slopes slopes : {Slopes{0.01, 1}, Slopes{0.5, -2}, Slopes{1, 1}, Slopes{3, 0.25}}) {
        const int n = 7;
        const double variance = 0.3;
        const double square = (std::pow(slopes.below, 2) + std::pow(slopes.above, 2)) / 2,
                     fourth = (std::pow(slopes.below, 4) + std::pow(slopes.above, 4)) / 2;
        const BackwardFactor factor(n, slopes, variance);
        EXPECT_NEAR(factor.logMoment(1), std::log(variance * n * square), 1e-12);
        EXPECT_NEAR(factor.logMoment(2),
            2 * std::log(variance) + std::log(n * (3 * fourth - square * square) + std::pow(n * square, 2)), 1e-12);
        EXPECT_NEAR(factor.logMean(), std::log(variance * n * square), 1e-12);
        const double t = 1e-4; // ln E e^(itX) = it·mean − t²·variance/2 …
        EXPECT_NEAR(factor.logCharacteristic(t).imag() / t, factor.mean(), 1e-6);
        EXPECT_NEAR(-2 * factor.logCharacteristic(t).real() / (t * t), factor.variance(), 1e-5);
    }
}

TEST(ProductLaw, OneLinearLayerIsChiSquared)
{
    struct Row {
        int neurons;
        double p05, median, p95; // published tables of χ²
    };
    for (const Row& row : {Row{1, 0.0039321400, 0.4549364231, 3.8414588207},
             Row{10, 3.9402991361, 9.3418177656, 18.3070380533}, Row{100, 77.9294651650, 99.3341292, 124.342113404}}) {
        ProductLaw law({BackwardFactor(row.neurons, kIdentity, 1)});
        const int counts[] = {1};
        const LogQuantiles logs = law.quantiles(counts);
        EXPECT_NEAR(std::exp(logs.p05), row.p05, 2e-9 * row.p05);
        EXPECT_NEAR(std::exp(logs.median), row.median, 1e-9 * row.median);
        EXPECT_NEAR(std::exp(logs.p95), row.p95, 2e-9 * row.p95);
    }
}

TEST(ProductLaw, ProductsOfTwoLinearNeuronsAreExponential)
{
    // χ²_2/2 is exponential; the product of two: P(xy ≤ u) = 1 − 2√u K₁(2√u), here at its median.
    ProductLaw law({BackwardFactor(2, kIdentity, 0.5)});
    const int counts[] = {2};
    const double median = std::exp(law.quantiles(counts).median);
    EXPECT_NEAR(1 - 2 * std::sqrt(median) * std::cyl_bessel_k(1.0, 2 * std::sqrt(median)), 0.5, 1e-9);
    const double p05 = std::exp(law.quantiles(counts).p05);
    EXPECT_NEAR(1 - 2 * std::sqrt(p05) * std::cyl_bessel_k(1.0, 2 * std::sqrt(p05)), 0.05, 1e-9);
}

TEST(ProductLaw, ManyFactorsAreNearlyNormal)
{
    ProductLaw law({BackwardFactor(30, kRelu, 2.0 / 30), BackwardFactor(50, kRelu, 2.0 / 50)});
    const int counts[] = {5000, 5000};
    const LogQuantiles logs = law.quantiles(counts);
    const double deviation = std::sqrt(law.variance(counts));
    EXPECT_NEAR(logs.median, law.mean(counts), 0.01 * deviation);
    EXPECT_NEAR(logs.p05, law.mean(counts) - 1.6448536 * deviation, 0.01 * deviation);
    EXPECT_NEAR(logs.p95, law.mean(counts) + 1.6448536 * deviation, 0.01 * deviation);
    EXPECT_NEAR(law.dead(counts), 5000 * std::exp2(-30), 1e-9);
}

model::Scenario scenarioOf(const char* activation, int width, int depth, int outputs)
{
    model::Scenario scenario;
    scenario.activation = activation;
    scenario.outputActivation = "identity";
    scenario.initializer = "he_normal";
    scenario.depth = depth;
    scenario.width = width;
    scenario.inputs = 5;
    scenario.outputs = outputs;
    scenario.target = 1e6; // no output error hangs on the weights
    return scenario;
}

struct Case {
    const char* activation;
    int width, depth, outputs;
    double gain;
};

/// ‖δ^1‖/‖δ^L‖ of 2000 networks: how many lie below each quantile, in standard deviations of such a count.
TEST(FiniteWidthLaw, HoldsForTwoThousandNetworks)
{
    constexpr int kNetworks = 2000;
    for (const Case& each : {Case{"relu", 3, 6, 1, 1}, Case{"relu", 8, 12, 1, 1}, Case{"relu", 8, 12, 4, 1.2},
             Case{"leaky_relu", 4, 8, 1, 1}, Case{"identity", 6, 10, 2, 0.7}}) {
        model::Scenario scenario = scenarioOf(each.activation, each.width, each.depth, each.outputs);
        scenario.gain = each.gain;
        ASSERT_TRUE(whyNoLaw(scenario).empty());
        int below[] = {0, 0, 0}, alive = 0;
        double chanceOfDead = 0;
        std::optional<FiniteWidthLaw> law;
        for (int seed = 1; seed <= kNetworks; ++seed) {
            scenario.seed = seed;
            const evaluation::Evaluation evaluation = evaluation::evaluate(scenario, *data::makeDataset(scenario));
            if (evaluation.layer(1).speed.rms.isZero())
                continue;
            ++alive;
            if (!law) // the same for all seeds, but for the anchor
                law = finiteWidthLaw(scenario, evaluation);
            chanceOfDead = law->dead;
            const auto of = [](numerics::Scaled one, numerics::Scaled other) { return (one / other).log10(); };
            const double measured = of(evaluation.layer(1).speed.rms, evaluation.layer(each.depth).speed.rms);
            const numerics::Scaled anchor = law->layers.back().median;
            below[0] += measured < of(law->layers.front().p05, anchor);
            below[1] += measured < of(law->layers.front().median, anchor);
            below[2] += measured < of(law->layers.front().p95, anchor);
        }
        const auto z = [](int count, int of, double p) { return (count - of * p) / std::sqrt(of * p * (1 - p)); };
        const double scores[] = {z(below[0], alive, 0.05), z(below[1], alive, 0.5), z(below[2], alive, 0.95)};
        std::printf("%-10s n = %d, L = %d, %d outputs: z = %.2f, %.2f, %.2f of the shares below 5, 50, 95 %%\n",
            each.activation, each.width, each.depth, each.outputs, scores[0], scores[1], scores[2]);
        for (const double score : scores)
            EXPECT_LT(std::abs(score), 3.5) << each.activation << " " << each.width;
        if (chanceOfDead > 0) {
            EXPECT_LT(std::abs(z(kNetworks - alive, kNetworks, chanceOfDead)), 3.5) << each.activation;
        }
    }
}

TEST(FiniteWidthLaw, OneOutputNeedsNoTarget)
{
    // With one output every cost leaves the direction of δ^L alone: outputs of another activation, too.
    model::Scenario scenario = scenarioOf("relu", 6, 5, 1);
    scenario.outputActivation = "sigmoid";
    scenario.target = 0;
    ASSERT_TRUE(whyNoLaw(scenario).empty());
    std::optional<FiniteWidthLaw> law;
    int below = 0, alive = 0;
    for (int seed = 1; seed <= 2000; ++seed) {
        scenario.seed = seed;
        const evaluation::Evaluation evaluation = evaluation::evaluate(scenario, *data::makeDataset(scenario));
        if (evaluation.layer(1).speed.rms.isZero())
            continue;
        ++alive;
        if (!law)
            law = finiteWidthLaw(scenario, evaluation);
        below += evaluation.layer(1).speed.rms / evaluation.layer(5).speed.rms
            < law->layers.front().median / law->layers.back().median;
    }
    EXPECT_LT(std::abs(below - alive / 2.0), 3.5 * std::sqrt(alive) / 2);
}

TEST(FiniteWidthLaw, RmsIsThatOfMeanField)
{
    model::Scenario scenario = scenarioOf("relu", 30, 101, 1);
    const evaluation::Evaluation evaluation = evaluation::evaluate(scenario, *data::makeDataset(scenario));
    const FiniteWidthLaw law = *finiteWidthLaw(scenario, evaluation);
    EXPECT_NEAR((law.layers.front().rms / law.layers.back().rms).nearestDouble(), 1, 1e-12); // He: χ = 1
    EXPECT_NEAR((law.layers.front().median / law.layers.front().rms).log10(), -1.910, 0.0005);
    EXPECT_NEAR(law.inverseWidths, 100.0 / 30, 1e-12);
    EXPECT_EQ(law.neurons, 30);
    EXPECT_EQ(law.layers.back().median, law.layers.back().p95); // the anchor
    EXPECT_EQ(law.layers.back().median, evaluation.layer(101).speed.rms);
    ASSERT_TRUE(law.inBands);
    const LayerLaw& first = law.layers.front();
    const double away = (evaluation.layer(1).speed.rms / first.median).log10();
    EXPECT_NEAR(*law.inBands, away / std::abs(((away < 0 ? first.p05 : first.p95) / first.median).log10()), 1e-12);
}

TEST(FiniteWidthLaw, IsAbsentWithAReasonWhereItIsNotExact)
{
    const model::Scenario exact = scenarioOf("relu", 6, 5, 2);
    EXPECT_TRUE(whyNoLaw(exact).empty());
    const auto changed = [&](auto change) {
        model::Scenario scenario = exact;
        change(scenario);
        return plainText(whyNoLaw(scenario));
    };
    const auto says = [](const std::string& text, const char* words) { return text.find(words) != std::string::npos; };
    EXPECT_TRUE(says(changed([](auto& s) { s.initializer = "glorot_uniform"; }), "normal weights"));
    EXPECT_TRUE(says(changed([](auto& s) { s.initializer = "orthogonal"; }), "normal weights"));
    EXPECT_TRUE(says(changed([](auto& s) { s.initializer = "constant"; }), "normal weights"));
    EXPECT_TRUE(says(changed([](auto& s) { s.initializer = "scaled_normal"; }), "without biases"));
    EXPECT_TRUE(says(changed([](auto& s) { s.initializer = "mean_field", s.biasDeviation = 0.1; }), "without biases"));
    EXPECT_TRUE(changed([](auto& s) { s.initializer = "mean_field"; }).empty());
    EXPECT_TRUE(says(changed([](auto& s) { s.residual = 1; }), "residual"));
    EXPECT_TRUE(says(changed([](auto& s) { s.normalization = "layer"; }), "normalization"));
    EXPECT_TRUE(says(changed([](auto& s) { s.normalization = "batch", s.examples = 4; }), "normalization"));
    EXPECT_TRUE(says(changed([](auto& s) { s.activation = "gelu"; }), "two straight lines"));
    EXPECT_TRUE(says(changed([](auto& s) { s.activation = "selu"; }), "two straight lines"));
    EXPECT_TRUE(says(changed([](auto& s) { s.outputActivation = "sigmoid"; }), "one output"));
    EXPECT_TRUE(changed([](auto& s) { s.outputActivation = "sigmoid", s.outputs = 1; }).empty());
    EXPECT_TRUE(says(changed([](auto& s) { s.input = 0; }), "not all 0"));
}

} // namespace finite_width_test
} // namespace deltascope::finite_width
