// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/notices.h"
#include "result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace deltascope {

/// From here on Ctrl+C ends the program with 130 and SIGTERM with 143, never while a file is being written. A closed
/// pipe and a full file are errors of the write, not the end of the program.
void handleSignals();

/// Standard streams that the caller has closed stay closed: no file that is opened later takes their number.
void occupyStandardStreams();

/// One line each on standard error, where something was accepted that must be said; the exit code stays.
void say(const Notices& notices);

/// Writes to the file, whole or not at all; to standard output where `path` is empty, "-" or "/dev/stdout". A reader
/// that has gone away (`| head`) is no error.
std::optional<Error> writeOutput(const QString& path, const QByteArray& bytes);

} // namespace deltascope
