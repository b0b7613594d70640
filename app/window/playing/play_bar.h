// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QToolButton;

namespace deltascope::playing {

class Play;

/// Play and stop, which parameter, how fast and whether it comes back: small enough for a toolbar. The space bar plays
/// and stops wherever it is not needed for something else.
class PlayBar : public QWidget {
    Q_OBJECT
public:
    PlayBar(Play& play, QWidget* parent = nullptr);

    QToolButton* button() const { return m_button; }
    QComboBox* parameters() const { return m_parameters; }
    QComboBox* speeds() const { return m_speeds; }
    QComboBox* courses() const { return m_courses; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void connectAll();
    void showPlay();
    void retranslate();

    Play& m_play;
    QToolButton* m_button;
    QComboBox* m_parameters;
    QComboBox* m_speeds;
    QComboBox* m_courses;
};

} // namespace deltascope::playing
