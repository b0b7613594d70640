// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace deltascope::playing {

class Walking;

/// The button that sends the gradient back; during a walk a stage back, play and pause, a stage further, where it
/// stands, and its end. Its keys work wherever no control with the focus has used them.
class WalkBar : public QWidget {
    Q_OBJECT
public:
    explicit WalkBar(Walking& walking, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void showWalk();
    void retranslate();

    Walking& m_walking;
    QToolButton *m_back, *m_previous, *m_play, *m_next, *m_end;
    QLabel* m_place;
};

} // namespace deltascope::playing
