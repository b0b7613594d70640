// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/recent_files.h"

#include "files/settings.h"

#include <QFileInfo>

namespace deltascope::files {

namespace {

const QString kKey = QStringLiteral("files/recent");

} // namespace

QStringList recentFiles()
{
    const auto settings = openSettings();
    return settings ? settings->value(kKey).toStringList().mid(0, kMostRecentFiles) : QStringList();
}

void addRecentFile(const QString& path)
{
    const auto settings = openSettings();
    if (!settings)
        return;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(absolute);
    files.prepend(absolute);
    settings->setValue(kKey, files.mid(0, kMostRecentFiles));
}

void clearRecentFiles()
{
    if (const auto settings = openSettings())
        settings->remove(kKey);
}

} // namespace deltascope::files
