// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/places.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

namespace deltascope::files {

QString portableFolder(const QString& beside)
{
    const bool inBin = QFileInfo(beside).fileName() == QLatin1String("bin"); // what a person sees lies above
    for (const QString& folder : {beside, inBin ? QFileInfo(beside).path() : beside})
        if (QFileInfo(folder + QStringLiteral("/portable")).isFile())
            return folder + QStringLiteral("/settings");
    return {};
}

QString portableFolder()
{
    return QCoreApplication::instance() ? portableFolder(QCoreApplication::applicationDirPath()) : QString();
}

QString portableSettings()
{
    const QString folder = portableFolder();
    return folder.isEmpty() ? QString() : folder + QStringLiteral("/deltascope.ini");
}

QString recoveryFolder()
{
    if (const QString folder = portableFolder(); !folder.isEmpty())
        return folder + QStringLiteral("/recovery");
#if defined(Q_OS_UNIX)
    if (qEnvironmentVariableIsEmpty("HOME"))
        return {};
#endif
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/deltascope/recovery");
}

} // namespace deltascope::files
