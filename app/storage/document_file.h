// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "documents/notices.h"
#include "model/document.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <optional>

namespace deltascope::files {
struct OpenedDocument;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::storage {

/// The document in the window and the file that it came from. No dialogs: questions are the window's.
class DocumentFile : public QObject {
    Q_OBJECT
public:
    explicit DocumentFile(workspace::Workspace& workspace, QObject* parent = nullptr);

    /// Opens a document, or the document in any exported figure. On an error nothing changes.
    std::optional<Error> open(const QString& path);
    /// What had to be said about the document opened last.
    const documents::Notices& notices() const { return m_notices; }
    /// Writes it whole or not at all, and stays with that file.
    std::optional<Error> save(const QString& path);
    /// A new document.
    void startNew(const model::Document& document);
    /// The document of a session that was cut short: it belongs to `path`, and is not saved there.
    void recover(const model::Document& document, const QString& path);

    const QString& path() const { return m_path; } ///< empty: never saved, or opened from an exported figure
    QString name() const; ///< for the title: the file's name, or "Untitled"
    /// True where scenario or pins differ from what the file holds. How it is shown is no work that can be lost.
    bool modified() const;
    /// True where another program has changed or removed the file since it was opened or saved here.
    bool changedOnDisk() const;
    QByteArray json() const; ///< of the present document

signals:
    void changed(); ///< path or modified
    void replaced(); ///< another document has come in place of the one before

private:
    void bringCells(const files::OpenedDocument& opened);
    void stay(const QString& path, const model::Document& saved);

    workspace::Workspace& m_workspace;
    QString m_path;
    std::optional<model::Document> m_saved; // nothing: recovered, no file holds it
    documents::Notices m_notices;
    std::optional<QByteArray> m_stamp; // hash of the file as it was read or written
};

} // namespace deltascope::storage
