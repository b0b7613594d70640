// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deltascope::files {

/// Where a file called `portable` lies beside the program, settings and what a killed session had are kept in a folder
/// beside it, and nothing elsewhere: the program goes from computer to computer on a stick. Empty: they are the user's.
QString portableFolder();

/// The same of a program in `beside`; where that is called bin, the file may lie beside bin as well.
QString portableFolder(const QString& beside);

/// The settings file of portableFolder(), or empty.
QString portableSettings();

/// Where what a killed session had is kept; empty where there is no place for it (no home).
QString recoveryFolder();

} // namespace deltascope::files
