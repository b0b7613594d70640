// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::stage {

class ClassVote;

/// After a lesson's last step, for a class: every question once more with its answer, how many of the class had it, and
/// which lesson is next.
class EndPage : public QWidget {
    Q_OBJECT
public:
    EndPage(workspace::Workspace& workspace, ClassVote& vote, QWidget* parent);
    void showState();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    QString answerText(int step) const;
    QString classText(int step) const;

    workspace::Workspace& m_workspace;
    ClassVote& m_vote;
    QVBoxLayout* m_column;
    std::vector<QLabel*> m_questions, m_answers;
    QLabel *m_title, *m_next;
};

} // namespace deltascope::stage
