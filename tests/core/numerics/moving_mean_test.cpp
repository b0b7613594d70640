// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 11.19.
#include "numerics/moving_mean.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace deltascope::numerics {
namespace moving_mean_test {

/// Point by point and term by term, within the piece from `begin` to before `end`.
double meanAround(const std::vector<double>& x, const std::vector<double>& y, std::size_t begin, std::size_t end,
    std::size_t i, double s)
{
    const double reach = std::min({s / 2, x[i] - x[begin], x[end - 1] - x[i]});
    double sum = 0;
    int count = 0;
    for (std::size_t j = begin; j < end; ++j)
        if (std::abs(x[j] - x[i]) <= reach) {
            sum += y[j];
            ++count;
        }
    return sum / count;
}

TEST(MovingMean, IsTheMeanAroundEachPointWithinItsPiece)
{
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> step(0.01, 3), value(-600, 3);
    for (int round = 0; round < 50; ++round) {
        std::vector<double> x, y;
        double at = 0;
        for (int i = 0; i < 60; ++i) {
            x.push_back(at += step(random));
            y.push_back(value(random));
        }
        const std::vector<std::size_t> breaks{5, 6, 40};
        const double width = 10 * std::abs(value(random)) / 600;
        const std::vector<double> means = movingMean(x, y, breaks, width);
        ASSERT_EQ(means.size(), y.size());
        const std::size_t ends[] = {5, 6, 40, 60};
        std::size_t begin = 0;
        for (const std::size_t end : ends) {
            for (std::size_t i = begin; i < end; ++i)
                EXPECT_NEAR(means[i], meanAround(x, y, begin, end, i, width), 1e-9);
            begin = end;
        }
    }
}

TEST(MovingMean, LeavesAStraightLineOfEvenStepsAndTheEndsAsTheyAre)
{
    std::vector<double> x, y;
    for (int i = 0; i <= 100; ++i) {
        x.push_back(i / 3.0); // no whole number of any width
        y.push_back(2 - 0.3 * x.back());
    }
    for (const double width : {0.5, 2.0, 10.0, 1000.0}) {
        const std::vector<double> means = movingMean(x, y, {}, width);
        for (std::size_t i = 0; i < x.size(); ++i)
            EXPECT_NEAR(means[i], y[i], 1e-12) << width;
    }
    y[0] = 50;
    y[100] = -50;
    const std::vector<double> means = movingMean(x, y, {}, 10);
    EXPECT_EQ(means.front(), 50);
    EXPECT_NEAR(means.back(), -50, 1e-12);
    EXPECT_TRUE(movingMean({}, {}, {}, 3).empty());
}

} // namespace moving_mean_test
} // namespace deltascope::numerics
