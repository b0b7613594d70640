// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "reports/network_text.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace deltascope::files {

/// Writes a file whole or not at all, over an existing file too; "-" is standard output. A device or FIFO is written
/// to, never replaced. Errors (Fault::unwritable) name the path and the system's reason.
std::optional<Error> writeFile(const QString& path, const QByteArray& bytes);
/// The same of what is made piece by piece. Where `make` has an Error, or the sink has said that it wants no more
/// (a piece that could not be written), the old file stays.
std::optional<Error> writeFile(
    const QString& path, const std::function<std::optional<Error>(const reports::TextSink& sink)>& make);

/// True for devices and FIFOs, and links to them.
bool isWrittenDirectly(const QString& path);

} // namespace deltascope::files
