// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and lists as they are typed after KEY=.
#include "documents/notices.h"
#include "documents/parameter_json.h"
#include "reading/text_encoding.h"
#include "reading/typed_number.h"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

namespace deltascope::reading {
namespace typed_text_test {

std::string refusalOf(const char* key, std::string_view text)
{
    const Result<model::Scenario> scenario =
        documents::withText(model::Scenario{}, *parameters::findScenarioParameter(key), text);
    if (scenario)
        return "accepted";
    EXPECT_EQ(scenario.error().fault, Fault::usage) << text;
    return plainText(scenario.error().what);
}

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
    const parameters::Parameter<model::ViewState>& row = *parameters::findParameter<model::ViewState>("figures");
    const std::vector<std::string> lists[] = {{}, {""}, {"", ""}, {"a", ""}, {"", "a"}, {"a,b"}, {",", "c"}, {"[a"},
        {"a", "[b"}, {"[]"}, {"\"", " "}, {"a", "b"}};
    for (const std::vector<std::string>& list : lists) {
        const std::string text = documents::typedText(list);
        const Result<model::ViewState> view = documents::withText(model::ViewState{}, row, text);
        ASSERT_TRUE(view) << text;
        EXPECT_EQ(view->figures, list) << text;
    }
    EXPECT_EQ(documents::typedText(std::vector<std::string>{"a", "b"}), "a,b");
}

TEST(TypedText, WhatIsNotUtf8IsRefused)
{
    const auto refused = [](const auto& result, const char* key) {
        ASSERT_FALSE(result) << key;
        EXPECT_EQ(result.error().fault, Fault::usage);
        EXPECT_TRUE(plainText(result.error().what).starts_with(key));
    };
    for (const char* key : {"figures", "speed", "ranges"})
        refused(
            documents::withText(model::ViewState{}, *parameters::findParameter<model::ViewState>(key), "\xFF,"), key);
    refused(
        documents::withText(model::Question{}, *parameters::findParameter<model::Question>("layer"), "\xFF,"), "layer");
    refused(documents::withText(model::Preferences{}, *parameters::findParameter<model::Preferences>("theme"), "\xFF,"),
        "theme");
}

TEST(TypedText, InfinityIsAnsweredWithWhatIsAllowed)
{
    for (const char* text : {"1e400", "-1e400"}) {
        EXPECT_EQ(refusalOf("depth", text), "depth: the value must be a whole number from 1 to 10000.");
        EXPECT_EQ(refusalOf("seed", text), "seed: the value must be a whole number from 0 to 9007199254740991.");
        EXPECT_EQ(refusalOf("weight", text), "weight: the value must be a finite number from -1e+06 to 1e+06.");
    }
    EXPECT_EQ(refusalOf("depth", "0"), "depth: 0 is out of range; a whole number from 1 to 10000 is allowed.");
    EXPECT_EQ(refusalOf("depth", "2.5"), "depth: 2.5 is not a whole number.");
    EXPECT_EQ(refusalOf("depth", "two"), "depth: “two” is not a whole number; one from 1 to 10000 is needed.");
    EXPECT_EQ(refusalOf("beta1", "1"), "beta1: 1 is out of range; a number from 0 to 0.999999999 is allowed.");
}

TEST(TypedText, MistakesInListsAreNamedWithTheirPlaceOnce)
{
    const std::pair<const char*, const char*> layers[] = {
        {"[3]", "layers: Line 1, column 2: each entry of this list must be an object {…}."},
        {R"([{"layer": 1.5}])", "layers: Line 1, column 12: layer must be a whole number from 1 to 10000."},
        {R"([{"weight": 2}])", "layers: Line 1, column 2: layer must be a whole number from 1 to 10000."},
        {R"([{"layer": 1, "bias": "2"}])", "layers: Line 1, column 23: bias must be a finite number."},
        {R"([{"layer": 1, "biass": 2}])",
            "layers: Line 1, column 15: the key “biass” is not known here; the keys are layer, weight, bias, width, "
            "activation."},
        {R"([{"layer": 2, "bias": 1}, {"layer": 2, "bias": 2}])",
            "layers: layer 2 is given twice; each layer may be given once."},
        {R"([{"layer": 2, "bias": 1e7}])",
            "layers: layer 2: weight and bias must be finite numbers from −1000000 to 1000000."},
        {R"([{"layer": 2}])",
            "layers: layer 2 has nothing of its own; give a weight, a bias, a width or an activation."},
        {"{}", "layers: a list of layers is needed."},
        {"3", "layers: a list of layers is needed."},
        {"[", nullptr},
    };
    for (const auto& [text, sentence] : layers)
        if (sentence)
            EXPECT_EQ(refusalOf("layers", text), sentence);
        else
            EXPECT_TRUE(refusalOf("layers", text).starts_with("layers: Line 1, column 2: this is not valid JSON: "));
}

TEST(TypedText, MistakesInChangesAreNamed)
{
    const std::pair<const char*, const char*> changes[] = {
        {R"([{"step": 1.5, "key": "momentum", "value": 0}])",
            "changes: Line 1, column 11: step must be a whole number from 0 to 10^15."},
        {R"([{"step": 2e15, "key": "momentum", "value": 0}])",
            "changes: Line 1, column 11: step must be a whole number from 0 to 10^15."},
        {R"([{"step": 1, "key": 3, "value": 0}])",
            "changes: Line 1, column 21: key must be a text in quotation marks."},
        {R"([{"step": 1, "key": "momentum", "value": true}])",
            "changes: Line 1, column 42: value must be a finite number."},
        {R"([{"step": 1, "key": "momentum", "value": 0, "by": 2}])",
            "changes: Line 1, column 45: the key “by” is not known here; the keys are step, key, value."},
        {R"([{"key": "momentum", "value": 0}])",
            "changes: Line 1, column 2: each change needs a step, a key and a value."},
        {R"([{"step": 1, "value": 0}])", "changes: Line 1, column 2: each change needs a step, a key and a value."},
        {R"([{"step": 1, "key": "momentum"}])",
            "changes: Line 1, column 2: each change needs a step, a key and a value."},
        {R"([{"step": 7, "key": "learning_rate", "value": -1}])", nullptr},
        {R"([{"step": 7, "key": "momentum", "value": 0}, {"step": 7, "key": "momentum", "value": 0.5}])",
            "changes: momentum is changed twice at step 7; once is enough."},
        {"3", "changes: a list of changes is needed."},
    };
    for (const auto& [text, sentence] : changes)
        if (sentence)
            EXPECT_EQ(refusalOf("changes", text), sentence);
        else
            EXPECT_TRUE(refusalOf("changes", text).starts_with("changes: step 7, learning_rate: -1 is out of range; "))
                << refusalOf("changes", text);
    EXPECT_TRUE(refusalOf("changes", R"([{"step": 1, "key": "depth", "value": 3}])")
                    .starts_with("changes: “depth” cannot change in mid-run; what can is "));
}

TEST(TypedText, MistakesInAxisLimitsAreNamed)
{
    const char* needed =
        "ranges: each entry needs a figure, a panel from 0 up, and finite limits with the lower one first.";
    const std::pair<const char*, const char*> ranges[] = {
        {R"([{"figure": 3}])", "ranges: Line 1, column 13: figure must be a text in quotation marks."},
        {R"([{"figure": "cost", "panel": -1}])",
            "ranges: Line 1, column 30: panel must be a whole number from 0 to 1000."},
        {R"([{"figure": "cost", "x": 3}])",
            "ranges: Line 1, column 26: x must be a list of two finite numbers, the lower one first."},
        {R"([{"figure": "cost", "y": [1, 2, 3]}])",
            "ranges: Line 1, column 26: y must be a list of two finite numbers, the lower one first."},
        {R"([{"figure": "cost", "y": [1, "2"]}])",
            "ranges: Line 1, column 26: y must be a list of two finite numbers, the lower one first."},
        {R"([{"figure": "cost", "z": [1, 2]}])",
            "ranges: Line 1, column 21: the key “z” is not known here; the keys are figure, panel, x, y."},
        {R"([{"figure": "cost", "x": [2, 1], "y": [0, 1]}])", needed},
        {R"([{"figure": "", "x": [1, 2], "y": [0, 1]}])", needed},
        {R"([{"x": [1, 2], "y": [0, 1]}])", needed},
        {"3", "ranges: a list of axis limits is needed."},
    };
    for (const auto& [text, sentence] : ranges) {
        const Result<model::ViewState> view =
            documents::withText(model::ViewState{}, *parameters::findParameter<model::ViewState>("ranges"), text);
        ASSERT_FALSE(view) << text;
        EXPECT_EQ(plainText(view.error().what), sentence);
    }
    const Result<model::ViewState> texts = documents::withText(
        model::ViewState{}, *parameters::findParameter<model::ViewState>("figures"), R"(["cost", 3])");
    ASSERT_FALSE(texts);
    EXPECT_EQ(plainText(texts.error().what),
        "figures: Line 1, column 10: each entry of this list must be a text in quotation marks.");
}

TEST(TypedText, OnlyTheBeginningOfALongTextIsQuoted)
{
    const std::string sixty(60, 'x');
    EXPECT_EQ(shortened(sixty), sixty);
    EXPECT_EQ(shortened(sixty + "y"), sixty + "…");
    std::string letters;
    for (int i = 0; i < 60; ++i)
        letters += "δ";
    EXPECT_EQ(shortened(letters), letters);
    EXPECT_EQ(shortened(letters + "δ"), letters + "…");
    EXPECT_EQ(shortened(""), "");
    EXPECT_EQ(refusalOf("weight", sixty + sixty),
        "weight: “" + sixty + "…” is not a number; one from -1e+06 to 1e+06 is needed, with a point as decimal mark.");
    EXPECT_EQ(refusalOf("layers", R"([{")" + sixty + R"(z": 1}])"),
        "layers: Line 1, column 3: the key “" + sixty
            + "…” is not known here; the keys are layer, weight, bias, width, activation.");
    EXPECT_TRUE(refusalOf("activation", sixty + "z")
                    .starts_with("activation: “" + sixty + "…” is not known; the choices are sigmoid, "));
}

TEST(TypedText, ANumberTooSmallForADoubleIsSaidWithItsKey)
{
    const auto said = [](std::string_view key, std::string_view typed) {
        documents::Notices notices;
        documents::noteTooSmall(key, typed, notices);
        EXPECT_LE(notices.size(), 1u);
        return notices.empty() ? std::string() : plainText(notices.front());
    };
    EXPECT_EQ(said("weight", "1e-400"), "weight: 1e-400 is too small for a double and was read as 0.");
    EXPECT_EQ(said("weight", "-0.001e-999"), "weight: -0.001e-999 is too small for a double and was read as 0.");
    EXPECT_EQ(said("weight", "0." + std::string(400, '0') + "1"),
        "weight: 0.0000000000000000000000… is too small for a double and was read as 0.");
    EXPECT_EQ(said("layers", R"([{"layer": 1, "weight": 1e-400, "bias": 1e-500}, {"layer": 2, "bias": -3E-999}])"),
        "weight: 1e-400 is too small for a double and was read as 0; so were other numbers (2).");
    for (const char* exact : {"0", "-0", "0e-400", "5e-324", "1e400", "tanh", "", "[", "[0]", "[\"1e-400\"]"})
        EXPECT_EQ(said("weight", exact), "") << exact;
}

} // namespace typed_text_test
} // namespace deltascope::reading
