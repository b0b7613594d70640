// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/export_job.h"

#include "files/saving.h"

#include <QTimer>

namespace deltascope::files {

ExportJob::ExportJob(std::vector<ExportTask> tasks, const exports::ExportFormat& format, model::Document document,
    exports::ExportOptions options, QObject* parent)
    : QObject(parent)
    , m_tasks(std::move(tasks))
    , m_format(format)
    , m_document(std::move(document))
    , m_options(std::move(options))
{
}

void ExportJob::start()
{
    m_running = true;
    QTimer::singleShot(0, this, &ExportJob::step);
}

std::optional<Error> ExportJob::writeAll()
{
    while (done() < total())
        if (std::optional<Error> error = writeNext())
            return error;
    return std::nullopt;
}

void ExportJob::cancel()
{
    if (m_running)
        end();
}

std::optional<Error> ExportJob::writeNext()
{
    const ExportTask& task = m_tasks[static_cast<std::size_t>(done())];
    const Result<QByteArray> bytes = m_format.write(task.figure, m_document, m_options);
    if (!bytes)
        return bytes.error();
    if (std::optional<Error> error = writeFile(task.path, *bytes))
        return error;
    m_paths << task.path;
    return std::nullopt;
}

void ExportJob::step()
{
    if (!m_running)
        return;
    if (const std::optional<Error> error = writeNext()) {
        emit failed(*error);
        end();
        return;
    }
    emit progressed();
    if (done() == total())
        end();
    else if (m_running) // nobody has cancelled on hearing of the progress
        QTimer::singleShot(0, this, &ExportJob::step);
}

void ExportJob::end()
{
    m_running = false;
    emit ended();
}

} // namespace deltascope::files
