// SPDX-License-Identifier: GPL-3.0-or-later
#include "imported/npz.h"

#include "reports/npz_archive.h"

#include <gtest/gtest.h>

namespace deltascope::imported {
namespace npz_test {

/// A .npy file, version 1.0 of NumPy's NEP 1.
std::string npy(const std::string& type, const std::string& shape, const std::string& data, bool byColumns = false)
{
    std::string header =
        "{'descr': " + type + ", 'fortran_order': " + (byColumns ? "True" : "False") + ", 'shape': " + shape + ", }";
    header.resize(117, ' ');
    header += '\n';
    return std::string("\x93NUMPY\x01\x00\x76\x00", 10) + header + data;
}

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

} // namespace npz_test
} // namespace deltascope::imported
