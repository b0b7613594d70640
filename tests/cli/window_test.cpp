// SPDX-License-Identifier: GPL-3.0-or-later
// The window's program as a process, where it cannot open a window: its exit code and one sentence.
#include "cli/program.h"

#include <QDir>
#include <gtest/gtest.h>

namespace deltascope::cli {
namespace window_test {

Outcome window(const QStringList& arguments, const QProcessEnvironment& environment = bareEnvironment())
{
    return runProgram(QStringLiteral(DELTASCOPE_WINDOW), arguments, {}, environment);
}

void expectRefusal(const Outcome& outcome, const char* part)
{
    EXPECT_EQ(outcome.code, 2) << outcome.error.constData();
    EXPECT_TRUE(outcome.output.isEmpty());
    EXPECT_TRUE(outcome.error.startsWith("deltascope: ")) << outcome.error.constData();
    EXPECT_EQ(outcome.error.count('\n'), 1) << outcome.error.constData();
    EXPECT_TRUE(outcome.error.contains(part)) << outcome.error.constData();
}

TEST(WindowProgram, NoDisplayIsOneSentence)
{
    expectRefusal(window({}), "there is no display");
    for (const auto& [name, value] : {std::pair{"DISPLAY", ""}, std::pair{"WAYLAND_DISPLAY", ""}}) {
        QProcessEnvironment environment = bareEnvironment();
        environment.insert(QString::fromLatin1(name), QString::fromLatin1(value));
        expectRefusal(window({}, environment), "there is no display");
    }
}

TEST(WindowProgram, ADisplayThatCannotBeOpenedIsOneSentence)
{
    for (const auto& [name, value] : {std::pair{"DISPLAY", ":987"}, std::pair{"QT_QPA_PLATFORM", "nothing"}}) {
        QProcessEnvironment environment = bareEnvironment();
        environment.insert(QString::fromLatin1(name), QString::fromLatin1(value));
        expectRefusal(window({}, environment), "the display cannot be opened");
    }
    expectRefusal(window(words("-platform nothing")), "the display cannot be opened");
}

TEST(WindowProgram, WrongArgumentsNeedNoDisplay)
{
    expectRefusal(window(words("--nonsense")), "“--nonsense” is not an option");
    expectRefusal(window(words("--preset explosin")), "There is no preset “explosin”");
    expectRefusal(window(words("--preset explosion --preset explosion")), "given twice");
    expectRefusal(window(words("--preset explosion x.deltascope")), "not both");
    expectRefusal(window(words("--theme mauve")), "There is no theme “mauve”");
    expectRefusal(window({QString()}), "The name of the file is empty");
}

TEST(WindowProgram, HelpAndVersionNeedNoDisplay)
{
    EXPECT_TRUE(window(words("--help")).output.startsWith("Usage: deltascope "));
    EXPECT_TRUE(window(words("--help")).output.contains("light"));
    EXPECT_TRUE(window(words("--version")).output.startsWith("deltascope 0."));
    const Outcome full = runProgram(QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"), QStringLiteral("\"$0\" --help > /dev/full"), QStringLiteral(DELTASCOPE_WINDOW)});
    EXPECT_EQ(full.code, 4);
    EXPECT_TRUE(full.error.contains("No space left on device")) << full.error.constData();
}

TEST(WindowProgram, StandardErrorIsQuietWithoutAnyFontConfiguration)
{
    const QTemporaryDir home;
    QProcessEnvironment environment = bareEnvironment();
    environment.insert(QStringLiteral("HOME"), home.path());
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home.path());
    environment.insert(QStringLiteral("FONTCONFIG_FILE"), QStringLiteral("/nonexistent/fonts.conf"));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(DELTASCOPE_WINDOW), words("--preset vanishing"));
    const QDir locks(home.filePath(QStringLiteral("deltascope/recovery")));
    while (process.state() != QProcess::NotRunning && locks.entryList(QDir::Files).isEmpty())
        process.waitForReadyRead(20); // until the window keeps its recovery copy: it is there
    process.terminate();
    ASSERT_TRUE(process.waitForFinished(60'000));
    EXPECT_EQ(process.readAllStandardError(), QByteArray());
}

} // namespace window_test
} // namespace deltascope::cli
