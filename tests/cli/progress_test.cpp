// SPDX-License-Identifier: GPL-3.0-or-later
// What takes long says so on a terminal and nowhere else, and ends at once when it is told to.
#include "cli/program.h"

#include <QDir>
#include <QElapsedTimer>
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace deltascope::cli {
namespace progress_test {

/// A program whose standard error is a terminal.
class OnTerminal {
public:
    OnTerminal(const QStringList& arguments, const QString& folder)
    {
        std::vector<QByteArray> words{QByteArray(DELTASCOPE_CLI)};
        for (const QString& argument : arguments)
            words.push_back(argument.toUtf8());
        std::vector<char*> pointers;
        for (QByteArray& word : words)
            pointers.push_back(word.data());
        pointers.push_back(nullptr);
        const QByteArray place = folder.toUtf8();
        int terminal = -1;
        EXPECT_EQ(::openpty(&m_screen, &terminal, nullptr, nullptr, nullptr), 0);
        m_child = ::fork();
        if (m_child == 0) {
            ::dup2(::open("/dev/null", O_WRONLY), STDOUT_FILENO);
            ::dup2(terminal, STDERR_FILENO);
            for (const char* name : {"LANG", "LC_ALL", "LANGUAGE"})
                ::unsetenv(name); // English is read
            if (::chdir(place.constData()) == 0)
                ::execv(DELTASCOPE_CLI, pointers.data());
            ::_exit(127);
        }
        ::close(terminal);
    }
    ~OnTerminal() { ::close(m_screen); }

    /// Reads until `part` is on the screen; false where the program ended before.
    bool waitFor(const QByteArray& part)
    {
        while (!m_text.contains(part))
            if (!read())
                return false;
        return true;
    }
    int end() ///< exit code; −1: by a signal
    {
        while (read()) { }
        int status = 0;
        ::waitpid(m_child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    void interrupt() const
    {
        ASSERT_GT(m_child, 0); // a kill of −1 would be everybody's
        ::kill(m_child, SIGINT);
    }
    const QByteArray& text() const { return m_text; }

private:
    bool read()
    {
        char block[4096];
        const ssize_t count = ::read(m_screen, block, sizeof block); // EIO where nobody writes any more
        if (count <= 0)
            return false;
        m_text.append(block, count);
        return true;
    }

    int m_screen = -1;
    pid_t m_child = -1;
    QByteArray m_text;
};

constexpr const char* kWide = " --set width=256 --set inputs=256 --set initializer=glorot_uniform --set data=gaussian";

QStringList wide(const char* command)
{
    return words((std::string(command) + kWide).c_str());
}

TEST(Progress, MinutesAreSaidBeforehandAndCanBeEnded)
{
    const QTemporaryDir folder;
    // Hours on any machine: the more processors, the sooner singular values are done.
    OnTerminal training(wide("train --set depth=20 --set examples=200 --epochs 100000 --out t.csv"), folder.path());
    EXPECT_TRUE(training.waitFor("Training: this will take about "));
    EXPECT_TRUE(training.waitFor(" %, about "));
    training.interrupt();
    EXPECT_EQ(training.end(), 130);
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

TEST(Progress, EveryKindOfWorkHasItsLine)
{
    const QTemporaryDir folder;
    const struct {
        QStringList arguments;
        const char* line;
    } cases[] = {
        {wide("evaluate --seeds 1000 --set depth=100 --set examples=100"), "Networks of all seeds: "},
        {wide("train --set depth=20 --set examples=2000 --epochs 1000"), "Training: "},
        {wide("network --out n.json --set depth=1500"), "Text: "},
        {wide("figure learning_speed --view seeds=1000 --out f.png --set depth=100 --set examples=100"),
            "Networks of all seeds: "},
        {wide("figure cost --out f.png --set depth=20 --set examples=2000 --set epochs=1000"), "Training: "},
        {wide("figure gradient_distribution --view step=100000 --out f.png --set depth=20 --set examples=2000"),
            "Training: "},
        {wide("figure jacobian_spectrum --out f.png --set depth=100 --set width=1024"), "Singular values: "},
        {wide("animate cost --set depth=20 --set examples=2000 --frames 20 --out a.png"), "Frames: "},
    };
    for (const auto& each : cases) {
        OnTerminal program(each.arguments, folder.path());
        EXPECT_TRUE(program.waitFor(each.line)) << each.line << program.text().constData();
        program.interrupt();
        EXPECT_EQ(program.end(), 130) << each.line;
        EXPECT_TRUE(QDir(folder.path()).isEmpty()) << each.line;
    }
}

TEST(Progress, WhatIsDoneSoonSaysNothingAndALineGoesAway)
{
    const QTemporaryDir folder;
    OnTerminal quick(words("evaluate"), folder.path());
    EXPECT_EQ(quick.end(), 0);
    EXPECT_TRUE(quick.text().isEmpty()) << quick.text().constData();
    OnTerminal longer(wide("evaluate --spectrum --set depth=12"), folder.path());
    EXPECT_EQ(longer.end(), 0);
    if (!longer.text().isEmpty()) { // on a fast machine it is
        EXPECT_TRUE(longer.text().endsWith(" \r")) << longer.text().constData();
    }
    const Outcome noTerminal = cli(wide("evaluate --spectrum --set depth=12"));
    EXPECT_EQ(noTerminal.code, 0);
    EXPECT_TRUE(noTerminal.error.isEmpty()) << noTerminal.error.constData();
}

/// How many programs wait for a processor, for each of them that there is; at least 1.
double crowding()
{
    double load = 1;
    ::getloadavg(&load, 1);
    return std::max(1.0, load / std::max(1u, std::thread::hardware_concurrency()));
}

TEST(Progress, AnInterruptIsAnsweredAtOnce)
{
    const QTemporaryDir folder;
    const QStringList commands[] = {wide("network --out n.json --set depth=1500"),
        wide("train --set depth=50 --set examples=2000 --epochs 10 --out t.csv"),
        words("animate factors --sweep weight=1:20 --frames 100 --dpi 1500 --out a.png"),
        wide("animate cost --set depth=20 --set examples=2000 --frames 20 --out a.png")};
    for (const QStringList& arguments : commands) {
        qint64 best = 1'000'000;
        for (int i = 0; i < 3 && best > 100; ++i) { // another program may have the processor or the disk
            OnTerminal program(arguments, folder.path());
            ASSERT_TRUE(program.waitFor(":")) << arguments.join(u' ').toStdString();
            QElapsedTimer since;
            since.start();
            program.interrupt();
            EXPECT_EQ(program.end(), 130);
            best = std::min(best, since.elapsed());
        }
        EXPECT_LE(static_cast<double>(best), 100 * crowding()) << arguments.join(u' ').toStdString();
        for (const QString& left : QDir(folder.path()).entryList(QDir::Files | QDir::Hidden))
            EXPECT_TRUE(left.endsWith(QStringLiteral(".png"))) << left.toStdString(); // whole frames
    }
}

} // namespace progress_test
} // namespace deltascope::cli
