// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/saving.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>
#include <filesystem>
#include <system_error>

namespace deltascope {

namespace {

Error unwritable(const QString& path, const QString& reason)
{
    return {
        Fault::unwritable, {translatable("core", "Cannot write “%1”: %2"), {path.toStdString(), reason.toStdString()}}};
}

/// Writes all of it down to the system. A full disk shows as a short write without a reason; only the next one has it.
bool writeAll(QFileDevice& file, const QByteArray& bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const qint64 count = file.write(bytes.constData() + done, bytes.size() - done);
        if (count <= 0)
            return false;
        done += count;
    }
    return file.flush();
}

/// Devices, FIFOs and standard output: written to, never replaced by a file.
std::optional<Error> writeDirectly(QFile& file, const QString& path, const QByteArray& bytes)
{
    if (!writeAll(file, bytes))
        return unwritable(path, file.errorString()); // taken before close(), which forgets it
    return std::nullopt;
}

std::optional<Error> replace(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !writeAll(file, bytes))
        return unwritable(path, file.errorString());
    if (!file.commit())
        return unwritable(path, file.errorString());
    return std::nullopt;
}

} // namespace

bool isWrittenDirectly(const QString& path)
{
    const QFileInfo target(path);
    return target.exists() && !target.isFile() && !target.isDir();
}

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
    std::error_code reason;
    static_cast<void>(std::filesystem::status(path.toStdU16String(), reason));
    if (reason == std::errc::too_many_symbolic_link_levels) // QSaveFile would put a file in the place of the link
        return unwritable(path, QString::fromStdString(reason.message()));
    if (isWrittenDirectly(path)) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered | QIODevice::ExistingOnly))
            return unwritable(path, file.errorString());
        return writeDirectly(file, path, bytes);
    }
    return replace(path, bytes);
}

} // namespace deltascope
