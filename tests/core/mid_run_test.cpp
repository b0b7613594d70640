// SPDX-License-Identifier: GPL-3.0-or-later
// What may change while a training runs are numbers of the table of parameters.
#include "parameters.h"

#include <gtest/gtest.h>

namespace deltascope {
namespace {

TEST(MidRun, EachValueIsTheMemberOfItsRow)
{
    EXPECT_FALSE(midRunValues().empty());
    for (const MidRunValue& value : midRunValues()) {
        const Parameter<Scenario>* row = findScenarioParameter(value.key);
        ASSERT_NE(row, nullptr) << value.key;
        const auto* member = std::get_if<double Scenario::*>(&row->member);
        ASSERT_NE(member, nullptr) << value.key;
        EXPECT_EQ(*member, value.member) << value.key;
    }
}

} // namespace
} // namespace deltascope
