// SPDX-License-Identifier: GPL-3.0-or-later
// A table of the user's from the file to the examples: sizes that follow it, how examples are drawn, targets.
#include "core/support/data_files.h"
#include "documents/document_json.h"
#include "documents/link.h"
#include "documents/parameter_json.h"
#include "parameters/parameters.h"
#include "parameters/sizes_from_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace deltascope::data {
namespace tables_test {

using Columns = std::vector<std::string>;

class Tables : public DataFiles {
protected:
    /// The data of a scenario whose sizes follow the only table there is.
    Result<Dataset> read(int examples, int holdout = 0, const char* table = "", int seed = 1)
    {
        model::Scenario scenario;
        scenario.data = "csv";
        scenario.examples = examples;
        scenario.holdout = holdout;
        scenario.seed = seed;
        scenario = *documents::withText(scenario, *parameters::findScenarioParameter("table"), table);
        const Result<DataSizes> sizes = dataSizes(scenario, folder());
        if (!sizes)
            return sizes.error();
        return makeDataset(*parameters::withSizes(scenario, *sizes), {}, folder());
    }
    /// 50 rows of each of three classes, one after the other; the input is the row.
    void writeSorted()
    {
        std::string text = "row number,target\n";
        for (int i = 0; i < 150; ++i)
            text += std::to_string(i) + "," + std::to_string(i / 50) + "\n";
        write("sorted.csv", text);
    }
};

std::vector<int> classesOf(const Eigen::MatrixXd& targets)
{
    std::vector<int> classes(static_cast<std::size_t>(targets.rows()));
    for (Eigen::Index x = 0; x < targets.cols(); ++x) {
        Eigen::Index label = 0;
        targets.col(x).maxCoeff(&label);
        ++classes[static_cast<std::size_t>(label)];
    }
    return classes;
}

TEST_F(Tables, SizesAndClassesFollowTheFile)
{
    write("iris.csv",
        "length,width,species\n5.1,3.5,Iris-setosa\n7,3.2,Iris-versicolor\n?,3,Iris-setosa\n"
        "6.3,3.3,Iris-versicolor\n5,3.4,Iris-setosa\n");
    model::Scenario scenario;
    scenario.data = "csv";
    ASSERT_TRUE(sizesFollowFiles(scenario));
    EXPECT_FALSE(sizesFollowFiles(model::Scenario{}));
    const Result<DataSizes> sizes = dataSizes(scenario, folder());
    ASSERT_TRUE(sizes) << plainText(sizes.error().what);
    EXPECT_EQ(sizes->inputs, 2);
    EXPECT_EQ(sizes->outputs, 2);
    EXPECT_EQ(sizes->rows, 4);
    EXPECT_EQ(sizes->classes, (std::vector<std::string>{"Iris-setosa", "Iris-versicolor"}));
    EXPECT_EQ(plainText(sizes->understood),
        "“iris.csv”: 4 rows, 2 inputs, 2 classes (Iris-setosa, Iris-versicolor) from the column “species”; 1 row with "
        "missing values is left out.");
    const Result<Dataset> data = read(4, 0, "draw=file_order");
    ASSERT_TRUE(data) << plainText(data.error().what);
    EXPECT_EQ(data->targets, (Eigen::MatrixXd(2, 4) << 1, 0, 0, 1, 0, 1, 1, 0).finished());
    EXPECT_NEAR(data->inputs.row(0).sum(), 0, 1e-14);
    EXPECT_NEAR(data->inputs.row(0).squaredNorm(), 4, 1e-13);
    EXPECT_NEAR(data->inputs(0, 0),
        (5.1 - 5.85) / std::sqrt((0.75 * 0.75 + 1.15 * 1.15 + 0.45 * 0.45 + 0.85 * 0.85) / 4), 1e-14);
    EXPECT_EQ(data->classes, sizes->classes);
    EXPECT_EQ(*data->understood, sizes->understood);
}

TEST_F(Tables, HeldOutRowsHoldTheClassesOfTheOthers)
{
    writeSorted();
    for (const char* draw : {"", "draw=stratified"})
        for (int seed = 1; seed <= 5; ++seed) {
            const Result<Dataset> data = read(100, 50, draw, seed);
            ASSERT_TRUE(data) << plainText(data.error().what);
            const int least = *draw ? 16 : 5, most = *draw ? 17 : 28; // 50/3, and four deviations about it
            for (const int count : classesOf(data->heldOutTargets)) {
                EXPECT_GE(count, least) << draw << seed;
                EXPECT_LE(count, most) << draw << seed;
            }
        }
    const Result<Dataset> inOrder = read(100, 50, "draw=file_order");
    EXPECT_EQ(classesOf(inOrder->heldOutTargets), (std::vector<int>{0, 0, 50}));
}

TEST_F(Tables, ExamplesAreDrawnByTheSeedAndMoreOfThemAreTheSameAndMore)
{
    writeSorted();
    for (const char* draw : {"", "draw=stratified"}) {
        const Eigen::MatrixXd few = read(40, 0, draw)->inputs, more = read(60, 0, draw)->inputs;
        EXPECT_EQ(few, more.leftCols(40)) << draw;
        EXPECT_EQ(read(40, 20, draw)->heldOutInputs, more.rightCols(20)) << draw;
        EXPECT_NE(few, read(40, 0, draw, 2)->inputs) << draw;
    }
    Eigen::MatrixXd all = read(150)->inputs, inOrder = read(150, 0, "draw=file_order")->inputs;
    EXPECT_NE(all, inOrder);
    std::sort(all.data(), all.data() + all.size());
    EXPECT_EQ(all, inOrder); // every row once
}

TEST_F(Tables, OneOutputTakesNumbersAndSeveralTakeClasses)
{
    model::Scenario scenario;
    scenario.data = "csv";
    scenario.inputs = 2;
    scenario.examples = 2;
    scenario.holdout = 1;
    scenario.table.draw = "file_order";
    EXPECT_EQ(makeDataset(scenario).error().fault, Fault::usage); // no file
    write("table.csv", "a,constant,label\n1,7,0\n2,7,2\n3,7,1\n");
    const Result<Dataset> number = makeDataset(scenario, {}, folder());
    ASSERT_TRUE(number) << plainText(number.error().what);
    EXPECT_NEAR(number->inputs(0, 0), -std::sqrt(1.5), 1e-14);
    EXPECT_EQ(number->inputs.row(1), Eigen::RowVectorXd::Zero(2)); // a constant column
    EXPECT_EQ(number->targets(0, 1), 2);
    EXPECT_EQ(number->heldOutTargets(0, 0), 1);
    scenario.outputs = 3;
    EXPECT_EQ(makeDataset(scenario, {}, folder())->targets.col(1), Eigen::Vector3d(0, 0, 1));
    scenario.outputs = 2;
    EXPECT_NE(refusalOf(scenario).find("row 3"), std::string::npos);
    scenario.inputs = 5;
    EXPECT_NE(refusalOf(scenario, Fault::usage).find("inputs = 2"), std::string::npos);
    scenario.inputs = 2;
    scenario.examples = 30;
    EXPECT_NE(refusalOf(scenario, Fault::usage).find("3 rows"), std::string::npos);
    write("table.csv", "1,2,3\n4,x,6\n");
    EXPECT_NE(refusalOf(scenario).find("table.csv”: row 2, column 2"), std::string::npos);
    write("table.csv", "5,1,2\n");
    scenario.examples = 1;
    scenario.holdout = 0;
    EXPECT_EQ(makeDataset(scenario, {}, folder()).error().fault, Fault::invalidData); // label 2 of classes 0, 1
    scenario.outputs = 1;
    EXPECT_EQ(makeDataset(scenario, {}, folder())->inputs, Eigen::MatrixXd::Zero(2, 1)); // one row
}

TEST_F(Tables, ClassesGoToAsManyOutputs)
{
    model::Scenario scenario;
    scenario.data = "csv";
    scenario.examples = 4;
    scenario.table.draw = "file_order";
    const auto targets = [&](const char* text, int outputs) {
        write("table.csv", text);
        scenario.outputs = outputs;
        const Result<Dataset> data = makeDataset(scenario, {}, folder());
        return data ? Eigen::MatrixXd(data->targets) : Eigen::MatrixXd();
    };
    const Eigen::MatrixXd both = (Eigen::MatrixXd(2, 4) << 1, 0, 1, 0, 0, 1, 0, 1).finished();
    EXPECT_EQ(targets("1,2\n2,4\n3,2\n4,4\n", 2), both); // 2 and 4
    EXPECT_EQ(targets("1,2\n2,4\n3,2\n4,4\n", 1), (Eigen::MatrixXd(1, 4) << 2, 4, 2, 4).finished());
    EXPECT_EQ(targets("1,no\n2,yes\n3,no\n4,yes\n", 2), both);
    EXPECT_EQ(targets("1,no\n2,yes\n3,no\n4,yes\n", 1), (Eigen::MatrixXd(1, 4) << 0, 1, 0, 1).finished());
    EXPECT_EQ(targets("1,1\n2,2\n3,1\n4,2\n", 2), both); // from 1
    EXPECT_EQ(targets("1,0\n2,1\n3,0\n4,1\n", 3).topRows(2), both); // a class that is not among the rows
    EXPECT_EQ(targets("1,no\n2,yes\n3,no\n4,yes\n", 3).size(), 0);
    EXPECT_NE(
        refusalOf(scenario, Fault::usage).find("has 2 classes, so outputs = 2 is needed, not 3"), std::string::npos);
}

TEST_F(Tables, CompressedTablesAndWebPages)
{
    write("digits.csv.gz", gzipped("1,0\n2,1\n3,0\n4,1\n"));
    EXPECT_EQ(read(4)->targets.sum(), 4);
    write("digits.csv.gz", "<!DOCTYPE html><html>404</html>");
    EXPECT_NE(plainText(read(4).error().what).find("digits.csv.gz”: it is a web page"), std::string::npos);
    write("digits.csv.gz", gzipped("<!DOCTYPE html><html>404</html>"));
    EXPECT_NE(plainText(read(4).error().what).find("web page"), std::string::npos);
}

TEST_F(Tables, TheOnlyTableOfAFolderIsFound)
{
    model::Scenario scenario;
    scenario.data = "csv";
    scenario.table.draw = "file_order";
    const std::string path = folder().path;
    EXPECT_EQ(refusalOf(scenario, Fault::unreadable), "The folder “" + path + "” has no .csv or .tsv file.");
    write("notes.txt", "1,2\n");
    EXPECT_EQ(refusalOf(scenario, Fault::unreadable), "The folder “" + path + "” has no .csv or .tsv file.");
    write("b.tsv", "1\t2\n5\t6\n");
    ASSERT_EQ(refusalOf(scenario), "accepted");
    EXPECT_NEAR(makeDataset(scenario, {}, folder())->inputs(0, 0), -1, 1e-15);
    EXPECT_EQ(makeDataset(scenario, {}, folder())->targets(0, 0), 2);
    write("a.csv", "6,1\n4,2\n");
    EXPECT_EQ(refusalOf(scenario, Fault::unreadable),
        "The folder “" + path + "” has 2 tables; name one of them, as “" + (m_folder / "a.csv").string() + "”.");
    const Result<Dataset> named = makeDataset(scenario, {}, {(m_folder / "a.csv").string()});
    ASSERT_TRUE(named) << plainText(named.error().what);
    EXPECT_NEAR(named->inputs(0, 0), 1, 1e-15);
    const Result<Dataset> gone = makeDataset(scenario, {}, {(m_folder / "c.csv").string()});
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().fault, Fault::unreadable);
    EXPECT_NE(plainText(gone.error().what).find("c.csv"), std::string::npos) << plainText(gone.error().what);
}

TEST_F(Tables, ATableNeedsInputsAndATarget)
{
    model::Scenario scenario;
    scenario.data = "csv";
    scenario.table.draw = "file_order";
    write("table.csv", "1\n2\n");
    EXPECT_EQ(refusalOf(scenario),
        "“" + (m_folder / "table.csv").string() + "”: it has one column; inputs and a target are needed.");
    write("table.csv", "1e308,1\n-1e308,2\n"); // whose squares no double holds
    const Result<Dataset> data = makeDataset(scenario, {}, folder());
    ASSERT_TRUE(data) << plainText(data.error().what);
    EXPECT_EQ(data->inputs(0, 0), 1);
    scenario.outputs = 2;
    for (const char* label : {"-1", "0.5", "2"}) {
        write("table.csv", std::string("1,0\n2,") + label + "\n");
        scenario.examples = 2;
        EXPECT_EQ(refusalOf(scenario),
            "“" + (m_folder / "table.csv").string() + "”: row 2: the label " + label
                + " is not one of the classes 0 to 1, one per output.");
    }
}

TEST_F(Tables, InputsAndNumbersAreScaledAsTheSettingSays)
{
    write("table.csv", "a,k,b\n-1,5,1\n0,5,2\n3,5,5\n1,5,2\n");
    const auto of = [&](const char* setting) {
        const std::string all = std::string(setting) + ",draw=file_order,target_as=number";
        const Result<Dataset> data = read(4, 0, all.c_str());
        EXPECT_TRUE(data) << plainText(data.error().what);
        return *data;
    };
    EXPECT_EQ(of("scale=none").inputs.row(0), Eigen::RowVector4d(-1, 0, 3, 1));
    EXPECT_EQ(of("scale=none").inputs.row(1), Eigen::RowVector4d(5, 5, 5, 5));
    EXPECT_EQ(of("scale=min_max").inputs.row(0), Eigen::RowVector4d(0, 0.25, 1, 0.5));
    EXPECT_EQ(of("scale=min_max").inputs.row(1), Eigen::RowVector4d::Zero());
    EXPECT_EQ(of("scale=standard").inputs, of("target_scale=none").inputs);
    EXPECT_EQ(of("target_scale=none").targets, Eigen::RowVector4d(1, 2, 5, 2));
    EXPECT_EQ(of("target_scale=min_max").targets, Eigen::RowVector4d(0, 0.25, 1, 0.25));
    const Eigen::MatrixXd standard = of("target_scale=standard").targets; // mean 2.5, deviation 1.5
    EXPECT_TRUE(standard.isApprox(Eigen::MatrixXd(Eigen::RowVector4d(-1, -1.0 / 3, 5.0 / 3, -1.0 / 3)), 1e-15));
    write("table.csv", "1e308,0\n-1e308,1\n0,2\n"); // whose difference no double holds
    EXPECT_EQ(read(3, 0, "scale=min_max,draw=file_order")->inputs, Eigen::RowVector3d(1, 0, 0.5));
}

TEST_F(Tables, WhatIsToBeKnownBeforeTrainingIsSaid)
{
    const auto remarks = [&](const char* setting, int examples, int holdout) {
        std::string all;
        const Result<Dataset> data = read(examples, holdout, setting);
        EXPECT_TRUE(data) << plainText(data.error().what);
        for (const Message& remark : data->remarks)
            all += (all.empty() ? "" : " ") + plainText(remark);
        return all;
    };
    writeSorted();
    EXPECT_EQ(remarks("draw=file_order", 100, 50),
        "The class 2 is only among the held-out examples: it cannot be learnt. The classes 0, 1 are not among the "
        "held-out examples: they say nothing about them.");
    EXPECT_EQ(remarks("draw=file_order", 50, 0), "The classes 1, 2 have no example.");
    EXPECT_EQ(remarks("draw=stratified", 100, 50), "");
    write("sorted.csv", "a,k,kind\n1,7,no\n2,7,yes\n1,7,no\n3,7,yes\n");
    EXPECT_EQ(remarks("draw=file_order", 2, 2),
        "The column k is the same in every row and tells nothing. Held-out examples whose inputs are also learnt from: "
        "1 of 2; they make the network look better than it is.");
    write("sorted.csv", "a,b\n1,3\n2,3\n4,3.5\n");
    EXPECT_EQ(remarks("target=b,draw=file_order", 2, 1),
        "All examples have the same target, 3: there is nothing to tell apart.");
}

TEST_F(Tables, CompressedUtf16WithASemicolon)
{
    std::string text = "\xFF\xFE";
    for (const char c : std::string_view("x;y\r\n1,5;0\r\n2,5;1\r\n3,5;0\r\n4,5;1\r\n"))
        text += {c, '\0'};
    write("table.csv.gz", gzipped(text));
    EXPECT_EQ(read(4)->targets.rows(), 2);
}

TEST(TableSetting, IsTypedWrittenAndReadBack)
{
    const parameters::Parameter<model::Scenario>& row = *parameters::findScenarioParameter("table");
    const model::Scenario typed =
        *documents::withText({}, row, "target=species,leave_out=id,leave_out=2,draw=stratified");
    EXPECT_EQ(typed.table, (model::TableSetting{"species", Columns{"id", "2"}, "stratified"}));
    EXPECT_EQ(documents::withText({}, row, "leave_out=")->table.leaveOut, Columns{});
    EXPECT_EQ(documents::withText(typed, row, "")->table, model::TableSetting{});
    EXPECT_EQ(documents::withText({}, row, R"({"target": 3, "leave_out": [1, "a,b"]})")->table,
        (model::TableSetting{"3", Columns{"1", "a,b"}, "shuffled"}));
    model::TableSetting other;
    other.targetAs = "number";
    other.scale = "min_max";
    other.targetScale = "standard";
    other.separator = "tab";
    other.decimalMark = "comma";
    other.header = "no";
    EXPECT_EQ(documents::withText(
                  {}, row, "target_as=number,scale=min_max,target_scale=standard,separator=tab,decimal=comma,header=no")
                  ->table,
        other);
    for (const model::TableSetting& table :
        {model::TableSetting{}, typed.table, other, model::TableSetting{"a,\"b\"", Columns{}, "file_order"}}) {
        model::Document document;
        document.scenario.table = table;
        EXPECT_EQ(documents::withText({}, row, documents::typedText(table))->table, table);
        EXPECT_EQ(documents::readDocument(documents::writeDocument(document))->scenario.table, table);
        EXPECT_EQ(documents::readDocument(documents::writeDocument(document, true))->scenario.table, table);
        EXPECT_EQ(documents::readLink(documents::writeLink(document))->scenario.table, table);
    }
    EXPECT_EQ(documents::writeScenario(model::Scenario{}, false).find("table"), std::string::npos);
    for (const char* text : {"species", "target", "goal=1", "draw=drawn", "scale=log", "header=maybe", "target_as=",
             R"({"draw": 1})", R"({"target": 0})", R"({"columns": 1})", "[1]", R"({"leave_out": [""]})"}) {
        const Result<model::Scenario> wrong = documents::withText({}, row, text);
        ASSERT_FALSE(wrong) << text;
        EXPECT_EQ(wrong.error().fault, Fault::usage);
        EXPECT_TRUE(plainText(wrong.error().what).starts_with("table: ")) << plainText(wrong.error().what);
    }
}

} // namespace tables_test
} // namespace deltascope::data
