// SPDX-License-Identifier: GPL-3.0-or-later
// What may change while a training runs are numbers of the table of parameters.
#include "parameters/parameters.h"

#include <gtest/gtest.h>

namespace deltascope::parameters {
namespace mid_run_test {

TEST(MidRun, EachValueIsTheMemberOfItsRow)
{
    EXPECT_FALSE(model::midRunValues().empty());
    for (const model::MidRunValue& value : model::midRunValues()) {
        const Parameter<model::Scenario>* row = findScenarioParameter(value.key);
        ASSERT_NE(row, nullptr) << value.key;
        const auto* member = std::get_if<double model::Scenario::*>(&row->member);
        ASSERT_NE(member, nullptr) << value.key;
        EXPECT_EQ(*member, value.member) << value.key;
    }
}

} // namespace mid_run_test
} // namespace deltascope::parameters
