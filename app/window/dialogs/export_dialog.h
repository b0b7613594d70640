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
class QSpinBox;
class QTimer;

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

class ExportPreview;

/// One figure or all visible ones, on one page or as files of their own, with the page shown as it will be. Not modal:
/// the sliders stay alive, and what is exported is what is seen.
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
    const ExportPreview& preview() const { return *m_preview; }
    void refreshPreview(); ///< now; else soon after something has changed
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
    std::optional<Error> cover() const;
    std::unique_ptr<files::ExportJob> runTo(const QString& path);
    void endJob();
    std::vector<const figures::FigureKind*> chosen() const;
    bool onePage() const; ///< all visible figures together
    std::vector<figures::Figure> drawn(const std::vector<const figures::FigureKind*>& kinds) const;
    std::optional<Error> problem() const; ///< what stands against the options

    workspace::Workspace& m_workspace;
    Visible m_visible;
    QFormLayout* m_form;
    QComboBox *m_figure, *m_format, *m_page, *m_theme, *m_fontFamily, *m_letters;
    controls::NumberEdit *m_width, *m_height, *m_dpi, *m_font;
    double m_widthValue = 174, m_heightValue = 100, m_dpiValue = 300, m_fontValue = 8;
    QSpinBox* m_columns; ///< 0: as many as fit
    QCheckBox *m_title, *m_notes, *m_transparent;
    ExportPreview* m_preview;
    QTimer* m_refresh;
    std::vector<QLabel*> m_labels;
    QLabel *m_problem, *m_remark;
    QProgressBar* m_progress;
    QPushButton *m_export, *m_close;
    files::SideThread m_thread;
    std::unique_ptr<files::ExportJob> m_job; // null: none is under way
};

} // namespace deltascope::dialogs
