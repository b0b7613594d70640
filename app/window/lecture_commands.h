// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/lecture.h"

#include <QObject>

namespace deltascope::dialogs {
class LectureDialog;
}
namespace deltascope::widgets {
class Banner;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::window {

/// "Add to my lecture", wherever it is offered, and the dialog that writes it.
class LectureCommands : public QObject {
    Q_OBJECT
public:
    LectureCommands(workspace::Workspace& workspace, widgets::Banner& banner, QWidget* window);

    void add(const files::LectureItem& item);
    void offer();
    dialogs::LectureDialog& dialog();

private:
    workspace::Workspace& m_workspace;
    widgets::Banner& m_banner;
    QWidget* m_window;
    dialogs::LectureDialog* m_dialog = nullptr; // from the first time on
};

} // namespace deltascope::window
