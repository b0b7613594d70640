// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace deltascope::files {

inline constexpr int kMostRecentFiles = 10;

/// Paths opened or saved lately, newest first, at most kMostRecentFiles; empty where no settings are kept.
QStringList recentFiles();
void addRecentFile(const QString& path);
void clearRecentFiles();

} // namespace deltascope::files
