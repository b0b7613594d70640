// SPDX-License-Identifier: GPL-3.0-or-later
// Maps, in one go and in parts.
#include "cli/program.h"
#include "reports/map_parts.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <gtest/gtest.h>

#include <csignal>

namespace deltascope::cli {
namespace map_test {

class Map : public testing::Test {
protected:
    QString place(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    static QByteArray bytesOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Outcome map(const char* more, const char* out, const QProcessEnvironment& environment = bareEnvironment())
    {
        return cli(words(kMap) << words(more) << QStringLiteral("--out") << place(out), {}, environment);
    }
    void makeParts(int count)
    {
        for (int part = 1; part <= count; ++part)
            EXPECT_EQ(map(qPrintable(QStringLiteral("--shard %1/%2").arg(part).arg(count)), "parts/").code, 0);
    }
    QStringList parts() const
    {
        QStringList paths;
        for (const QString& name : QDir(place("parts")).entryList({QStringLiteral("*.json")}))
            paths << place("parts/") + name;
        return paths;
    }
    Outcome merge(const QStringList& paths, const char* out = "merged.json")
    {
        return cli(QStringList{QStringLiteral("merge")} << paths << QStringLiteral("--out") << place(out));
    }

    static constexpr const char* kMap =
        "map --of speed_ratio:layer=1 --over gain=0.5:3:9 --over bias_std=0:1:7 --seeds 3 --set initializer=mean_field";
    QTemporaryDir m_folder;
};

TEST_F(Map, WritesEveryFormatAndEachOpensAgain)
{
    for (const char* out : {"m.json", "m.csv", "m.png", "m.svg", "m.pdf"}) {
        const Outcome made = map("", out);
        EXPECT_EQ(made.code, 0) << made.error.toStdString();
        EXPECT_TRUE(made.error.isEmpty()) << made.error.toStdString();
        const Outcome again = cli(words("evaluate --format json --scenario") << place(out));
        EXPECT_EQ(again.code, 0) << out << again.error.toStdString();
        EXPECT_TRUE(again.output.contains("mean_field")) << out;
    }
    EXPECT_TRUE(bytesOf(place("m.csv")).contains("\ngain,bias_std,value,count\n0.5,0,"));
    EXPECT_TRUE(bytesOf(place("m.json")).contains("\"format\": \"deltascope.map\""));
    const Outcome drawn =
        cli(words("figure map --map") << place("m.json") << QStringLiteral("--out") << place("f.png"));
    EXPECT_EQ(drawn.code, 0) << drawn.error.toStdString();
    EXPECT_EQ(bytesOf(place("f.png")), bytesOf(place("m.png")));
}

TEST_F(Map, OfADocumentNeedsNoWords)
{
    ASSERT_EQ(map("", "m.json").code, 0);
    ASSERT_EQ(map("", "m.png").code, 0);
    for (const char* source : {"m.json", "m.png"}) { // each has the map in its document
        const Outcome again =
            cli(words("map --scenario") << place(source) << QStringLiteral("--out") << place("again.json"));
        EXPECT_EQ(again.code, 0) << again.error.toStdString();
        EXPECT_EQ(bytesOf(place("again.json")), bytesOf(place("m.json"))) << source;
        const Outcome drawn =
            cli(words("figure map --scenario") << place(source) << QStringLiteral("--out") << place("again.png"));
        EXPECT_EQ(drawn.code, 0) << drawn.error.toStdString();
        EXPECT_EQ(bytesOf(place("again.png")), bytesOf(place("m.png"))) << source;
    }
    const Outcome none = cli(words("figure map --out") << place("none.png"));
    EXPECT_EQ(none.code, 2);
    EXPECT_TRUE(none.error.contains("needs a map")) << none.error.toStdString();
    EXPECT_FALSE(QFile::exists(place("none.png")));
    const Outcome impossible = cli(words("figure map --set initializer=constant --scenario")
        << place("m.json") << QStringLiteral("--out") << place("none.png"));
    EXPECT_EQ(impossible.code, 2) << "the gain means nothing there";
}

TEST_F(Map, PartsMakeTheSameBytes)
{
    ASSERT_EQ(map("", "whole.json").code, 0);
    makeParts(4);
    EXPECT_EQ(parts().size(), 4);
    const Outcome merged = merge(parts());
    EXPECT_EQ(merged.code, 0) << merged.error.toStdString();
    EXPECT_EQ(bytesOf(place("merged.json")), bytesOf(place("whole.json")));
    EXPECT_FALSE(bytesOf(place("whole.json")).isEmpty());
}

TEST_F(Map, WhatIsThereIsSkipped)
{
    ASSERT_EQ(map("--shard 2/4", "parts/").code, 0);
    const QDateTime written = QFileInfo(place("parts/part-2-of-4.json")).lastModified();
    const Outcome again = map("--shard 2/4", "parts/");
    EXPECT_EQ(again.code, 0);
    EXPECT_TRUE(again.error.contains("already exists")) << again.error.toStdString();
    EXPECT_EQ(QFileInfo(place("parts/part-2-of-4.json")).lastModified(), written);
    const Outcome other = map("--shard 2/4 --set depth=3", "parts/");
    EXPECT_EQ(other.code, 2);
    EXPECT_TRUE(other.error.contains("another scenario")) << other.error.toStdString();
    const Outcome counted = map("--shard 2/5", "parts/");
    EXPECT_EQ(counted.code, 2);
    EXPECT_TRUE(counted.error.contains("4 parts")) << counted.error.toStdString();
}

TEST_F(Map, MergeSaysWhatIsWrong)
{
    makeParts(8);
    const QStringList all = parts();
    QStringList some = all;
    for (const char* missing : {"part-1-of-8", "part-5-of-8", "part-6-of-8", "part-7-of-8"})
        some.removeIf([&](const QString& path) { return path.contains(QLatin1String(missing)); });
    const Outcome incomplete = merge(some);
    EXPECT_EQ(incomplete.code, 5);
    EXPECT_EQ(incomplete.output, "1,5-7\n");
    EXPECT_FALSE(QFile::exists(place("merged.json")));
    const Outcome twice = merge(QStringList(all) << all.first());
    EXPECT_EQ(twice.code, 5);
    EXPECT_TRUE(twice.error.contains("already")) << twice.error.toStdString();

    const QByteArray whole = bytesOf(all.last());
    const auto damaged = [&](const QByteArray& bytes) {
        QFile file(all.last());
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const Outcome outcome = merge(all);
        EXPECT_EQ(outcome.code, 5);
        EXPECT_EQ(outcome.error.count('\n'), 1) << outcome.error.toStdString();
        return outcome.error;
    };
    EXPECT_TRUE(damaged(whole.left(whole.size() - 40)).contains("cut off"));
    EXPECT_TRUE(damaged(whole.left(whole.size() - 3)).contains("cut off"));
    EXPECT_TRUE(damaged(QByteArray(whole).replace("\"depth\": 4", "\"depth\": 5")).contains("changed"));
    EXPECT_TRUE(damaged("{}").contains("is not part of a map"));
    // Where it is: in the head too.
    EXPECT_TRUE(damaged(whole.left(whole.indexOf("\"program\""))).contains("is cut off after line 2"));
    EXPECT_TRUE(damaged(QByteArray(whole).replace("\"parts\":", "\"parts\";")).contains("is damaged: Line 2, column "));
    EXPECT_TRUE(damaged(QByteArray(whole).replace("\"depth\": 4", "\"depth\": -4")).contains("is damaged: Line "));
    EXPECT_TRUE(damaged(QByteArray(whole).replace("], 3", "]; 3").replace(", 3]", ", x]")).contains("not a cell"));
    EXPECT_EQ(cli(words("merge --out m.json")).code, 2);
    const Outcome directory = merge({QStringLiteral(".")});
    EXPECT_EQ(directory.code, 3);
    EXPECT_TRUE(directory.error.contains(". is a folder; name the parts in it, the files that map --shard wrote."))
        << directory.error.toStdString();
    EXPECT_EQ(merge({place("nothing.json")}).code, 3);
}

TEST_F(Map, PartsOfOtherMapsAreRefused)
{
    ASSERT_EQ(map("--shard 1/2", "parts/").code, 0);
    for (const char* other : {"--shard 2/2 --set depth=3", "--shard 2/3", "--shard 2/2 --statistic mean"}) {
        ASSERT_EQ(map(other, "other/").code, 0);
        const QStringList file = QDir(place("other")).entryList({QStringLiteral("*.json")});
        const Outcome refused = merge({place("parts/part-1-of-2.json"), place("other/") + file.first()});
        EXPECT_EQ(refused.code, 5);
        EXPECT_TRUE(refused.error.contains("than the first") || refused.error.contains("the first one of 2"))
            << refused.error.toStdString();
        QDir(place("other")).removeRecursively();
    }
}

TEST_F(Map, APartOfAnotherVersionIsRefused)
{
    ASSERT_EQ(map("--shard 1/2", "parts/").code, 0);
    ASSERT_EQ(map("--shard 2/2", "parts/").code, 0);
    const QString path = place("parts/part-2-of-2.json");
    Result<reports::PartReader> opened = reports::PartReader::open(path.toStdString());
    ASSERT_TRUE(opened);
    reports::PartReader reader = *std::move(opened);
    reports::PartHead older = reader.head();
    older.program = "0.0.9";
    std::vector<results::MapCell> cells;
    while (cells.size() < reports::cellCountOf(older.shard, older.cells()))
        cells.push_back(*reader.next());
    QByteArray bytes; // as that version would have written it
    reports::writePart(older, cells, [&bytes](std::string_view text) {
        bytes.append(text.data(), static_cast<qsizetype>(text.size()));
        return true;
    });
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const Outcome merged = merge(parts());
    EXPECT_EQ(merged.code, 5);
    EXPECT_EQ(merged.error.count('\n'), 1) << merged.error.toStdString();
    EXPECT_TRUE(merged.error.contains("computed by version 0.0.9")) << merged.error.toStdString();
    EXPECT_EQ(map("--shard 2/2", "parts/").code, 2) << "nor is it taken for what would be computed";
}

TEST_F(Map, PartsOfAnotherTableUnderTheSameNameAreRefused)
{
    const auto write = [&](const char* last) {
        QFile table(place("table.csv"));
        ASSERT_TRUE(table.open(QIODevice::WriteOnly));
        table.write("a,b,class\n1,2,0\n3,5,1\n4,4,0\n2,9,");
        table.write(last);
    };
    const auto part = [&](const char* shard) {
        return cli(words("map --of speed:layer=1 --over gain=1:2:4 --set initializer=he_normal --set data=csv --set "
                         "examples=3 --shard")
            << QLatin1String(shard) << QStringLiteral("--data") << place("table.csv") << QStringLiteral("--out")
            << place("parts/"));
    };
    write("1\n");
    const Outcome first = part("1/2");
    EXPECT_EQ(first.code, 0) << first.error.toStdString();
    EXPECT_TRUE(part("1/2").error.contains("already exists"));
    write("0\n");
    const Outcome again = part("1/2");
    EXPECT_EQ(again.code, 2);
    EXPECT_TRUE(again.error.contains("data file")) << again.error.toStdString();
    EXPECT_EQ(part("2/2").code, 0);
    const Outcome merged = merge(parts());
    EXPECT_EQ(merged.code, 5);
    EXPECT_TRUE(merged.error.contains("other data files")) << merged.error.toStdString();
    write("1\n");
    QFile::remove(place("parts/part-2-of-2.json"));
    EXPECT_EQ(part("2/2").code, 0);
    EXPECT_EQ(merge(parts()).code, 0);
}

TEST_F(Map, ASlurmArrayTaskIsAPart)
{
    QProcessEnvironment task = bareEnvironment();
    task.insert(QStringLiteral("SLURM_ARRAY_TASK_ID"), QStringLiteral("6"));
    EXPECT_EQ(map("", "parts/", task).code, 2) << "half of it";
    task.insert(QStringLiteral("SLURM_ARRAY_TASK_MIN"), QStringLiteral("5"));
    const Outcome half = map("", "parts/", task);
    EXPECT_EQ(half.code, 2);
    EXPECT_TRUE(half.error.contains("SLURM_ARRAY_TASK_COUNT")) << half.error.toStdString();
    task.insert(QStringLiteral("SLURM_ARRAY_TASK_COUNT"), QStringLiteral("3"));
    EXPECT_EQ(map("", "parts/", task).code, 0);
    EXPECT_TRUE(QFile::exists(place("parts/part-2-of-3.json")));
    task.insert(QStringLiteral("SLURM_ARRAY_TASK_MAX"), QStringLiteral("9"));
    EXPECT_EQ(map("", "gaps/", task).code, 2) << "an array with gaps";
    EXPECT_EQ(map("", "none/").code, 2) << "no part at all";
    EXPECT_EQ(map("--shard 1/2", "file.json").code, 2) << "a file is no folder";
    for (const char* wrong : {"--shard 0/4", "--shard 5/4", "--shard 4", "--shard x/y", "--shard 1/0"})
        EXPECT_EQ(map(wrong, "wrong/").code, 2) << wrong;
}

TEST_F(Map, TerminatedItKeepsWhatIsDoneAndGoesOn)
{
    const QStringList long_ =
        words("map --of speed:layer=1 --over gain=0.5:3:400 --over bias_std=0:1:400 --seeds 20 --set "
              "initializer=mean_field --set width=60 --set depth=12 --shard 1/2 --out")
        << place("parts/");
    QProcess process;
    process.setProcessEnvironment(bareEnvironment());
    process.start(QStringLiteral(DELTASCOPE_CLI), long_);
    ASSERT_TRUE(process.waitForStarted());
    for (int tries = 0; tries < 600 && !QDir(place("parts")).exists(); ++tries)
        QThread::msleep(50);
    QThread::sleep(3); // some cells; all of them take much longer
    ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
    ASSERT_TRUE(process.waitForFinished(20'000));
    ASSERT_EQ(process.exitCode(), 143) << "the map must take longer than that";
    EXPECT_FALSE(QFile::exists(place("parts/part-1-of-2.json")));
    const QByteArray kept = bytesOf(place("parts/part-1-of-2.partial"));
    EXPECT_TRUE(kept.contains("pending"));
    EXPECT_TRUE(kept.contains(", 20]")) << "some cells are done";
}

TEST_F(Map, BadInputIsOneSentence)
{
    for (const char* arguments : {
             "map --of product --out m.json", // nothing moves
             "map --over weight=0:1 --out m.json",
             "map --of product --over weight=0:1 --out m.gif",
             "map --of product --over weight=0:1",
             "map --of product --over weight=1:1 --out m.json",
             "map --of product --over weight=2:1 --out m.json",
             "map --of product --over weight=0:1:9:log --out m.json",
             "map --of product --over weight=0:1:0 --out m.json",
             "map --of product --over weight=0:1:1000000000 --out m.json",
             "map --of product --over activation=0:1 --out m.json",
             "map --of product --over weigth=0:1 --out m.json",
             "map --of prodct --over weight=0:1 --out m.json",
             "map --of product --over gain=0:1 --out m.json",
             "map --of product --over weight=0:1 --seeds 0 --out m.json",
             "map --of product --over weight=0:1 --seeds 1.5 --out m.json",
             "map --of product:layer=1 --over weight=0:1 --out m.json",
             "map --of speed:layer=0 --over weight=0:1 --out m.json",
             "map --of speed:layer --over weight=0:1 --out m.json",
             "map --of product --over weight=0:1 --set width=4 --out m.json",
             "map --of speed --over width=1:1024 --over depth=1:10000:9 --out m.json",
             "map --of product --over weight=0:1 --over bias=0:1 --over input=0:1 --out m.json",
             "map --of product --over weight=0:1 --statistic mode --out m.json",
             "map --of product --over weight=0:1 --statistic share --out m.json",
         }) {
        const Outcome outcome = cli(words(arguments));
        EXPECT_EQ(outcome.code, 2) << arguments;
        EXPECT_EQ(outcome.error.count('\n'), 1) << arguments << outcome.error.toStdString();
        EXPECT_TRUE(outcome.output.isEmpty()) << arguments;
    }
    EXPECT_TRUE(cli(words("map --of prodct --over weight=0:1 --out m.json")).error.contains("“product”"));
}

TEST_F(Map, MeasuresAreListed)
{
    const Outcome listed = cli(words("list measures"));
    EXPECT_EQ(listed.code, 0);
    EXPECT_TRUE(listed.output.contains("speed_ratio") && listed.output.contains("epochs_to_cost"));
}

} // namespace map_test
} // namespace deltascope::cli
