// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure_kind.h"
#include "files/side_thread.h"
#include "render/export/export.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace deltascope::controls {
class NumberEdit;
}
namespace deltascope::files {
class ExportJob;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::dialogs {

/// One figure or all visible ones as files. Not modal: the sliders stay alive, and what is exported is what is seen.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    using Visible = std::function<std::vector<const figures::FigureKind*>()>;

    ExportDialog(workspace::Workspace& workspace, Visible visible, QWidget* parent);
    ~ExportDialog() override;

    void offer(const figures::FigureKind* kind); ///< nullptr: all visible ones
    exports::ExportOptions options() const;
    /// Writes the chosen figures to this path (all: one file each, the figure's id before the suffix), with its
    /// progress shown; Close cancels what is left. What goes wrong is reported.
    void beginWritingTo(const QString& path);
    bool writing() const;
    void reject() override;
    QString suggestedName() const;

signals:
    void written(const QStringList& paths);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void follow(controls::NumberEdit* field, double ExportDialog::*value, bool ofPage);
    void addRow(QWidget* field);
    void showValues();
    void fillLists();
    void usePage(int index);
    void showState();
    void retranslate();
    void ask();
    std::optional<Error> refusal() const;
    std::unique_ptr<files::ExportJob> runTo(const QString& path);
    void endJob();
    std::vector<const figures::FigureKind*> chosen() const;

    workspace::Workspace& m_workspace;
    Visible m_visible;
    QFormLayout* m_form;
    QComboBox *m_figure, *m_format, *m_page, *m_theme;
    controls::NumberEdit *m_width, *m_height, *m_dpi, *m_font;
    double m_widthValue = 174, m_heightValue = 100, m_dpiValue = 300, m_fontValue = 8;
    QCheckBox* m_title;
    std::vector<QLabel*> m_labels;
    QLabel* m_problem;
    QProgressBar* m_progress;
    QPushButton *m_export, *m_close;
    files::SideThread m_thread;
    std::unique_ptr<files::ExportJob> m_job; // null: none is under way
};

} // namespace deltascope::dialogs
