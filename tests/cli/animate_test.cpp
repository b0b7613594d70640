// SPDX-License-Identifier: GPL-3.0-or-later
// deltascope-cli animate beside an ffmpeg that misbehaves, and when it is ended in the middle.
#include "cli/program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
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
        {"#!/no/such/interpreter\n", "could not be made; ffmpeg cannot be started: "},
        {"#!/bin/sh\nexit 0\n", "could not be made; ffmpeg reported success but wrote no film."},
        {"#!/bin/sh\nfor last; do :; done\n: > \"$last\"\n", "wrote no film."},
        {"#!/bin/sh\nexit 7\n", "ffmpeg ended with exit code 7 and without a word."},
        {"#!/bin/sh\nkill -SEGV $$\n", "ffmpeg crashed without a word."},
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

} // namespace animate_test
} // namespace deltascope::cli
