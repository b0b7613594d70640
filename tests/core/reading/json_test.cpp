// SPDX-License-Identifier: GPL-3.0-or-later
// The checked JSON layer: what it accepts, and the one sentence with a place that everything else gets.
#include "reading/json.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>

namespace deltascope::reading {
namespace json_test {

std::string sentence(std::string_view text)
{
    const Result<JsonValue> result = parseJson(text);
    return result ? "accepted" : plainText(result.error().what);
}

TEST(Json, ReadsEveryTypeWithItsPlace)
{
    const std::string text = "{\"a\": [1, true, null, \"x\"],\n \"b\": {\"c\": -2.5e3}}";
    const Result<JsonValue> root = parseJson(text);
    ASSERT_TRUE(root);
    const auto& array = *root->find("a")->value.as<JsonValue::Array>();
    ASSERT_EQ(array.size(), 4u);
    EXPECT_EQ(*array[0].as<double>(), 1);
    EXPECT_EQ(text[array[0].offset], '1');
    EXPECT_TRUE(*array[1].as<bool>());
    EXPECT_TRUE(array[2].as<std::nullptr_t>());
    EXPECT_EQ(*array[3].as<std::string>(), "x");
    EXPECT_EQ(text[array[3].offset], '"');
    const JsonMember* inner = root->find("b")->value.find("c");
    EXPECT_EQ(*inner->value.as<double>(), -2500);
    EXPECT_EQ(text.substr(inner->offset, 3), "\"c\"");
    EXPECT_EQ(text.substr(inner->value.offset, 6), "-2.5e3");
}

TEST(Json, KeysWithEscapedQuotesKeepTheirPlace)
{
    const std::string text = R"({"a\"b\\": 7})";
    const Result<JsonValue> root = parseJson(text);
    ASSERT_TRUE(root);
    const JsonMember* member = root->find("a\"b\\");
    ASSERT_TRUE(member);
    EXPECT_EQ(member->offset, 1u);
}

// Each token looks back for its start: that must not take the square of the length of what it passes.
TEST(Json, ManyBackslashesAreReadAtOnce)
{
    const std::string long900k(900'000, '\\');
    EXPECT_FALSE(parseJson("{\"name\": \"" + long900k + "\", 1}"));
    EXPECT_TRUE(parseJson("{\"name\": \"" + long900k + "\"}"));
}

TEST(Json, RefusesInOneSentenceWithThePlace)
{
    EXPECT_NE(sentence("{\"w\":1,}").find("Line 1, column 8: this is not valid JSON"), std::string::npos);
    EXPECT_NE(sentence("{\"w\":1,}").find("expected string literal"), std::string::npos);
    EXPECT_EQ(sentence("{\n  // depth\n \"depth\": 4}"), "Line 2, column 3: comments are not allowed.");
    EXPECT_EQ(sentence("{\"a\": /* b */ 4}"), "Line 1, column 7: comments are not allowed.");
    EXPECT_EQ(sentence("{\"w\": NaN}"), "Line 1, column 7: w must be a finite number.");
    EXPECT_EQ(sentence("{\"w\": Infinity}"), "Line 1, column 7: w must be a finite number.");
    EXPECT_EQ(sentence("{\"w\": -Infinity}"), "Line 1, column 7: w must be a finite number.");
    EXPECT_EQ(sentence("{\"w\": 1e400}"), "Line 1, column 7: w must be a finite number.");
    EXPECT_EQ(
        sentence("{\"é\": 1, \"é\": 2}"), "Line 1, column 10: the key “é” is given twice; each key may be given once.");
    EXPECT_EQ(sentence("{\"a\": {\"b\": 1, \"b\": 1}}"),
        "Line 1, column 16: the key “b” is given twice; each key may be given once.");
    EXPECT_EQ(sentence(""), "The file is empty; a JSON object is needed.");
    EXPECT_EQ(sentence(" \n"), "The file is empty; a JSON object is needed.");
    EXPECT_EQ(sentence(std::string_view("{}\0junk", 7)), "Byte 3 is a NUL; JSON text is needed.");
    EXPECT_EQ(sentence("{\"a\": \"\xff\"}"), "Byte 8 is not valid UTF-8; JSON text in UTF-8 is needed.");
    EXPECT_EQ(sentence("\"\xed\xa0\x80\""), "Byte 2 is not valid UTF-8; JSON text in UTF-8 is needed.");
    EXPECT_NE(sentence("\"\\ud800\"").find("Line 1, column"), std::string::npos);
    EXPECT_NE(sentence("{} {}").find("Line 1, column 4"), std::string::npos);
    EXPECT_NE(sentence(".5").find("Line 1, column 1"), std::string::npos);
}

TEST(Json, ByteOrderMarkIsAccepted)
{
    EXPECT_EQ(sentence("\xEF\xBB\xBF{\"a\": 1}"), "accepted");
}

TEST(Json, Utf16IsNamedAsSuch)
{
    for (const std::string_view text : {std::string_view("\xFF\xFE{\0}\0", 6), std::string_view("\xFE\xFF\0{\0}", 6)})
        EXPECT_EQ(sentence(text), "The file is UTF-16; the text must be UTF-8.");
}

TEST(Json, ALongKeyIsCutInTheSentence)
{
    const std::string sixty(60, 'k');
    EXPECT_EQ(sentence("{\"" + sixty + "z\": 1, \"" + sixty + "z\": 2}"),
        "Line 1, column 70: the key “" + sixty + "…” is given twice; each key may be given once.");
}

TEST(Json, NestingStopsAtTheLimitWithoutRecursion)
{
    const auto nested = [](int levels) {
        return std::string(static_cast<std::size_t>(levels), '[') + std::string(static_cast<std::size_t>(levels), ']');
    };
    EXPECT_EQ(sentence(nested(64)), "accepted");
    EXPECT_EQ(sentence(nested(65)), "Line 1, column 65: nested too deeply; 64 levels are allowed.");
    EXPECT_EQ(sentence(std::string(1'000'000, '[')), "Line 1, column 65: nested too deeply; 64 levels are allowed.");
}

TEST(Json, LargerTextIsRefusedBeforeReading)
{
    const Result<JsonValue> result = parseJson(std::string(1'000'001, ' '));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().fault, Fault::unreadable);
    EXPECT_EQ(plainText(result.error().what), "The text is larger than the limit of 1 MB.");
}

TEST(Json, WhatWouldTakeMuchMoreMemoryThanItsTextIsRefused)
{
    const auto sentence = [](const std::string& text, const JsonLimits& limits) {
        const Result<JsonValue> root = parseJson(text, limits);
        return root ? std::string("accepted") : plainText(root.error().what);
    };
    JsonLimits limits;
    limits.values = 5;
    EXPECT_EQ(sentence("[1, 2, 3, 4]", limits), "accepted");
    EXPECT_NE(sentence("[1, 2, 3, 4, 5]", limits).find("more than"), std::string::npos);
    limits = {};
    limits.keys = 2;
    EXPECT_EQ(sentence(R"([{"a": 1, "b": 2}, {"a": 1}])", limits), "accepted");
    EXPECT_NE(sentence(R"({"a": 1, "b": 2, "c": 3})", limits).find("2 keys"), std::string::npos);
    limits = {};
    limits.keep = {"b"};
    limits.stringBytes = 8;
    EXPECT_EQ(sentence(R"({"a": "12345", "b": "\"\\"})", limits), "accepted");
    EXPECT_EQ(sentence(R"({"a": "123456789", "b": 1})", limits),
        "Line 1, column 7: this text is larger than the limit of 8e-06 MB.");
    EXPECT_NE(sentence(R"({"a": "never ended)", limits).find("limit"), std::string::npos);
}

TEST(Json, KeepsOnlyWhatIsAskedFor)
{
    const JsonLimits limits{.bytes = 1000, .keep = {"b"}};
    const Result<JsonValue> root = parseJson(R"({"a": [[1, {"b": 2}]], "b": 3, "c": "x", "d": {"a": 1}})", limits);
    ASSERT_TRUE(root);
    EXPECT_EQ(root->as<JsonValue::Object>()->size(), 1u);
    EXPECT_EQ(*root->find("b")->value.as<double>(), 3);
    EXPECT_FALSE(parseJson(R"({"b": 1, "a": 1, "a": 2})", limits));
}

TEST(Json, NumbersReadBackToTheSameBits)
{
    std::mt19937_64 random(1);
    std::vector<double> numbers{
        0.0, -0.0, 5e-324, -5e-324, 1e308, std::numeric_limits<double>::max(), 0.1, 1e6, -1, 1e22};
    while (numbers.size() < 2000) {
        const std::uint64_t bits = random();
        double value;
        std::memcpy(&value, &bits, sizeof value);
        if (std::isfinite(value))
            numbers.push_back(value);
    }
    for (const double value : numbers) {
        const std::string text = jsonNumber(value);
        const Result<JsonValue> read = parseJson(text);
        ASSERT_TRUE(read) << text;
        const double again = *read->as<double>();
        EXPECT_EQ(std::memcmp(&again, &value, sizeof value), 0) << text;
        EXPECT_EQ(std::strtod(text.c_str(), nullptr), value) << text; // another reader
    }
    EXPECT_EQ(jsonNumber(-0.0), "-0.0");
    EXPECT_EQ(jsonNumber(0.1), "0.1");
}

TEST(Json, TooSmallANumberIsZeroWithItsSign)
{
    EXPECT_EQ(*parseJson("1e-400")->as<double>(), 0);
    EXPECT_FALSE(std::signbit(*parseJson("1e-400")->as<double>()));
    EXPECT_TRUE(std::signbit(*parseJson("-1e-400")->as<double>()));
    EXPECT_TRUE(std::signbit(*parseJson("-0")->as<double>()));
}

TEST(Json, TextsAreEscaped)
{
    EXPECT_EQ(jsonString("a\"b\\\n"), R"("a\"b\\\n")");
    EXPECT_EQ(jsonString("δ"), "\"δ\"");
    EXPECT_EQ(jsonString("\xff"), "\"\xEF\xBF\xBD\"");
}

} // namespace json_test
} // namespace deltascope::reading
