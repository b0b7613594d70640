// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/document_file.h"
#include "storage/recovery.h"

#include <QObject>

#include <functional>

class QMenu;
class QMimeData;

namespace deltascope::dialogs {
class TableSheet;
}
namespace deltascope::widgets {
class Banner;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::window {

class NetworkCommands;

/// New, open, save and what must be asked first: the questions around a DocumentFile. Errors become banners.
class FileCommands : public QObject {
    Q_OBJECT
public:
    FileCommands(
        workspace::Workspace& workspace, storage::DocumentFile& file, widgets::Banner& banner, QWidget* window);

    void startNew();
    void open(); ///< asks for a file
    void openPath(const QString& path); ///< asks before unsaved work is lost
    void compare(); ///< asks for a file
    void comparePath(const QString& path); ///< shows it beside the present scenario, in a window of its own
    void save();
    void saveAs();
    NetworkCommands& networks() { return *m_networks; }
    void chooseDataFolder(); ///< of MNIST, or the file of a table; kept in the settings
    void openTable(const QString& path = {}); ///< as inputs; asks for the file where none is given
    static bool isTable(const QString& path); ///< by its name, and no figure that was exported as CSV
    void copyLink(); ///< the present document as a short text, to the clipboard
    void paste(); ///< a document from the clipboard
    void fillRecent(QMenu& menu);
    /// Opens the first readable file of a drop and names the others.
    void openDropped(const QMimeData& data);
    static bool acceptsDrop(const QMimeData& data);
    void offerLostSessions(std::vector<storage::LostSession> lost);

    /// Runs `next` at once where nothing would be lost, else asks: save, discard or cancel.
    void whenSafe(const std::function<void()>& next);

private:
    void openNow(const QString& path);
    std::optional<Error> openAny(const QString& path); ///< a document or a lesson
    void say(const documents::Notices& notices);
    void sayNotOpened(const QStringList& paths);
    void saveTo(const QString& path, const std::function<void()>& next);
    void saveThen(const std::function<void()>& next);
    void saveAsThen(const std::function<void()>& next);
    void askBeforeOverwriting(const QString& path, const std::function<void()>& next);

    workspace::Workspace& m_workspace;
    storage::DocumentFile& m_file;
    widgets::Banner& m_banner;
    dialogs::TableSheet& tableSheet();

    QWidget* m_window;
    NetworkCommands* m_networks;
    dialogs::TableSheet* m_tableSheet = nullptr; // from the first table on
    QString m_folder;
};

} // namespace deltascope::window
