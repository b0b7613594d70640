// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "files/saving.h"
#include "process/descriptors.h"
#include "reading/text_encoding.h"
#include "text/language.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <iterator>
#include <unistd.h>
#include <utility>

namespace deltascope::cli {

namespace {

// Read and written by the signal handler.
volatile std::sig_atomic_t g_delayed = 0; // what is under way must not be left half done: end afterwards
volatile std::sig_atomic_t g_signal = 0; // the signal that came meanwhile
volatile std::sig_atomic_t g_lineOpen = 0; // on standard error

documents::Notices g_toBeSaid; // of this command, which runs on one thread

int exitCode(int signal)
{
    return static_cast<int>(signal == SIGINT ? Fault::interrupted : Fault::terminated);
}

[[noreturn]] void endBySignal(int signal)
{
    if (g_lineOpen)
        static_cast<void>(process::writeSome(process::kStandardError, "\n", 1));
    _exit(exitCode(signal));
}

void onSignal(int signal)
{
    if (g_delayed)
        g_signal = signal;
    else
        endBySignal(signal);
}

bool isStandardOutput(const QString& path)
{
    return path == QLatin1String("-") || path == QLatin1String("/dev/stdout");
}

/// `gone`: the reader is, which is no error.
std::optional<Error> writeStandardOutput(std::string_view bytes, bool& gone)
{
    while (!bytes.empty()) {
        const std::ptrdiff_t count = process::writeSome(process::kStandardOutput, bytes.data(), bytes.size());
        gone = count < 0 && errno == EPIPE;
        if (count > 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
        else if (gone)
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
#if defined(Q_OS_UNIX)
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

DelayedSignals::DelayedSignals()
{
    g_delayed = 1;
}

DelayedSignals::~DelayedSignals()
{
    g_delayed = 0;
    if (g_signal)
        endBySignal(g_signal);
}

bool DelayedSignals::came()
{
    return g_signal != 0;
}

void DelayedSignals::end()
{
    endBySignal(g_signal);
}

void setLineOpen(bool open)
{
    g_lineOpen = open;
}

void occupyStandardStreams()
{
#if defined(Q_OS_UNIX)
    // The wrong way round, so that their use still fails: "Bad file descriptor".
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(stream, F_GETFD) < 0)
            ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY); // takes the lowest number: this one
#endif
}

void say(const documents::Notices& notices)
{
    for (const Message& notice : notices)
        if (!notice.empty())
            std::fprintf(stderr, "deltascope-cli: %s\n", qUtf8Printable(text::toText(notice)));
}

void sayWhenBegun(documents::Notices notices)
{
    std::ranges::move(notices, std::back_inserter(g_toBeSaid));
}

void begun()
{
    say(std::exchange(g_toBeSaid, {}));
}

std::optional<Error> checkOutput(const QString& path, const std::vector<std::string>& suffixes)
{
    std::string list;
    for (const std::string& suffix : suffixes)
        list += (list.empty() ? "" : ", ") + suffix;
    if (path.isEmpty())
        return Error{
            Fault::usage, {translatable("core", "--out needs the name of a file that ends in %1."), {std::move(list)}}};
    if (isStandardOutput(path) || files::isWrittenDirectly(path)
        || std::ranges::any_of(suffixes, [&](const std::string& suffix) {
               return path.endsWith(QString::fromStdString(suffix), Qt::CaseInsensitive);
           }))
        return std::nullopt;
    return Error{Fault::usage,
        {suffixes.size() == 1
                ? translatable("core", "“%1” cannot be the name of what is written here; it must end in %2.")
                : translatable("core", "“%1” cannot be the name of what is written here; it must end in one of %2."),
            {reading::shortened(path.toStdString()), std::move(list)}}};
}

std::optional<Error> writeOutput(const QString& path, const QByteArray& bytes)
{
    return writeOutput(path, [&](const reports::TextSink& sink) -> std::optional<Error> {
        sink({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        return std::nullopt;
    });
}

std::optional<Error> writeOutput(
    const QString& path, const std::function<std::optional<Error>(const reports::TextSink& sink)>& make)
{
    if (path.isEmpty() || isStandardOutput(path)) {
        std::optional<Error> failed;
        const auto sink = [&failed](std::string_view piece) {
            bool gone = false;
            failed = writeStandardOutput(piece, gone);
            return !failed && !gone;
        };
        std::optional<Error> error = make(sink);
        return error ? error : failed;
    }
    if (files::isWrittenDirectly(path)) // a FIFO may wait for its reader for ever, and there is no old file to keep
        return files::writeFile(path, make);
    const DelayedSignals delayed;
    return files::writeFile(path, [&make](const reports::TextSink& sink) -> std::optional<Error> {
        std::optional<Error> error =
            make([&sink](std::string_view piece) { return !DelayedSignals::came() && sink(piece); });
        if (!error && DelayedSignals::came()) // what is there of it must not take the old file's place
            return Error{Fault::interrupted, {translatable("core", "It was interrupted."), {}}};
        return error;
    });
}

} // namespace deltascope::cli
