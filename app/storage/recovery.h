// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document.h"

#include <QLockFile>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <vector>

namespace deltascope::storage {

class DocumentFile;

/// A session that ended without saying so, with the work that it had not saved.
struct LostSession {
    QString copy; ///< the autosaved file
    QString path; ///< the file that it belongs to; empty: none
    model::Document document;
};

/// Keeps a copy of unsaved work beside the settings, under a lock that ends with the process: a copy whose lock is
/// stale is what a killed session left. Two windows at once have a copy each.
class Recovery : public QObject {
    Q_OBJECT
public:
    Recovery(const DocumentFile& file, QObject* parent = nullptr);
    ~Recovery() override; ///< the session ends in order: its copy goes

    /// False where no copy can be kept here (no home, not writable).
    bool keepsCopies() const { return m_lock != nullptr; }
    /// What killed sessions have left; unreadable copies are moved aside.
    static std::vector<LostSession> lostSessions();
    /// The user has decided about it.
    static void forget(const LostSession& lost);

    void saveNow();
    /// The process is being ended from outside: the copy stays for the next start.
    void saveAndKeep();

private:
    void scheduleSave();

    const DocumentFile& m_file;
    QString m_copy;
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_pause;
    bool m_keep = false;
};

} // namespace deltascope::storage
