// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/window_actions.h"

#include "files/presets.h"
#include "text/language.h"
#include "text/markup.h"
#include "window/dialogs/about_dialog.h"
#include "window/dialogs/animation_dialog.h"
#include "window/file_commands.h"
#include "window/lecture_commands.h"
#include "window/lesson_commands.h"
#include "window/main_window.h"
#include "window/network_commands.h"
#include "window/panel_docks.h"
#include "window/playing/play_bar.h"
#include "window/playing/walking.h"
#include "window/presenter.h"
#include "window/views/figure_choice.h"
#include "window/views/figure_grid.h"
#include "window/views/pin_bar.h"
#include "window/views/view_choices.h"
#include "window/widgets/icons.h"
#include "workspace/new_seed.h"
#include "workspace/preset_session.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QLayout>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>
#include <QWhatsThis>

namespace deltascope::window {

namespace {

constexpr const char* kLadder = "ladder"; // the figure that the toolbar offers

} // namespace

WindowActions::WindowActions(MainWindow& window)
    : QObject(&window)
    , m_window(window)
    , m_bar(window.addToolBar(QString()))
    , m_presets(new QToolButton(m_bar))
{
    buildFile();
    buildEdit();
    buildView();
    buildLessons();
    buildHelp();
    buildToolBar();
    connect(&window.workspace().store(), &workspace::ScenarioStore::historyChanged, this, &WindowActions::showState);
    connect(&window.presetSession(), &workspace::PresetSession::changed, this, &WindowActions::showState);
    connect(&window.workspace(), &workspace::Workspace::pinsChanged, this, &WindowActions::showState);
    connect(&window.workspace(), &workspace::Workspace::scenarioChanged, this, &WindowActions::showState);
    connect(&window.workspace(), &workspace::Workspace::viewChanged, this, &WindowActions::showState);
}

QAction* WindowActions::add(QMenu* menu, Command command)
{
    QAction* action = menu->addAction(QString());
    action->setShortcut(command.shortcut);
    connect(action, &QAction::triggered, this, [run = command.run] { run(); });
    m_commands.push_back({action, std::move(command)});
    return action;
}

QMenu* WindowActions::addMenu(const char* title, QMenu* within)
{
    QMenu* menu = within ? within->addMenu(QString()) : m_window.menuBar()->addMenu(QString());
    menu->setToolTipsVisible(true);
    m_menus.emplace_back(menu, title);
    return menu;
}

void WindowActions::buildFile()
{
    FileCommands& files = m_window.fileCommands();
    QMenu* menu = addMenu(QT_TR_NOOP("&File"));
    add(menu, {QT_TR_NOOP("&New"), "", "", QKeySequence::New, [&] { files.startNew(); }});
    add(menu,
        {QT_TR_NOOP("&Open…"), QT_TR_NOOP("Open a document, or any figure that Deltascope exported"), "",
            QKeySequence::Open, [&] { files.open(); }});
    QMenu* recent = addMenu(QT_TR_NOOP("Open &recent"), menu);
    connect(recent, &QMenu::aboutToShow, this, [recent, &files] { files.fillRecent(*recent); });
    menu->addSeparator();
    add(menu, {QT_TR_NOOP("&Save"), "", "", QKeySequence::Save, [&] { files.save(); }});
    add(menu, {QT_TR_NOOP("Save &as…"), "", "", QKeySequence(QStringLiteral("Ctrl+Shift+S")), [&] { files.saveAs(); }});
    add(menu,
        {QT_TR_NOOP("&Compare side by side…"),
            QT_TR_NOOP("The figures of another document beside those of the present scenario, over the same axes"), "",
            {}, [&] { files.compare(); }});
    add(menu,
        {QT_TR_NOOP("&Data folder…"),
            QT_TR_NOOP("Where the MNIST files are; for data from a table, the file of that table"), "", {},
            [&] { files.chooseDataFolder(); }});
    add(menu,
        {QT_TR_NOOP("Open &network…"),
            QT_TR_NOOP("Initial weights from your own network: safetensors, NumPy arrays, or its JSON"), "", {},
            [&] { files.networks().open(); }});
    add(menu,
        {QT_TR_NOOP("Data from a &table…"),
            QT_TR_NOOP("Choose your own table, see how it is understood, and correct what is wrong"), "", {},
            [&] { files.openTable(); }});
    menu->addSeparator();
    m_export = add(menu,
        {QT_TR_NOOP("&Export…"), QT_TR_NOOP("Write one figure or all as PNG, SVG, PDF, CSV or JSON"), "export",
            QKeySequence(QStringLiteral("Ctrl+E")), [&] { m_window.exportFigures(nullptr); }});
    QMenu* network = addMenu(QT_TR_NOOP("Export the net&work"), menu);
    connect(network, &QMenu::aboutToShow, this, [network, &files] { files.networks().fillExport(*network); });
    add(menu,
        {QT_TR_NOOP("&Record an animation…"),
            QT_TR_NOOP("A figure while a parameter moves or the network is trained, as pictures or a film"), "", {},
            [&] { m_window.animationDialog().offer(); }});
    add(menu,
        {QT_TR_NOOP("&Write my lecture…"),
            QT_TR_NOOP("Marked presets, lessons and figures as slides, with worksheet and answer key"), "", {},
            [&] { m_window.lectureCommands().offer(); }});
    menu->addSeparator();
    add(menu, {QT_TR_NOOP("&Quit"), "", "", QKeySequence::Quit, [&] { m_window.close(); }});
}

void WindowActions::buildEdit()
{
    QMenu* menu = addMenu(QT_TR_NOOP("&Edit"));
    m_undo = add(menu, {QT_TR_NOOP("&Undo"), "", "undo", QKeySequence::Undo, [&] { m_window.undo(); }});
    m_redo = add(menu, {QT_TR_NOOP("&Redo"), "", "redo", QKeySequence::Redo, [&] { m_window.redo(); }});
    menu->addSeparator();
    m_balance = add(menu,
        {QT_TR_NOOP("&Balance"), QT_TR_NOOP("Choose every bias so that z is 0 and the derivative is largest; w stays"),
            "balance", QKeySequence(QStringLiteral("Ctrl+B")), [&] { m_window.balance(); }});
    m_pin = add(menu,
        {QT_TR_NOOP("&Pin"), QT_TR_NOOP("Keep the present curves beside the new ones while the parameters move on"),
            "pin", QKeySequence(QStringLiteral("Ctrl+D")), [&] { m_window.pins().pinPresent(); }});
    m_newSeed = add(menu,
        {QT_TR_NOOP("&New seed"), QT_TR_NOOP("Draw a new seed: another network by the same rules"), "dice",
            QKeySequence(QStringLiteral("Ctrl+Shift+N")),
            [&] { workspace::setRandomSeed(m_window.workspace().store()); }});
    add(menu, {QT_TR_NOOP("P&resets…"), "", "presets", QKeySequence(QStringLiteral("Ctrl+L")), [&] {
                   m_window.popUpPresets(m_presets->mapToGlobal(QPoint(0, m_presets->height())));
               }});
    m_putBack = add(menu,
        {QT_TR_NOOP("Restore the preset"), QT_TR_NOOP("Undo every change made to the preset, in one step"), "",
            QKeySequence(QStringLiteral("Ctrl+R")), [&] { m_window.presetSession().putBack(); }});
    menu->addSeparator();
    add(menu,
        {QT_TR_NOOP("Copy lin&k"), QT_TR_NOOP("The present state as a short text that opens it anywhere"), "",
            QKeySequence(QStringLiteral("Ctrl+Shift+C")), [&] { m_window.fileCommands().copyLink(); }});
    add(menu,
        {QT_TR_NOOP("Paste a &document"), QT_TR_NOOP("Open the document or link whose text is on the clipboard"), "",
            QKeySequence(QStringLiteral("Ctrl+Shift+V")), [&] { m_window.fileCommands().paste(); }});
}

void WindowActions::buildView()
{
    workspace::Workspace& workspace = m_window.workspace();
    QMenu* menu = addMenu(QT_TR_NOOP("&View"));
    QMenu* figures = addMenu(QT_TR_NOOP("&Figures"), menu);
    connect(
        figures, &QMenu::aboutToShow, this, [figures, &workspace] { views::fillShownFigures(*figures, workspace); });
    m_ladder = add(menu,
        {QT_TR_NOOP("&Ladder"),
            QT_TR_NOOP("The same seed with six initializations and architectures in one figure; choosing it again "
                       "brings back the other figures"),
            "ladder", QKeySequence(QStringLiteral("Ctrl+Shift+L")), [&] { m_window.figures().toggleAlone(kLadder); }});
    m_ladder->setCheckable(true);
    m_panels = addMenu(QT_TR_NOOP("&Panels"), menu);
    for (QDockWidget* dock : m_window.panels().all())
        m_panels->addAction(dock->toggleViewAction());
    menu->addSeparator();
    add(menu,
        {QT_TR_NOOP("&Walk back"),
            QT_TR_NOOP("Sends the gradient from the output back to layer 1: × w at each link, × σ′ at each neuron"),
            "walk_back", QKeySequence(QStringLiteral("Ctrl+Shift+B")), [&] { m_window.walking().walkBack(); }});
    add(menu,
        {QT_TR_NOOP("&Step by step"),
            QT_TR_NOOP("Forward, backward and update, one stage at a time: PageDown goes on, PageUp back, Esc ends it"),
            "step", QKeySequence(QStringLiteral("Ctrl+Shift+F")), [&] { m_window.walking().begin(); }});
    menu->addSeparator();
    for (const views::ChoiceMenu& choice : views::choiceMenus(workspace)) {
        QMenu* sub = menu->addMenu(QString());
        m_choices.emplace_back(sub, choice.title);
        connect(sub, &QMenu::aboutToShow, this, [sub, fill = choice.fill] { fill(*sub); });
    }
    menu->addSeparator();
    m_hold = add(menu,
        {QT_TR_NOOP("&Hold all axes"),
            QT_TR_NOOP("The axes of all figures stay as they are now, so that what moves can be compared by eye"),
            "hold", QKeySequence(QStringLiteral("Ctrl+Shift+H")),
            [&] { m_window.figures().holdAll(!m_window.figures().allHeld()); }});
    m_hold->setCheckable(true);
    m_holdAll = new QToolButton(m_window.menuBar());
    m_holdAll->setObjectName(QStringLiteral("hold_all"));
    m_holdAll->setDefaultAction(m_hold);
    m_holdAll->setAutoRaise(true);
    m_holdAll->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_holdAll->setFocusPolicy(Qt::StrongFocus);
    m_window.menuBar()->setCornerWidget(m_holdAll);
    add(menu, {QT_TR_NOOP("&Fit all axes"), "", "fit", QKeySequence(QStringLiteral("Ctrl+0")), [&] {
                   m_window.resetZoom();
               }});
    add(menu, {QT_TR_NOOP("&Reset the layout"), "", "", {}, [&] { m_window.resetLayout(); }});
    m_presenter = add(menu,
        {QT_TR_NOOP("P&resenter view"),
            QT_TR_NOOP(
                "Full screen with large type for a lecture, on the projector where there is one: PageDown and PageUp "
                "step through the lesson, Space sends the gradient back, digits count the votes on a question and else "
                "choose "
                "the figure, arrows the next figure, L lists the lessons, B makes the screen black, Esc leaves"),
            "presenter", QKeySequence(Qt::Key_F5), [&] { m_window.presenter().toggle(); }});
    m_fullScreen = add(menu, {QT_TR_NOOP("F&ull screen"), "", "", QKeySequence(Qt::Key_F11), [&] {
                                  m_window.setWindowState(m_window.windowState() ^ Qt::WindowFullScreen);
                              }});
}

void WindowActions::buildLessons()
{
    QMenu* menu = addMenu(QT_TR_NOOP("&Lessons"));
    LessonCommands& commands = m_window.lessonCommands();
    connect(menu, &QMenu::aboutToShow, this, [menu, &commands] { commands.fill(*menu); });
}

void WindowActions::buildHelp()
{
    QMenu* menu = addMenu(QT_TR_NOOP("&Help"));
    add(menu,
        {QT_TR_NOOP("&What is this?"), QT_TR_NOOP("Then click on what you want explained"), "",
            QKeySequence(Qt::SHIFT | Qt::Key_F1), [] { QWhatsThis::enterWhatsThisMode(); }});
    add(menu,
        {QT_TR_NOOP("&Tour"), QT_TR_NOOP("Four notes on where things are"), "", {}, [&] { m_window.showTour(); }});
    add(menu, {QT_TR_NOOP("&Keyboard shortcuts"), "", "", {}, [&] { dialogs::showShortcuts(m_window, shortcuts()); }});
    menu->addSeparator();
    add(menu,
        {QT_TR_NOOP("Check the &numbers"), QT_TR_NOOP("Published numbers, computed by this program now"), "", {},
            [&] { dialogs::showCheck(m_window, m_checking); }});
    add(menu, {QT_TR_NOOP("&Cite Deltascope"), "", "", {}, [&] { dialogs::showCitation(m_window); }});
    add(menu, {QT_TR_NOOP("&About Deltascope"), "", "", {}, [&] { dialogs::showAbout(m_window); }});
}

void WindowActions::buildToolBar()
{
    m_bar->setObjectName(QStringLiteral("toolbar"));
    m_bar->setMovable(false);
    m_bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_bar->setIconSize(QSize(18, 18));
    m_presets->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_presets->setAutoRaise(true);
    m_presets->setArrowType(Qt::NoArrow);
    connect(m_presets, &QToolButton::clicked, this,
        [this] { m_window.popUpPresets(m_presets->mapToGlobal(QPoint(0, m_presets->height()))); });
    m_bar->addWidget(m_presets);
    m_bar->addSeparator();
    for (QAction* action : {m_undo, m_redo, m_balance, m_pin, m_ladder})
        m_bar->addAction(action);
    m_bar->addSeparator();
    m_bar->addWidget(new playing::PlayBar(m_window.play(), m_bar));
    m_bar->addSeparator();
    m_bar->addAction(m_presenter);
    m_bar->addAction(m_export);
    for (QToolButton* button : m_bar->findChildren<QToolButton*>())
        button->setFocusPolicy(Qt::StrongFocus);
    m_bar->installEventFilter(this);
}

/// Where the bar is too narrow for all words, buttons show their signs alone, one after the other: none of them goes
/// behind "»". What a lecture needs keeps its words longest.
void WindowActions::fitToolBar()
{
    const std::vector<QAction*> order{m_undo, m_redo, m_ladder, m_balance, m_pin, m_export, m_presenter};
    const auto put = [this](QAction* action, Qt::ToolButtonStyle style) {
        if (auto* button = qobject_cast<QToolButton*>(m_bar->widgetForAction(action)))
            button->setToolButtonStyle(style);
        m_bar->layout()->invalidate();
    };
    for (QAction* action : order)
        put(action, Qt::ToolButtonTextBesideIcon);
    for (QAction* action : order) {
        if (m_bar->sizeHint().width() <= m_bar->width())
            break;
        put(action, Qt::ToolButtonIconOnly);
    }
}

bool WindowActions::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_bar && (event->type() == QEvent::Resize || event->type() == QEvent::FontChange))
        QMetaObject::invokeMethod(this, &WindowActions::fitToolBar, Qt::QueuedConnection); // once it is laid out
    return QObject::eventFilter(watched, event);
}

std::vector<QAction*> WindowActions::forStage() const
{
    return {m_undo, m_redo, m_balance, m_pin, m_newSeed, m_putBack, m_ladder, m_presenter};
}

QStringList WindowActions::shortcuts() const
{
    QStringList lines;
    for (const TranslatedAction& worded : m_commands)
        if (!worded.command.shortcut.isEmpty())
            lines << worded.command.shortcut.toString(QKeySequence::NativeText) + u'\t' + worded.action->iconText();
    return lines;
}

QString WindowActions::presetsText(const QString& preset) const
{
    const QFontMetrics metrics = m_presets->fontMetrics(); // the whole name is in the gallery and in the tooltip
    const QString name = preset.isEmpty() ? tr("Presets") : preset;
    QString shown = metrics.elidedText(name, Qt::ElideRight, 11 * metrics.height()) + QStringLiteral(" ▾");
    return shown.replace(u'&', QStringLiteral("&&")); // no mnemonic
}

/// As wide as its widest title, so that the buttons beside it stay where they are whatever is chosen.
void WindowActions::fixPresetsWidth()
{
    QString widest = presetsText({});
    const QFontMetrics metrics = m_presets->fontMetrics();
    for (const documents::Preset& preset : files::presets())
        if (const QString text = presetsText(text::toText(preset.name) + QStringLiteral(" •"));
            metrics.horizontalAdvance(text) > metrics.horizontalAdvance(widest))
            widest = text;
    m_presets->setText(widest);
    m_presets->setMinimumWidth(0);
    m_presets->setFixedWidth(m_presets->sizeHint().width());
}

void WindowActions::showState()
{
    workspace::ScenarioStore& store = m_window.workspace().store();
    m_undo->setEnabled(store.canUndo());
    m_redo->setEnabled(store.canRedo());
    const QString undone = store.history().undoText(), redone = store.history().redoText();
    m_undo->setToolTip(undone.isEmpty() ? tr("Undo") : text::asTip(tr("Undo: %1").arg(undone)));
    m_redo->setToolTip(redone.isEmpty() ? tr("Redo") : text::asTip(tr("Redo: %1").arg(redone)));
    m_newSeed->setEnabled(workspace::newSeedIdle(store.scenario()).isEmpty());
    m_ladder->setChecked(m_window.figures().isAlone(kLadder));
    m_hold->setChecked(m_window.figures().allHeld());
    const QString preset = m_window.presetSession().title();
    m_presets->setText(presetsText(preset));
    m_presets->setToolTip(preset.isEmpty() ? tr("Named starting points, each with what to look for") : preset);
    m_presets->setAccessibleName(preset.isEmpty() ? tr("Presets") : tr("Presets: %1").arg(preset));
}

void WindowActions::retranslate()
{
    for (const auto& [menu, title] : m_menus)
        menu->setTitle(tr(title));
    for (const auto& [menu, title] : m_choices)
        menu->setTitle(text::toText(title));
    for (const TranslatedAction& worded : m_commands) {
        const Command& command = worded.command;
        worded.action->setText(tr(command.text));
        const QString name = worded.action->text().remove(QLatin1Char('&'));
        worded.action->setIconText(name.endsWith(QStringLiteral("…")) ? name.chopped(1) : name);
        const QString keys = command.shortcut.toString(QKeySequence::NativeText);
        const QString tip = *command.tip ? tr(command.tip) : name;
        worded.action->setToolTip(keys.isEmpty() ? tip : tr("%1 (%2)").arg(tip, keys));
        worded.action->setWhatsThis(tip);
        if (*command.iconName)
            worded.action->setIcon(widgets::icon(QLatin1String(command.iconName), m_window.palette()));
    }
    m_bar->setWindowTitle(tr("Toolbar"));
    if (auto* rest = m_bar->findChild<QToolButton*>(QStringLiteral("qt_toolbar_ext_button")))
        rest->setAccessibleName(tr("More toolbar buttons")); // where the window is too narrow for all of it
    m_presets->setIcon(widgets::icon(QStringLiteral("presets"), m_window.palette()));
    QList<QToolButton*> buttons = m_bar->findChildren<QToolButton*>();
    buttons << m_holdAll;
    for (QToolButton* button : buttons)
        if (const QAction* action = button->defaultAction()) {
            button->setAccessibleName(action->iconText());
            button->setWhatsThis(action->whatsThis());
        }
    m_window.menuBar()->setCornerWidget(m_holdAll); // it has no other way to hear that its text is longer now
    m_presets->setWhatsThis(tr("Named starting points, each with what to look for"));
    fixPresetsWidth();
    showState();
    fitToolBar();
}

} // namespace deltascope::window

#include "moc_window_actions.cpp"
