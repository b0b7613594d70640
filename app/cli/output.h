// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "documents/notices.h"
#include "reports/network_text.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace deltascope::cli {

/// From here on Ctrl+C ends the program with 130 and SIGTERM with 143, never while a file is being written. A closed
/// pipe and a full file are errors of the write, not the end of the program.
void handleSignals();

/// While one stands, SIGINT and SIGTERM wait; its end is theirs. So what is destroyed before it is cleaned up first.
class DelayedSignals {
public:
    DelayedSignals();
    ~DelayedSignals();
    DelayedSignals(const DelayedSignals&) = delete;
    DelayedSignals& operator=(const DelayedSignals&) = delete;

    static bool came(); ///< one waits: make an end soon
    [[noreturn]] static void end(); ///< makes it now, where `came`
};

/// Standard streams that the caller has closed stay closed: no file that is opened later takes their number.
void occupyStandardStreams();

/// While a line on standard error waits for its end: a signal that ends the program then ends the line too.
void setLineOpen(bool open);

/// One line each on standard error, where something was accepted that must be said; the exit code stays.
void say(const documents::Notices& notices);
/// The same, but only once what was asked for begins: where it is refused, the error is the one sentence.
void sayWhenBegun(documents::Notices notices);
void begun();

/// An Error (Fault::usage) where --out is empty or a file whose name ends in none of `suffixes` (".json"); what is
/// written would bear a false name. Standard output, devices and FIFOs may have any.
std::optional<Error> checkOutput(const QString& path, const std::vector<std::string>& suffixes);

/// Writes to the file, whole or not at all; to standard output where `path` is empty, "-" or "/dev/stdout". A reader
/// that has gone away (`| head`) is no error.
std::optional<Error> writeOutput(const QString& path, const QByteArray& bytes);

/// The same of what is made piece by piece; it is no longer wanted where a signal has come or the reader has gone. The
/// Error of `make` where it has one: then nothing is written.
std::optional<Error> writeOutput(
    const QString& path, const std::function<std::optional<Error>(const reports::TextSink& sink)>& make);

} // namespace deltascope::cli
