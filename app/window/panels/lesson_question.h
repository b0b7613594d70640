// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>
#include <vector>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace deltascope::workspace {
class LessonSession;
class Workspace;
} // namespace deltascope::workspace

namespace deltascope::panels {

/// The question of a lesson's step: choices or a field for a number, and once answered, the answer beside what is so.
class LessonQuestion : public QWidget {
    Q_OBJECT
public:
    LessonQuestion(workspace::Workspace& workspace, QWidget* parent);
    void showState(); ///< what the session says

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask();
    void addChoice(const QString& words);
    void submit();
    void showVerdict();
    QString answerText() const;
    QString truthText() const;
    workspace::LessonSession& session() const;

    workspace::Workspace& m_workspace;
    QVBoxLayout* m_column;
    QLabel *m_text, *m_problem, *m_verdict;
    QLineEdit* m_number;
    QPushButton *m_answer, *m_again;
    QButtonGroup* m_group;
    struct Choice {
        QWidget* row;
        QRadioButton* button; // without words of its own: they would not wrap
    };
    std::vector<Choice> m_choices;
    std::string m_asked; // lesson, step and language that are laid out
};

} // namespace deltascope::panels
