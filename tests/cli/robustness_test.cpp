// SPDX-License-Identifier: GPL-3.0-or-later
// Closed pipes, full disks, signals, odd environments: as practice has shown that they come.
#include "cli/program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <gtest/gtest.h>

#include <csignal>
#include <sys/types.h>
#include <unistd.h>

namespace deltascope::cli {
namespace robustness_test {

TEST(Robustness, TheEnvironmentChangesNothing)
{
    const QByteArray expected = cli(words("evaluate --preset vanishing --format json")).output;
    ASSERT_FALSE(expected.isEmpty());
    for (const char* locale : {"pt_BR.UTF-8", "C", "xx_YY", "de_DE.UTF-8", "POSIX"})
        for (const char* variable : {"LANG", "LC_ALL", "LC_NUMERIC"}) {
            QProcessEnvironment environment = bareEnvironment();
            environment.insert(QString::fromLatin1(variable), QString::fromLatin1(locale));
            const Outcome outcome = cli(words("evaluate --preset vanishing --format json"), {}, environment);
            EXPECT_EQ(outcome.output, expected) << variable << '=' << locale;
            EXPECT_TRUE(outcome.error.isEmpty()) << outcome.error.constData();
            EXPECT_EQ(cli(words("evaluate --set weight=1.5"), {}, environment).code, 0);
        }
    QProcessEnvironment unwritable = bareEnvironment();
    unwritable.insert(QStringLiteral("HOME"), QStringLiteral("/proc"));
    unwritable.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("nothing"));
    EXPECT_EQ(cli(words("evaluate --preset vanishing --format json"), {}, unwritable).output, expected);
}

TEST(Robustness, AFileIsOldOrNewWhenTheProgramIsKilled)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("f.svg"));
    const auto contents = [&] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto arguments = [&](const char* preset) {
        return words("figure factors --preset") << QString::fromLatin1(preset) << words("--out") << path;
    };
    ASSERT_EQ(cli(arguments("explosion")).code, 0);
    const QByteArray explosion = contents();
    QElapsedTimer whole;
    whole.start();
    ASSERT_EQ(cli(arguments("vanishing")).code, 0);
    const int microseconds = static_cast<int>(whole.nsecsElapsed() / 1000);
    const QByteArray vanishing = contents();
    ASSERT_NE(explosion, vanishing);
    constexpr int kKills = 24;
    for (int i = 0; i < kKills; ++i) { // from before its start to after its end
        QProcess process;
        process.setProcessEnvironment(bareEnvironment());
        process.start(QStringLiteral(DELTASCOPE_CLI), arguments(i % 2 == 0 ? "explosion" : "vanishing"));
        ASSERT_TRUE(process.waitForStarted());
        QThread::usleep(static_cast<unsigned long>(microseconds) * static_cast<unsigned long>(i + 1) / kKills);
        process.kill();
        process.waitForFinished();
        const QByteArray now = contents();
        EXPECT_TRUE(now == explosion || now == vanishing) << now.size();
    }
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1) << "nothing else is left behind";
}

TEST(Robustness, WhatIsAcceptedWithANoticeEndsWithZero)
{
    for (const QStringList& arguments : {words("evaluate --set weight=1e-400"), words("evaluate --set bias=-1e-400")}) {
        const Outcome outcome = cli(arguments);
        EXPECT_EQ(outcome.code, 0);
        EXPECT_TRUE(outcome.error.contains("1e-400 is too small for a double and was read as 0"));
        EXPECT_EQ(outcome.error.count('\n'), 1) << outcome.error.constData();
    }
    const Outcome file = cli(words("evaluate --scenario -"), R"({"layers": [{"layer": 2, "weight": 1e-400}]})");
    EXPECT_EQ(file.code, 0);
    EXPECT_TRUE(file.error.startsWith("deltascope-cli: Standard input: weight: 1e-400")) << file.error.constData();

    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("f.png"));
    ASSERT_EQ(cli(words("figure factors --preset explosion --out") << path).code, 0);
    const Outcome whole = cli(words("evaluate --format json --scenario") << path);
    EXPECT_TRUE(whole.error.isEmpty()) << whole.error.constData();
    QFile picture(path);
    ASSERT_TRUE(picture.resize(picture.size() - 9));
    const Outcome cut = cli(words("evaluate --format json --scenario") << path);
    EXPECT_EQ(cut.code, 0);
    EXPECT_EQ(cut.output, whole.output);
    EXPECT_TRUE(cut.error.contains("The picture is cut off")) << cut.error.constData();
}

TEST(Robustness, AReaderThatHasGoneIsNoError)
{
    const Outcome outcome =
        shell(QStringLiteral("\"$CLI\" evaluate --set depth=10000 | head -n 1; echo ${PIPESTATUS[0]}"));
    EXPECT_TRUE(outcome.output.endsWith("\n0\n")) << outcome.output.constData();
    EXPECT_TRUE(outcome.error.isEmpty()) << outcome.error.constData();
    const Outcome direct = shell(
        QStringLiteral("\"$CLI\" network --set depth=10000 --out /dev/stdout | head -c 1; echo ${PIPESTATUS[0]}"));
    EXPECT_TRUE(direct.output.endsWith("0\n")) << direct.output.constData();
    EXPECT_TRUE(direct.error.isEmpty()) << direct.error.constData();
}

TEST(Robustness, ClosedStreamsStayClosed)
{
    const Outcome closed = shell(QStringLiteral("\"$CLI\" evaluate >&-"));
    EXPECT_EQ(closed.code, 4);
    EXPECT_TRUE(closed.error.contains("Bad file descriptor")) << closed.error.constData();
    EXPECT_EQ(shell(QStringLiteral("\"$CLI\" evaluate --scenario - <&-")).code, 3);
    EXPECT_EQ(shell(QStringLiteral("\"$CLI\" evaluate --set depth=0 <&- >&- 2>&-")).code, 2);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.json"));
    EXPECT_EQ(shell(QStringLiteral("\"$CLI\" network --out '%1' <&- >&- 2>&-").arg(path)).code, 0);
    EXPECT_EQ(shell(QStringLiteral("cat '%1'").arg(path)).output, cli(words("network --out -")).output);
}

TEST(Robustness, NoFontsButOurs)
{
    const QTemporaryDir folder;
    const QString plain = folder.filePath(QStringLiteral("plain.png")),
                  bare = folder.filePath(QStringLiteral("bare.png"));
    EXPECT_EQ(cli(words("figure factors --out") << plain).code, 0);
    QProcessEnvironment environment = bareEnvironment();
    environment.insert(QStringLiteral("FONTCONFIG_FILE"), QStringLiteral("/dev/null"));
    const Outcome outcome = cli(words("figure factors --out") << bare, {}, environment);
    EXPECT_EQ(outcome.code, 0);
    EXPECT_TRUE(outcome.error.isEmpty()) << outcome.error.constData();
    EXPECT_EQ(shell(QStringLiteral("cmp '%1' '%2'").arg(plain, bare)).code, 0);
}

TEST(Robustness, AFullDeviceIsSaid)
{
    const Outcome outcome = shell(QStringLiteral("\"$CLI\" evaluate > /dev/full"));
    EXPECT_EQ(outcome.code, 4);
    EXPECT_TRUE(outcome.error.contains("No space left on device")) << outcome.error.constData();
}

TEST(Robustness, AFullDiskIsSaidInTheSystemsWordsWhereverItIsFull)
{
    // A disk of 64 KB in a world of its own. What is free decides which of several writes is cut short.
    const Outcome outcome = shell(QString::fromUtf8(R"sh(
        unshare -m sh -c '
            disk=$(mktemp -d) && mount -t tmpfs -o size=64k tmpfs "$disk" && cd "$disk" || exit 77
            for free in 0 4 8; do
                rm -f * && dd if=/dev/zero of=fill bs=1k count=$((64 - free)) 2>/dev/null
                for name in figure.png figure.csv figure.json figure.svg figure.pdf; do
                    "$CLI" figure factors --set depth=200 --out $name || echo "$? $name $free $(ls | wc -l)"
                done
            done' || echo 77)sh"));
    if (outcome.output.endsWith("77\n"))
        GTEST_SKIP() << "no disk can be mounted here";
    int full = 0;
    for (const QByteArray& line : outcome.error.trimmed().split('\n')) {
        EXPECT_TRUE(line.endsWith(": No space left on device")) << line.constData();
        ++full;
    }
    EXPECT_GE(full, 10) << outcome.output.constData();
    for (const QByteArray& line : outcome.output.trimmed().split('\n'))
        EXPECT_TRUE(line.startsWith("4 ") && line.endsWith(" 1"))
            << line.constData() << ": only what filled it is left";
}

TEST(Robustness, ADeviceIsWrittenToAndNotReplaced)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "a mistake here would replace the machine's /dev/full";
    const Outcome outcome = cli(words("network --out /dev/full"));
    EXPECT_EQ(outcome.code, 4);
    EXPECT_TRUE(outcome.error.contains("No space left on device"));
}

TEST(Robustness, AFifoIsWrittenToAndNotReplaced)
{
    const QTemporaryDir folder;
    const Outcome outcome = shell(QStringLiteral("cd '%1' && mkfifo fifo && { cat fifo > copy & } && \"$CLI\" network "
                                                 "--out fifo && wait && test -p fifo && cat copy")
                                      .arg(folder.path()));
    EXPECT_EQ(outcome.code, 0) << outcome.error.constData();
    EXPECT_EQ(outcome.output, cli(words("network --out -")).output);
}

TEST(Robustness, WritesAreWholeOrNotAtAll)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("network.json"));
    QFile old(path);
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    // A file may not grow beyond 1 KB: as a full disk, but for everybody.
    const Outcome outcome =
        shell(QStringLiteral("ulimit -f 1; \"$CLI\" network --set depth=10000 --out '%1'").arg(path));
    EXPECT_EQ(outcome.code, 4) << outcome.error.constData();
    EXPECT_TRUE(outcome.error.contains("File too large")) << outcome.error.constData();
    ASSERT_TRUE(old.open(QIODevice::ReadOnly));
    EXPECT_EQ(old.readAll(), "old");
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("network.json")});
    // An existing file is replaced without asking.
    EXPECT_EQ(cli({QStringLiteral("network"), QStringLiteral("--out"), path}).code, 0);
    EXPECT_GT(QFileInfo(path).size(), 10);
}

TEST(Robustness, PlacesThatCannotBeWritten)
{
    const QTemporaryDir folder;
    const auto refused = [](const QString& path, const char* part) {
        const Outcome outcome = cli({QStringLiteral("network"), QStringLiteral("--out"), path});
        EXPECT_EQ(outcome.code, 4) << outcome.error.constData();
        EXPECT_TRUE(outcome.error.contains(part)) << outcome.error.constData();
    };
    refused(folder.filePath(QStringLiteral("none/x.json")), "No such file or directory");
    ASSERT_TRUE(QDir(folder.path()).mkdir(QStringLiteral("folder.json")));
    refused(folder.filePath(QStringLiteral("folder.json")), "directory");
    refused(QStringLiteral("/proc/x.json"), "/proc/x.json");
    refused(folder.filePath(QString(300, u'x') + QStringLiteral(".json")), "File name too long");
    refused(folder.filePath(QString(5000, u'x') + QStringLiteral(".json")), "File name too long");
    QFile::link(folder.filePath(QStringLiteral("none/x")), folder.filePath(QStringLiteral("dangling.json")));
    refused(folder.filePath(QStringLiteral("dangling.json")), "No such file or directory");
    QFile::link(QStringLiteral("loop.json"), folder.filePath(QStringLiteral("loop.json")));
    refused(folder.filePath(QStringLiteral("loop.json")), "symbolic links");
    EXPECT_TRUE(QFileInfo(folder.filePath(QStringLiteral("loop.json"))).isSymLink()) << "the link was replaced";
    QFile::link(folder.filePath(QStringLiteral("real.json")), folder.filePath(QStringLiteral("link.json")));
    EXPECT_EQ(
        cli({QStringLiteral("network"), QStringLiteral("--out"), folder.filePath(QStringLiteral("link.json"))}).code,
        0);
    EXPECT_TRUE(QFileInfo(folder.filePath(QStringLiteral("link.json"))).isSymLink());
    EXPECT_TRUE(QFileInfo::exists(folder.filePath(QStringLiteral("real.json"))));
}

/// True once the process has put its own handler for this signal in place.
bool catches(qint64 process, int signal)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("SigCgt:"))
            return (line.mid(7).trimmed().toULongLong(nullptr, 16) >> (signal - 1) & 1) != 0;
    return false;
}

TEST(Robustness, SignalsHaveTheirExitCodes)
{
    for (const auto& [signal, code] : {std::pair{SIGINT, 130}, std::pair{SIGTERM, 143}}) {
        const QTemporaryDir folder;
        QProcess process;
        process.setProcessEnvironment(bareEnvironment());
        process.start(QStringLiteral(DELTASCOPE_CLI),
            words("network --scenario - --out") << folder.filePath(QStringLiteral("x.json"))); // waits for its input
        ASSERT_TRUE(process.waitForStarted());
        while (!catches(process.processId(), signal))
            ASSERT_FALSE(process.waitForFinished(1));
        ASSERT_EQ(::kill(static_cast<pid_t>(process.processId()), signal), 0);
        ASSERT_TRUE(process.waitForFinished());
        EXPECT_EQ(process.exitStatus(), QProcess::NormalExit);
        EXPECT_EQ(process.exitCode(), code);
        EXPECT_TRUE(process.readAllStandardError().isEmpty());
        EXPECT_TRUE(QDir(folder.path()).isEmpty());
    }
}

TEST(Robustness, AFifoWithoutAReaderDoesNotHoldTheProgram)
{
    const QTemporaryDir folder;
    for (const auto& [signal, code] : {std::pair{"INT", "130"}, std::pair{"TERM", "143"}}) {
        const Outcome outcome =
            shell(QStringLiteral("cd '%1' && rm -f f.svg && mkfifo f.svg && timeout --preserve-status -s %2 -k 20 4 "
                                 "\"$CLI\" figure factors --out f.svg; echo $?")
                      .arg(folder.path(), QLatin1String(signal)));
        EXPECT_EQ(outcome.output.trimmed(), code) << outcome.error.constData();
    }
}

} // namespace robustness_test
} // namespace deltascope::cli
