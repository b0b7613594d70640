// SPDX-License-Identifier: GPL-3.0-or-later
// Normalization and layer statistics of numbers that no double holds, by hand on a few of them.
// core/maths.md 1.8, 1.9, 1.15, 1.16, 2.5.
#include "base/registry.h"
#include "core/support/batch.h"
#include "core/support/oracle_table.h"
#include "evaluation/layer_statistics.h"
#include "network/activations/activation.h"
#include "network/backward_pass.h"
#include "network/operation.h"
#include "network/operations/standardization.h"
#include "numerics/column.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace deltascope::network {
namespace normalization_test {

void expectNear(numerics::Scaled value, numerics::Scaled expected, const char* what)
{
    EXPECT_LT(relativeError(value, expected), 4e-15) << what;
}

TEST(NormalizationOfAnySize, OverALayer)
{
    // 1, 2, 3, 6: mean 3, variance 7/2
    Batch h{Eigen::MatrixXd{{1, 1, 1}, {2, 2, 2}, {3, 3, 3}, {6, 6, 6}}, {3000, 0, -3000}};
    const std::vector<numerics::Scaled> deviations = operations::standardizeNeurons(h.columns());
    const double root = std::sqrt(3.5), ofEpsilon = std::sqrt(1e-5);
    ASSERT_EQ(deviations.size(), 3u);
    expectNear(deviations[0], numerics::Scaled::from(root, 3000), "large: ε is nothing");
    expectNear(deviations[1], numerics::Scaled::from(std::sqrt(3.5 + 1e-5)), "plain");
    expectNear(deviations[2], numerics::Scaled::from(ofEpsilon), "small: ε is all");
    const double centred[] = {-2, -1, 0, 3};
    for (Eigen::Index i = 0; i < 4; ++i) {
        expectNear(h.columns().at(i, 0), numerics::Scaled::from(centred[i] / root), "large");
        expectNear(h.columns().at(i, 1), numerics::Scaled::from(centred[i] / std::sqrt(3.5 + 1e-5)), "plain");
        expectNear(h.columns().at(i, 2), numerics::Scaled::from(centred[i] / ofEpsilon, -3000), "small");
    }
    // δ = (1, 2, 4, 8): ⟨δ⟩ = 15/4, ⟨δ ĥ⟩ = 5/√3.5, so that δ − ⟨δ⟩ − ĥ⟨δ ĥ⟩ = δ − 15/4 − (10/7)(−2, −1, 0, 3)
    const Batch normalized = h;
    Batch delta{Eigen::MatrixXd{{1, 1, 1}, {2, 2, 2}, {4, 4, 4}, {8, 8, 8}}, {0, 0, -5000}};
    Batch kept = normalized;
    operations::backThroughNeurons(kept.columns(), deviations, delta.columns());
    for (Eigen::Index i = 0; i < 4; ++i) {
        const double d = std::pow(2.0, static_cast<double>(i));
        EXPECT_NEAR((delta.columns().at(i, 0) / numerics::Scaled::from(1, -3000)).nearestDouble(),
            (d - 3.75 - centred[i] * 10 / 7) / root, 1e-14);
        // ĥ is as good as 0: only the mean goes
        EXPECT_NEAR((delta.columns().at(i, 2) / numerics::Scaled::from(1, -5000)).nearestDouble(),
            (d - 3.75) / ofEpsilon, 1e-11);
    }
}

TEST(NormalizationOfAnySize, OverABatch)
{
    // Two neurons of three examples: 2^2000·(0, 3, 3) and (0, −2^2000, 2^2001), the examples' exponents apart.
    Batch h{Eigen::MatrixXd{{0, 3, 1.5}, {0, -1, 1}}, {0, 2000, 2001}};
    const std::vector<numerics::Scaled> deviations = operations::standardizeExamples(h.columns());
    ASSERT_EQ(deviations.size(), 2u);
    expectNear(deviations[0], numerics::Scaled::from(std::sqrt(2.0), 2000), "0, 3, 3: mean 2, variance 2");
    expectNear(deviations[1], numerics::Scaled::from(std::sqrt(14.0 / 9), 2000), "0, −1, 2: mean 1/3, variance 14/9");
    const double first[] = {-2, 1, 1}, second[] = {-1, -4, 5};
    for (Eigen::Index x = 0; x < 3; ++x) {
        expectNear(h.columns().at(0, x), numerics::Scaled::from(first[x] / std::sqrt(2.0)), "first neuron");
        expectNear(h.columns().at(1, x), numerics::Scaled::from(second[x] / std::sqrt(14.0)), "second neuron");
    }
}

// Of a pair h₁, h₂ = m ± d: s² = d² + ε, ĥ = ±d/s, and ∂C/∂h = ±(δ₁ − δ₂)/2 · (1 − d²/s²)/s = ±(δ₁ − δ₂)/2 · ε/s³.
// Taken as the difference 1 − d²/s² it is rounding alone from d = 10⁶ on.
TEST(NormalizationOfAnySize, OverAPairOnlyEpsilonPasses)
{
    struct Case {
        double half;
        std::int64_t exponent;
    };
    for (const Case& each : {Case{1.5, 0}, Case{1 << 20, 0}, Case{0x1p180, 0}, Case{0.75, 3000}, Case{0.75, -3000}})
        for (const bool byRow : {false, true}) {
            const double d = each.half;
            Batch h = byRow ? Batch{Eigen::MatrixXd{{3 * d, d}}, {each.exponent, each.exponent}}
                            : Batch{Eigen::MatrixXd{{3 * d}, {d}}, {each.exponent}};
            const std::vector<numerics::Scaled> deviations =
                byRow ? operations::standardizeExamples(h.columns()) : operations::standardizeNeurons(h.columns());
            Batch delta =
                byRow ? Batch{Eigen::MatrixXd{{0.75, 0.5}}, {7, 7}} : Batch{Eigen::MatrixXd{{0.75}, {0.5}}, {7}};
            (byRow ? operations::backThroughExamples : operations::backThroughNeurons)(
                h.columns(), deviations, delta.columns());
            const numerics::Scaled half = numerics::Scaled::from(d, each.exponent),
                                   epsilon = numerics::Scaled::from(1e-5);
            const numerics::Scaled s = numerics::sqrt(half * half + epsilon);
            const numerics::Scaled expected = numerics::Scaled::from(0.125, 7) * epsilon / (s * s * s);
            expectNear(delta.columns().at(0, 0), expected, "first");
            expectNear(byRow ? delta.columns().at(0, 1) : delta.columns().at(1, 0), -expected, "second");
        }
}

TEST(NormalizationOfAnySize, EqualGradientsOfEqualNumbersLeaveNothing)
{
    for (int n = 2; n <= 60; ++n) { // 0.1 · 49 / 49 is not 0.1 in doubles
        Batch h{Eigen::MatrixXd::Constant(n, 1, 0.3), {0}}, delta{Eigen::MatrixXd::Constant(n, 1, 0.1), {0}};
        const std::vector<numerics::Scaled> deviations = operations::standardizeNeurons(h.columns());
        operations::backThroughNeurons(h.columns(), deviations, delta.columns());
        EXPECT_TRUE(delta.columns().matrix().isZero(0)) << n;
    }
}

LayerPlan identityPlan(std::initializer_list<const char*> ids)
{
    std::vector<LayerOperation> operations;
    for (const char* id : ids)
        operations.push_back({findKind(operations::operationsRegistry(), id)});
    return {*findKind(activations::activationsRegistry(), "identity"), std::move(operations)};
}

/// Of one layer with RMS normalization.
struct RmsLayer {
    numerics::Scaled rms;
    std::vector<numerics::Scaled> given, delta, sums; ///< ĥ, ∂C/∂z and ∂C/∂h
};

/// h = numbers·2^(power·times), and above it the weights that lead to the outputs.
RmsLayer rmsLayer(const Eigen::VectorXd& numbers, int power, int times, const Eigen::MatrixXd& above, double target)
{
    const auto n = static_cast<int>(numbers.size());
    NetworkStructure structure{n,
        {identityPlan({"linear", "bias", "activate"}),
            identityPlan({"linear", "rms_normalization", "bias", "activate"})},
        {}};
    std::vector<double> values;
    const auto add = [&](const Eigen::MatrixXd& weights, int plan) {
        structure.layers.push_back({static_cast<int>(weights.rows()), plan, 0});
        values.insert(values.end(), weights.data(), weights.data() + weights.size());
        values.insert(values.end(), static_cast<std::size_t>(weights.rows()), 0.0);
    };
    for (int i = 0; i < times; ++i)
        add(Eigen::MatrixXd::Identity(n, n) * std::ldexp(1, power), 0);
    add(Eigen::MatrixXd::Identity(n, n), 1);
    add(above, 0);
    Network network(structure);
    network.setValues(std::move(values));
    ForwardPass pass(network, numbers);
    for (int layer = 1; layer <= network.depth(); ++layer)
        pass.step(layer);
    BackwardPass back(network, pass, *findKind(losses::lossesRegistry(), "quadratic"),
        Eigen::MatrixXd::Constant(above.rows(), 1, target));
    const int layer = times + 1;
    back.step(layer);
    const operations::KeptColumns& kept = pass.kept(layer, network.plan(layer).operations[1]);
    RmsLayer result{kept.deviations.at(0), {}, {}, {}};
    for (int i = 0; i < n; ++i) {
        result.given.push_back(kept.columns().at(i, 0));
        result.delta.push_back(back.delta().at(i, 0));
        result.sums.push_back(back.ofSums().at(i, 0));
    }
    return result;
}

TEST(NormalizationOfAnySize, OverTheRootMeanSquare)
{
    const Eigen::Vector4d h{1, 2, 3, 6}; // mean square 25/2
    const Eigen::RowVector4d above{1, 2, 4, 8}; // less 13/10 of h: −0.3, −0.6, 0.1, 0.2
    const double across[] = {-0.3, -0.6, 0.1, 0.2};
    const numerics::Scaled epsilon = numerics::Scaled::from(1e-5);
    for (const int power : {0, 60, 1000, -1000}) {
        const RmsLayer layer = rmsLayer(h, power, 3, above, 0.25);
        const numerics::Scaled unit = numerics::Scaled::from(1, 3 * power);
        const numerics::Scaled s = numerics::sqrt(numerics::Scaled::from(12.5) * unit * unit + epsilon);
        expectNear(layer.rms, s, "s");
        for (std::size_t i = 0; i < 4; ++i) {
            const auto at = static_cast<Eigen::Index>(i);
            expectNear(layer.given[i], numerics::Scaled::from(h[at]) * unit / s, "ĥ");
            const numerics::Scaled one = layer.delta[0]; // δ = one · (1, 2, 4, 8)
            const numerics::Scaled along = numerics::Scaled::from(1.3 * h[at]) * epsilon / (s * s);
            const numerics::Scaled expected = one * (numerics::Scaled::from(across[i]) + along) / s;
            EXPECT_LT(relativeError(layer.sums[i], expected), 1e-13) << power << ", neuron " << i;
        }
    }
}

// As where all neurons are equal. Taken as δ − ĥ⟨δ ĥ⟩ it is rounding alone from |h| = 10⁶ on.
TEST(NormalizationOfAnySize, AlongTheNumbersOnlyEpsilonPasses)
{
    const Eigen::Vector4d h{1, -2, 4, 8}; // mean square 85/4
    const numerics::Scaled epsilon = numerics::Scaled::from(1e-5);
    for (const int power : {0, 7, 60, 1000, -1000}) {
        const RmsLayer layer = rmsLayer(h, power, 3, h.transpose(), 0.25);
        const numerics::Scaled unit = numerics::Scaled::from(1, 3 * power);
        const numerics::Scaled s = numerics::sqrt(numerics::Scaled::from(21.25) * unit * unit + epsilon);
        for (std::size_t i = 0; i < 4; ++i)
            expectNear(layer.sums[i], layer.delta[i] * epsilon / (s * s * s), "ε/s³ of δ");
    }
}

TEST(LayerStatistics, OfNumbersBeyondDoubles)
{
    const std::vector<double> values{4, 3, 7, 5, 6}; // mean 5, variance 2; the largest is neither first nor last
    for (const std::int64_t power : {0, 5000, -5000}) {
        const evaluation::Statistics of = evaluation::statisticsOf(
            5, [&](Eigen::Index i) { return numerics::Scaled::from(values[static_cast<std::size_t>(i)], power); });
        expectNear(of.mean, numerics::Scaled::from(5, power), "mean");
        expectNear(of.standardDeviation, numerics::Scaled::from(std::sqrt(2.0), power), "deviation");
        EXPECT_EQ(of.minimum, numerics::Scaled::from(3, power));
        EXPECT_EQ(of.maximum, numerics::Scaled::from(7, power));
    }
    const evaluation::Statistics equal =
        evaluation::statisticsOf(3, [](Eigen::Index) { return numerics::Scaled::from(0.1, 9000); });
    EXPECT_EQ(equal.mean, numerics::Scaled::from(0.1, 9000));
    EXPECT_TRUE(equal.standardDeviation.isZero());
}

} // namespace normalization_test
} // namespace deltascope::network
