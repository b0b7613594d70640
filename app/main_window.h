// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "io/document_file.h"
#include "io/recovery.h"
#include "workspace.h"

#include <QMainWindow>

namespace deltascope {

class AnimationDialog;
class Banner;
class ExportDialog;
class FigureGrid;
class FileCommands;
class LessonCommands;
class PanelDocks;
class PinBar;
class Play;
class PresetGallery;
class Presenter;
class PresetSession;
class Tour;
class WindowActions;
struct FigureKind;

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

    Workspace& workspace() { return m_workspace; }
    DocumentFile& file() { return m_file; }
    FigureGrid& figures() { return *m_figures; }
    Banner& banner() { return *m_banner; }
    PinBar& pins() { return *m_pins; }
    Play& play() { return *m_play; }
    Presenter& presenter() { return *m_presenter; }
    PresetSession& presetSession() { return *m_presetSession; }
    FileCommands& fileCommands() { return *m_fileCommands; }
    LessonCommands& lessonCommands() { return *m_lessonCommands; }
    ExportDialog& exportDialog();
    AnimationDialog& animationDialog();
    PanelDocks& panels() { return *m_panels; }

    void undo();
    void redo();
    void balance(); ///< the rule that balances every bias; the weight stays
    void popUpPresets(const QPoint& globalPosition);
    void exportFigures(const FigureKind* kind); ///< nullptr: all visible ones
    void resetZoom();
    void resetLayout();
    void showTour();
    void offerTour(); ///< the first time ever
    Tour* tour() const { return m_tour; } ///< nullptr before it was shown

protected:
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildCentre();
    void buildPresenter();
    void connectAll();
    void applyView();
    void retranslate();
    void showTitle();

    Workspace m_workspace;
    DocumentFile m_file;
    Recovery m_recovery;
    Play* m_play;
    PresetSession* m_presetSession;
    Banner* m_banner;
    PinBar* m_pins;
    FigureGrid* m_figures;
    FileCommands* m_fileCommands;
    LessonCommands* m_lessonCommands;
    PresetGallery* m_gallery = nullptr;
    ExportDialog* m_export = nullptr;
    AnimationDialog* m_animation = nullptr;
    PanelDocks* m_panels;
    WindowActions* m_actions;
    Presenter* m_presenter = nullptr;
    Tour* m_tour = nullptr;
    bool m_mayClose = false;
};

} // namespace deltascope
