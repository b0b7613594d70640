// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/main_window.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "files/lessons.h"
#include "files/presets.h"
#include "files/settings.h"
#include "network/initializer.h"
#include "parameters/parameters.h"
#include "text/language.h"
#include "window/data_notice.h"
#include "window/dialogs/animation_dialog.h"
#include "window/dialogs/export_dialog.h"
#include "window/dialogs/preset_gallery.h"
#include "window/file_commands.h"
#include "window/lecture_commands.h"
#include "window/lesson_commands.h"
#include "window/panel_docks.h"
#include "window/panels/lesson_bar.h"
#include "window/panels/preset_note.h"
#include "window/playing/play.h"
#include "window/playing/training_bar.h"
#include "window/playing/walk_bar.h"
#include "window/playing/walking.h"
#include "window/point_notice.h"
#include "window/presenter.h"
#include "window/table_notice.h"
#include "window/views/figure_grid.h"
#include "window/views/figure_view.h"
#include "window/views/pin_bar.h"
#include "window/widgets/appearance.h"
#include "window/widgets/banner.h"
#include "window/widgets/tour.h"
#include "window/window_actions.h"
#include "window/window_keys.h"
#include "window/window_layout.h"
#include "workspace/lesson_session.h"
#include "workspace/preset_session.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMimeData>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

namespace deltascope::window {

namespace {

const QString kPinTopic = QStringLiteral("pins");

} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_file(m_workspace)
    , m_recovery(m_file)
    , m_play(new playing::Play(m_workspace, this))
    , m_walking(new playing::Walking(m_workspace, this))
    , m_presetSession(new workspace::PresetSession(m_workspace, this))
{
    setAcceptDrops(true);
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::AllowNestedDocks);
    buildCentre();
    m_fileCommands = new FileCommands(m_workspace, m_file, *m_banner, this);
    new TableNotice(m_workspace, *m_banner, this);
    new PointNotice(m_workspace, *m_banner, this);
    new DataNotice(m_workspace, *m_banner, *m_fileCommands);
    m_panels = new PanelDocks(m_workspace, *this);
    m_lessonCommands = new LessonCommands(m_workspace, *m_banner, this);
    m_lectureCommands = new LectureCommands(m_workspace, *m_banner, this);
    m_actions = new WindowActions(*this);
    new WindowKeys(*this);
    m_presenter = new Presenter({m_workspace, *m_figures, *m_walking, *this, m_actions->forStage(),
        [this](stage::Stage& stage) { popUpPresetsOn(stage); }});
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
    column->setContentsMargins(2, 2, 2, 0);
    column->setSpacing(2);
    m_banner = new widgets::Banner(centre);
    m_pins = new views::PinBar(m_workspace, centre);
    auto* training = new playing::TrainingBar(m_workspace, centre);
    m_figures = new views::FigureGrid(m_workspace, centre);
    m_presetNote = new panels::PresetNote(*m_presetSession, centre);
    column->addWidget(m_banner);
    column->addWidget(new panels::LessonBar(m_workspace, centre));
    column->addWidget(m_presetNote);
    column->addWidget(m_pins);
    auto* bars = new QHBoxLayout; // what makes the network move, one at a time
    bars->addWidget(training, 1);
    bars->addWidget(new playing::WalkBar(*m_walking, centre));
    const auto showBars = [this, training, bars] {
        training->setVisible(!m_walking->isOn());
        bars->setAlignment(m_walking->isOn() ? Qt::AlignLeft : Qt::Alignment());
    };
    connect(m_walking, &playing::Walking::changed, training, showBars);
    column->addLayout(bars);
    column->addWidget(m_figures, 1);
    setCentralWidget(centre);
}

void MainWindow::connectAll()
{
    connect(&m_workspace, &workspace::Workspace::reported, this, [this](const Error& error) {
        m_banner->say({QStringLiteral("error"), [what = error.what] { return text::toText(what); }, {}});
    });
    connect(&m_workspace, &workspace::Workspace::scenarioChanged, this,
        [this] { m_banner->putAway(QStringLiteral("error")); });
    connect(&m_workspace, &workspace::Workspace::preferencesChanged, this, &MainWindow::applyPreferences);
    connect(&m_file, &storage::DocumentFile::changed, this, &MainWindow::showTitle);
    connect(&m_file, &storage::DocumentFile::replaced, m_banner, &widgets::Banner::putAwayOfDocument);
    connect(&m_workspace.lesson(), &workspace::LessonSession::changed, m_panels, &PanelDocks::showWanted);
    connect(&m_workspace, &workspace::Workspace::viewChanged, m_panels, &PanelDocks::showWanted);
    connect(m_presetSession, &workspace::PresetSession::pinsKept, this, [this] {
        m_banner->say({kPinTopic, [] { return tr("Your pins stay beside the preset."); },
            {{[] { return tr("Remove the pins"); }, [this] { m_workspace.changePins(tr("Remove the pins"), {}); }}}});
    });
    connect(
        m_presetSession, &workspace::PresetSession::pinsReplaced, this, [this](const std::vector<model::Pin>& mine) {
            m_banner->say({kPinTopic, [] { return tr("The preset brought pins of its own in place of yours."); },
                {{[] { return tr("Put mine back"); },
                    [this, mine] { m_workspace.changePins(tr("Put the pins back"), mine); }}}});
        });
    connect(&m_workspace, &workspace::Workspace::pinsChanged, this, [this] { m_banner->putAway(kPinTopic); });
    connect(m_figures, &views::FigureGrid::exportWanted, this, &MainWindow::exportFigures);
    using Kind = files::LectureItem::Kind;
    connect(m_figures, &views::FigureGrid::lectureWanted, this, [this](const figures::FigureKind* kind) {
        m_lectureCommands->add(files::lectureFigure(std::string(kind->id), m_workspace.document()));
    });
    connect(m_presetNote, &panels::PresetNote::lectureWanted, this, [this](const std::string& id) {
        m_lectureCommands->add({Kind::preset, id});
    });
    connect(m_lessonCommands, &LessonCommands::lectureWanted, this, [this](const std::string& id) {
        m_lectureCommands->add({Kind::lesson, id});
    });
}

void MainWindow::start(const Arguments& arguments)
{
    const bool readable = files::settingsAreReadable();
    const auto settings = files::openSettings();
    const auto withGiven = [&](model::Preferences preferences) { // on the command line
        if (!arguments.language.isEmpty())
            preferences.language = arguments.language.toStdString();
        if (!arguments.theme.isEmpty())
            preferences.theme = arguments.theme.toStdString();
        return preferences;
    };
    m_workspace.setPreferences(withGiven(files::keptPreferences()));
    applyPreferences(); // also where both follow the system, so that nothing was put
    restoreLayout(*this);
    m_panels->hideOptional();
    if (const QString folder =
            arguments.data.isEmpty() && settings ? settings->value(QStringLiteral("data")).toString() : arguments.data;
        !folder.isEmpty())
        m_workspace.setDataPath(folder.toStdString());
    if (!arguments.preset.isEmpty())
        if (const documents::Preset* preset = files::findPreset(arguments.preset.toStdString())) {
            model::Document document = preset->document;
            document.pins = files::namedInLanguage(std::move(document.pins));
            m_file.startNew(document);
            m_presetNote->open(preset);
        }
    if (!arguments.file.isEmpty()) {
        m_fileCommands->openPath(arguments.file);
        m_workspace.setPreferences(withGiven(m_workspace.preferences())); // that wins over what the file asks for
        if (!arguments.beside.isEmpty())
            m_fileCommands->comparePath(arguments.beside);
    }
    const data::DatasetKind* kind = findKind(data::datasetsRegistry(), m_workspace.scenario().data);
    const bool isRead = kind && kind->wantsFolder; // then the missing results have that reason
    if (!arguments.data.isEmpty() && !QFileInfo::exists(arguments.data) && !isRead)
        m_workspace.report({Fault::unreadable,
            {translatable("core",
                 "“%1”, given as --data, does not exist: the folder of the MNIST files or the file of a table is "
                 "needed."),
                {arguments.data.toStdString()}}});
    if (!isRead && FileCommands::isTable(arguments.data))
        m_fileCommands->openTable(arguments.data);
    m_fileCommands->offerLostSessions(storage::Recovery::lostSessions());
    if (!files::settingsAreKept() || !m_recovery.keepsCopies())
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

dialogs::ExportDialog& MainWindow::exportDialog()
{
    if (!m_export) {
        const auto visible = [this] {
            std::vector<const figures::FigureKind*> kinds;
            for (const views::FigureView* view : m_figures->views())
                kinds.push_back(&view->kind());
            return kinds;
        };
        m_export = new dialogs::ExportDialog(m_workspace, visible, this);
        connect(m_export, &dialogs::ExportDialog::written, this, [this](const QStringList& paths) {
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

dialogs::AnimationDialog& MainWindow::animationDialog()
{
    if (!m_animation) {
        m_animation = new dialogs::AnimationDialog(m_workspace, this);
        connect(m_animation, &dialogs::AnimationDialog::written, this, [this](const QString& path) {
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
    for (const network::Initializer* rule : network::initializersRegistry()) {
        if (!rule->biasFromForwardPass)
            continue;
        model::Scenario next = m_workspace.scenario();
        next.initializer = std::string(rule->id);
        for (model::LayerSetting& setting : next.layers)
            setting.bias.reset(); // a bias set by hand would stay as it is
        std::erase_if(next.layers, [](const model::LayerSetting& setting) { return setting.empty(); });
        if (const std::optional<Error> error = parameters::validate(next)) // as that tied layers share a bias
            m_workspace.report(*error);
        else
            m_workspace.store().edit(tr("Balance"), next);
        return;
    }
}

void MainWindow::popUpPresets(const QPoint& globalPosition)
{
    if (!m_gallery)
        m_gallery = new dialogs::PresetGallery(*m_presetSession, this);
    m_gallery->popUp(globalPosition);
}

/// In the type of the stage, whose window it belongs to.
void MainWindow::popUpPresetsOn(stage::Stage& stage)
{
    auto* gallery = stage.findChild<dialogs::PresetGallery*>();
    if (!gallery) {
        gallery = new dialogs::PresetGallery(*m_presetSession, &stage);
        gallery->setFont(stage.font());
    }
    gallery->popUp(stage.mapToGlobal(QPoint(stage.width() / 8, stage.height() / 16)));
}

void MainWindow::exportFigures(const figures::FigureKind* kind)
{
    exportDialog().offer(kind);
}

void MainWindow::resetZoom()
{
    model::ViewState view = m_workspace.view();
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
        const auto lessonCount = static_cast<int>(files::lessons().size());
        m_tour = new widgets::Tour(
            {{m_figures->views().front(),
                 {translatable("core",
                      "The gradient goes back from the output: times w on each link, times σ′ at "
                      "each neuron. The large number is what is left of it in layer 1. “Walk back” sends it again."),
                     {}},
                 [this] { m_walking->walkBack(); }, [this] { m_walking->end(); }},
                {dock("parameters"),
                    {translatable("core",
                         "This is where the network is built: drag a slider or type a number, and "
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
        connect(&m_workspace.lesson(), &workspace::LessonSession::changed, m_tour, [this] {
            if (m_workspace.lesson().lesson()) // has its own marks
                m_tour->end();
        });
    }
    m_tour->start();
}

void MainWindow::offerTour()
{
    const auto settings = files::openSettings();
    const QString key = QStringLiteral("tour_shown");
    if (!settings || settings->value(key).toBool())
        return;
    settings->setValue(key, true);
    showTour();
}

void MainWindow::applyPreferences()
{
    const model::Preferences& preferences = m_workspace.preferences();
    widgets::applyAppearance(QString::fromStdString(preferences.theme));
    text::setLanguage(QString::fromStdString(preferences.language));
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
    m_walking->stop();
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

} // namespace deltascope::window

#include "moc_main_window.cpp"
