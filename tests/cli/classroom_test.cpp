// SPDX-License-Identifier: GPL-3.0-or-later
// deltascope-cli worksheet, animate, and links in place of files.
#include "cli/program.h"

#include <QDir>
#include <QFile>
#include <gtest/gtest.h>

namespace deltascope::cli {
namespace classroom_test {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

TEST(Worksheet, EveryLessonIsPrintedWithAndWithoutAnswers)
{
    const QTemporaryDir folder;
    const Outcome list = cli(words("list lessons --format json"));
    ASSERT_EQ(list.code, 0);
    EXPECT_GE(list.output.count("\"id\""), 12);
    for (const char* id : {"explosion", "find_the_balance"})
        for (const bool answers : {false, true}) {
            const QString path = folder.filePath(QStringLiteral("sheet.pdf"));
            QStringList arguments{QStringLiteral("worksheet"), QLatin1String(id), QStringLiteral("--out"), path,
                QStringLiteral("--lang"), QStringLiteral("pt_BR")};
            if (answers)
                arguments << QStringLiteral("--answers");
            const Outcome outcome = cli(arguments);
            EXPECT_EQ(outcome.code, 0) << outcome.error.toStdString();
            EXPECT_TRUE(contents(path).startsWith("%PDF"));
        }
}

TEST(Worksheet, WhatIsWrongIsSaid)
{
    const QTemporaryDir folder;
    EXPECT_EQ(cli(words("worksheet explosion")).code, 2);
    const Outcome unknown = cli(words("worksheet explosoin --out sheet.pdf"));
    EXPECT_EQ(unknown.code, 2);
    EXPECT_TRUE(unknown.error.contains("explosion")) << unknown.error.toStdString();
    const QString path = folder.filePath(QStringLiteral("mine.json"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{\"format\": \"deltascope.lesson\", \"schema\": 1, \"title\": \"Mine\",\n \"steps\": [{\"text\": 3}]}");
    file.close();
    const Outcome broken = cli({QStringLiteral("worksheet"), path, QStringLiteral("--out"), QStringLiteral("x.pdf")});
    EXPECT_EQ(broken.code, 5);
    EXPECT_TRUE(broken.error.contains("Line 2")) << broken.error.toStdString();
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{\"format\": \"deltascope.lesson\", \"schema\": 1, \"title\": \"Mine\","
               "\"steps\": [{\"text\": \"x\", \"point_at\": \"nowhere\"}]}");
    file.close();
    const Outcome lost = cli({QStringLiteral("worksheet"), path, QStringLiteral("--out"), QStringLiteral("x.pdf")});
    EXPECT_EQ(lost.code, 5);
    EXPECT_TRUE(lost.error.contains("nowhere")) << lost.error.toStdString();
    EXPECT_EQ(cli({QStringLiteral("worksheet"), folder.filePath(QStringLiteral("none.json")), QStringLiteral("--out"),
                      QStringLiteral("x.pdf")})
                  .code,
        3);
}

TEST(Animate, WritesANumberedSeries)
{
    const QTemporaryDir folder;
    const Outcome outcome = cli(words("animate factors --sweep weight=1:9 --frames 4 --dpi 40 --out")
        << folder.filePath(QStringLiteral("walk.png")));
    EXPECT_EQ(outcome.code, 0) << outcome.error.toStdString();
    const QStringList files = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
    EXPECT_EQ(files.size(), 4);
    EXPECT_NE(contents(folder.filePath(files.front())), contents(folder.filePath(files.back())));
}

TEST(Animate, WhatIsWrongIsSaid)
{
    for (const char* line : {"animate factors", "animate factor --out x.png", "animate factors --out x.txt",
             "animate factors --out x.png --sweep weihgt=1:2", "animate factors --out x.png --sweep weight=1",
             "animate factors --out x.png --frames 1", "animate factors --out x.png --sweep depth=1:1e9"}) {
        const Outcome outcome = cli(words(line));
        EXPECT_EQ(outcome.code, 2) << line << ": " << outcome.error.toStdString();
        EXPECT_EQ(outcome.error.trimmed().count('\n'), 0) << outcome.error.toStdString();
    }
}

TEST(Link, IsASourceAsAFileIs)
{
    const Outcome linked = cli(words("evaluate --format json --scenario deltascope:?depth=3&weight=2"));
    const Outcome set = cli(words("evaluate --format json --set depth=3 --set weight=2"));
    EXPECT_EQ(linked.code, 0) << linked.error.toStdString();
    EXPECT_EQ(linked.output, set.output);
    const Outcome wrong = cli(words("evaluate --scenario deltascope:?weihgt=2"));
    EXPECT_EQ(wrong.code, 5);
    EXPECT_TRUE(wrong.error.contains("weihgt")) << wrong.error.toStdString();
}

} // namespace classroom_test
} // namespace deltascope::cli
