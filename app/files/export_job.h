// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "render/export/export.h"

#include <QObject>
#include <QStringList>

#include <vector>

namespace deltascope::files {

/// One figure and the file that it goes to.
struct ExportTask {
    figures::Figure figure;
    QString path;
};

/// Writes figures to files, all as they were at the start, one in each turn of the event loop: a picture is drawn where
/// windows are drawn, and between two of them the window lives and can cancel.
class ExportJob : public QObject {
    Q_OBJECT
public:
    ExportJob(std::vector<ExportTask> tasks, const exports::ExportFormat& format, model::Document document,
        exports::ExportOptions options, QObject* parent);

    void start();
    /// The same at once: nothing else happens until all are written.
    std::optional<Error> writeAll();
    void cancel(); ///< what is written stays; `ended` comes at once
    bool running() const { return m_running; }
    int done() const { return static_cast<int>(m_paths.size()); }
    int total() const { return static_cast<int>(m_tasks.size()); }
    const QStringList& paths() const { return m_paths; } ///< written so far

signals:
    void progressed();
    void failed(const deltascope::Error& error); ///< before `ended`
    void ended();

private:
    std::optional<Error> writeNext();
    void step();
    void end();

    std::vector<ExportTask> m_tasks;
    const exports::ExportFormat& m_format;
    model::Document m_document;
    exports::ExportOptions m_options;
    QStringList m_paths;
    bool m_running = false;
};

} // namespace deltascope::files
