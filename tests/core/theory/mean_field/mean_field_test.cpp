// SPDX-License-Identifier: GPL-3.0-or-later
// Mean field against the published critical points and closed forms. core/maths.md 9.9.
#include "base/registry.h"
#include "theory/mean_field/batch_recursion.h"
#include "theory/mean_field/fixed_points.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace deltascope::mean_field {
namespace mean_field_test {

const activations::Activation& activation(const char* id)
{
    const activations::Activation* found = findKind(activations::activationsRegistry(), id);
    EXPECT_NE(found, nullptr) << id;
    return *found;
}

TEST(MeanField, LogisticLayersVanish)
{
    EXPECT_NEAR(std::sqrt(fixedPoint(activation("sigmoid"), {1, 1}).factor), 0.204841, 1e-6);
    EXPECT_NEAR(fixedPoint(activation("sigmoid"), {1, 0}).factor, 0.0557, 5e-5);
    EXPECT_NEAR(*criticalWeightDeviation(activation("sigmoid"), 0), 10.149264, 1e-6);
}

TEST(MeanField, TanhCriticalPoint)
{
    const auto deviation = criticalWeightDeviation(activation("tanh"), std::sqrt(0.05));
    ASSERT_TRUE(deviation);
    EXPECT_NEAR(*deviation * *deviation, 1.760955, 1e-6);
    EXPECT_NEAR(fixedPoint(activation("tanh"), {*deviation * *deviation, 0.05}).meanSquare, 0.570048, 1e-6);
    EXPECT_NEAR(fixedPoint(activation("tanh"), {25.0 / 9, 0}).factor, 1.20983, 5e-6);
}

TEST(MeanField, ReluIsExact)
{
    // ∫Dz relu(√q z)² = q/2 and ∫Dz relu′² = ½ for every q
    for (const double q : {1e-250, 1e-6, 1.0, 1e6, 1e150, 1e250})
        EXPECT_NEAR(backwardFactor(activation("relu"), 2, q), 1, 1e-13) << q;
    EXPECT_NEAR(nextMeanSquare(activation("relu"), {2, 0.5}, 3), 3.5, 1e-12);
    const double unbounded = std::numeric_limits<double>::infinity();
    EXPECT_EQ(fixedPoint(activation("relu"), {3, 0.1}).meanSquare, unbounded);
    EXPECT_NEAR(fixedPoint(activation("relu"), {3, 0.1}).factor, 1.5, 1e-12);
}

TEST(MeanField, CriticalPointsThatAreOnlyTouched)
{
    // tanh at σ_b = 0: χ₁ = σ_w² below σ_w = 1 and 1 + O((σ_w − 1)²) above; relu: χ₁ = σ_w²/2 also where q* = 0
    EXPECT_NEAR(*criticalWeightDeviation(activation("tanh"), 0), 1, 1e-8);
    EXPECT_NEAR(*criticalWeightDeviation(activation("relu"), 0), std::sqrt(2.0), 1e-8);
    EXPECT_EQ(fixedPoint(activation("relu"), {1, 0}).meanSquare, 0);
    EXPECT_NEAR(fixedPoint(activation("relu"), {1, 0}).factor, 0.5, 1e-13);
    EXPECT_NEAR(fixedPoint(activation("tanh"), {0.25, 0}).factor, 0.25, 1e-13);
}

TEST(MeanField, TablesAgreeWithTheIntegrals)
{
    for (const activations::Activation* each : activations::activationsRegistry()) {
        network::MomentTable table(*each);
        for (const double q : {1e-40, 1e-30, 3e-9, 0.0123, 0.97, 5.5, 37.3, 4321.0, 7e8, 1e20, 9e31, 1e40}) {
            const network::GaussianMoments exact = network::gaussianMoments(*each, numerics::Scaled::from(q)),
                                           quick = table.at(q);
            const double square = exact.meanSquare.nearestDouble(), slope = exact.slopeSquare.nearestDouble();
            EXPECT_NEAR(quick.meanSquare.nearestDouble(), square, 1e-11 * square) << each->id << " " << q;
            EXPECT_NEAR(quick.mean.nearestDouble(), exact.mean.nearestDouble(), 1e-11 * std::sqrt(square))
                << each->id << " " << q;
            EXPECT_NEAR(quick.slopeSquare.nearestDouble(), slope, 1e-11 * slope) << each->id << " " << q;
        }
    }
}

TEST(MeanField, IdentityIsExactAndDepthScaleFollows)
{
    EXPECT_NEAR(nextMeanSquare(activation("identity"), {0.9, 0.2}, 4), 3.8, 1e-12);
    EXPECT_NEAR(fixedPoint(activation("identity"), {0.9, 0.2}).meanSquare, 2, 1e-9);
    EXPECT_NEAR(depthScale(std::exp(-0.1)), 20, 1e-12);
    EXPECT_EQ(depthScale(1), std::numeric_limits<double>::infinity());
    EXPECT_LT(depthScale(1.5), 0);
}

TEST(MeanField, NoCriticalPointIsSaidNotInvented)
{
    EXPECT_FALSE(criticalWeightDeviation(activation("sigmoid"), 0, 5));
}

HiddenLayer withResidual(operations::Variances variances, double residual)
{
    model::Scenario scenario;
    scenario.residual = residual;
    return {network::planOf(scenario, network::commonShape(scenario)), variances};
}

// ReLU with a residual connection: with m = √(q/2π) = ⟨f⟩, ⟨a⟩ = m/(1 − α) and ⟨a²⟩(1 − α²) = q/2 + 2αm⟨a⟩.
TEST(MeanField, ReluWithAResidualConnectionHasAClosedForm)
{
    const double alpha = 0.3, weight = 0.5, bias = 0.2;
    const double share = (0.5 + alpha / (std::numbers::pi * (1 - alpha))) / (1 - alpha * alpha);
    const auto moments = [](double q) {
        return network::gaussianMoments(activation("relu"), numerics::Scaled::from(q));
    };
    const FixedPoint fixed = fixedPoint(withResidual({weight, bias}, alpha), moments, 1);
    EXPECT_NEAR(fixed.meanSquare, bias / (1 - weight * share), 1e-9);
    EXPECT_NEAR(fixed.factor, weight / 2 + alpha * alpha, 1e-12);
}

} // namespace mean_field_test
} // namespace deltascope::mean_field
