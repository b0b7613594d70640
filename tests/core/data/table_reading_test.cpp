// SPDX-License-Identifier: GPL-3.0-or-later
// Which column is the target, which rows and columns are left out, what is asked about: small files as people have
// them.
#include "data/table_columns.h"
#include "data/table_reading.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace deltascope::data {
namespace table_reading_test {

struct Understood {
    int target = 0;
    std::vector<int> inputs;
    std::vector<std::string> classes;
    std::size_t rows = 0;
    std::string remarks; ///< with "; " between
    std::string error;
};

Understood understand(std::string_view text, const model::TableSetting& setting = {})
{
    const Result<reading::CsvTable> table = reading::readCsv(text);
    EXPECT_TRUE(table) << plainText(table.error().what);
    const Result<TableReading> reading = readTable(*table, setting);
    if (!reading)
        return {.target = 0,
            .inputs = {},
            .classes = {},
            .rows = 0,
            .remarks = {},
            .error = plainText(reading.error().what)};
    Understood found{reading->target + 1, {}, reading->classes.names, reading->rows.size(), {}, {}};
    for (const int column : reading->inputs)
        found.inputs.push_back(column + 1);
    for (const Message& remark : reading->remarks)
        found.remarks += (found.remarks.empty() ? "" : "; ") + plainText(remark);
    return found;
}

using Columns = std::vector<int>;
using Names = std::vector<std::string>;

/// `rows` rows by a function of the row.
template <class Row>
std::string lines(int rows, const Row& row)
{
    std::string text;
    for (int i = 0; i < rows; ++i)
        text += row(i) + "\n";
    return text;
}

/// A digit first, then 16 pixels of which the last is always 0.
std::string pixels(int i, bool labelFirst = true)
{
    std::string row;
    for (int pixel = 0; pixel < 16; ++pixel)
        row += std::to_string(pixel % 5 == 0 ? 0 : (i * 37 + pixel * 11) % 255) + (pixel < 15 ? "," : "");
    const std::string label = std::to_string(i % 10);
    return labelFirst ? label + "," + row : row + "," + label;
}

TEST(TableReading, TheColumnThatAHeaderCallsTheTargetIsIt)
{
    for (const char* name : {"label", "Label", "class", "target", "y", "species", "diagnosis", "outcome", "Klasse",
             "classe", "alvo", "rótulo", "RÓTULO", "\"class label\"", "class_label", "'Class'"}) {
        const Understood found =
            understand(std::string(name) + ",a,b\n" + lines(8, [](int i) { return std::to_string(i % 2) + ",1,2"; }));
        EXPECT_EQ(found.target, 1) << name;
        EXPECT_EQ(found.inputs, (Columns{2, 3})) << name;
        EXPECT_EQ(found.classes, (Names{"0", "1"})) << name;
    }
    EXPECT_EQ(understand("x,y,class\n1,2,0\n2,3,1\n1,2,0\n2,3,1\n").target, 3);
    EXPECT_EQ(understand("y,x\n1,2\n2,3\n1,2\n2,3\n").target, 1);
    EXPECT_EQ(understand("x,y,z\n1,2,3\n2,3,4\n").target, 3); // coordinates
    EXPECT_EQ(understand("a,b\n1,2\n2,3\n").target, 2);
    EXPECT_EQ(understand("a,b,c\n1,2,\n2,3,\n").target, 2); // an empty column is none
}

TEST(TableReading, LabelsInFrontOfPixelsAreFound)
{
    const std::string header = "label" + lines(1, [](int) {
        std::string names;
        for (int i = 0; i < 16; ++i)
            names += ",pixel" + std::to_string(i);
        return names;
    });
    const std::string rows = lines(60, [](int i) { return pixels(i); });
    for (const std::string& text : {header + rows, rows}) {
        const Understood found = understand(text);
        EXPECT_EQ(found.error, "");
        EXPECT_EQ(found.target, 1);
        EXPECT_EQ(found.inputs.size(), 16u);
        EXPECT_EQ(found.inputs.front(), 2);
        EXPECT_EQ(found.classes, (Names{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}));
    }
    EXPECT_NE(understand(rows).remarks.find("the first is the target"), std::string::npos);
    const Understood last = understand(lines(60, [](int i) { return pixels(i, false); }));
    EXPECT_EQ(last.target, 17);
    EXPECT_EQ(last.remarks, "");
}

TEST(TableReading, AConstantTargetIsNeverTakenWithoutAWord)
{
    const auto rows = [](int i) { return std::to_string(i) + "," + std::to_string(i * i) + ",0"; };
    EXPECT_EQ(understand(lines(8, rows)).error,
        "the last column, 3, is the same in every row, so it cannot be the target; --set table=target=COLUMN says "
        "which, by name or number.");
    EXPECT_NE(understand("a,b,c\n" + lines(8, rows)).error.find("the last column, “c”"), std::string::npos);
    EXPECT_NE(understand("1,a\n2,a\n").error.find("the same in every row"), std::string::npos);
    const Understood named = understand("a,b,y\n" + lines(8, rows));
    EXPECT_EQ(named.error, "");
    EXPECT_NE(named.remarks.find("the same in every row, so there is nothing to tell apart"), std::string::npos);
    model::TableSetting said;
    said.target = "2";
    EXPECT_EQ(understand(lines(8, rows), said).target, 2);
    EXPECT_EQ(understand("5,1,2\n").target, 3); // of one row everything is constant
}

TEST(TableReading, RowNumbersAreNoInputs)
{
    const auto numbered = [](int i) {
        return std::to_string(i) + ",5.1," + std::to_string(i % 3 / 2.0) + ",0.2," + std::to_string(i % 2);
    };
    for (const char* header : {",a,b,c,target\n", "index,a,b,c,target\n", "Id,a,b,c,target\n",
             "PassengerId,a,b,c,target\n", "customer_id,a,b,c,target\n", "Unnamed: 0,a,b,c,target\n",
             "id_aluno,a,b,c,target\n", "Matrícula,a,b,c,target\n", ""}) {
        const Understood found = understand(header + lines(12, numbered));
        EXPECT_EQ(found.inputs, (Columns{2, 3, 4})) << header;
        EXPECT_NE(found.remarks.find("numbers the rows and is left out"), std::string::npos) << found.remarks;
    }
    const std::string students =
        lines(30, [](int i) { return std::to_string(20210000 + 7 * i) + ",5," + std::to_string(i % 2); });
    for (const char* header : {"matrícula,nota,y\n", "MATRÍCULA,nota,y\n", "nº de matrícula,nota,y\n",
             "Matrikelnummer,nota,y\n", "matricule,nota,y\n"})
        EXPECT_EQ(understand(header + students).inputs, Columns{2}) << header;
    EXPECT_EQ(understand("idade,nota,y\n" + students).inputs, (Columns{1, 2})); // an age
    EXPECT_EQ(understand("t,a,b,c,target\n" + lines(12, numbered)).inputs, (Columns{1, 2, 3, 4})); // has a name
    EXPECT_EQ(understand("grid,a,b,c,target\n" + lines(12, numbered)).inputs, (Columns{1, 2, 3, 4}));
    EXPECT_EQ(understand("1,1\n2,4\n3,9\n").inputs, Columns{1}); // the only input
    const std::string far = lines(12, [](int i) { return std::to_string(842302 + i * i) + ",5,M"; });
    EXPECT_EQ(understand("id,radius,diagnosis\n" + far).inputs, Columns{2});
    model::TableSetting all;
    all.leaveOut.emplace();
    EXPECT_EQ(understand("index,a,b,c,target\n" + lines(12, numbered), all).inputs, (Columns{1, 2, 3, 4}));
    all.leaveOut = {"a", "4"};
    EXPECT_EQ(understand("index,a,b,c,target\n" + lines(12, numbered), all).inputs, (Columns{1, 3}));
}

TEST(TableReading, NumbersOfAPatientAreAskedAbout)
{
    const Understood found = understand(lines(40, [](int i) {
        return std::to_string(1'000'025 + i * 977) + "," + std::to_string(i % 9 + 1) + ","
            + (i == 23 ? "?" : std::to_string(i % 4)) + "," + (i % 3 == 0 ? "4" : "2");
    }));
    EXPECT_EQ(found.classes, (Names{"2", "4"}));
    EXPECT_EQ(found.rows, 39u);
    EXPECT_EQ(found.remarks,
        "the first column may only name the rows: --set table=leave_out=1 leaves it out; 1 row with missing values is "
        "left out");
}

TEST(TableReading, ClassesAreWordsOrAFewWholeNumbers)
{
    const auto of = [](const char* target, int rows) {
        return understand("a,b\n" + lines(rows, [&](int i) {
            const std::string all = target;
            const std::size_t begin = static_cast<std::size_t>(i) % 3 * 4;
            return std::to_string(i) + "," + all.substr(begin, 3);
        })).classes;
    };
    EXPECT_EQ(of("  2   1   3", 9), (Names{"1", "2", "3"})); // numbers ascend
    EXPECT_EQ(of("zoe amy bob", 9), (Names{"zoe", "amy", "bob"})); // words as they come
    EXPECT_EQ(of("1.5 2.5 3.5", 9), Names{});
    EXPECT_EQ(of("  2   1   3", 5), Names{}); // 3 values in 5 rows
    EXPECT_EQ(understand(lines(300, [](int i) { return "1," + std::to_string(i % 101); })).classes, Names{});
    EXPECT_EQ(understand(lines(300, [](int i) { return "1," + std::to_string(i % 100); })).classes.size(), 100u);
    EXPECT_EQ(understand("4,2,no,yes\n" + lines(4, [](int i) { return "1,2," + std::to_string(i % 2); })).classes,
        (Names{"no", "yes"}));
    EXPECT_NE(
        understand(lines(9, [](int i) { return "1,name" + std::to_string(i); })).error.find("which are not classes"),
        std::string::npos);
}

TEST(TableReading, YearsAndPricesAreNumbersAndTheSettingMaySayOtherwise)
{
    const auto of = [](int count, int step, int first, const model::TableSetting& setting = {}) {
        return understand("a,b\n"
                + lines(3 * count,
                    [&](int i) { return std::to_string(i) + "," + std::to_string(first + i % count * step); }),
            setting);
    };
    EXPECT_EQ(of(20, 1, 1935).classes, Names{});
    EXPECT_EQ(of(30, 10, 620).classes, Names{});
    EXPECT_EQ(of(15, 10, 620).classes.size(), 15u);
    EXPECT_EQ(of(26, 1, 1).classes.size(), 26u);
    model::TableSetting classes, number;
    classes.targetAs = "classes";
    number.targetAs = "number";
    EXPECT_EQ(of(30, 10, 620, classes).classes.size(), 30u);
    EXPECT_EQ(of(3, 1, 0, number).classes, Names{});
    EXPECT_EQ(understand("1,0.5\n2,1.5\n3,0.5\n", classes).classes, (Names{"0.5", "1.5"}));
    EXPECT_EQ(understand("1,b\n2,3\n3,3\n4,3\n", classes).classes, (Names{"b", "3"}));
    EXPECT_EQ(understand("1,b\n2,c\n3,b\n", number).error, "row 1, column 2: “b” is not a finite number.");
    EXPECT_EQ(
        of(1100, 1, 0, classes).error, "the column “b” holds more than 1024 different numbers, too many for classes.");
}

TEST(TableReading, YesAndNoAreOneAndZero)
{
    const std::string text = "smoker,sex,Class,survived\nyes,m,1,no\nno,f,2,no\nyes,f,1,yes\n,m,2,yes\n";
    const Understood found = understand(text);
    EXPECT_EQ(found.target, 4);
    EXPECT_EQ(found.inputs, (Columns{1, 3}));
    EXPECT_EQ(found.rows, 3u);
    EXPECT_EQ(found.remarks,
        "the column “smoker” says yes and no, taken as 1 and 0; the column “sex” holds words and is left out; 1 row "
        "with missing values is left out");
    const reading::CsvTable table = *reading::readCsv("p,q\nTRUE,a\nFALSE,b\n");
    EXPECT_EQ(inputValue(table, 0, 0), 1);
    EXPECT_EQ(inputValue(table, 1, 0), 0);
    EXPECT_TRUE(std::isnan(inputValue(table, 0, 1)));
}

TEST(TableReading, GapsLeaveRowsOutAndWordsLeaveColumnsOut)
{
    const Understood found = understand("age,name,fare,survived\n1,Ann,2,yes\n?,Bob,3,no\n3,Cat,,yes\n4,Dan,5,NA\n"
                                        "5,Eve,6,no\n6,Fay,1,yes\n");
    EXPECT_EQ(found.rows, 3u);
    EXPECT_EQ(found.inputs, (Columns{1, 3}));
    EXPECT_EQ(found.classes, (Names{"yes", "no"}));
    EXPECT_EQ(found.remarks, "the column “name” holds words and is left out; 3 rows with missing values are left out");
    EXPECT_EQ(understand("a,b,c\n1,?,2\n3,?,5\n").remarks, "the column “b” is empty and is left out");
    EXPECT_NE(understand("a,b,c\n1,?,2\n?,3,5\n?,2,1\n").error.find("most of them, 2, are in the column “a”"),
        std::string::npos);
    EXPECT_NE(understand("a,b\nx,1\nz,2\n").error.find("no column of numbers is left"), std::string::npos);
}

TEST(TableReading, ACellThatIsNoNumberIsNamedByRowAndColumn)
{
    EXPECT_EQ(understand("1,2\n3,x\n").error, "row 2, column 2: “x” is not a finite number.");
    EXPECT_EQ(understand("1,2\nx,3\n1,4\n").error, "row 2, column 1: “x” is not a finite number.");
    EXPECT_EQ(understand("1,2\n1e999,3\n1,4\n").error, "row 2, column 1: “1e999” is not a finite number.");
    EXPECT_EQ(understand("1,2\n3,1e-400\n1,4\n").error, "row 2, column 2: “1e-400” is too small for a double.");
    EXPECT_EQ(understand("1,2\n3," + std::string(61, 'x') + "\n1,4\n").error,
        "row 2, column 2: “" + std::string(60, 'x') + "…” is not a finite number.");
    EXPECT_EQ(understand("1\n2\n").error, "it has one column; inputs and a target are needed.");
}

TEST(TableReading, WhatGivesTheAnswerAwayIsLeftOut)
{
    const Understood found = understand("a,species,target\n" + lines(9, [](int i) {
        return std::to_string(i * i) + "," + (i % 3 == 0 ? "s" : i % 3 == 1 ? "t" : "u") + "," + std::to_string(i % 3);
    }));
    EXPECT_EQ(found.target, 3);
    EXPECT_EQ(found.inputs, Columns{1});
    EXPECT_EQ(found.remarks, "the column “species” says the same as the target and is left out");
}

TEST(TableReading, AColumnThatIsNotThereIsSaid)
{
    model::TableSetting setting;
    setting.target = "klass";
    EXPECT_EQ(
        understand("a,b\n1,2\n3,4\n", setting).error, "table: target: there is no column “klass”; there are a, b.");
    setting.target = "3";
    EXPECT_EQ(understand("1,2\n3,4\n", setting).error,
        "table: target: there is no column “3”; the columns have no names, only numbers from 1 to 2.");
    setting.target = "b";
    setting.leaveOut = {"B"};
    EXPECT_NE(understand("a,b\n1,2\n3,4\n", setting).error.find("both the target and left out"), std::string::npos);
}

TEST(TableReading, ColumnsOfOneNameAreToldApartByTheirNumbers)
{
    const std::string text = "a,a,y\n1,2,3\n2,1,5\n3,4,2\n";
    EXPECT_EQ(understand(text).remarks, "2 columns are called “a”; their numbers tell them apart");
    model::TableSetting setting;
    setting.target = "a";
    EXPECT_EQ(understand(text, setting).error,
        "table: target: there are 2 columns called “a”; say which by its number, as 1.");
    setting.target = "2";
    EXPECT_EQ(understand(text, setting).inputs, (Columns{1, 3}));
    setting.target.clear();
    setting.leaveOut = {"a"};
    EXPECT_EQ(understand(text, setting).error,
        "table: leave_out: there are 2 columns called “a”; say which by its number, as 1.");
}

TEST(TableReading, AnInfinityAmongNumbersIsNoClass)
{
    model::TableSetting setting;
    setting.targetAs = "classes";
    for (const char* word : {"inf", "1e999", "-Infinity"})
        EXPECT_EQ(understand(std::string("a,b,c\n1,2,1\n2,1,") + word + "\n3,4,2\n1,2,1\n", setting).error,
            std::string("row 3, column 3: “") + word + "” is not a finite number.");
    EXPECT_EQ(understand("a,b,c\n1,2,sup\n2,1,inf\n3,4,sup\n1,2,inf\n", setting).classes, (Names{"sup", "inf"}));
}

} // namespace table_reading_test
} // namespace deltascope::data
