// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QMenu;
class QProgressBar;
class QSpinBox;
class QToolButton;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::playing {

/// Run and pause, one step or up to a chosen one, back to the start, the speed, and how far the training is.
class TrainingBar : public QWidget {
    Q_OBJECT
public:
    explicit TrainingBar(workspace::Workspace& workspace, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildTargets();
    void connectAll();
    void showTargets();
    void showState();
    void showRunning(bool running);
    void retranslate();
    QString progressText() const;
    QString stateText() const;
    QString noticeText() const;
    std::int64_t stepsPerEpoch() const;

    workspace::Workspace& m_workspace;
    QToolButton *m_runButton, *m_stepButton, *m_rewindButton, *m_forgetButton;
    QMenu* m_targets; // of the step button
    QAction *m_nextEpoch, *m_toStep;
    QLabel* m_targetName;
    QSpinBox* m_target;
    QComboBox* m_speeds;
    QProgressBar* m_progress;
    QLabel* m_state;
    std::optional<bool> m_shownRunning;
};

} // namespace deltascope::playing
