// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace deltascope {

/// Writes a file whole or not at all, over an existing file too; "-" is standard output. A device or FIFO is written
/// to, never replaced. Errors (Fault::unwritable) name the path and the system's reason.
std::optional<Error> writeFile(const QString& path, const QByteArray& bytes);

/// True for devices and FIFOs, and links to them.
bool isWrittenDirectly(const QString& path);

} // namespace deltascope
