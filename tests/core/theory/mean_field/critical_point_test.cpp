// SPDX-License-Identifier: GPL-3.0-or-later
// Critical points against published values and closed forms, and against the phase diagram's own line.
// core/maths.md 9.9, 16.5, 16.6.
#include "theory/mean_field/critical_point.h"

#include "base/registry.h"
#include "evaluation/evaluation.h"
#include "theory/mean_field/fixed_points.h"
#include "theory/mean_field/phase_diagram.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace deltascope::mean_field {
namespace critical_point_test {

const activations::Activation& activation(std::string_view id)
{
    return *findKind(activations::activationsRegistry(), id);
}

TEST(CriticalPoint, AreThePublishedOnes)
{
    struct Row {
        const char* id;
        double weight, bias, meanSquare; // Roberts, Yaida & Hanin (2022); q* of GELU in closed form
    };
    for (const Row& row : {Row{"gelu", 1.98305826, 0.17292239, (3 + std::sqrt(17)) / 2},
             Row{"swish", 1.98800468, 0.55514317, 14.3201736}}) {
        const auto point = criticalPoint(activation(row.id));
        ASSERT_TRUE(point) << row.id;
        EXPECT_NEAR(point->variances.weight, row.weight, 5e-9);
        EXPECT_NEAR(point->variances.bias, row.bias, 5e-9);
        EXPECT_NEAR(point->meanSquare, row.meanSquare, 5e-8 * row.meanSquare);
        EXPECT_FALSE(point->everywhere);
    }
    for (const auto& [id, weight] : {std::pair{"tanh", 1.0}, std::pair{"arctan", 1.0}, std::pair{"softsign", 1.0}}) {
        const auto point = criticalPoint(activation(id));
        ASSERT_TRUE(point) << id;
        EXPECT_EQ(point->variances.weight, weight);
        EXPECT_EQ(point->variances.bias, 0);
        EXPECT_EQ(point->meanSquare, 0);
    }
    for (const auto& [id, weight] :
        {std::pair{"relu", 2.0}, std::pair{"identity", 1.0}, std::pair{"leaky_relu", 2 / 1.0001}}) {
        const auto point = criticalPoint(activation(id));
        ASSERT_TRUE(point) << id;
        EXPECT_NEAR(point->variances.weight, weight, 1e-11);
        EXPECT_TRUE(point->everywhere);
    }
    EXPECT_FALSE(criticalPoint(activation("sigmoid"))); // σ_b² would be negative
    EXPECT_FALSE(criticalPoint(activation("softplus")));
}

TEST(CriticalPoint, EachIsAFixedPointWithBothResponsesOne)
{
    for (const activations::Activation* each : activations::activationsRegistry()) {
        const auto point = criticalPoint(*each);
        if (!point || point->meanSquare == 0)
            continue;
        const double q = point->meanSquare;
        EXPECT_NEAR(nextMeanSquare(*each, point->variances, q), q, 1e-9 * q) << each->id;
        EXPECT_NEAR(backwardFactor(*each, point->variances.weight, q), 1, 1e-9) << each->id;
        const double h = 1e-3 * q; // a central difference, not the one of the solver
        const double along =
            (nextMeanSquare(*each, point->variances, q + h) - nextMeanSquare(*each, point->variances, q - h)) / (2 * h);
        EXPECT_NEAR(along, 1, 1e-6) << each->id;
    }
}

TEST(CriticalPoint, OfAScenarioIsReached)
{
    for (const auto& [f, rule] : {std::pair{"tanh", "glorot_uniform"}, std::pair{"sigmoid", "lecun_normal"},
             std::pair{"relu", "lecun_normal"}, std::pair{"gelu", "scaled_normal"}, std::pair{"selu", "he_normal"}}) {
        model::Scenario scenario;
        scenario.activation = f;
        scenario.initializer = rule;
        scenario.width = 20;
        scenario.inputs = 20;
        scenario.depth = 5;
        const auto critical = atCriticalPoint(scenario, *data::makeDataset(scenario));
        ASSERT_TRUE(critical) << f;
        model::Scenario back = *critical;
        back.gain = scenario.gain;
        EXPECT_EQ(back, scenario) << "more than the gain was changed";
        const auto reached = reachedPoints(*critical, *data::makeDataset(*critical));
        EXPECT_NEAR(reached->reached.front().point.factor, 1, 1e-6) << f << " " << rule;
    }
}

TEST(CriticalPoint, OfMeanFieldSetsBothDeviations)
{
    model::Scenario scenario;
    scenario.activation = "gelu";
    scenario.initializer = "mean_field";
    scenario.width = 20;
    const auto critical = atCriticalPoint(scenario, *data::makeDataset(scenario));
    ASSERT_TRUE(critical);
    EXPECT_NEAR(critical->gain, std::sqrt(1.98305826), 1e-8);
    EXPECT_NEAR(critical->biasDeviation, std::sqrt(0.17292239), 1e-8);
}

TEST(CriticalPoint, IsAbsentWhereThereIsNone)
{
    model::Scenario scenario;
    scenario.width = 8;
    EXPECT_FALSE(atCriticalPoint(scenario, *data::makeDataset(scenario))); // not random
    scenario.initializer = "he_normal";
    scenario.normalization = "batch";
    scenario.examples = 4;
    EXPECT_FALSE(atCriticalPoint(scenario, *data::makeDataset(scenario)));
}

TEST(BatchNormalizationLaw, HoldsInAWideNetwork)
{
    EXPECT_NEAR(
        growthUnderBatchNormalization(activation("relu")), std::sqrt(std::numbers::pi / (std::numbers::pi - 1)), 1e-12);
    EXPECT_NEAR(growthUnderBatchNormalization(activation("identity")), 1, 1e-12);
    for (const char* f : {"relu", "tanh"}) {
        model::Scenario scenario;
        scenario.activation = f;
        scenario.outputActivation = "identity";
        scenario.initializer = "he_normal";
        scenario.normalization = "batch";
        scenario.width = scenario.inputs = scenario.outputs = scenario.examples = 200;
        scenario.depth = 10;
        scenario.data = "gaussian";
        scenario.meanSquare = 1;
        const evaluation::Evaluation found = evaluation::evaluate(scenario, *data::makeDataset(scenario));
        const double measured =
            std::pow((found.layer(1).speed.rms / found.layer(8).speed.rms).nearestDouble(), 1.0 / 7);
        EXPECT_NEAR(measured, growthUnderBatchNormalization(activation(f)), 0.02) << f;
    }
}

} // namespace critical_point_test
} // namespace deltascope::mean_field
