// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parameters/parameters.h"

#include <QSettings>

#include <memory>

namespace deltascope::files {

/// The user's settings, or those beside a portable program (files/places.h); nullptr where there is no home to keep
/// them in (with HOME empty Qt would write to "/.config").
std::unique_ptr<QSettings> openSettings();

/// What Qt's own dialogs keep, the last folders, goes beside a portable program too. Not on Windows, where Qt has the
/// registry for that: package/windows.sh builds it without.
void keepQtSettings(const QString& portableFolder);

/// What the user likes, as it was last chosen.
model::Preferences keptPreferences();

/// Keeps one of them for the sessions to come.
void keepPreference(const parameters::Parameter<model::Preferences>& row, const QString& id);

/// False where settings can be neither written nor kept: the window says so once.
bool settingsAreKept();

/// False where the settings file holds something else: the defaults are used, and the window says so once.
bool settingsAreReadable();

} // namespace deltascope::files
