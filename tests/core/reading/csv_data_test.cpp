// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of tables in every dialect that people have, and one sentence about those that are no tables.
#include "core/support/oracle_table.h"
#include "reading/csv_data.h"
#include "reading/reading_limits.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace deltascope::reading {
namespace csv_data_test {

CsvTable table(std::string_view text)
{
    Result<CsvTable> read = readCsv(text);
    EXPECT_TRUE(read) << plainText(read.error().what) << " in " << text;
    return read ? *std::move(read) : CsvTable{};
}

std::string refusal(std::string_view text)
{
    const Result<CsvTable> read = readCsv(text);
    if (read)
        return "accepted";
    EXPECT_EQ(read.error().fault, Fault::invalidData);
    return plainText(read.error().what);
}

using Names = std::vector<std::string>;

/// The cells as text: "1.5", "“word”", "-" for a gap; rows end with "/".
std::string cells(std::string_view text)
{
    const CsvTable read = table(text);
    std::string all;
    for (int row = 0; row < read.rows(); ++row) {
        for (int column = 0; column < read.columns(); ++column) {
            const int word = read.word(row, column);
            all += (column > 0 ? " " : "")
                + (read.isNumber(row, column)         ? plainText({"%1", {Real{read.number(row, column), 15}}})
                        : read.isMissing(row, column) ? std::string("-")
                                                      : "“" + read.words(column)[static_cast<std::size_t>(word)] + "”");
        }
        all += "/";
    }
    return all;
}

TEST(CsvData, EveryDialectIsRead)
{
    for (const char* text : {"1.5,2,3\n-4,0.005,6\n", "1.5,2,3\n-4,5e-3,6", "a,b,c\r\n1.5,2,3\r\n-4,0.005,6\r\n",
             "\xEF\xBB\xBF"
             "1,5;2;3\r-4;0,005;6\r",
             "1.5\t2\t3\n-4\t0.005\t6\n\n", "\"a, b\",\"c\",d\n\"1.5\", 2 ,3\n\"-4\",0.005,6\n",
             "x;y;z\n1,5;2;3\n\xE2\x88\x92"
             "4;5e-3;6\n",
             "1.5|2|3\n-4|0.005|6\n", "  1.5 2   3\n -4 \t 0.005\t\t6 \n", "1,5 2 3\n-4 0,005 6\n",
             "a,b,c,\n1.5,2,3,\n-4,0.005,6,\n", "a,b,c\n1.5,2,3,\n-4,0.005,6,\n", "sep=;\na;b;c\n1,5;2;3\n-4;0,005;6\n",
             "# made by hand\n# a b c\n1.5 2 3\n-4 0.005 6\n", "1.5, 2, 3\n-4, 0.005, 6\n"})
        EXPECT_EQ(cells(text), "1.5 2 3/-4 0.005 6/") << text;
    EXPECT_EQ(table("a,\"b \"\"c\"\"\"\n1,2\n").names, (Names{"a", "b \"c\""}));
    EXPECT_EQ(table("a,b\n\n1,2\n\n3,4").lines, (std::vector<int>{3, 5}));
    EXPECT_EQ(table("\"a\nb\",c\n1,2\n").lines, (std::vector<int>{3}));
    EXPECT_EQ(table("# a b c\n1.5 2 3\n").names, (Names{"a", "b", "c"}));
    EXPECT_EQ(table("% from somewhere\n1,2\n").names, Names{});
    EXPECT_EQ(table("H\xF6he,b\n1,2\n").names, (Names{"Höhe", "b"})); // Latin-1
}

TEST(CsvData, GapsAndWordsAreNoNumbers)
{
    EXPECT_EQ(cells("5,?,Iris-setosa\n,NA,b\nnan,N/A,b\n1,null,.\n"), "5 - “Iris-setosa”/- - “b”/- - “b”/1 - -/");
    EXPECT_EQ(table("1,a\n2,b\n3,a\n").words(1), (Names{"a", "b"}));
    EXPECT_EQ(cells("1,2\n3,x\n"), "1 2/3 “x”/");
    for (const char* cell : {"inf", "-inf", "1e999", "0x10", "1 2", "--1", "1.2.3", "1e-400"})
        EXPECT_EQ(cells(std::string("1,2\n3,") + cell), std::string("1 2/3 “") + cell + "”/");
    EXPECT_EQ(cells("1,2\n3,0e-400\n"), "1 2/3 0/");
}

TEST(CsvData, AHeaderIsFound)
{
    EXPECT_EQ(table("label,0,1,2,3\n7,12,0,0,5\n2,1,0,0,9\n").names, (Names{"label", "0", "1", "2", "3"}));
    EXPECT_EQ(
        table("country,1960,1961,1962,1963,1964,1965,1966,1967,1968,1969\nBrazil,6.2,6,6,6,6,6,6,6,6,5.8\n").rows(), 1);
    EXPECT_EQ(table("0,1,2,3\n5.1,3.5,1.4,0\n4.9,3,1.4,0\n4.7,3.2,1.3,0\n").names, (Names{"0", "1", "2", "3"}));
    EXPECT_EQ(table(",0,1,2\n0,5.1,3.5,1\n1,4.9,3,0\n2,4.7,3,0\n").names, (Names{"", "0", "1", "2"}));
    EXPECT_EQ(table("mpg cyl\nMazda 21 6\nDatsun 22.8 4\n").names, (Names{"", "mpg", "cyl"})); // as R writes it
    for (const char* text : {"1,2,3\n4,5,6\n", "0,1,2,setosa\n1,1,2,setosa\n", "1,2,3,4\n5,6,7,8\n",
             "1,2,3\n-4,5,6\n-7,8,9\n-1,1,1\n", "1,2,3\n4,x,6\n", "0,1\n0.5,1\n",
             "5.1,3.5,Iris-setosa\n4.9,3,Iris-setosa\n", "nan,inf,NaN\n1,2,3\n", "nan,,inf\n1,2,3\n"})
        EXPECT_EQ(table(text).names, Names{}) << text;
    EXPECT_EQ(table("inf,b\n1,2\n").names, (Names{"inf", "b"}));
    const CsvTable counted = table("3,2,setosa,virginica\n1,2,0\n3,4,1\n5,6,1\n"); // as scikit-learn has them
    EXPECT_EQ(counted.classes, (Names{"setosa", "virginica"}));
    EXPECT_EQ(counted.rows(), 3);
    EXPECT_EQ(table("2,2,,\nx,y,z\n1,2,0\n3,4,1\n").names, (Names{"x", "y", "z"}));
    EXPECT_EQ(table("5,2,versicolor\n6,3,virginica\n").rows(), 2); // a row like any other
}

TEST(CsvData, TheDecimalMarkIsOneOfTwo)
{
    EXPECT_EQ(cells("1,5;2\n1.234;2\n"), "1.5 2/“1.234” 2/"); // 1234, or 1.234?
    EXPECT_EQ(cells("1,5;2\n1.25;2\n"), "1.5 2/1.25 2/");
    EXPECT_EQ(cells("1.5\t2\n1,234\t2\n"), "1.5 2/“1,234” 2/");
    EXPECT_EQ(cells("1.5,2\n\"1,5\",2\n"), "1.5 2/“1,5” 2/");
}

TEST(CsvData, RowsOfAnotherLengthAreNamed)
{
    EXPECT_EQ(refusal("1,2\n3,4,5\n"), "the cells of row 2 are 3, where those of the first row are 2.");
    EXPECT_EQ(refusal("1,2\n3\n"), "the cells of row 2 are 1, where those of the first row are 2.");
    EXPECT_EQ(refusal("1\n2,3\n4,5\n6,7\n"), "the cells of row 1 are 1, where those of the rows after it are 2.");
    EXPECT_EQ(cells("1,2\n3,4,\n"), "1 2/3 4/");
    EXPECT_NE(refusal(""), "accepted");
    EXPECT_NE(refusal("a,b\n"), "accepted");
    EXPECT_NE(refusal(std::string("1,2\0", 4)), "accepted");
    EXPECT_NE(refusal(std::string(1'000'000, ',')), "accepted");
    EXPECT_EQ(refusal("1,2\n" + std::string(5'000'000, 'x')),
        "row 2, column 1: the cell or the row is too long for a table; is a quotation mark left open?");
    EXPECT_NE(
        refusal("1,2\n\"" + std::string(5'000'000, 'x')).find("is a quotation mark left open?"), std::string::npos);
    EXPECT_EQ(refusal("1,2\n\"" + std::string(500'000, 'x')), "row 2, column 1: the quotation marks do not match.");
}

TEST(CsvData, QuotationMarksMatch)
{
    for (const char* row : {"3,\"4\"5", "3,\"4", "3,\"\"\"4", "3,\"\"4", "3,\"4\" 5"})
        EXPECT_EQ(refusal(std::string("1,2\n") + row + "\n"), "row 2, column 2: the quotation marks do not match.")
            << row;
    EXPECT_EQ(refusal("1,2\n\"4\"5,6\n1,2\n"), "row 2, column 1: the quotation marks do not match.");
    EXPECT_EQ(cells("1,2\n3, \"4\" \n"), "1 2/3 4/");
    EXPECT_EQ(cells("1,2\n3,5\"\n"), "1 2/3 “5\"”/"); // inches
}

TEST(CsvData, WhatIsNoTableIsCalledByItsName)
{
    for (const char* page : {"<!DOCTYPE html>\n<html>1,2\n", "\n\n <HTML lang=de>", "<!-- x -->\n<head>",
             "<?xml version=\"1.0\"?><!doctype html>"})
        EXPECT_EQ(refusal(page), "it is a web page, not the data: download the file itself, not the page about it.")
            << page;
    EXPECT_NE(refusal("PK\x03\x04 and more").find("ZIP"), std::string::npos);
    const std::string head("PK\x03\x04"
                           "\x14\0\0\0\0\0\0\0!\0"
                           "\0\0\0\0\x10\0\0\0\x10\0\0\0"
                           "\x0b\0\0\0",
        30);
    EXPECT_NE(refusal(head + "x_train.npyand more").find("an archive of NumPy arrays (.npz)"), std::string::npos);
    EXPECT_NE(refusal(head + "sheet01.xmland more").find("ZIP"), std::string::npos);
    EXPECT_NE(refusal(std::string("\x80\x02(c", 4)).find("Python pickle"), std::string::npos);
    EXPECT_NE(refusal("\x93NUMPY\x01").find("savetxt"), std::string::npos);
    EXPECT_NE(refusal("RDX3\nX\n").find("write.csv"), std::string::npos);
    EXPECT_NE(refusal("\xD0\xCF\x11\xE0\xA1").find("save it as CSV"), std::string::npos);
    EXPECT_NE(refusal("PAR1\x15").find("to_csv"), std::string::npos);
}

/// UTF-16 of ASCII and of 𝛿, which takes a pair of surrogates.
std::string utf16(std::string_view text, bool bigEndian)
{
    std::string bytes;
    const auto unit = [&](unsigned code) {
        const char high = static_cast<char>(code >> 8), low = static_cast<char>(code & 0xFF);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    };
    unit(0xFEFF);
    for (const char c : text) {
        if (c == '@') {
            unit(0xD835);
            unit(0xDEFF);
        } else {
            unit(static_cast<unsigned char>(c));
        }
    }
    return bytes;
}

TEST(CsvData, Utf16IsReadInBothOrders)
{
    for (const bool bigEndian : {false, true}) {
        const CsvTable read = table(utf16("a;@\r\n1,5;2\r\n", bigEndian));
        EXPECT_EQ(read.names, (Names{"a", "\xF0\x9D\x9B\xBF"}));
        EXPECT_EQ(read.number(0, 0), 1.5);
        const std::string damaged = utf16("a,b\n1,@\n", bigEndian);
        EXPECT_NE(refusal(damaged.substr(0, damaged.size() - 4) + utf16("1", bigEndian).substr(2)).find("damaged"),
            std::string::npos);
        EXPECT_NE(refusal(damaged.substr(0, damaged.size() - 1)).find("damaged"), std::string::npos);
        EXPECT_NE(refusal(utf16("<!doctype html>", bigEndian)).find("web page"), std::string::npos);
    }
    EXPECT_NE(refusal(std::string("\xFF\xFE\0\0\x31\0", 6)).find("zero byte"), std::string::npos);
}

TEST(CsvData, ThousandsArePartedAsPeopleDo)
{
    EXPECT_EQ(cells("a,b\n\"100,000\",1.5\n\"1,234,567.25\",2\n"), "100000 1.5/1234567.25 2/");
    EXPECT_EQ(cells("1.234.567,5;2\n-12.000.000;3\n"), "1234567.5 2/-12000000 3/");
    EXPECT_EQ(cells("1 234 567;2\n1\xC2\xA0"
                    "000,5;3\n"),
        "1234567 2/1000.5 3/");
    EXPECT_EQ(cells("1'234|2\n-12\xE2\x80\x99"
                    "345.5|3\n"),
        "1234 2/-12345.5 3/");
    EXPECT_EQ(cells("\"1,5\",2\n\"1.250,5\",3\n"), "1.5 2/1250.5 3/"); // a decimal comma between commas
    for (const char* cell : {"1,23,456", "12,34", "1234,567", "1,2345", ",123", "0,123", "1,234,56"})
        EXPECT_EQ(cells("1.5,2\n\"" + std::string(cell) + "\",3\n"), "1.5 2/“" + std::string(cell) + "” 3/");
}

TEST(CsvData, TabsMayBeDoubledHereAndThere)
{
    std::string text;
    for (int i = 0; i < 80; ++i)
        text += i == 70 ? "1.5\t\t2\t3\n" : "1.5\t2\t3\n";
    const CsvTable read = table(text);
    EXPECT_EQ(read.columns(), 3);
    EXPECT_EQ(read.number(70, 1), 2);
    EXPECT_EQ(cells("a\tb\tc\n1\t\t3\n4\t5\t6\n7\t8\t9\n"), "1 - 3/4 5 6/7 8 9/"); // a gap
}

TEST(CsvData, ApostrophesAroundNamesAndWordsAreTakenOff)
{
    EXPECT_EQ(table("'OBS' 'GRADE'\n1 0\n2 1\n").names, (Names{"OBS", "GRADE"}));
    EXPECT_EQ(table("1,'a b'\n2,d'or\n").words(1), (Names{"a b", "d'or"}));
}

TEST(CsvData, WhatIsSaidIsNotLookedFor)
{
    const auto read = [](std::string_view text, const CsvForm& said) {
        const Result<CsvTable> table = readCsv(text, said);
        EXPECT_TRUE(table) << plainText(table.error().what);
        return table ? *table : CsvTable{};
    };
    EXPECT_EQ(read("1;2,5\n3;4,5\n", {.separator = ','}).columns(), 2);
    EXPECT_EQ(read("1;2,5\n3;4,5\n", {.separator = ','}).words(0), (Names{"1;2", "3;4"}));
    EXPECT_EQ(read("a;1.234\nb;2.000\n", {.mark = DecimalMark::onlyComma}).number(1, 1), 2000);
    EXPECT_EQ(read("a;1,234\nb;2,000\n", {.mark = DecimalMark::onlyPoint}).number(0, 1), 1234);
    EXPECT_EQ(read("a;1,234\nb;2,000\n", {}).number(0, 1), 1.234);
    EXPECT_EQ(read("1960,1961\n3,4\n", {.header = true}).names, (Names{"1960", "1961"}));
    EXPECT_EQ(read("a,b\n3,4\n", {.header = false}).rows(), 2);
    EXPECT_EQ(read("a;b\n1,5;2\n", {}).separator, ';');
    EXPECT_TRUE(read("a;b\n1,5;2\n", {}).decimalComma);
    EXPECT_FALSE(read("a;b\n1.5;2\n", {}).decimalComma);
}

TEST(CsvData, RandomTablesAreThoseThatPythonReads)
{
    const nlohmann::json oracle = oracleTable("tables.json");
    ASSERT_EQ(oracle["tables"].size(), 60u);
    for (const nlohmann::json& one : oracle["tables"]) {
        const std::string text = one["text"];
        const CsvTable read = table(text);
        EXPECT_EQ(read.names, one["names"].get<Names>()) << text;
        ASSERT_EQ(static_cast<std::size_t>(read.rows()), one["cells"].size()) << text;
        for (int row = 0; row < read.rows(); ++row)
            for (int column = 0; column < read.columns(); ++column) {
                const nlohmann::json& cell =
                    one["cells"][static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
                if (cell.is_number())
                    EXPECT_EQ(read.number(row, column), cell.get<double>()) << text;
                else if (cell.is_null())
                    EXPECT_TRUE(read.isMissing(row, column)) << text;
                else
                    EXPECT_EQ(read.words(column).at(static_cast<std::size_t>(read.word(row, column))),
                        cell.get<std::string>())
                        << text;
            }
    }
}

TEST(CsvData, ManyDifferentWordsAreNotKept)
{
    std::string text;
    for (int i = 0; i < 5000; ++i)
        text += std::to_string(i) + ",name" + std::to_string(i) + "\n";
    const CsvTable read = table(text);
    EXPECT_EQ(read.rows(), 5000);
    EXPECT_EQ(read.words(1).size(), CsvTable::kMaxWords + 1);
    EXPECT_EQ(read.word(4999, 1), static_cast<int>(CsvTable::kMaxWords));
}

} // namespace csv_data_test
} // namespace deltascope::reading
