// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/check.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace deltascope::check {
namespace check_test {

TEST(CheckNumbers, AllPassAndEachSaysWhereItComesFrom)
{
    const auto numbers = checkNumbers();
    EXPECT_GE(numbers.size(), 90u);
    std::set<std::string> names;
    for (const CheckedNumber& number : numbers) {
        const std::string name = plainText(number.name);
        EXPECT_TRUE(number.passed) << name << ": " << number.computed << ", not " << number.expected;
        EXPECT_EQ(number.passed, std::abs(number.computed - number.expected) <= number.tolerance) << name;
        EXPECT_FALSE(number.source.empty()) << name;
        EXPECT_TRUE(names.insert(name).second) << name << " twice";
    }
}

TEST(CheckNumbers, AreComputedNotCopied)
{
    int different = 0; // a computed irrational number is never exactly its printed digits
    for (const CheckedNumber& number : checkNumbers())
        different += number.deviation != 0;
    EXPECT_GE(different, 14);
}

} // namespace check_test
} // namespace deltascope::check
