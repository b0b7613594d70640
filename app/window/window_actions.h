// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/side_thread.h"
#include "parameters/parameters.h"

#include <QKeySequence>
#include <QObject>

#include <functional>
#include <string>
#include <vector>

class QAction;
class QMenu;
class QToolBar;
class QToolButton;

namespace deltascope::window {

class MainWindow;

/// Every command of the window, in menus and toolbar. One row a command; its words are put in anew with the language.
class WindowActions : public QObject {
    Q_OBJECT
public:
    explicit WindowActions(MainWindow& window);

    void retranslate();
    std::vector<QAction*> forStage() const; ///< whose keys work before an audience too

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Command {
        const char* text; // translatable, in this class's context
        const char* tip; // translatable; "" for what the text says already
        const char* iconName; // "" for none
        QKeySequence shortcut;
        std::function<void()> run;
    };
    struct TranslatedAction {
        QAction* action;
        Command command;
    };

    QAction* add(QMenu* menu, Command command);
    QMenu* addMenu(const char* title, QMenu* within = nullptr);
    void buildFile();
    void buildEdit();
    void buildView();
    void buildLessons();
    void buildHelp();
    void buildToolBar();
    void showState();
    QStringList shortcuts() const; ///< the keys, a tab and what they do
    QString presetsText(const QString& preset) const;
    void fixPresetsWidth();
    void fitToolBar();

    MainWindow& m_window;
    files::SideThread m_checking; // the numbers
    std::vector<TranslatedAction> m_commands;
    std::vector<std::pair<QMenu*, const char*>> m_menus;
    std::vector<std::pair<QMenu*, const char*>> m_choices; // of the View menu
    QToolBar* m_bar;
    QToolButton* m_presets;
    QAction *m_undo = nullptr, *m_redo = nullptr, *m_balance = nullptr, *m_pin = nullptr, *m_export = nullptr;
    QAction *m_fullScreen = nullptr, *m_newSeed = nullptr, *m_ladder = nullptr, *m_presenter = nullptr,
            *m_putBack = nullptr;
    QAction* m_hold = nullptr;
    QToolButton* m_holdAll = nullptr; // in the corner of the menu bar
    QMenu* m_panels = nullptr;
};

} // namespace deltascope::window
