// SPDX-License-Identifier: GPL-3.0-or-later
#include "imported/safetensors.h"

#include "core/imported/files.h"

#include <gtest/gtest.h>

namespace deltascope::imported {
namespace safetensors_test {

std::string entry(const char* name, const char* type, const char* shape, int begin, int end)
{
    return std::string("\"") + name + R"(":{"dtype":")" + type + R"(","shape":)" + shape + R"(,"data_offsets":[)"
        + std::to_string(begin) + "," + std::to_string(end) + "]}";
}

TEST(Safetensors, EveryTypeOfNumberIsRead)
{
    // −2.5 in each: sign, exponent and fraction by hand (IEEE 754; bfloat16 is the upper half of a float32).
    const std::string data = littleEndianOf<std::uint64_t>(0xc004000000000000)
        + littleEndianOf<std::uint32_t>(0xc0200000) + littleEndianOf<std::uint16_t>(0xc100)
        + littleEndianOf<std::uint16_t>(0xc020) + "\x01";
    const std::string file = safetensorsFile("{" + entry("d", "F64", "[1]", 0, 8) + ","
            + entry("f", "F32", "[1,1]", 8, 12) + "," + entry("h", "F16", "[]", 12, 14) + ","
            + entry("b", "BF16", "[1]", 14, 16) + "," + entry("i", "I8", "[1]", 16, 17) + "}",
        data);
    const auto read = readSafetensors(file);
    ASSERT_TRUE(read) << plainText(read.error().what);
    ASSERT_EQ((*read)->arrays.size(), 5u);
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_EQ(*(*read)->numbers(i), std::vector{-2.5}) << (*read)->arrays[i].name;
    EXPECT_EQ((*read)->arrays[4].type, NumberType::other);
    EXPECT_EQ(numberAt(littleEndianOf<std::uint16_t>(0x0001).data(), NumberType::float16), 0x1p-24) << "subnormal";
    EXPECT_EQ(numberAt(littleEndianOf<std::uint16_t>(0x7bff).data(), NumberType::float16), 65504);
}

void expectRefused(const std::string& file, const char* why)
{
    const auto read = readSafetensors(file);
    ASSERT_FALSE(read) << why;
    EXPECT_EQ(read.error().fault, Fault::invalidData);
    EXPECT_NE(plainText(read.error().what).find(why), std::string::npos) << plainText(read.error().what);
}

TEST(Safetensors, HostileFilesGetOneSentence)
{
    expectRefused(
        littleEndianOf(std::uint64_t{1} << 63) + "{}", "its header is said to have 9.223e+18 bytes; the file has 10.");
    expectRefused(littleEndianOf(std::uint64_t{100}) + "{}", "its header is said to have 100 bytes; the file has 10");
    expectRefused("\x02", "ends before its header does");
    expectRefused(safetensorsFile("[]", ""), "is not a JSON object");
    expectRefused(safetensorsFile("{\"a\": ", ""), "its header: ");
    const auto with = [](const std::string& entries, std::size_t bytes) {
        return safetensorsFile("{" + entries + "}", std::string(bytes, '\0'));
    };
    expectRefused(with(entry("a", "F32", "[2]", 0, 8) + "," + entry("b", "F32", "[2]", 4, 12), 12),
        "“b” lies where another array lies too");
    expectRefused(with(entry("a", "F32", "[2]", 4, 12), 12), "before “a” there are bytes of no array");
    expectRefused(with(entry("a", "F32", "[2]", 0, 8), 12), "there are 4 more bytes");
    expectRefused(with(entry("a", "F32", "[4294967296,4294967296,4]", 0, 0), 0), "another number of bytes than the 0");
    expectRefused(with(entry("a", "F32", "[2,0,9007199254740992]", 0, 8), 8), "another number of bytes");
    expectRefused(with(entry("a", "F32", "[2]", 0, 80), 8), "from byte 0 to 80 of the 8");
    expectRefused(with(entry("a", "F32", "[2]", 8, 0), 8), "from byte 8 to 0");
    expectRefused(with(entry("a", "F32", "[-2]", 0, 8), 8), "whole numbers from 0 on");
    expectRefused(with(entry("a", "F32", "[1e300]", 0, 8), 8), "whole numbers from 0 on");
    expectRefused(with("\"a\": 3", 8), "does not say of “a”");
}

} // namespace safetensors_test
} // namespace deltascope::imported
