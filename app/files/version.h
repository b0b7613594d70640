// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deltascope::files {

/// What --version prints: "PROGRAM 0.1.0", then a line that names the commit, where app/package.sh built it, and the
/// libraries.
QString versionText(const QString& program);

/// The second line of versionText().
QString builtOf();

} // namespace deltascope::files
