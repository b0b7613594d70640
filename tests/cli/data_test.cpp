// SPDX-License-Identifier: GPL-3.0-or-later
// Data that are missing, and sizes that follow those that are there.
#include "cli/program.h"

#include <QFile>

#include <gtest/gtest.h>

namespace deltascope::cli {
namespace data_test {

class Data : public testing::Test {
protected:
    QString write(const char* name, const QByteArray& bytes)
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return path;
    }
    QString place(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
};

TEST_F(Data, SizesFollowTheDataUnlessTheyAreSet)
{
    const Outcome digits = cli(words("evaluate --set data=digits --set width=8 --set depth=2"));
    EXPECT_EQ(digits.code, 0) << digits.error.toStdString();
    EXPECT_TRUE(digits.error.contains("784") && digits.error.contains("10")) << digits.error.toStdString();
    const Outcome set = cli(words("evaluate --set data=digits --set inputs=784 --set outputs=10 --set width=8"));
    EXPECT_EQ(set.code, 0);
    EXPECT_TRUE(set.error.isEmpty()) << set.error.toStdString();
    const Outcome wrong = cli(words("evaluate --set data=digits --set inputs=5"));
    EXPECT_EQ(wrong.code, 2);
    EXPECT_TRUE(wrong.error.contains("784")) << wrong.error.toStdString();
}

TEST_F(Data, SizesFollowATable)
{
    QByteArray rows = "a,b,c,y\n";
    for (int row = 0; row < 20; ++row)
        rows += QByteArray::number(row % 7) + ',' + QByteArray::number(row % 5) + ',' + QByteArray::number(row % 3)
            + ',' + QByteArray::number(0.1 * row) + '\n';
    const QString table = write("table.csv", rows);
    const Outcome fits = cli(words("evaluate --set data=csv --set width=8 --format json --data") << table);
    EXPECT_EQ(fits.code, 0) << fits.error.toStdString();
    EXPECT_TRUE(fits.output.contains("\"inputs\": 3")) << fits.output.left(300).toStdString();
}

TEST_F(Data, WhatIsNotThereIsNamed)
{
    for (const char* command : {"evaluate", "train", "network --out n.json", "figure factors --out f.svg",
             "animate factors --frames 2 --out a.png"}) {
        const Outcome missing =
            cli(words(command) << words("--set data=csv --set width=8 --data") << place("nothing.csv"));
        EXPECT_EQ(missing.code, 3) << command << missing.error.toStdString();
        EXPECT_TRUE(missing.error.contains("nothing.csv")) << command << missing.error.toStdString();
        const Outcome none = cli(words(command) << words("--set data=csv"));
        EXPECT_EQ(none.code, 2) << command << none.error.toStdString();
        EXPECT_TRUE(none.error.contains("none was given")) << command << none.error.toStdString();
    }
}

TEST_F(Data, APinWithoutDataIsNamed)
{
    const QString pin = write("own.deltascope", R"({"format": "deltascope", "schema": 1, "data": "csv"})");
    for (const char* figure : {"factors", "compare"}) {
        const Outcome drawn = cli(QStringList{QStringLiteral("figure"), QLatin1String(figure), QStringLiteral("--out"),
            place("f.svg"), QStringLiteral("--pin"), pin});
        EXPECT_EQ(drawn.code, 2) << drawn.error.toStdString();
        EXPECT_TRUE(drawn.error.contains("own")) << drawn.error.toStdString();
        EXPECT_FALSE(QFile::exists(place("f.svg"))) << "no pin is left out without a word";
    }
}

} // namespace data_test
} // namespace deltascope::cli
