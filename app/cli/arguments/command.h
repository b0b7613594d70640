// SPDX-License-Identifier: GPL-3.0-or-later
// deltascope-cli COMMAND …: a command is one const record in one file of cli/commands, its options are rows.
#pragma once

#include "base/result.h"
#include "cli/arguments/invocation.h"

#include <optional>
#include <span>
#include <string_view>

namespace deltascope::cli {

/// One option of a command.
struct Option {
    std::string_view name; ///< "--set"
    const char* value; ///< what stands after it: "KEY=VALUE"; "" for a switch
    const char* help; ///< translatable
    bool repeatable = false;
    /// What a registry has: all of it %1 in `help`, or all but the last %2 and the last %3. nullptr: `help` is whole.
    QStringList (*listed)() = nullptr;
};

struct Command {
    std::string_view id;
    const char* summary; ///< translatable
    const char* operand; ///< the word that may stand alone, as in the usage line: "ID"; "" for none
    bool operandNeeded = false;
    bool manyOperands = false; ///< there may be more than one
    int rank = 0; ///< place in --help
    bool fonts = false; ///< needs Qt's fonts and painter
    std::span<const Option* const> options;
    const char* notes; ///< translatable: what --help says below the options

    /// Does the work and writes the output. An Error ends the program with its code.
    std::optional<Error> (*run)(const Invocation& invocation);
};

std::span<const Command* const> commandsRegistry();

/// What `deltascope-cli --help` and `deltascope-cli COMMAND --help` print.
QString overview();
QString helpOf(const Command& command);

/// Reads the arguments after the command's name. Errors (Fault::usage) name the argument and what would be right.
Result<Invocation> readInvocation(const Command& command, const QStringList& arguments);

} // namespace deltascope::cli
