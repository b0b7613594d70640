// SPDX-License-Identifier: GPL-3.0-or-later
// The four speeds of a batch, and the size of its output error, worked out by hand on two and four examples.
// core/maths.md 2.1, 1.13.
#include "core/support/batch.h"
#include "core/support/evaluated.h"
#include "core/support/oracle_table.h"
#include "network/learning_speeds.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::evaluation {
namespace batch_speeds_test {

/// u = (3, 4) and (−6, 8), a = (1, 2) and (2, −1), each column times its power of two.
network::LearningSpeeds speedsOf(std::vector<std::int64_t> ofU, std::vector<std::int64_t> ofA)
{
    Batch u{Eigen::MatrixXd{{3, -6}, {4, 8}}, std::move(ofU)}, a{Eigen::MatrixXd{{1, 2}, {2, -1}}, std::move(ofA)};
    return network::learningSpeeds(u.columns(), u.columns(), a.columns());
}

TEST(BatchSpeeds, OfTwoExamplesByHand)
{
    const network::LearningSpeeds speeds = speedsOf({0, 0}, {0, 0});
    EXPECT_NEAR(speeds.normOfMean.nearestDouble(), std::hypot(1.5, 6), 1e-14); // of (−1.5, 6)
    EXPECT_NEAR(speeds.meanOfNorms.nearestDouble(), 7.5, 1e-14); // of 5 and 10
    EXPECT_NEAR(speeds.rms.nearestDouble(), std::sqrt(62.5), 1e-14);
    EXPECT_NEAR(speeds.weight.nearestDouble(), 12.5, 1e-14); // of ((−4.5, 6), (10, 0))
}

TEST(BatchSpeeds, KeepTheirDigitsFarBeyondDoubles)
{
    const numerics::Scaled expected = numerics::Scaled::from(12.5);
    const auto times = [&](std::int64_t power) {
        return numerics::Scaled::from(expected.mantissa, expected.exponent + power);
    };
    EXPECT_LT(relativeError(speedsOf({-3000, -3000}, {0, 0}).weight, times(-3000)), 1e-15);
    EXPECT_LT(relativeError(speedsOf({0, 0}, {5000, 5000}).weight, times(5000)), 1e-15);
    // The products meet at 2^5000, whatever the sizes of u and a alone.
    EXPECT_LT(relativeError(speedsOf({0, 4000}, {5000, 1000}).weight, times(5000)), 1e-15);
    // ‖(3, 4)‖‖(1, 2)‖/2: the other example's product is 2^3000 smaller, although its u is the larger one.
    const numerics::Scaled alone = numerics::Scaled::from(2.5 * std::sqrt(5.0));
    EXPECT_LT(relativeError(speedsOf({0, 1000}, {5000, 1000}).weight,
                  numerics::Scaled::from(alone.mantissa, alone.exponent + 5000)),
        1e-15);
    EXPECT_LT(relativeError(speedsOf({-2000, 0}, {0, 0}).normOfMean, numerics::Scaled::from(5)), 1e-15);
    EXPECT_LT(relativeError(speedsOf({-2000, 0}, {0, 0}).meanOfNorms, numerics::Scaled::from(5)), 1e-15);
    EXPECT_LT(relativeError(speedsOf({-2000, 0}, {0, 0}).rms, numerics::Scaled::from(std::sqrt(50.0))), 1e-15);
}

TEST(BatchSpeeds, TheOutputErrorOfABatchIsARootMeanSquare)
{
    model::Scenario scenario;
    scenario.depth = 1;
    scenario.inputs = 3;
    scenario.outputs = 2;
    scenario.outputActivation = "identity";
    scenario.initializer = "standard_normal";
    scenario.data = "gaussian";
    scenario.examples = 4;
    const data::Dataset data = dataOf(scenario);
    const network::Network network = networkOf(scenario);
    Eigen::MatrixXd error = network.weights(1) * data.inputs - data.targets;
    error.colwise() += network.biases(1);
    const Evaluation evaluation = evaluated(scenario);
    EXPECT_NEAR(evaluation.outputGradient.nearestDouble(), error.norm() / 2, 1e-14 * error.norm());
    EXPECT_NEAR(evaluation.layer(1).speed.rms.nearestDouble(), error.norm() / 2, 1e-14 * error.norm());
    EXPECT_NEAR(evaluation.layer(1).speed.meanOfNorms.nearestDouble(), error.colwise().norm().mean(), 1e-14);
    EXPECT_NEAR(evaluation.layer(1).speed.normOfMean.nearestDouble(), error.rowwise().mean().norm(), 1e-14);
    EXPECT_NEAR(evaluation.layer(1).speed.weight.nearestDouble(), (error * data.inputs.transpose() / 4).norm(), 1e-14);
}

} // namespace batch_speeds_test
} // namespace deltascope::evaluation
