// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/contours.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope {
namespace contours_test {

std::vector<double> gridOf(int columns, int rows, double (*value)(double x, double y))
{
    std::vector<double> values;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            values.push_back(value(column, row));
    return values;
}

TEST(Contours, OfAConeIsOneClosedCircle)
{
    const auto cone = [](double x, double y) { return std::hypot(x - 20, y - 20); };
    const std::vector<double> values = gridOf(41, 41, cone);
    const std::vector<maps::ContourLine> lines = maps::contoursOf({41, 41, values}, 12);
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines.front().front(), lines.front().back());
    EXPECT_GT(lines.front().size(), 60u);
    for (const auto& [x, y] : lines.front())
        EXPECT_NEAR(cone(x, y), 12, 0.02);
}

TEST(Contours, OfAPlaneGoFromEdgeToEdge)
{
    const std::vector<double> values = gridOf(9, 5, [](double x, double y) { return x + 2 * y; });
    const std::vector<maps::ContourLine> lines = maps::contoursOf({9, 5, values}, 6.5);
    ASSERT_EQ(lines.size(), 1u);
    for (const auto& [x, y] : lines.front())
        EXPECT_NEAR(x + 2 * y, 6.5, 1e-12);
    EXPECT_TRUE(maps::contoursOf({9, 5, values}, 17).empty());
}

TEST(Contours, ASaddleIsResolvedByItsMiddle)
{
    const std::vector<double> values{1, 0, 0, 1}; // rows from below
    const std::vector<maps::ContourLine> low = maps::contoursOf({2, 2, values}, 0.4);
    const std::vector<maps::ContourLine> high = maps::contoursOf({2, 2, values}, 0.6);
    ASSERT_EQ(low.size(), 2u);
    ASSERT_EQ(high.size(), 2u);
    // below the middle the ones are joined: each line cuts off a zero, at (1, 0) or (0, 1)
    for (const maps::ContourLine& line : low)
        EXPECT_NEAR(std::abs((line[0].first + line[1].first) - (line[0].second + line[1].second)), 1.2, 1e-12);
    for (const maps::ContourLine& line : high)
        EXPECT_NEAR(line[0].first + line[1].first, line[0].second + line[1].second, 1e-12);
}

TEST(Contours, AvoidWhatIsMissing)
{
    const std::vector<double> values = gridOf(9, 9, [](double x, double) { return x; });
    std::vector<std::uint8_t> missing(81, 0);
    missing[4 * 9 + 4] = 1;
    const std::vector<maps::ContourLine> lines = maps::contoursOf({9, 9, values, missing}, 3.5);
    EXPECT_EQ(lines.size(), 2u);
    for (const maps::ContourLine& line : lines)
        for (const auto& [x, y] : line)
            EXPECT_TRUE(y <= 3 || y >= 5) << y;
}

TEST(Contours, LevelsAreRound)
{
    EXPECT_EQ(maps::levelsBetween(-10, 10, 7), (std::vector<double>{-5, 0, 5}));
    EXPECT_EQ(maps::levelsBetween(0, 1, 5), (std::vector<double>{0.2, 0.4, 3 * 0.2, 0.8}));
    EXPECT_TRUE(maps::levelsBetween(1, 1, 5).empty());
}

} // namespace contours_test
} // namespace deltascope
