// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/side_thread.h"
#include "imported/imported_network.h"

#include <QObject>

#include <memory>

class QMenu;

namespace deltascope::reports {
struct NetworkFormat;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::window {

/// Networks in and out: a file of the user's becomes the start values, and the network that is shown becomes a file for
/// other programs. Files are read and written on a thread of its own; what goes wrong is reported.
class NetworkCommands : public QObject {
    Q_OBJECT
public:
    NetworkCommands(workspace::Workspace& workspace, QWidget* window);

    void open(); ///< asks for a file
    /// Shows what became of its arrays and asks for the activations. The file that the scenario waits for, or one of
    /// its pins, is taken at once.
    void openPath(const QString& path);
    void fillExport(QMenu& menu); ///< one action a format
    void exportAs(const reports::NetworkFormat& format); ///< asks for a file
    void exportTo(const reports::NetworkFormat& format, const QString& path);

    /// Whether a file is to be opened as a network: by its name, and JSON by its beginning.
    static bool isNetworkFile(const QString& path);

signals:
    void written(const QStringList& paths);

private:
    void take(const std::shared_ptr<const imported::ImportedNetwork>& network);
    bool isWaitedFor(const imported::ImportedNetwork& network) const;

    workspace::Workspace& m_workspace;
    QWidget* m_window;
    QString m_folder;
    files::SideThread m_thread;
};

} // namespace deltascope::window
