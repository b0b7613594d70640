// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/animation_run.h"

#include <QDialog>

#include <memory>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace deltascope {

class NumberEdit;
class Workspace;

/// A figure in motion as numbered pictures or a film. Not modal: what is recorded is the state when it begins.
class AnimationDialog : public QDialog {
    Q_OBJECT
public:
    AnimationDialog(Workspace& workspace, QWidget* parent);
    ~AnimationDialog() override;

    void offer();
    /// Begins, or says why not.
    std::optional<Error> beginWritingTo(const QString& path);
    bool writing() const { return m_run != nullptr; }
    void reject() override; ///< cancels what is under way

signals:
    void written(const QString& firstPath);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void addRow(QWidget* field);
    void fill();
    void useParameter();
    void retranslate();
    void showState();
    void ask();
    void endRun();
    AnimationPlan plan() const;

    Workspace& m_workspace;
    QFormLayout* m_form;
    QComboBox *m_figure, *m_parameter;
    NumberEdit *m_from, *m_to;
    double m_fromValue = 0, m_toValue = 1;
    QSpinBox *m_frames, *m_rate;
    std::vector<QLabel*> m_labels;
    QLabel* m_problem;
    QProgressBar* m_progress;
    QPushButton *m_record, *m_close;
    std::unique_ptr<AnimationRun> m_run; // null: none is under way
};

} // namespace deltascope
