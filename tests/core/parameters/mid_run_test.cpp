// SPDX-License-Identifier: GPL-3.0-or-later
// What may change while a training runs are numbers of the table of parameters.
#include "base/member_count.h"
#include "parameters/parameters.h"
#include "training/mid_run_values.h"
#include "training/optimizer.h"

#include <gtest/gtest.h>

#include <set>

namespace deltascope::parameters {
namespace mid_run_test {

TEST(MidRun, EachValueIsTheMemberOfItsRow)
{
    EXPECT_FALSE(training::midRunValues().empty());
    for (const training::MidRunValue& value : training::midRunValues()) {
        const Parameter<model::Scenario>* row = findScenarioParameter(value.key);
        ASSERT_NE(row, nullptr) << value.key;
        EXPECT_TRUE(row->member.as<double>() == value.member) << value.key;
    }
}

TEST(MidRun, EachNumberOfAnOptimizerIsOne)
{
    for (const training::OptimizerNumber* number : training::optimizerNumbers()) {
        const training::MidRunValue* value = training::findMidRunValue(number->key);
        ASSERT_NE(value, nullptr) << number->key;
        EXPECT_EQ(value->member, number->member) << number->key;
    }
}

TEST(ScenarioParameters, EveryMemberHasOneRow)
{
    std::set<std::string_view> keys;
    for (const Parameter<model::Scenario>& row : scenarioParameters())
        keys.insert(row.key);
    EXPECT_EQ(keys.size(), kMemberCount<model::Scenario>);
    EXPECT_EQ(keys.size(), scenarioParameters().size());
}

} // namespace mid_run_test
} // namespace deltascope::parameters
