// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QToolButton;

namespace deltascope {

class Workspace;

/// Run and pause, one step, back to the start, the speed, and how far the training is.
class TrainingBar : public QWidget {
    Q_OBJECT
public:
    explicit TrainingBar(Workspace& workspace, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectAll();
    void showState();
    void retranslate();
    QString progressText() const;
    QString stateText() const;

    Workspace& m_workspace;
    QToolButton *m_run, *m_step, *m_rewind, *m_forget;
    QComboBox* m_speeds;
    QProgressBar* m_progress;
    QLabel* m_state;
};

} // namespace deltascope
