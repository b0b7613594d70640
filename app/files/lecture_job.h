// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/lecture.h"

#include <QObject>
#include <QStringList>

namespace deltascope::files {

class SideThread;

/// Writes a lecture: what its figures need is computed on another thread, section by section, each is laid out in a
/// turn of the event loop, and the files are written when all are there.
class LectureJob : public QObject {
    Q_OBJECT
public:
    LectureJob(const QString& title, std::vector<prints::Section> sections, LecturePaths paths, data::DataFolder folder,
        SideThread& thread);
    ~LectureJob() override;

    void start();
    void cancel(); ///< nothing is written; `ended` comes at once
    int done() const { return m_done; }
    int total() const { return static_cast<int>(m_sections->size()); }
    const QStringList& paths() const { return m_paths; } ///< written

signals:
    void progressed();
    void failed(const deltascope::Error& error); ///< before `ended`
    void ended();

private:
    struct Errand;

    void step();
    void take(const Errand& errand);
    void write();
    void fail(const Error& error);
    void end();

    SideThread& m_thread;
    std::shared_ptr<const std::vector<prints::Section>> m_sections;
    data::DataFolder m_folder;
    LectureWriting m_writing;
    QStringList m_paths;
    int m_done = 0;
    bool m_running = false;
};

} // namespace deltascope::files
