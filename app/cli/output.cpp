// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "io/saving.h"
#include "render/language.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace deltascope {

namespace {

// Read and written by the signal handler.
volatile std::sig_atomic_t g_writing = 0; // a file is being written: end afterwards
volatile std::sig_atomic_t g_signal = 0; // the signal that came meanwhile

int exitCode(int signal)
{
    return static_cast<int>(signal == SIGINT ? Fault::interrupted : Fault::terminated);
}

void onSignal(int signal)
{
    if (g_writing)
        g_signal = signal;
    else
        _exit(exitCode(signal));
}

std::optional<Error> writeStandardOutput(const QByteArray& bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t count =
            ::write(STDOUT_FILENO, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (count > 0)
            done += count;
        else if (count < 0 && errno == EPIPE)
            return std::nullopt;
        else if (count == 0 || errno != EINTR)
            return Error{Fault::unwritable,
                {translatable("core", "Cannot write to standard output: %1."), {std::strerror(errno)}}};
    }
    return std::nullopt;
}

} // namespace

void handleSignals()
{
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

void occupyStandardStreams()
{
    // The wrong way round, so that their use still fails: "Bad file descriptor".
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(stream, F_GETFD) < 0)
            ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY); // takes the lowest number: this one
}

void say(const Notices& notices)
{
    for (const Message& notice : notices)
        std::fprintf(stderr, "deltascope-cli: %s\n", qUtf8Printable(toText(notice)));
}

std::optional<Error> writeOutput(const QString& path, const QByteArray& bytes)
{
    if (path.isEmpty() || path == QLatin1String("-") || path == QLatin1String("/dev/stdout"))
        return writeStandardOutput(bytes);
    g_writing = 1;
    std::optional<Error> error = writeFile(path, bytes);
    g_writing = 0;
    if (g_signal)
        _exit(exitCode(g_signal));
    return error;
}

} // namespace deltascope
