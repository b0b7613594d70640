// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "animation_dialog.h"
#include "appearance.h"
#include "banner.h"
#include "data_notice.h"
#include "datasets/dataset_kind.h"
#include "export_dialog.h"
#include "figure_grid.h"
#include "figure_view.h"
#include "file_commands.h"
#include "initializers/initializer.h"
#include "io/lessons.h"
#include "io/presets.h"
#include "io/settings.h"
#include "lesson_commands.h"
#include "lesson_session.h"
#include "panel_docks.h"
#include "pin_bar.h"
#include "play.h"
#include "presenter.h"
#include "preset_gallery.h"
#include "preset_session.h"
#include "registry.h"
#include "render/language.h"
#include "table_notice.h"
#include "tour.h"
#include "training_bar.h"
#include "window_actions.h"
#include "window_layout.h"

#include <QCloseEvent>
#include <QFile>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QPointer>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

namespace deltascope {

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_file(m_workspace)
    , m_recovery(m_file)
    , m_play(new Play(m_workspace, this))
    , m_presetSession(new PresetSession(m_workspace, this))
{
    setAcceptDrops(true);
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::AllowNestedDocks);
    buildCentre();
    m_fileCommands = new FileCommands(m_workspace, m_file, *m_banner, this);
    new TableNotice(m_workspace, *m_banner, this);
    new DataNotice(m_workspace, *m_banner, *m_fileCommands);
    m_panels = new PanelDocks(m_workspace, *this);
    m_lessonCommands = new LessonCommands(m_workspace, *m_banner, this);
    m_actions = new WindowActions(*this);
    buildPresenter();
    connectAll();
    retranslate();
    standardWindowSize(*this);
    resetLayout();
}

MainWindow::~MainWindow()
{
    // Everything that speaks to the workspace goes before it: a QWidget's children would outlive its members.
    hide();
    const auto children = findChildren<QObject*>(QString(), Qt::FindDirectChildrenOnly);
    const std::vector<QPointer<QObject>> all(children.begin(), children.end());
    for (const QPointer<QObject>& child : all)
        if (child && child != layout())
            delete child.data();
}

void MainWindow::buildCentre()
{
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(4);
    m_banner = new Banner(centre);
    m_pins = new PinBar(m_workspace, centre);
    auto* training = new TrainingBar(m_workspace, centre);
    m_figures = new FigureGrid(m_workspace, centre);
    column->addWidget(m_banner);
    column->addWidget(m_pins);
    column->addWidget(training);
    column->addWidget(m_figures, 1);
    setCentralWidget(centre);
}

/// What is not for an audience is put away; the parameters, the lesson and the diagnosis stay.
void MainWindow::buildPresenter()
{
    std::vector<QWidget*> aside{menuBar(), m_pins};
    for (QToolBar* bar : findChildren<QToolBar*>())
        aside.push_back(bar);
    for (QWidget* dock : m_panels->aside())
        aside.push_back(dock);
    m_presenter = new Presenter(m_workspace, *m_figures, *this, std::move(aside));
}

void MainWindow::connectAll()
{
    connect(&m_workspace, &Workspace::reported, this, [this](const Error& error) {
        m_banner->say({QStringLiteral("error"), [what = error.what] { return toText(what); }, {}});
    });
    connect(&m_workspace, &Workspace::scenarioChanged, this, [this] { m_banner->putAway(QStringLiteral("error")); });
    connect(&m_workspace, &Workspace::viewChanged, this, &MainWindow::applyView);
    connect(&m_file, &DocumentFile::changed, this, &MainWindow::showTitle);
    connect(&m_file, &DocumentFile::replaced, m_banner, &Banner::putAwayOfDocument);
    connect(&m_workspace.lesson(), &LessonSession::changed, m_panels, &PanelDocks::showWanted);
    connect(m_figures, &FigureGrid::exportWanted, this, &MainWindow::exportFigures);
}

void MainWindow::start(const Arguments& arguments)
{
    const bool readable = settingsAreReadable();
    const auto settings = openSettings();
    const auto preferred = [&](const QString& given, const QString& key) {
        if (!given.isEmpty() || !settings)
            return given.isEmpty() ? QStringLiteral("system") : given;
        return settings->value(key, QStringLiteral("system")).toString();
    };
    const auto put = [&](const char* key, const QString& value) {
        if (const auto next = withValue(m_workspace.view(), *findViewParameter(key), value.toStdString()))
            m_workspace.setView(*next); // settings written by another version may name what is not there
    };
    put("language", preferred(arguments.language, QStringLiteral("language")));
    put("theme", preferred(arguments.theme, QStringLiteral("theme")));
    applyView(); // also where both follow the system, so that nothing was put
    restoreLayout(*this);
    m_panels->hideOptional();
    if (const QString folder =
            arguments.data.isEmpty() && settings ? settings->value(QStringLiteral("data")).toString() : arguments.data;
        !folder.isEmpty())
        m_workspace.setDataFolder({QFile::encodeName(folder).toStdString()});
    if (!arguments.preset.isEmpty())
        if (const Preset* preset = findPreset(arguments.preset.toStdString())) {
            Document document = preset->document;
            document.pins = namedInLanguage(std::move(document.pins));
            m_file.startNew(document);
        }
    if (!arguments.file.isEmpty()) {
        m_fileCommands->openPath(arguments.file);
        for (const auto& [key, value] : {std::pair{"language", arguments.language}, {"theme", arguments.theme}})
            if (!value.isEmpty())
                put(key, value); // what is said on the command line wins over what the file holds
    }
    const DatasetKind* kind = findKind(datasetsRegistry(), m_workspace.scenario().data);
    const bool isRead = kind && kind->wantsFolder; // then the missing results have that reason
    if (!arguments.data.isEmpty() && !QFileInfo::exists(arguments.data) && !isRead)
        m_workspace.report({Fault::unreadable,
            {translatable("core",
                 "“%1”, given as --data, is not there: the folder of the MNIST files or the file of a table is "
                 "needed."),
                {arguments.data.toStdString()}}});
    m_fileCommands->offerLostSessions(Recovery::lostSessions());
    if (!settingsAreKept() || !m_recovery.keepsCopies())
        m_banner->say({QStringLiteral("settings"),
            [] { return tr("Settings and recovery copies cannot be kept: there is no writable home folder."); }, {},
            true});
    else if (!readable)
        m_banner->say({QStringLiteral("settings"),
            [path = settings->fileName()] {
                return tr("The settings in %1 cannot be read; the defaults are used.").arg(path);
            },
            {}, true});
}

void MainWindow::endFromOutside()
{
    m_recovery.saveAndKeep();
    m_mayClose = true;
    close();
}

ExportDialog& MainWindow::exportDialog()
{
    if (!m_export) {
        const auto visible = [this] {
            std::vector<const FigureKind*> kinds;
            for (const FigureView* view : m_figures->views())
                kinds.push_back(&view->kind());
            return kinds;
        };
        m_export = new ExportDialog(m_workspace, visible, this);
        connect(m_export, &ExportDialog::written, this, [this](const QStringList& paths) {
            m_banner->say({QStringLiteral("export"),
                [paths] {
                    return paths.size() == 1
                        ? tr("Exported to %1.").arg(paths.front())
                        : tr("%n figure(s) exported to files like %1.", "", int(paths.size())).arg(paths.front());
                },
                {}});
        });
    }
    return *m_export;
}

AnimationDialog& MainWindow::animationDialog()
{
    if (!m_animation) {
        m_animation = new AnimationDialog(m_workspace, this);
        connect(m_animation, &AnimationDialog::written, this, [this](const QString& path) {
            m_banner->say({QStringLiteral("export"), [path] { return tr("Recorded: %1.").arg(path); }, {}});
        });
    }
    return *m_animation;
}

void MainWindow::undo()
{
    m_workspace.store().undo();
}

void MainWindow::redo()
{
    m_workspace.store().redo();
}

void MainWindow::balance()
{
    for (const Initializer* rule : initializersRegistry()) {
        if (!rule->biasFromForwardPass)
            continue;
        Scenario next = m_workspace.scenario();
        next.initializer = std::string(rule->id);
        for (LayerSetting& setting : next.layers)
            setting.bias.reset(); // a bias set by hand would stay as it is
        std::erase_if(next.layers, [](const LayerSetting& setting) { return !setting.weight; });
        m_workspace.store().edit(tr("Balance"), next);
        return;
    }
}

void MainWindow::popUpPresets(const QPoint& globalPosition)
{
    if (!m_gallery)
        m_gallery = new PresetGallery(*m_presetSession, this);
    m_gallery->popUp(globalPosition);
}

void MainWindow::exportFigures(const FigureKind* kind)
{
    exportDialog().offer(kind);
}

void MainWindow::resetZoom()
{
    ViewState view = m_workspace.view();
    view.ranges.clear();
    m_workspace.setView(view);
}

void MainWindow::resetLayout()
{
    m_panels->putBack();
    standardDockSizes(*this, m_panels->all());
}

void MainWindow::showTour()
{
    if (!m_tour) {
        const auto dock = [this](const char* id) { return findChild<QWidget*>(QLatin1String(id)); };
        const auto lessonCount = static_cast<int>(lessons().size());
        m_tour = new Tour({{dock("parameters"),
                               {translatable("core",
                                    "Here the network is made: drag a slider or type a number, and "
                                    "everything else follows at once."),
                                   {}}},
                              {m_figures,
                                  {translatable("core",
                                       "What the gradient does on its way back through the layers. A "
                                       "click selects a layer in all figures; the wheel zooms; the name "
                                       "above a figure chooses another."),
                                      {}}},
                              {dock("diagnosis"),
                                  {translatable("core",
                                       "What the numbers mean, in words. “Why?” leads to the lesson that "
                                       "explains it."),
                                      {}}},
                              {dock("toolbar"),
                                  {translatable("core",
                                       "Presets begin with a known experiment. The Lessons menu has %1 "
                                       "lessons that ask before they show. F5 is the view for a "
                                       "projector."),
                                      {lessonCount}}}},
            this);
    }
    m_tour->start();
}

void MainWindow::offerTour()
{
    const auto settings = openSettings();
    const QString key = QStringLiteral("tour_shown");
    if (!settings || settings->value(key).toBool())
        return;
    settings->setValue(key, true);
    showTour();
}

void MainWindow::applyView()
{
    const ViewState& view = m_workspace.view();
    applyAppearance(QString::fromStdString(view.theme));
    setLanguage(QString::fromStdString(view.language));
}

void MainWindow::showTitle()
{
    setWindowTitle(tr("%1[*] – Deltascope").arg(m_file.name()));
    setWindowModified(m_file.modified());
}

void MainWindow::retranslate()
{
    m_panels->retranslate();
    m_actions->retranslate();
    showTitle();
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    m_panels->raiseWanted();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_mayClose && m_file.modified()) {
        event->ignore();
        m_fileCommands->whenSafe([this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    m_play->stop();
    m_presenter->leave();
    saveLayout(*this);
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (FileCommands::acceptsDrop(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    m_fileCommands->openDropped(*event->mimeData());
}

} // namespace deltascope
