// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of people's own on the command line: a file and data=csv are enough.
#include "cli/program.h"

#include <QFile>

#include <gtest/gtest.h>

namespace deltascope::cli {
namespace tables_test {

class Tables : public testing::Test {
protected:
    QString write(const char* name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        return file.fileName();
    }
    Outcome run(const char* command, const QString& file, const char* more = "", const QByteArray& input = {})
    {
        return cli(words(command) + QStringList{QStringLiteral("--data"), file} + words(more), input);
    }
    /// 30 rows of three classes, one after the other.
    QString sorted()
    {
        QByteArray text = "length,width,species\n";
        for (int i = 0; i < 30; ++i)
            text += QByteArray::number(i / 10 * 3 + i % 10 * 0.1) + "," + QByteArray::number(i % 7) + ","
                + (i < 10        ? "setosa"
                        : i < 20 ? "versicolor"
                                 : "virginica")
                + "\n";
        return write("iris.csv", text);
    }

    QTemporaryDir m_folder;
};

TEST_F(Tables, AFileAndItsKindAreEnough)
{
    const QString file = sorted();
    for (const char* command : {"evaluate --format json --set data=csv",
             "evaluate --format json --set data=csv --preset "
             "vanishing"}) {
        const Outcome outcome = run(command, file);
        EXPECT_EQ(outcome.code, 0) << outcome.error.constData();
        EXPECT_TRUE(outcome.output.contains("\"examples\": 30"));
        EXPECT_TRUE(outcome.output.contains("\"inputs\": 2, \"outputs\": 3")) << outcome.output.left(900).constData();
        EXPECT_TRUE(outcome.error.contains("“iris.csv”: 30 rows, 2 inputs, 3 classes (setosa, versicolor, virginica) "
                                           "from the column “species”.\n"))
            << outcome.error.constData();
    }
    EXPECT_EQ(run("network --set data=csv --set examples=30 --out -", file).code, 0);
    EXPECT_EQ(run("train --set data=csv --set examples=20 --set holdout=10 --epochs 2", file).code, 0);
}

TEST_F(Tables, WhatIsSetStays)
{
    const QString file = sorted();
    Outcome outcome = run("evaluate --set data=csv --set outputs=4", file);
    EXPECT_EQ(outcome.code, 2);
    EXPECT_TRUE(outcome.error.contains("has 3 classes, so outputs = 3 is needed, not 4")) << outcome.error.constData();
    outcome = run("evaluate --set data=csv --set inputs=5", file);
    EXPECT_EQ(outcome.code, 2);
    EXPECT_TRUE(outcome.error.contains("needs inputs = 2, as many as it has input columns, not 5"))
        << outcome.error.constData();
    const QString numbers = write("numbers.csv", "a,y\n1,0\n2,1\n3,0\n4,1\n");
    const QByteArray document = R"({"data": "csv", "inputs": 1, "examples": 4})"; // a number, as ever
    outcome = run("evaluate --format json --scenario -", numbers, "", document);
    EXPECT_TRUE(outcome.output.contains("\"outputs\": 1")) << outcome.error.constData();
    outcome = run("evaluate --format json --set data=csv --scenario -", numbers, "", document);
    EXPECT_TRUE(outcome.output.contains("\"outputs\": 2")) << outcome.error.constData();
    outcome = run("evaluate --format json --scenario -", file, "", R"({"data": "csv"})"); // sizes were never set
    EXPECT_TRUE(outcome.output.contains("\"inputs\": 2, \"outputs\": 3")) << outcome.error.constData();
}

TEST_F(Tables, TheTargetCanBeNamed)
{
    const QString file = sorted();
    Outcome outcome = run("evaluate --format json --set data=csv --set table=target=width", file);
    EXPECT_EQ(outcome.code, 0) << outcome.error.constData();
    EXPECT_TRUE(outcome.output.contains("\"inputs\": 1, \"outputs\": 7")) << outcome.error.constData();
    EXPECT_TRUE(outcome.error.contains("the column “species” holds words and is left out"))
        << outcome.error.constData();
    outcome = run("evaluate --set data=csv --set table=target=widht", file);
    EXPECT_EQ(outcome.code, 2);
    EXPECT_TRUE(outcome.error.contains("there is no column “widht”; there are length, width, species."))
        << outcome.error.constData();
    outcome = run("evaluate --set data=csv", write("constant.csv", "1,1,0\n2,4,0\n3,9,0\n"));
    EXPECT_EQ(outcome.code, 5);
    EXPECT_TRUE(
        outcome.error.contains("the last column, 3, is the same in every row, so it cannot be the target; --set "
                               "table=target=COLUMN says which, by name or number."))
        << outcome.error.constData();
}

TEST_F(Tables, WhatIsToBeKnownIsSaidBeforeTraining)
{
    QByteArray text = "a,b,y\n";
    for (int i = 0; i < 8; ++i)
        text += QByteArray::number(i % 4) + ",1," + QByteArray::number(10 * (i % 4) + 0.5) + "\n";
    const QString file = write("numbers.csv", text);
    const char* split = "--set table=draw=file_order --set examples=4 --set holdout=4 --epochs 1";
    Outcome outcome = run("train --set data=csv", file, split);
    EXPECT_EQ(outcome.code, 0);
    for (const char* said : {"The column b is the same in every row and tells nothing.",
             "Held-out examples whose inputs are also learnt from: 4 of 4;",
             "Targets are out of reach in 3 of 4 examples", "Scale the target to 0 … 1 (target_scale = min_max in "})
        EXPECT_TRUE(outcome.error.contains(said)) << said << outcome.error.constData();
    outcome = run("train --set data=csv", file,
        "--set table=draw=file_order,target_scale=min_max --set examples=4 --set holdout=4 --epochs 1");
    EXPECT_FALSE(outcome.error.contains("out of reach")) << outcome.error.constData();
    outcome = run("evaluate --set data=csv", file, "--set table=target_scale=log");
    EXPECT_EQ(outcome.code, 2);
    EXPECT_TRUE(outcome.error.contains("target_scale: “log” is not known; the choices are none, standard, min_max."))
        << outcome.error.constData();
}

TEST_F(Tables, HeldOutRowsOfASortedTableAreLearnt)
{
    const Outcome outcome =
        run("train --set data=csv --set examples=20 --set holdout=10 --set depth=2 --set width=8 --set "
            "initializer=glorot_uniform --set learning_rate=1 --set activation=tanh --epochs 200",
            sorted());
    ASSERT_EQ(outcome.code, 0) << outcome.error.constData();
    const QList<QByteArray> last = outcome.output.trimmed().split('\n').last().split(',');
    EXPECT_GE(last.at(3).toDouble(), 0.9) << outcome.output.right(200).constData(); // of the held-out ones
}

TEST_F(Tables, NeuronsThatStayAlikeAreSaid)
{
    const QString file = sorted();
    const char* said =
        "Under the initialization “Constant” the neurons of a hidden layer have the same weights and stay alike";
    EXPECT_TRUE(run("train --epochs 1 --set data=csv --set width=4", file).error.contains(said));
    for (const char* other : {"train --epochs 1 --set data=csv --set width=4 --set initializer=he_normal",
             "train --epochs 1 --set data=csv"})
        EXPECT_FALSE(run(other, file).error.contains("stay alike")) << other;
}

TEST_F(Tables, OneRowWithAWordHasOneClass)
{
    EXPECT_TRUE(run("evaluate --set data=csv", write("one.csv", "a,b,y\n1,2,cat\n"))
                    .error.contains("1 class (cat) from the column “y”"));
}

} // namespace tables_test
} // namespace deltascope::cli
