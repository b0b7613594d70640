// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the window, read before any application object exists: --help must work without a display.
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace deltascope::window {

struct Arguments {
    bool help = false;
    bool version = false;
    QString file; ///< empty: none
    QString beside; ///< another one, to compare it with
    QString preset;
    QString language;
    QString theme;
    QString data; ///< a folder, or the file of a table
    bool operator==(const Arguments&) const = default;
};

/// Reads the arguments after the program's name. Qt's own options (-platform, -style …) are passed over. Errors
/// (Fault::usage) name the argument.
Result<Arguments> readArguments(const QStringList& arguments);

/// Whether preset, language and theme are known here; else the sentence that lists those that are (Fault::usage).
std::optional<Error> checkArguments(const Arguments& arguments);

/// What --help prints.
QString helpText();

/// False on systems where a window needs a display and the environment names none, nor `arguments` another platform.
bool displayAvailable(const QStringList& arguments);

} // namespace deltascope::window
