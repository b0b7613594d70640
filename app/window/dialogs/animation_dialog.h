// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/animation_job.h"

#include <QDialog>

#include <memory>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace deltascope::controls {
class NumberEdit;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::dialogs {

/// A figure in motion as numbered pictures or a film. Not modal: what is recorded is the state when it begins.
class AnimationDialog : public QDialog {
    Q_OBJECT
public:
    AnimationDialog(workspace::Workspace& workspace, QWidget* parent);
    ~AnimationDialog() override;

    void offer();
    /// Begins, or says why not.
    std::optional<Error> beginWritingTo(const QString& path);
    bool writing() const { return m_job != nullptr; }
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
    void endJob();
    figures::AnimationPlan plan() const;

    workspace::Workspace& m_workspace;
    QFormLayout* m_form;
    QComboBox *m_figure, *m_parameter;
    controls::NumberEdit *m_from, *m_to;
    double m_fromValue = 0, m_toValue = 1;
    QSpinBox *m_frames, *m_rate;
    std::vector<QLabel*> m_labels;
    QLabel* m_problem;
    QProgressBar* m_progress;
    QPushButton *m_record, *m_close;
    std::unique_ptr<files::AnimationJob> m_job; // null: none is under way
};

} // namespace deltascope::dialogs
