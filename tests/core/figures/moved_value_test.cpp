// SPDX-License-Identifier: GPL-3.0-or-later
// What a hand on an axis means: no more digits than its pixels can say, and no value that there is not.
#include "figures/moved_value.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace deltascope::figures {
namespace moved_value_test {

Axis along(const char* parameter, double lower, double upper, AxisScale scale = AxisScale::linear)
{
    return {.scale = scale, .moved = {.parameter = parameter, .choices = {}, .lower = lower, .upper = upper}};
}

double numberAt(const Axis& axis, double coordinate, double pixel)
{
    const std::optional<parameters::ParameterValue> value = movedValue(axis, coordinate, pixel);
    return value ? parameters::numberIn(*value).value_or(-1e99) : -1e99;
}

TEST(MovedValue, HasTheDigitsThatAPixelCanMean)
{
    const Axis weight = along("weight", -10, 10);
    EXPECT_EQ(numberAt(weight, 3.14159, 0.05), 3.14);
    EXPECT_EQ(numberAt(weight, 3.14159, 0.5), 3.1);
    EXPECT_EQ(numberAt(weight, 3.14159, 2), 3);
    EXPECT_EQ(numberAt(along("weight", -1e6, 1e6), 123456, 2000), 123000);
    for (int i = 0; i < 1000; ++i) { // never further than half a pixel's decade from the hand
        const double place = -10 + 20 * i / 999.0, pixel = 0.001 + i / 700.0;
        EXPECT_LE(std::abs(numberAt(weight, place, pixel) - place), pixel / 2 + 1e-12) << place;
    }
}

TEST(MovedValue, ZeroCanBeHit)
{
    EXPECT_EQ(numberAt(along("bias", -10, 10), 0.0004, 0.05), 0);
    EXPECT_FALSE(std::signbit(numberAt(along("bias", -10, 10), -0.0004, 0.05)));
}

TEST(MovedValue, GoesAsFarAsTheAxisAndTheParameter)
{
    EXPECT_EQ(numberAt(along("weight", -10, 10), 17, 0.1), 10);
    EXPECT_EQ(numberAt(along("weight", -10, 10), -17, 0.1), -10);
    EXPECT_EQ(numberAt(along("gain", -3, 5), -2, 0.1), 0) << "no gain is below 0";
    EXPECT_EQ(numberAt(along("depth", 1, 50), 7.6, 0.2), 8);
    EXPECT_EQ(numberAt(along("depth", 1, 50), -3, 0.2), 1);
}

TEST(MovedValue, IsOfDecadesWhereTheAxisIs)
{
    const Axis rate = along("learning_rate", 0.001, 10, AxisScale::decades);
    EXPECT_EQ(numberAt(rate, -2, 0.01), 0.01);
    EXPECT_NEAR(numberAt(rate, std::log10(0.0314159), 0.01), 0.0314, 1e-12);
    EXPECT_EQ(numberAt(rate, 7, 0.01), 10);
}

TEST(MovedValue, OfChoicesIsTheNearest)
{
    Axis axis = along("activation", 0, 0, AxisScale::choices);
    axis.moved.choices = {"sigmoid", "tanh", "relu"};
    const auto at = [&](double place) { return *movedValue(axis, place, 0.1)->as<std::string>(); };
    EXPECT_EQ(at(-0.4), "sigmoid");
    EXPECT_EQ(at(1.3), "tanh");
    EXPECT_EQ(at(99), "relu");
    EXPECT_EQ(at(-99), "sigmoid");
    EXPECT_FALSE(movedValue(Axis{}, 1, 0.1));
}

} // namespace moved_value_test
} // namespace deltascope::figures
