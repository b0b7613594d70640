// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments/command.h"

#include <QString>
#include <QStringList>

namespace deltascope::cli {

/// What a command line asks for: a command to run, or a text to print.
struct Request {
    const Command* command = nullptr; ///< null: print `text`
    Invocation invocation;
    QString text; ///< help or version
};

/// Reads the whole command line (without the program's name), and sets the language that it names, or else the
/// system's. Nothing is run or opened. Errors (Fault::usage) name the word and what would be right.
Result<Request> readCommandLine(const QStringList& arguments);

} // namespace deltascope::cli
