// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDockWidget;
class QLabel;
class QToolButton;

namespace deltascope::window {

/// The title of a dock, to which it can be folded.
class DockTitle : public QWidget {
    Q_OBJECT
public:
    explicit DockTitle(QDockWidget& dock);

    bool isFolded() const { return m_folded; }
    void setFolded(bool folded);

signals:
    void foldWanted(bool folded); ///< by hand
    void folded();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fit();
    void retranslate();

    QDockWidget& m_dock;
    QToolButton *m_fold, *m_float, *m_close;
    QLabel* m_name;
    bool m_folded = false;
};

} // namespace deltascope::window
