// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/settings.h"

namespace deltascope::files {

std::unique_ptr<QSettings> openSettings()
{
#if defined(Q_OS_UNIX)
    if (qEnvironmentVariableIsEmpty("HOME"))
        return nullptr;
#endif
    return std::make_unique<QSettings>(
        QSettings::IniFormat, QSettings::UserScope, QStringLiteral("deltascope"), QStringLiteral("deltascope"));
}

bool settingsAreKept()
{
    const std::unique_ptr<QSettings> settings = openSettings();
    return settings && settings->isWritable();
}

bool settingsAreReadable()
{
    const std::unique_ptr<QSettings> settings = openSettings();
    if (!settings)
        return true;
    settings->allKeys(); // the file is parsed no sooner than something is asked of it
    return settings->status() != QSettings::FormatError;
}

} // namespace deltascope::files
