// SPDX-License-Identifier: GPL-3.0-or-later
// EPS: the PDF page through pdftops of poppler-utils, its type embedded. The document stands in comments of the head.
#include "documents/embedded.h"
#include "render/export/export.h"

#include <QProcess>
#include <QStandardPaths>

#include <algorithm>

namespace deltascope::exports {

namespace {

const QString kConverter = QStringLiteral("pdftops");

std::optional<Error> missing()
{
    if (!QStandardPaths::findExecutable(kConverter).isEmpty())
        return std::nullopt;
    return Error{Fault::usage,
        {translatable(
             "core", "%1 files need pdftops, which is not installed (package poppler-utils); .pdf needs nothing."),
            {".eps"}}};
}

Error notConverted(const QProcess& process, const QByteArray& said)
{
    const QString why = said.isEmpty() ? process.errorString() : QString::fromUtf8(said).trimmed().right(300);
    return {Fault::internal, {translatable("core", "pdftops failed: %1"), {why.toStdString()}}};
}

/// The page as PostScript. `stop` ends the other program.
Result<QByteArray> converted(const QByteArray& page, const std::stop_token& stop)
{
    constexpr int kLook = 50; // ms
    QProcess process;
    process.start(kConverter, {QStringLiteral("-eps"), QStringLiteral("-"), QStringLiteral("-")});
    if (!process.waitForStarted())
        return notConverted(process, {});
    process.write(page);
    process.closeWriteChannel();
    while (process.state() != QProcess::NotRunning && !process.waitForFinished(kLook))
        if (stop.stop_requested())
            process.kill();
    const QByteArray bytes = process.readAllStandardOutput();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0 || !bytes.startsWith("%!PS"))
        return notConverted(process, process.readAllStandardError());
    return bytes;
}

Result<QByteArray> make(const ExportSource& source, const std::stop_token& stop)
{
    if (std::optional<Error> error = missing())
        return *std::move(error);
    const Result<QByteArray> page = exportFormat(QStringLiteral(".pdf"))->make(source, stop);
    if (!page)
        return page;
    Result<QByteArray> made = converted(*page, stop);
    if (!made)
        return made;
    QByteArray eps = *std::move(made);
    return eps.insert(std::max<qsizetype>(eps.indexOf("%%EndComments"), 0),
        QByteArray::fromStdString(documents::commentScenario(source.document)));
}

} // namespace

extern const ExportFormat eps;
const ExportFormat eps{
    .id = "eps",
    .name = translatable("core", "EPS page (pdftops)"),
    .rank = 6,
    .drawn = true,
    .missing = missing,
    .make = make,
};

} // namespace deltascope::exports
