// SPDX-License-Identifier: GPL-3.0-or-later
#include "imported/npz.h"

#include "core/support/npz_files.h"
#include "reports/npz_archive.h"

#include <gtest/gtest.h>

namespace deltascope::imported {
namespace npz_test {

std::string doubles(const std::vector<double>& numbers)
{
    std::string bytes;
    for (const double number : numbers)
        bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
    return bytes;
}

TEST(Npz, BothOrdersAreReadByRows)
{
    const std::string zip = reports::zipOf({{"rows.npy", npy("'<f8'", "(2, 3)", doubles({1, 2, 3, 4, 5, 6}))},
        {"columns.npy", npy("'<f8'", "(2, 3)", doubles({1, 4, 2, 5, 3, 6}), true)},
        {"cube.npy", npy("'<f8'", "(2, 1, 2)", doubles({1, 3, 2, 4}), true)},
        {"one.npy", npy("'<f8'", "()", doubles({7}))}, {"scenario.json", "{}"}, {"other.txt", "no array"}});
    ASSERT_TRUE(isZip(zip));
    const auto read = readNpz(zip);
    ASSERT_TRUE(read) << plainText(read.error().what);
    ASSERT_EQ((*read)->arrays.size(), 4u);
    EXPECT_EQ(*(*read)->numbers(0), (std::vector<double>{1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(*(*read)->numbers(1), (std::vector<double>{1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(*(*read)->numbers(2), (std::vector<double>{1, 2, 3, 4}));
    EXPECT_EQ(*(*read)->numbers(3), (std::vector<double>{7}));
    EXPECT_EQ((*read)->notes, (std::vector<std::pair<std::string, std::string>>{{"scenario.json", "{}"}}));
}

TEST(Npz, ObjectsAndRecordsAreNotNumbers)
{
    const std::string zip = reports::zipOf({{"o.npy", npy("'|O'", "(1,)", "\x80\x04N.")},
        {"r.npy", npy("[('x', '<f8'), ('y', '<f8')]", "(1,)", doubles({1, 2}))},
        {"i.npy", npy("'<i8'", "(1,)", "12345678")}, {"b.npy", npy("'>f8'", "(1,)", doubles({1}))}});
    const auto read = readNpz(zip);
    ASSERT_TRUE(read);
    for (const NamedArray& array : (*read)->arrays)
        EXPECT_EQ(array.type, NumberType::other) << array.name;
}

void expectRefused(const std::string& file, const char* why)
{
    const auto read = readNpz(file);
    ASSERT_FALSE(read) << why;
    EXPECT_EQ(read.error().fault, Fault::invalidData);
    EXPECT_NE(plainText(read.error().what).find(why), std::string::npos) << plainText(read.error().what);
}

TEST(Npz, HostileFilesGetOneSentence)
{
    const std::string whole = reports::zipOf({{"a.npy", npy("'<f8'", "(2,)", doubles({1, 2}))}});
    for (const std::size_t size : {std::size_t{4}, whole.size() / 2, whole.size() - 1})
        expectRefused(whole.substr(0, size), "damaged or was cut off");
    for (const char* shape : {"(100000, 100000)", "(4294967296, 4294967296, 4)", "(9223372036854775808,)"})
        expectRefused(reports::zipOf({{"a.npy", npy("'<f8'", shape, "")}}), "promises more than 32 million numbers");
    for (const char* shape : {"(99999999999999999999,)", "(2", "(-1,)", "2", "(1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,)"})
        expectRefused(reports::zipOf({{"a.npy", npy("'<f8'", shape, "")}}), "does not begin as an array");
    expectRefused(reports::zipOf({{"a.npy", "no array"}}), "does not begin as an array");
    expectRefused(reports::zipOf({{"a.npy", ""}}), "does not begin as an array");
    for (const std::vector<double>& numbers : {std::vector<double>{1}, {1, 2, 3}}) { // fewer, more
        const std::string file = reports::zipOf({{"a.npy", npy("'<f8'", "(2,)", doubles(numbers))}});
        const auto read = readNpz(file);
        ASSERT_TRUE(read);
        EXPECT_FALSE((*read)->numbers(0));
    }
    std::string changed = whole; // its checksum is another one then
    changed[whole.find("NUMPY") + 130] = 'x';
    const auto read = readNpz(changed);
    ASSERT_TRUE(read);
    EXPECT_FALSE((*read)->numbers(0));
}

TEST(Npz, TheFirstEntriesOfWholeNumbersAreKept)
{
    const std::string file = npz({{"rows", npy("'|u1'", "(3, 1, 2)", "abcdef")},
        {"columns", npy("'|u1'", "(3, 1, 2)", "acebdf", true)}, {"wide", npy("'<u2'", "(2, 2)", "a0c0b0d0", true)},
        {"one", npy("'|i1'", "()", "x")}, {"none", npy("'|u1'", "(0, 28, 28)", "")}});
    const auto read = readNpz(file);
    ASSERT_TRUE(read) << plainText(read.error().what);
    for (const std::size_t array : {0, 1}) {
        EXPECT_EQ(*(*read)->firstEntries(array, 0), "");
        EXPECT_EQ(*(*read)->firstEntries(array, 2), "abcd");
        EXPECT_EQ(*(*read)->firstEntries(array, 9), "abcdef");
        std::stop_source stop;
        stop.request_stop();
        EXPECT_EQ(*(*read)->firstEntries(array, 9, stop.get_token()), "");
    }
    EXPECT_EQ(*(*read)->firstEntries(2, 1), "a0b0");
    EXPECT_EQ(*(*read)->firstEntries(2, 2), "a0b0c0d0");
    EXPECT_EQ(*(*read)->firstEntries(3, 1), "x");
    EXPECT_EQ(*(*read)->firstEntries(4, 1), "");
}

TEST(Npz, WholeNumbersHaveTheirSize)
{
    const auto of = [](const char* name) {
        return wholeType({.name = "a", .shape = {}, .type = NumberType::other, .typeName = name});
    };
    for (const char* name : {"<f8", "|b1", "|O", "<U7", ">i4", "<u8", "<i3", "<i16", "<M8[ns]", "|i8", "", "i"})
        EXPECT_FALSE(of(name)) << name;
    const auto value = [&](const char* name, std::uint64_t bits) {
        const std::optional<WholeType> type = of(name);
        EXPECT_TRUE(type) << name;
        return type ? wholeAt(littleEndian(bits, 8).data(), *type) : 0;
    };
    EXPECT_EQ(value("|u1", 0xff), 255);
    EXPECT_EQ(value("|i1", 0xff), -1);
    EXPECT_EQ(value("<u2", 0xfffe), 65534);
    EXPECT_EQ(value("<i2", 0xfffe), -2);
    EXPECT_EQ(value("<u4", 0xffffffff), 4294967295);
    EXPECT_EQ(value("<i4", 0x80000000), -2147483648LL);
    EXPECT_EQ(value("<i8", 7), 7);
    EXPECT_EQ(value("<i8", ~std::uint64_t{0}), -1);
}

TEST(Npz, WholeNumbersMayBeMoreThanANetworkHas)
{
    const std::string file = npz({{"x", npy("'|u1'", "(1073741824,)", "")}, {"y", npy("'<i8'", "(134217728,)", "")}});
    const auto read = readNpz(file);
    ASSERT_TRUE(read) << plainText(read.error().what);
    for (const std::size_t array : {0, 1}) {
        const auto first = (*read)->firstEntries(array, 1);
        ASSERT_FALSE(first);
        EXPECT_NE(plainText(first.error().what).find("too short for its shape"), std::string::npos);
    }
    expectRefused(npz({{"x", npy("'|u1'", "(1073741825,)", "")}}), "“x” promises more than 1024 million numbers.");
    expectRefused(npz({{"x", npy("'<i8'", "(134217729,)", "")}}), "“x” promises more than 128 million numbers.");
}

} // namespace npz_test
} // namespace deltascope::imported
