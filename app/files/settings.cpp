// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/settings.h"

#include "files/places.h"

namespace deltascope::files {

namespace {

QString keyOf(const parameters::Parameter<model::Preferences>& row)
{
    return QString::fromUtf8(row.key.data(), qsizetype(row.key.size()));
}

} // namespace

std::unique_ptr<QSettings> openSettings()
{
    if (const QString file = portableSettings(); !file.isEmpty())
        return std::make_unique<QSettings>(file, QSettings::IniFormat);
#if defined(Q_OS_UNIX)
    if (qEnvironmentVariableIsEmpty("HOME"))
        return nullptr;
#endif
    return std::make_unique<QSettings>(
        QSettings::IniFormat, QSettings::UserScope, QStringLiteral("deltascope"), QStringLiteral("deltascope"));
}

void keepQtSettings(const QString& portableFolder)
{
    if (!portableFolder.isEmpty())
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, portableFolder);
}

model::Preferences keptPreferences()
{
    model::Preferences kept;
    if (const auto settings = openSettings())
        for (const parameters::Parameter<model::Preferences>& row : parameters::preferenceParameters())
            if (const QVariant value = settings->value(keyOf(row)); value.isValid())
                if (Result<model::Preferences> next = parameters::withValue(kept, row, value.toString().toStdString()))
                    kept = *std::move(next);
    return kept;
}

void keepPreference(const parameters::Parameter<model::Preferences>& row, const QString& id)
{
    if (const auto settings = openSettings())
        settings->setValue(keyOf(row), id);
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
