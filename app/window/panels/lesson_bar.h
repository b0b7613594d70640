// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::panels {

/// A lesson that waits: its name and step, and the way back to it. Not there while none does.
class LessonBar : public QFrame {
    Q_OBJECT
public:
    LessonBar(workspace::Workspace& workspace, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showState();

    workspace::Workspace& m_workspace;
    QLabel* m_words;
    QPushButton *m_continue, *m_end;
};

} // namespace deltascope::panels
