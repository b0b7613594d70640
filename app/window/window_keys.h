// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QKeyEvent;
class QWidget;

namespace deltascope::window {

/// The window's keys, whatever has the focus: a field takes Ctrl+E to the end of its line and Ctrl+Z for itself. Here
/// it has Ctrl+Z only while something is being typed in it.
class WindowKeys : public QObject {
    Q_OBJECT
public:
    explicit WindowKeys(QWidget& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& m_window;
};

} // namespace deltascope::window
