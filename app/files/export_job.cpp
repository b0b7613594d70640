// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/export_job.h"

#include "files/saving.h"
#include "files/side_thread.h"
#include "process/memory_shortage.h"

#include <QPointer>
#include <QTimer>

#include <memory>
#include <new>

namespace deltascope::files {

/// One file on its way.
struct ExportJob::Writing {
    std::unique_ptr<const exports::FigureExport> figure;
    QString path;
    std::optional<Error> error = {};

    void run(const std::stop_token& stop)
    {
        try {
            const Result<QByteArray> bytes = figure->bytes(stop);
            if (!bytes)
                error = bytes.error();
            else if (!stop.stop_requested())
                error = writeFile(path, *bytes);
        } catch (const std::bad_alloc&) { // it must not leave the thread
            error = process::notEnoughMemory();
        }
    }
};

ExportJob::ExportJob(std::vector<ExportTask> tasks, const exports::ExportFormat& format, model::Document document,
    exports::ExportOptions options, SideThread& thread)
    : m_thread(thread)
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

void ExportJob::cancel()
{
    if (!m_running)
        return;
    m_thread.stop();
    end();
}

void ExportJob::step()
{
    if (!m_running)
        return;
    ExportTask& task = m_tasks[static_cast<std::size_t>(done())];
    const auto writing = std::make_shared<Writing>(
        Writing{std::make_unique<const exports::FigureExport>(m_format, std::move(task.figures), m_document, m_options),
            task.path});
    m_thread.post([writing](const std::stop_token& stop) { writing->run(stop); },
        [writing, run = QPointer(this)] {
            if (run)
                run->take(*writing);
        });
}

void ExportJob::take(const Writing& writing)
{
    if (!m_running)
        return;
    if (writing.error) {
        emit failed(*writing.error);
        end();
        return;
    }
    m_paths << writing.path;
    emit progressed();
    if (done() == total())
        end();
    else
        step();
}

void ExportJob::end()
{
    m_running = false;
    emit ended();
}

} // namespace deltascope::files

#include "moc_export_job.cpp"
