// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

class QLabel;
class QMenu;
class QPushButton;

namespace deltascope::lessons {
struct Lesson;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::panels {

/// The page after a lesson's last step: what was achieved, what is still open, and what may follow.
class LessonEnd : public QWidget {
    Q_OBJECT
public:
    LessonEnd(workspace::Workspace& workspace, QWidget* parent);

    void showState();

private:
    void fillMenu();
    void beginNext();
    std::shared_ptr<const lessons::Lesson> next() const; ///< nullptr: this was the last one

    workspace::Workspace& m_workspace;
    QLabel *m_words, *m_result, *m_open;
    QPushButton *m_next, *m_another, *m_close;
    QMenu* m_menu;
};

} // namespace deltascope::panels
