// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/lecture.h"
#include "files/side_thread.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QMenu;
class QProgressBar;
class QPushButton;

namespace deltascope::files {
class LectureJob;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::dialogs {

/// What is marked for "my lecture", in its order, and how it is printed: slides, worksheet, answer key.
class LectureDialog : public QDialog {
    Q_OBJECT
public:
    LectureDialog(workspace::Workspace& workspace, QWidget* parent);
    ~LectureDialog() override;

    void offer();
    void showMarks(); ///< they were changed elsewhere
    /// Writes slides to this path, and what else is ticked beside it: "…-worksheet.pdf", "…-answers.pdf".
    void beginWritingTo(const QString& path);
    bool writing() const { return m_job != nullptr; }
    void reject() override; ///< cancels the writing, else closes

signals:
    void written(const QStringList& paths);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void showState();
    void fillMenu();
    void add(const files::LectureItem& item);
    void move(int by);
    void remove();
    void put(const std::vector<files::LectureItem>& items, int row);
    void ask();
    void endJob();

    workspace::Workspace& m_workspace;
    std::vector<files::LectureItem> m_items;
    QLabel *m_explanation, *m_titleLabel, *m_problem;
    QListWidget* m_list;
    QPushButton *m_add, *m_up, *m_down, *m_remove, *m_write, *m_close;
    QMenu* m_menu;
    QLineEdit* m_title;
    QCheckBox *m_worksheet, *m_answers;
    QProgressBar* m_progress;
    std::unique_ptr<files::LectureJob> m_job;
    files::SideThread m_thread; // last: it ends first
};

} // namespace deltascope::dialogs
