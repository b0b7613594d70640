// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace deltascope::process {

/// Keeps the last messages of Qt and ours for the diagnostic information, and passes them on to standard error without
/// the noise that says nothing to a user.
void installMessageLog();
QStringList loggedMessages(); ///< oldest first, at most 500

} // namespace deltascope::process
