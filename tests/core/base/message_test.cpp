// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/message.h"

#include <gtest/gtest.h>

namespace deltascope {
namespace message_test {

TEST(PlainText, putsEveryKindOfArgumentIn)
{
    const Message inner{"layer %1", {3}};
    const Message message{"%2 then %1: %3 %4, %5 %6%%", {7, inner, 0.25, Magnitude{-1, -602.0}, "x%1", Magnitude{}}};
    EXPECT_EQ(plainText(message), "layer 3 then 7: 0.25 -1e-602, x%1 0%%");
}

TEST(PlainText, keepsPlacesWithoutAnArgument)
{
    EXPECT_EQ(plainText({"%1 %2 %", {1}}), "1 %2 %");
    EXPECT_EQ(plainText({"", {}}), "");
}

TEST(PlainText, sizesWithinReachAreOrdinaryNumbers)
{
    EXPECT_EQ(plainText({"%1", {Magnitude{1, 2.0}}}), "100");
    EXPECT_EQ(plainText({"%1", {Magnitude{1, -24.125}}}), "7.5e-25");
    EXPECT_EQ(plainText({"%1", {Real{3.14159265, 3}}}), "3.14");
}

} // namespace message_test
} // namespace deltascope
