// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/saving.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

namespace deltascope {

namespace {

Error unwritable(const QString& path, const QString& reason)
{
    return {
        Fault::unwritable, {translatable("core", "Cannot write “%1”: %2"), {path.toStdString(), reason.toStdString()}}};
}

/// Devices, FIFOs and standard output: written to, never replaced by a file.
std::optional<Error> writeDirectly(QFile& file, const QString& path, const QByteArray& bytes)
{
    // The text is taken before close(), which forgets it.
    if (file.write(bytes) != bytes.size() || !file.flush())
        return unwritable(path, file.errorString());
    return std::nullopt;
}

std::optional<Error> replace(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(path, file.errorString());
    if (file.write(bytes) != bytes.size() || !file.commit())
        return unwritable(path, file.errorString());
    return std::nullopt;
}

} // namespace

std::optional<Error> writeFile(const QString& path, const QByteArray& bytes)
{
    if (path == QLatin1String("-")) {
        QFile file;
        if (!file.open(stdout, QIODevice::WriteOnly))
            return unwritable(path, file.errorString());
        return writeDirectly(file, path, bytes);
    }
    if (path.contains(QChar::ReplacementCharacter))
        return Error{Fault::unreadable,
            {translatable("core", "The file name “%1” is not valid UTF-8; rename the file."), {path.toStdString()}}};
    const QFileInfo target(path);
    if (target.exists() && !target.isFile() && !target.isDir()) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered | QIODevice::ExistingOnly))
            return unwritable(path, file.errorString());
        return writeDirectly(file, path, bytes);
    }
    return replace(path, bytes);
}

} // namespace deltascope
