// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/document_file.h"
#include "storage/recovery.h"
#include "window/arguments.h"
#include "workspace/workspace.h"

#include <QMainWindow>

namespace deltascope::dialogs {
class AnimationDialog;
class ExportDialog;
class PresetGallery;
} // namespace deltascope::dialogs
namespace deltascope::figures {
struct FigureKind;
}
namespace deltascope::panels {
class PresetNote;
}
namespace deltascope::playing {
class Play;
class Walking;
} // namespace deltascope::playing
namespace deltascope::stage {
class Stage;
}
namespace deltascope::views {
class FigureGrid;
class PinBar;
} // namespace deltascope::views
namespace deltascope::widgets {
class Banner;
class Tour;
} // namespace deltascope::widgets
namespace deltascope::workspace {
class PresetSession;
}

namespace deltascope::window {

class FileCommands;
class LectureCommands;
class LessonCommands;
class PanelDocks;
class Presenter;
class WindowActions;

/// The window: figures in the centre, a dock for each kind of panel, files, banner and actions put together.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    /// What the command line asked for; an unreadable file becomes a sentence in the banner.
    void start(const Arguments& arguments);
    /// The process is being ended from outside: unsaved work is kept for the next start.
    void endFromOutside();

    workspace::Workspace& workspace() { return m_workspace; }
    storage::DocumentFile& file() { return m_file; }
    views::FigureGrid& figures() { return *m_figures; }
    widgets::Banner& banner() { return *m_banner; }
    views::PinBar& pins() { return *m_pins; }
    playing::Play& play() { return *m_play; }
    playing::Walking& walking() { return *m_walking; }
    Presenter& presenter() { return *m_presenter; }
    workspace::PresetSession& presetSession() { return *m_presetSession; }
    FileCommands& fileCommands() { return *m_fileCommands; }
    LessonCommands& lessonCommands() { return *m_lessonCommands; }
    LectureCommands& lectureCommands() { return *m_lectureCommands; }
    dialogs::ExportDialog& exportDialog();
    dialogs::AnimationDialog& animationDialog();
    PanelDocks& panels() { return *m_panels; }

    void undo();
    void redo();
    void balance(); ///< the rule that balances every bias; the weight stays
    void popUpPresets(const QPoint& globalPosition);
    void exportFigures(const figures::FigureKind* kind); ///< nullptr: all visible ones
    void resetZoom();
    void resetLayout();
    void showTour();
    void offerTour(); ///< the first time ever
    widgets::Tour* tour() const { return m_tour; } ///< nullptr before it was shown

protected:
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildCentre();
    void popUpPresetsOn(stage::Stage& stage);
    void connectAll();
    void applyPreferences();
    void retranslate();
    void showTitle();

    workspace::Workspace m_workspace;
    storage::DocumentFile m_file;
    storage::Recovery m_recovery;
    playing::Play* m_play;
    playing::Walking* m_walking;
    workspace::PresetSession* m_presetSession;
    widgets::Banner* m_banner;
    panels::PresetNote* m_presetNote;
    views::PinBar* m_pins;
    views::FigureGrid* m_figures;
    FileCommands* m_fileCommands;
    LessonCommands* m_lessonCommands;
    LectureCommands* m_lectureCommands;
    dialogs::PresetGallery* m_gallery = nullptr;
    dialogs::ExportDialog* m_export = nullptr;
    dialogs::AnimationDialog* m_animation = nullptr;
    PanelDocks* m_panels;
    WindowActions* m_actions;
    Presenter* m_presenter = nullptr;
    widgets::Tour* m_tour = nullptr;
    bool m_mayClose = false;
};

} // namespace deltascope::window
