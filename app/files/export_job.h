// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "render/export/export.h"

#include <QObject>
#include <QStringList>

#include <vector>

namespace deltascope::files {

/// One file and the figures that stand on its page.
struct ExportTask {
    std::vector<figures::Figure> figures;
    QString path;
};

class SideThread;

/// Writes figures to files, all of one moment, one after the other: each is laid out in a turn of the event loop, and
/// drawn, packed and written on another thread.
class ExportJob : public QObject {
    Q_OBJECT
public:
    ExportJob(std::vector<ExportTask> tasks, const exports::ExportFormat& format, model::Document document,
        exports::ExportOptions options, SideThread& thread);

    void start();
    void cancel(); ///< what is written stays, at most one file is still being written; `ended` comes at once
    bool running() const { return m_running; }
    int done() const { return static_cast<int>(m_paths.size()); }
    int total() const { return static_cast<int>(m_tasks.size()); }
    const QStringList& paths() const { return m_paths; } ///< written so far

signals:
    void progressed();
    void failed(const deltascope::Error& error); ///< before `ended`
    void ended();

private:
    struct Writing;

    void step();
    void take(const Writing& writing);
    void end();

    SideThread& m_thread;
    std::vector<ExportTask> m_tasks;
    const exports::ExportFormat& m_format;
    model::Document m_document;
    exports::ExportOptions m_options;
    QStringList m_paths;
    bool m_running = false;
};

} // namespace deltascope::files
