// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and lists as they are typed after KEY=.
#include "io/parameter_json.h"
#include "io/typed_number.h"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

namespace deltascope {
namespace {

TEST(TypedText, ANumberBeyondDoublesRangeIsTooSmallOrTooLarge)
{
    const std::string zeros(400, '0');
    for (const std::string& small : {std::string("1e-999999"), "0." + zeros + "1", "." + zeros + "1",
             "0." + zeros + "1e+60", "12" + zeros + "e-999999", std::string("1e-99999999999999999999"),
             std::string("00000000000000000000000000000001e-400")}) {
        ASSERT_TRUE(typedNumber(small)) << small;
        EXPECT_EQ(*typedNumber(small), 0) << small;
        EXPECT_TRUE(std::signbit(*typedNumber("-" + small))) << small;
    }
    for (const std::string& large :
        {std::string("1e999999"), std::string("1E+999999"), "1" + zeros, "0." + zeros + "1e+999999",
            "0001" + zeros + ".5", "1" + zeros + "e-60", std::string("1e99999999999999999999")}) {
        ASSERT_TRUE(typedNumber(large)) << large;
        EXPECT_EQ(*typedNumber(large), HUGE_VAL) << large;
        EXPECT_EQ(*typedNumber("-" + large), -HUGE_VAL) << large;
    }
    EXPECT_EQ(typedNumber("0." + zeros + "1e401"), 1);
    EXPECT_EQ(typedNumber("0." + zeros), 0);
    EXPECT_EQ(typedNumber("0e999999"), 0);
    EXPECT_EQ(typedNumber("1e"), std::nullopt);
}

TEST(TypedText, AListReadsBackWhateverItsItemsHold)
{
    const Parameter<ViewState>& row = *findViewParameter("figures");
    const std::vector<std::string> lists[] = {{}, {""}, {"", ""}, {"a", ""}, {"", "a"}, {"a,b"}, {",", "c"}, {"[a"},
        {"a", "[b"}, {"[]"}, {"\"", " "}, {"a", "b"}};
    for (const std::vector<std::string>& list : lists) {
        const std::string text = typedText(list);
        const Result<ViewState> view = withText({}, row, text);
        ASSERT_TRUE(view) << text;
        EXPECT_EQ(view->figures, list) << text;
    }
    EXPECT_EQ(typedText(std::vector<std::string>{"a", "b"}), "a,b");
}

TEST(TypedText, WhatIsNotUtf8IsRefused)
{
    for (const char* key : {"figures", "theme", "layer", "ranges"}) {
        const Result<ViewState> view = withText({}, *findViewParameter(key), "\xFF,");
        ASSERT_FALSE(view) << key;
        EXPECT_EQ(view.error().fault, Fault::usage);
        EXPECT_TRUE(plainText(view.error().what).starts_with(key));
    }
}

} // namespace
} // namespace deltascope
