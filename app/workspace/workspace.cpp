// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspace.h"

#include "formats/format_arithmetic.h"
#include "maps/natural_map.h"
#include "results/map_cells.h"
#include "training/mid_run_values.h"
#include "training/training_progress.h"
#include "workspace/data_fit.h"
#include "workspace/edit_pins.h"
#include "workspace/lesson_session.h"
#include "workspace/maps/edit_map.h"
#include "workspace/maps/map_control.h"
#include "workspace/maps/shows_map.h"
#include "workspace/quick_results.h"
#include "workspace/snapshot_worker.h"
#include "workspace/training_control.h"

#include <QMetaObject>

#include <algorithm>
#include <chrono>
#include <set>

namespace deltascope::workspace {

namespace {

// How long an overtaken computation may run: a result within that follows a drag, a longer one waits for its end.
constexpr std::chrono::milliseconds kGraceTime{250};
constexpr std::chrono::milliseconds kPollInterval{30}; // how often that is looked at
// How long a figure may go on showing the scenario before: a drag is followed within that.
constexpr std::chrono::milliseconds kLate{500};

bool isOfTheMoment(const results::ResultKind& kind)
{
    return kind.dependsOn.contains(model::Dependency::step);
}

} // namespace

Workspace::Workspace(QObject* parent)
    : QObject(parent)
    , m_training(std::make_unique<TrainingControl>(m_store))
    , m_map(std::make_unique<MapControl>())
    , m_worker(std::make_unique<SnapshotWorker>(
          [this] { QMetaObject::invokeMethod(this, &Workspace::acceptLong, Qt::QueuedConnection); }))
{
    connect(&m_graceTimer, &QTimer::timeout, this, [this] {
        if (!m_worker->stopOvertaken(kGraceTime))
            m_graceTimer.stop();
    });
    m_late.setSingleShot(true);
    connect(&m_late, &QTimer::timeout, this, &Workspace::showLate);
    connect(&m_store, &ScenarioStore::changed, this, &Workspace::scenarioPut);
    connect(m_training.get(), &TrainingControl::progressed, this, &Workspace::trainingProgressed);
    const auto showMap = [this] {
        publish(m_snapshot);
        emit snapshotChanged();
    };
    connect(m_map.get(), &MapControl::progressed, this, showMap);
    connect(m_map.get(), &MapControl::stateChanged, this, showMap);
    evaluateNow();
    m_lesson = std::make_unique<LessonSession>(*this);
    m_dataFit = std::make_unique<DataFit>(*this);
}

Workspace::~Workspace() = default;

std::optional<Error> Workspace::setValue(
    const parameters::Parameter<model::Scenario>& parameter, const parameters::ParameterValue& value)
{
    return m_store.setValue(parameter, value, training::findMidRunValue(parameter.key) ? m_training->suspend() : 0);
}

std::optional<Error> Workspace::setValues(const QString& text, const std::vector<PutValue>& values)
{
    const bool midRun = std::ranges::any_of(
        values, [](const PutValue& put) { return training::findMidRunValue(put.parameter->key) != nullptr; });
    return m_store.setValues(text, values, midRun ? m_training->suspend() : 0);
}

const results::Snapshot& Workspace::snapshotFor(results::Needs wanted) const
{
    if (results::isDrawable(*m_snapshot, wanted))
        return *m_snapshot;
    const results::Snapshot* last = m_drawable.newest(wanted);
    return last ? *last : *m_snapshot;
}

bool Workspace::computing(results::Needs wanted) const
{
    return !results::isComplete(*m_snapshot, wanted - results::needs<training::TrainingProgress>());
}

bool Workspace::isCurrent(results::Needs wanted) const
{
    const bool mapBefore = wanted.wants(results::kindOf<results::MapCells>()) && m_map->isBehind();
    return !m_snapshot->failure && !mapBefore && results::isDrawable(*m_snapshot, wanted);
}

ShownState Workspace::shownState(results::Needs wanted) const
{
    if (m_snapshot->failure)
        return {false, true, m_snapshot->failure->what};
    if (isCurrent(wanted))
        return {};
    const results::Snapshot& shown = snapshotFor(wanted);
    const bool late = shown.scenario != scenario() && m_drawable.outdatedFor(shown.generation) >= kLate;
    return {false, late, {translatable("core", "The results for the present values are still being computed."), {}}};
}

std::optional<Error> Workspace::refusal(results::Needs wanted) const
{
    const ShownState now = shownState(wanted);
    if (now.current)
        return std::nullopt;
    return Error{Fault::usage,
        {translatable("core", "This figure does not show the present values, so it is neither copied nor exported: %1"),
            {now.why}}};
}

std::optional<diagnosis::Diagnosis> Workspace::diagnosis() const
{
    const results::Snapshot& known = snapshotFor(results::needs<evaluation::Evaluation>());
    const evaluation::Evaluation* evaluation = known.get<evaluation::Evaluation>();
    if (!evaluation || m_snapshot->failure)
        return std::nullopt;
    return diagnosis::diagnose(known.scenario, *evaluation, known.get<formats::FormatArithmetic>());
}

model::Document Workspace::document() const
{
    model::Document present{.scenario = scenario(),
        .question = m_question,
        .view = m_view,
        .pins = m_pins,
        .hide = m_hidden,
        .lesson = m_lesson->place()};
    present.question.step = m_training->step();
    return present;
}

void Workspace::setQuestion(const model::Question& question)
{
    model::Question next = question;
    if (next.layer > scenario().depth)
        next.layer = 0;
    next.step = 0;
    if (next == m_question)
        return;
    const bool anew = asksAnew({.scenario = scenario(), .pins = m_pins}, wanted(), m_question, next);
    m_question = next;
    if (anew)
        evaluateNow();
    else
        publish(std::make_shared<const results::Snapshot>(stillRight()));
    emit questionChanged();
    if (anew)
        emit snapshotChanged();
}

void Workspace::setMap(const std::optional<model::Map>& map, const QString& undoText)
{
    if (map != m_question.map)
        m_store.history().push(new EditMap(
            [this](const std::optional<model::Map>& next) { putMap(next); }, undoText, m_question.map, map));
}

void Workspace::setChecked(const model::Question& checked, const QString& undoText)
{
    if (checked.checkedRow != m_question.checkedRow || checked.checkedColumn != m_question.checkedColumn)
        m_store.history().push(new EditChecked(*this, undoText, m_question, checked));
}

void Workspace::putMap(const std::optional<model::Map>& map)
{
    model::Question next = m_question;
    next.map = map;
    setQuestion(next);
}

void Workspace::selectLayer(int layer)
{
    model::Question next = m_question;
    next.layer = layer;
    setQuestion(next);
}

void Workspace::setView(const model::ViewState& view)
{
    if (view == m_view)
        return;
    m_view = view;
    emit viewChanged();
}

void Workspace::setPreferences(const model::Preferences& preferences)
{
    if (preferences == m_preferences)
        return;
    m_preferences = preferences;
    emit preferencesChanged();
}

void Workspace::setPins(std::vector<model::Pin> pins)
{
    if (pins == m_pins)
        return;
    m_pins = std::move(pins);
    chooseCompared();
    evaluateNow();
    emit pinsChanged();
    emit snapshotChanged();
}

void Workspace::changePins(const QString& undoText, std::vector<model::Pin> pins)
{
    if (pins != m_pins)
        m_store.history().push(new EditPins(*this, undoText, m_pins, std::move(pins)));
}

void Workspace::show(const model::Document& document, const QString& undoText)
{
    const bool opened = undoText.isEmpty();
    const bool sameScenario = document.scenario == scenario();
    m_pins = document.pins;
    m_question = document.question;
    m_question.step = 0; // where the training stands says that
    m_view = document.view;
    if (opened) {
        m_drawable.clear();
        m_store.reset(document.scenario);
    } else {
        m_store.edit(undoText, document.scenario);
    }
    if (sameScenario)
        scenarioPut();
    chooseCompared();
    emit pinsChanged();
    emit questionChanged();
    emit viewChanged();
    if (opened && document.preferences)
        setPreferences(model::preferred(*document.preferences, m_preferences));
    if (opened)
        m_lesson->resume(document.lesson);
    setHidden(document.hide);
    if (document.question.step > 0)
        m_training->runTo(document.question.step);
    else if (m_training->step() > 0 || m_training->isRunning())
        m_training->rewind();
}

void Workspace::setHidden(std::vector<std::string> keys)
{
    if (keys == m_hidden)
        return;
    m_hidden = std::move(keys);
    emit hiddenChanged();
}

// Pins are trained only where they are seen to be.
void Workspace::chooseCompared()
{
    std::vector<model::Scenario> compared;
    const bool seen = std::ranges::any_of(m_needs,
        [](const auto& figure) { return figure.second.wantsOfPins(results::kindOf<training::TrainingProgress>()); });
    for (std::size_t i = 0; seen && i < std::min(m_pins.size(), training::kMaxCompared - 1); ++i)
        compared.push_back(m_pins[i].scenario);
    m_training->setCompared(compared);
}

void Workspace::trainingProgressed()
{
    if (m_snapshot->scenario != scenario()) // an edit has ended it, and is being put: that evaluates
        return;
    const std::shared_ptr<const training::TrainingProgress> progress = m_training->progress();
    // While steps are made: ms between results that take longer than a frame, and none is overtaken by the next.
    constexpr qint64 kPause = 400;
    const bool due = evaluatesNow(scenario(), m_folder) || !m_training->isRunning() || !m_sinceShown.isValid()
        || (m_sinceShown.elapsed() > kPause && !computing(wanted().where(isOfTheMoment)));
    if (!progress || progress->step == 0)
        m_newestNetwork = {};
    else if (progress->network)
        m_newestNetwork = {progress->step, progress->network, m_snapshot->data};
    if (m_newestNetwork.step != m_shownNetwork.step && (due || m_newestNetwork.step == 0)) {
        m_shownNetwork = m_newestNetwork;
        m_sinceShown.start();
        evaluateNow();
    } else {
        publish(m_snapshot);
    }
    emit snapshotChanged();
}

void Workspace::setHoveredLayer(int layer)
{
    if (layer == m_hoveredLayer)
        return;
    m_hoveredLayer = layer;
    emit hoveredLayerChanged(layer);
}

void Workspace::require(const QObject* who, results::Needs wantedNow)
{
    const auto known = m_needs.find(who);
    if (known == m_needs.end() && !wantedNow.empty())
        connect(who, &QObject::destroyed, this, [this, who] { m_needs.erase(who); });
    if (known != m_needs.end() && known->second == wantedNow)
        return;
    m_needs[who] = wantedNow;
    chooseCompared();
    requestLong();
    askMap();
}

bool Workspace::isMapWanted() const
{
    return std::ranges::any_of(
        m_needs, [](const auto& figure) { return figure.second.wants(results::kindOf<results::MapCells>()); });
}

/// A figure of a map that nobody has asked for yet shows the one that the scenario suggests.
void Workspace::askMap()
{
    const bool mapWanted = isMapWanted();
    if (mapWanted && !m_question.map && showsMap(m_view)) { // not in a document that is just being opened without it
        m_question.map = maps::naturalMap(scenario());
        QMetaObject::invokeMethod(this, &Workspace::questionChanged, Qt::QueuedConnection);
    }
    m_map->ask({.scenario = scenario(), .question = m_question}, m_folder, mapWanted);
}

void Workspace::report(const Error& error)
{
    emit reported(error);
}

void Workspace::scenarioPut()
{
    if (!m_training->progress())
        m_shownNetwork = m_newestNetwork = {};
    if (m_question.layer > scenario().depth) {
        m_question.layer = 0;
        emit questionChanged();
    }
    evaluateNow();
    leaveScenario();
    emit scenarioChanged();
    emit snapshotChanged();
}

void Workspace::leaveScenario()
{
    m_drawable.leaveScenario(m_generation);
    m_sinceLeft.start();
    if (!m_late.isActive())
        m_late.start(kLate);
}

// Figures that are behind by now are to be told from those that are not.
void Workspace::showLate()
{
    const std::chrono::milliseconds passed(m_sinceLeft.elapsed());
    if (passed < kLate)
        m_late.start(kLate - passed);
    if (std::ranges::any_of(m_needs, [&](const auto& figure) { return !isCurrent(figure.second); }))
        emit snapshotChanged();
}

void Workspace::evaluateNow()
{
    ++m_generation;
    askMap();
    results::Snapshot next = withQuickResults(stillRight(), ofMoment(), wanted(), m_folder);
    publish(std::make_shared<const results::Snapshot>(std::move(next)));
    requestLong();
}

/// The present scenario and question with what is known and right for them.
results::Snapshot Workspace::stillRight() const
{
    results::Snapshot next;
    const model::Document present = ofMoment();
    next.scenario = present.scenario;
    next.question = present.question;
    next.setPins(present.pins);
    if (m_shownNetwork.network) {
        next.step = m_shownNetwork.step;
        next.network = m_shownNetwork.network;
        next.data = m_shownNetwork.data;
    }
    if (m_snapshot)
        next.take(*m_snapshot);
    if (m_snapshot && m_snapshot->generation == m_generation)
        next.failure = m_snapshot->failure;
    next.generation = m_generation;
    return next;
}

void Workspace::requestLong()
{
    const results::Needs needed = results::missing(*m_snapshot, wanted());
    if (needed.empty()) {
        m_worker->cancel();
        return;
    }
    m_worker->submit({m_generation, ofMoment(), needed, m_folder, m_snapshot});
    if (!m_graceTimer.isActive())
        m_graceTimer.start(kPollInterval);
}

void Workspace::acceptLong()
{
    const std::shared_ptr<const results::Snapshot> result = m_worker->take();
    if (!result || result->generation < m_firstOfFolder)
        return;
    const bool overtaken = result->generation != m_generation;
    results::Snapshot next = stillRight();
    next.take(*result); // what was overtaken may be right all the same
    if (!overtaken)
        next.failure = result->failure;
    publish(std::make_shared<const results::Snapshot>(std::move(next)));
    if (overtaken) { // by a drag, but newer than what the figures show
        auto older = std::make_shared<results::Snapshot>(*result);
        older->pins = m_snapshot->pins;
        older->put<training::TrainingProgress>(nullptr);
        older->put<results::MapCells>(nullptr);
        remember(std::move(older));
    }
    emit snapshotChanged();
}

void Workspace::publish(const std::shared_ptr<const results::Snapshot>& snapshot)
{
    auto withCourses = std::make_shared<results::Snapshot>(*snapshot);
    putCourses(*withCourses);
    m_snapshot = std::move(withCourses);
    remember(m_snapshot);
}

/// Trainings and the map are those that run here: never computed elsewhere, never waited for.
void Workspace::putCourses(results::Snapshot& snapshot) const
{
    snapshot.put(m_training->progress());
    snapshot.put(m_map->cells());
    for (results::PinnedResult& pin : snapshot.pins)
        pin.put(m_training->progressOf(pin.scenario));
}

void Workspace::remember(const std::shared_ptr<const results::Snapshot>& snapshot)
{
    std::set<results::Needs> figures{results::needs<evaluation::Evaluation>()};
    for (const auto& [who, wantedByOne] : m_needs)
        figures.insert(wantedByOne);
    m_drawable.remember(snapshot, figures);
}

results::Needs Workspace::wanted() const
{
    results::Needs all = results::needs<evaluation::Evaluation, formats::FormatArithmetic>(); // of the diagnosis
    for (const auto& [who, wantedByOne] : m_needs)
        all |= wantedByOne;
    return all - results::needs<training::TrainingProgress>(); // that comes from the training
}

/// What results follow from, at the step of training that the figures stand at.
model::Document Workspace::ofMoment() const
{
    model::Document present{.scenario = scenario(), .question = m_question, .pins = m_pins};
    present.question.step = m_shownNetwork.step;
    return present;
}

} // namespace deltascope::workspace

#include "moc_workspace.cpp"
