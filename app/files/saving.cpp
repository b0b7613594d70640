// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/saving.h"

#include "process/descriptors.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace deltascope::files {

namespace {

Error unwritable(const QString& path, const QString& reason)
{
    return {
        Fault::unwritable, {translatable("core", "Cannot write “%1”: %2"), {path.toStdString(), reason.toStdString()}}};
}

using Make = std::function<std::optional<Error>(const reports::TextSink& sink)>;

/// Writes down to the system, not into Qt's buffer: a write that a full disk cuts short has a reason only in the next
/// one, and Qt forgets that.
bool writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::ptrdiff_t count = process::writeSome(descriptor, bytes.data(), bytes.size());
        if (count > 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
        else if (count == 0 || errno != EINTR)
            return false;
    }
    return true;
}

/// Pieces into an open file, up to the first that cannot be written.
std::optional<Error> writePieces(int descriptor, const QString& path, const Make& make)
{
    std::optional<Error> failed;
    std::optional<Error> error = make([&](std::string_view piece) {
        if (!failed && !writeAll(descriptor, piece))
            failed = unwritable(path, QString::fromLocal8Bit(std::strerror(errno)));
        return !failed;
    });
    return error ? error : failed;
}

std::optional<Error> replace(const QString& path, const Make& make)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(path, file.errorString());
    if (std::optional<Error> error = writePieces(file.handle(), path, make))
        return error;
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
    return writeFile(path, [&](const reports::TextSink& sink) -> std::optional<Error> {
        sink({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        return std::nullopt;
    });
}

std::optional<Error> writeFile(const QString& path, const Make& make)
{
    if (path == QLatin1String("-"))
        return writePieces(process::kStandardOutput, path, make);
    if (path.contains(QChar::ReplacementCharacter))
        return Error{Fault::unreadable,
            {translatable("core", "The file name “%1” is not valid UTF-8; rename the file."), {path.toStdString()}}};
    std::error_code reason;
    static_cast<void>(std::filesystem::status(path.toStdU16String(), reason));
    if (reason == std::errc::too_many_symbolic_link_levels) // QSaveFile would put a file in the place of the link
        return unwritable(path, QString::fromStdString(reason.message()));
    if (isWrittenDirectly(path)) { // devices, FIFOs and standard output: written to, never replaced by a file
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered | QIODevice::ExistingOnly))
            return unwritable(path, file.errorString());
        return writePieces(file.handle(), path, make);
    }
    return replace(path, make);
}

} // namespace deltascope::files
