// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <string>

class QMenu;

namespace deltascope::widgets {
class Banner;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::window {

/// What the Lessons menu does: begin, open one of the user's own, report, print.
class LessonCommands : public QObject {
    Q_OBJECT
public:
    LessonCommands(workspace::Workspace& workspace, widgets::Banner& banner, QWidget* window);

    void fill(QMenu& menu);
    void open();
    void openPath(const QString& path);
    void saveReport();
    void saveWorksheet();

signals:
    void lectureWanted(const std::string& lesson); ///< it is to be part of one

private:
    void write(const QString& path, const QByteArray& bytes);

    workspace::Workspace& m_workspace;
    widgets::Banner& m_banner;
    QWidget* m_window;
};

} // namespace deltascope::window
