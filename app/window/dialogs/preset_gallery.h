// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QListWidget;
class QPushButton;

namespace deltascope::workspace {
class PresetSession;
}

namespace deltascope::dialogs {

/// The presets in a list that pops up, each with its line on what to look for and where it comes from.
class PresetGallery : public QFrame {
    Q_OBJECT
public:
    PresetGallery(workspace::PresetSession& session, QWidget* parent);

    void popUp(const QPoint& globalPosition);
    QListWidget& list() const { return *m_list; }

private:
    void fill();
    void choose(int row);

    workspace::PresetSession& m_session;
    QListWidget* m_list;
    QPushButton* m_putBack;
};

} // namespace deltascope::dialogs
