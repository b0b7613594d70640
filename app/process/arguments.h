// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace deltascope::process {

/// What stands behind the program's name, in every locale: what is not UTF-8 shows as U+FFFD. On Windows what the
/// system keeps, in UTF-16: `argv` is there in a code page that lacks most letters.
QStringList arguments(int argc, char** argv);

} // namespace deltascope::process
