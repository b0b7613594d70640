// SPDX-License-Identifier: GPL-3.0-or-later
// deltascope-cli animate beside an ffmpeg that misbehaves, and when it is ended in the middle.
#include "cli/program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <gtest/gtest.h>

#include <csignal>
#include <sys/types.h>

namespace deltascope::cli {
namespace animate_test {

/// A folder with an `ffmpeg` of its own, which PATH names first, and with the place of temporary files.
class Films : public testing::Test {
protected:
    Films()
    {
        QDir(m_folder.path()).mkdir(QStringLiteral("tmp"));
        m_environment.insert(QStringLiteral("TMPDIR"), m_folder.filePath(QStringLiteral("tmp")));
        m_environment.insert(QStringLiteral("PATH"),
            m_folder.path() + u':' + m_environment.value(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin")));
    }

    void installFfmpeg(const QByteArray& script)
    {
        QFile file(m_folder.filePath(QStringLiteral("ffmpeg")));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QStringList arguments(const char* more = "--frames 2") const
    {
        return words("animate factors --sweep weight=1:2 --dpi 30") << words(more) << QStringLiteral("--out") << film();
    }
    QString film() const { return m_folder.filePath(QStringLiteral("x.mp4")); }
    QStringList left() const // but Qt's own runtime-USER, which it makes where XDG_RUNTIME_DIR is not set
    {
        const QDir place(m_folder.filePath(QStringLiteral("tmp")));
        return place.entryList(QDir::AllEntries | QDir::NoDotAndDotDot)
            .filter(QRegularExpression(QStringLiteral("^(?!runtime-)")));
    }
    bool nothingIsLeft() const { return left().isEmpty(); }

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = bareEnvironment();
};

TEST_F(Films, AnFfmpegThatFailsIsSaidInOneSentence)
{
    const struct {
        const char *script, *part;
    } failures[] = {
        {"#!/no/such/interpreter\n", "could not be created; ffmpeg cannot be started: "},
        {"#!/bin/sh\nexit 0\n", "could not be created; ffmpeg reported success but wrote no film."},
        {"#!/bin/sh\nfor last; do :; done\n: > \"$last\"\n", "wrote no film."},
        {"#!/bin/sh\nexit 7\n", "ffmpeg ended with exit code 7 and without a message."},
        {"#!/bin/sh\nkill -SEGV $$\n", "ffmpeg crashed without a message."},
        {"#!/bin/sh\necho no such codec >&2\nexit 1\n", "ffmpeg says: no such codec"},
    };
    for (const auto& [script, part] : failures) {
        installFfmpeg(script);
        const Outcome outcome = cli(arguments(), {}, m_environment);
        EXPECT_EQ(outcome.code, 4) << script;
        EXPECT_TRUE(outcome.error.contains(part)) << outcome.error.constData();
        EXPECT_EQ(outcome.error.count('\n'), 1) << outcome.error.constData();
        EXPECT_FALSE(QFile::exists(film()));
        EXPECT_TRUE(nothingIsLeft());
    }
    installFfmpeg("#!/bin/sh\nfor last; do :; done\necho film > \"$last\"\n");
    EXPECT_EQ(cli(arguments(), {}, m_environment).code, 0);
    EXPECT_TRUE(QFile::exists(film()));
    EXPECT_TRUE(nothingIsLeft());
}

TEST_F(Films, NoFramesAreLeftBehindWhenItIsEnded)
{
    installFfmpeg("#!/bin/sh\ntrap '' TERM INT\nexec sleep 30\n"); // does not heed
    for (const auto& [signal, code] : {std::pair{SIGINT, 130}, std::pair{SIGTERM, 143}})
        for (const char* frames : {"--frames 2", "--frames 1000"}) { // in ffmpeg, among the frames
            QProcess process;
            process.setProcessEnvironment(m_environment);
            process.start(QStringLiteral(DELTASCOPE_CLI), arguments(frames));
            ASSERT_TRUE(process.waitForStarted());
            while (nothingIsLeft())
                ASSERT_FALSE(process.waitForFinished(10)) << process.readAllStandardError().constData();
            process.waitForFinished(500);
            QElapsedTimer since;
            since.start();
            ASSERT_EQ(::kill(static_cast<pid_t>(process.processId()), signal), 0);
            ASSERT_TRUE(process.waitForFinished());
            EXPECT_LT(since.elapsed(), 25'000);
            EXPECT_EQ(process.exitStatus(), QProcess::NormalExit);
            EXPECT_EQ(process.exitCode(), code) << frames;
            EXPECT_TRUE(process.readAllStandardError().isEmpty());
            EXPECT_TRUE(nothingIsLeft()) << frames << ": " << left().join(u' ').toStdString();
            EXPECT_FALSE(QFile::exists(film()));
        }
}

/// Frames of a small map, in a folder of their own.
class MapFilms : public testing::Test {
protected:
    Outcome film(const QString& arguments) const
    {
        return cli(words("animate") << arguments.split(u' ', Qt::SkipEmptyParts) << words("--frames 3 --dpi 40 --out")
                                    << m_folder.filePath(QStringLiteral("x.png")));
    }
    QString frame(int number) const
    {
        return m_folder.filePath(QStringLiteral("x_%1.png").arg(number, 4, 10, QLatin1Char('0')));
    }
    QString savedMap() const
    {
        const QString path = m_folder.filePath(QStringLiteral("m.json"));
        EXPECT_EQ(cli(words("map --of product --over weight=0:12:9 --over bias=-6:0:7 --out") << path).code, 0);
        return path;
    }
    const QTemporaryDir m_folder;
};

TEST_F(MapFilms, TheCrossIsDraggedOverASavedMap)
{
    const Outcome outcome = film(QStringLiteral("map --sweep weight=1:11 --sweep bias=0:-5 --map ") + savedMap());
    EXPECT_EQ(outcome.code, 0) << outcome.error.constData();
    const QImage first(frame(1)), last(frame(3));
    ASSERT_FALSE(first.isNull() || last.isNull());
    EXPECT_EQ(first.size(), last.size());
    EXPECT_NE(first, last);
    EXPECT_FALSE(QFile::exists(frame(4)));
    const Outcome opened =
        cli(words("map --out") << m_folder.filePath(QStringLiteral("again.csv")) << words("--scenario")
                               << frame(2)); // a frame opens as the document with its map
    EXPECT_EQ(opened.code, 0) << opened.error.constData();
}

TEST_F(MapFilms, OtherFiguresStandBesideIt)
{
    const QString map = savedMap();
    EXPECT_EQ(film(QStringLiteral("map --sweep depth=2:4 --map ") + map).code, 0);
    const QSize alone = QImage(frame(1)).size();
    EXPECT_EQ(film(QStringLiteral("map factors learning_speed --sweep depth=2:4 --map ") + map).code, 0);
    const QSize beside = QImage(frame(1)).size();
    EXPECT_NEAR(beside.width(), 2 * alone.width(), 1);
    EXPECT_NEAR(beside.height(), 2 * alone.height(), 1);
}

TEST_F(MapFilms, WhatCannotBeFilmedIsOneSentence)
{
    const QString map = savedMap();
    for (const auto& [arguments, part] : std::initializer_list<std::pair<QString, const char*>>{
             {QStringLiteral("map --sweep weight=0:1"), "needs a map"},
             {QStringLiteral("map --map ") + map, "Nothing on this map moves"},
             {QStringLiteral("factors --sweep weight=0:1 --map ") + map, "draws no map"},
             {QStringLiteral("map --sweep weight=0:1 --set depth=2 --map ") + map, "leave --set out"},
             {QStringLiteral("map --sweep weight=0:1 --sweep weight=2:3 --map ") + map, "moves twice"},
             {QStringLiteral("map map map map map --sweep weight=0:1 --map ") + map, "up to 4 figures"},
             {QStringLiteral("map --sweep activation=0:1 --map ") + map, "no number"},
         }) {
        const Outcome outcome = film(arguments);
        EXPECT_EQ(outcome.code, 2) << arguments.toStdString();
        EXPECT_EQ(outcome.error.count('\n'), 1) << outcome.error.constData();
        EXPECT_TRUE(outcome.error.contains(part)) << outcome.error.constData();
        EXPECT_FALSE(QFile::exists(frame(1)));
    }
}

} // namespace animate_test
} // namespace deltascope::cli
