// SPDX-License-Identifier: GPL-3.0-or-later
// The plane of σ_w and σ_b against published critical points and closed forms. core/maths.md 9.9, 9.10.
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "theory/mean_field/fixed_points.h"
#include "theory/mean_field/phase_diagram.h"
#include "theory/mean_field/prediction.h"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

namespace deltascope::mean_field {
namespace phase_diagram_test {

model::Scenario network(const char* activation, double gain, double biasDeviation)
{
    model::Scenario scenario;
    scenario.activation = activation;
    scenario.initializer = "mean_field";
    scenario.gain = gain;
    scenario.biasDeviation = biasDeviation;
    scenario.width = 100;
    return scenario;
}

const activations::Activation& activation(const char* id)
{
    return *findKind(activations::activationsRegistry(), id);
}

PhaseDiagram diagramOf(const model::Scenario& scenario)
{
    return *phaseDiagram(scenario, dataOf(scenario));
}

TEST(PhaseDiagram, CriticalLineOfLogisticAndTanh)
{
    const PhaseDiagram logistic = diagramOf(network("sigmoid", 1, 1));
    ASSERT_FALSE(logistic.criticalLine.empty());
    EXPECT_EQ(logistic.criticalLine.front().biasDeviation, 0);
    EXPECT_NEAR(logistic.criticalLine.front().weightDeviation, 10.149264, 1e-6);
    EXPECT_NEAR(std::sqrt(logistic.fixedPoint.factor), 0.204841, 5e-7);
    EXPECT_EQ(logistic.weightLimit, 20);

    const PhaseDiagram tanh = diagramOf(network("tanh", 1, std::sqrt(0.05)));
    EXPECT_NEAR(tanh.criticalLine.front().weightDeviation, 1, 1e-6);
    ASSERT_EQ(tanh.criticalLine.size(), static_cast<std::size_t>(tanh.rows) + 1);
    // The published point σ_b² = 0.05, σ_w² = 1.760955 lies between two of the line.
    std::size_t above = 0;
    while (tanh.criticalLine[above].biasDeviation < std::sqrt(0.05))
        ++above;
    EXPECT_LT(tanh.criticalLine[above - 1].weightDeviation, std::sqrt(1.760955));
    EXPECT_GT(tanh.criticalLine[above].weightDeviation, std::sqrt(1.760955));
    for (const PhasePoint& point : tanh.criticalLine)
        if (point.biasDeviation > 0) {
            const double weight = point.weightDeviation * point.weightDeviation;
            const double bias = point.biasDeviation * point.biasDeviation;
            EXPECT_NEAR(fixedPoint(activation("tanh"), {weight, bias}).factor, 1, 1e-6) << point.biasDeviation;
        }
}

TEST(PhaseDiagram, ReluIsCriticalAtHe)
{
    const PhaseDiagram diagram = diagramOf(network("relu", 2, 0.5));
    ASSERT_EQ(diagram.criticalLine.size(), static_cast<std::size_t>(diagram.rows) + 1);
    for (const PhasePoint& point : diagram.criticalLine)
        EXPECT_NEAR(point.weightDeviation, std::sqrt(2.0), 1e-8);
    for (int column = 0; column < diagram.columns; ++column) { // χ₁ = σ_w²/2, whatever σ_b is
        const double weight = diagram.weightLimit * (column + 0.5) / diagram.columns;
        for (const int row : {0, diagram.rows - 1})
            EXPECT_NEAR(diagram.log10Factors[static_cast<std::size_t>(row * diagram.columns + column)],
                std::log10(weight * weight / 2), 1e-9);
    }
    EXPECT_NEAR(diagram.fixedPoint.factor, 2, 1e-12);
    EXPECT_TRUE(std::isinf(diagram.fixedPoint.meanSquare));
}

TEST(PhaseDiagram, CellsAreTheirFixedPoints)
{
    for (const char* id : {"sigmoid", "tanh", "softplus", "swish", "arctan", "selu"}) {
        const PhaseDiagram diagram = diagramOf(network(id, 3, 0.2));
        ASSERT_EQ(diagram.log10Factors.size(), 128u * 96u);
        for (const int cell : {0, 127, 700, 1500, 6060, 12'287}) {
            const double weight = diagram.weightLimit * (cell % 128 + 0.5) / 128;
            const int row = cell / 128;
            const double bias = diagram.biasLimit * (row + 0.5) / 96;
            const operations::Variances variances{
                weight * weight, bias * bias}; // inputs of 1: q of layer 1 is their sum
            const FixedPoint exact = fixedPoint(activation(id), variances, variances.weight + variances.bias);
            EXPECT_NEAR(diagram.log10Factors[static_cast<std::size_t>(cell)], std::log10(exact.factor), 1e-7)
                << id << " " << cell;
        }
    }
}

// GELU without biases: 0 attracts below σ_w = 2 (χ₁ = σ_w²/4), ∞ above √2 (χ₁ = σ_w²/2); χ₁ jumps where the border
// between them passes over q of layer 1: near 2 from small inputs, near √2 from large ones.
TEST(PhaseDiagram, StartsFromTheInputs)
{
    model::Scenario small = network("gelu", 1.6, 0), large = small;
    small.input = 0.1;
    large.input = 10;
    const PhaseDiagram low = diagramOf(small), high = diagramOf(large);
    EXPECT_EQ(low.fixedPoint.meanSquare, 0);
    EXPECT_NEAR(low.fixedPoint.factor, 0.64, 1e-12);
    EXPECT_TRUE(std::isinf(high.fixedPoint.meanSquare));
    EXPECT_NEAR(high.fixedPoint.factor, 1.28, 1e-12);
    ASSERT_FALSE(low.jumps.empty());
    ASSERT_FALSE(high.jumps.empty());
    EXPECT_EQ(low.jumps.front().biasDeviation, 0);
    EXPECT_LT(low.jumps.front().weightDeviation, 2);
    EXPECT_GT(high.jumps.front().weightDeviation, std::sqrt(2.0));
    for (const auto& [diagram, meanSquare] : {std::pair{low, 0.01}, {high, 100.0}}) {
        const double jump = std::pow(diagram.jumps.front().weightDeviation, 2); // the start lies on the border there
        EXPECT_NEAR(nextMeanSquare(activation("gelu"), {jump, 0}, jump * meanSquare) / (jump * meanSquare), 1, 1e-7);
        EXPECT_EQ(diagram.jumps.size() + diagram.criticalLine.size(), static_cast<std::size_t>(diagram.rows) + 1);
        for (const PhasePoint& point : diagram.criticalLine) { // there χ₁ is 1
            const operations::Variances variances{
                point.weightDeviation * point.weightDeviation, point.biasDeviation * point.biasDeviation};
            const double start = variances.weight * meanSquare + variances.bias;
            EXPECT_NEAR(fixedPoint(activation("gelu"), variances, start).factor, 1, 0.02) << point.biasDeviation;
        }
    }
}

TEST(PhaseDiagram, HoldsThePresentPointAndTheLine)
{
    for (const double gain : {0.0, 0.3, 1.0, 40.0, 1000.0})
        for (const double bias : {0.0, 0.1, 1000.0}) {
            const PhaseDiagram diagram = diagramOf(network("tanh", gain, bias));
            ASSERT_TRUE(diagram.current);
            EXPECT_NEAR(diagram.current->weightDeviation, gain, 1e-12 * gain);
            EXPECT_LE(diagram.current->weightDeviation, diagram.weightLimit);
            EXPECT_LE(diagram.current->biasDeviation, diagram.biasLimit);
            ASSERT_FALSE(diagram.criticalLine.empty());
            for (const double value : diagram.log10Factors)
                EXPECT_TRUE(std::isfinite(value));
        }
    model::Scenario byHand = network("tanh", 1, 0);
    byHand.initializer = "constant";
    EXPECT_FALSE(diagramOf(byHand).current);
    EXPECT_TRUE(whyNoPhaseDiagram(byHand).empty());
    byHand.normalization = "batch";
    EXPECT_FALSE(whyNoPhaseDiagram(byHand).empty());
}

TEST(PhaseDiagram, RemediesMoveTheLine)
{
    model::Scenario residual = network("relu", 1, 0.5);
    residual.residual = 0.6; // χ₁ = σ_w²/2 + α²: critical at σ_w² = 2(1 − α²)
    const PhaseDiagram shifted = diagramOf(residual);
    ASSERT_FALSE(shifted.criticalLine.empty());
    for (const PhasePoint& point : shifted.criticalLine)
        EXPECT_NEAR(point.weightDeviation, std::sqrt(2 * (1 - 0.36)), 1e-6);
    residual.residual = 1; // explodes everywhere
    EXPECT_TRUE(diagramOf(residual).criticalLine.empty());
    EXPECT_GE(diagramOf(residual).fixedPoint.factor, 1);
    model::Scenario normalized = network("tanh", 1, 0.5);
    normalized.normalization = "layer";
    const PhaseDiagram diagram = diagramOf(normalized);
    for (int row = 0; row < diagram.rows; ++row) { // σ_w cancels but for ε
        const auto start = static_cast<std::size_t>(row * diagram.columns);
        EXPECT_NEAR(diagram.log10Factors[start + 20], diagram.log10Factors[start + 60], 1e-4);
    }
}

TEST(PhaseDiagram, IsCoarseFirstAndStops)
{
    const model::Scenario scenario = network("tanh", 1, 0);
    std::vector<std::size_t> cells;
    const auto diagram = phaseDiagram(scenario, dataOf(scenario), {}, [&](const PhaseDiagram& coarse) {
        EXPECT_FALSE(coarse.isComplete());
        cells.push_back(coarse.log10Factors.size());
    });
    EXPECT_EQ(cells, (std::vector<std::size_t>{16 * 12, 64 * 48}));
    EXPECT_TRUE(diagram->isComplete());
    std::stop_source stop;
    EXPECT_FALSE(
        phaseDiagram(scenario, dataOf(scenario), stop.get_token(), [&](const PhaseDiagram&) { stop.request_stop(); }));
    EXPECT_FALSE(phaseDiagram(scenario, dataOf(scenario), stop.get_token()));
}

} // namespace phase_diagram_test
} // namespace deltascope::mean_field
