// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace.h"

#include "data_fit.h"
#include "lesson_session.h"
#include "snapshot_keeping.h"
#include "snapshot_worker.h"
#include "training_control.h"

#include <QMetaObject>

#include <algorithm>
#include <chrono>
#include <set>

namespace deltascope {

namespace {

constexpr Needs kQuick = Need::evaluation | Need::neurons; // as quick as one forward and backward pass
// How long an overtaken computation may run: a result within that follows a drag, a longer one waits for its end.
constexpr std::chrono::milliseconds kPatience{250};
constexpr std::chrono::milliseconds kLook{30}; // how often that is looked at
// How long a figure may go on showing the scenario before: a drag is followed within that.
constexpr std::chrono::milliseconds kLate{500};

} // namespace

Workspace::Workspace(QObject* parent)
    : QObject(parent)
    , m_training(std::make_unique<TrainingControl>(m_store))
    , m_worker(std::make_unique<SnapshotWorker>(
          [this] { QMetaObject::invokeMethod(this, &Workspace::acceptLong, Qt::QueuedConnection); }))
{
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (!m_worker->stopOvertaken(kPatience))
            m_patience.stop();
    });
    m_late.setSingleShot(true);
    connect(&m_late, &QTimer::timeout, this, &Workspace::showLate);
    connect(&m_store, &ScenarioStore::changed, this, &Workspace::scenarioPut);
    connect(m_training.get(), &TrainingControl::progressed, this, &Workspace::trainingProgressed);
    evaluateNow();
    m_lesson = std::make_unique<LessonSession>(*this);
    m_dataFit = std::make_unique<DataFit>(*this);
}

Workspace::~Workspace() = default;

const Snapshot& Workspace::snapshotFor(Needs wanted) const
{
    if (isDrawable(*m_snapshot, wanted))
        return *m_snapshot;
    const Snapshot* last = m_drawable.newest(wanted);
    return last ? *last : *m_snapshot;
}

bool Workspace::computing(Needs wanted) const
{
    const Needs computed = wanted & ~kOfTraining;
    return !isComplete(*m_snapshot, computed) || !holdsLayer(*m_snapshot, computed, m_view.layer);
}

bool Workspace::isCurrent(Needs wanted) const
{
    return !m_snapshot->failure && isDrawable(*m_snapshot, wanted);
}

Standing Workspace::standing(Needs wanted) const
{
    if (m_snapshot->failure)
        return {false, true, m_snapshot->failure->what};
    if (isCurrent(wanted))
        return {};
    const Snapshot& shown = snapshotFor(wanted);
    const bool late = shown.scenario != scenario() && m_drawable.outdatedFor(shown.generation) >= kLate;
    return {false, late, {translatable("core", "The results for the present values are still being computed."), {}}};
}

std::optional<Error> Workspace::refusal(Needs wanted) const
{
    const Standing now = standing(wanted);
    if (now.current)
        return std::nullopt;
    return Error{Fault::usage,
        {translatable("core", "This figure does not show the present values, so it is neither copied nor exported: %1"),
            {now.why}}};
}

std::optional<Diagnosis> Workspace::diagnosis() const
{
    const Snapshot& known = snapshotFor(needs(Need::evaluation));
    if (!known.evaluation || m_snapshot->failure)
        return std::nullopt;
    return diagnose(known.scenario, *known.evaluation, known.formats.get());
}

Document Workspace::document() const
{
    Document present{scenario(), m_view, m_pins, m_hidden, m_lesson->place()};
    present.view.step = m_training->step();
    return present;
}

void Workspace::setView(const ViewState& view)
{
    ViewState next = view;
    if (next.layer > scenario().depth)
        next.layer = 0;
    if (next == m_view)
        return;
    const bool otherQuestion = next.k != m_view.k || next.seeds != m_view.seeds;
    const bool otherLayer = next.layer != m_view.layer;
    m_view = std::move(next);
    if (otherQuestion)
        evaluateNow();
    else if (otherLayer && !holdsSelected())
        requestLong(); // the results stay until the ones with this layer are there
    emit viewChanged();
    if (otherQuestion)
        emit snapshotChanged();
}

void Workspace::setPins(std::vector<Pin> pins)
{
    if (pins == m_pins)
        return;
    m_pins = std::move(pins);
    m_pinned.forgetAllBut(m_pins);
    chooseRivals();
    evaluateNow();
    emit pinsChanged();
    emit snapshotChanged();
}

void Workspace::openDocument(const Document& document)
{
    const bool sameScenario = document.scenario == scenario();
    m_pins = document.pins;
    m_pinned.forgetAllBut(m_pins);
    std::string theme = document.view.theme, language = document.view.language;
    if (theme == "system") // links and presets leave both to whoever opens them
        theme = m_view.theme;
    if (language == "system")
        language = m_view.language;
    m_view = document.view;
    m_view.theme = std::move(theme);
    m_view.language = std::move(language);
    m_view.step = 0; // where the training stands says that
    m_drawable.clear();
    m_store.reset(document.scenario);
    if (sameScenario)
        scenarioPut();
    chooseRivals();
    emit pinsChanged();
    emit viewChanged();
    m_lesson->resume(document.lesson);
    setHidden(document.hide);
    if (document.view.step > 0)
        m_training->runTo(document.view.step);
}

void Workspace::setHidden(std::vector<std::string> keys)
{
    if (keys == m_hidden)
        return;
    m_hidden = std::move(keys);
    emit hiddenChanged();
}

void Workspace::setPresentation(double scale)
{
    m_presentation = scale;
    emit viewChanged();
}

void Workspace::setDataFolder(const DataFolder& folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    m_moment = m_newest = {}; // what was trained is forgotten
    m_drawable.clear(); // it was of other data
    m_training->setDataFolder(folder);
    m_pinned.clear();
    evaluateNow();
    emit snapshotChanged();
}

// Pins are trained only where they are seen to be.
void Workspace::chooseRivals()
{
    std::vector<Scenario> rivals;
    const bool seen =
        std::ranges::any_of(m_needs, [](const auto& figure) { return contains(figure.second, Need::courses); });
    for (std::size_t i = 0; seen && i < std::min(m_pins.size(), kMaxCompared - 1); ++i)
        rivals.push_back(m_pins[i].scenario);
    m_training->setRivals(rivals);
}

void Workspace::trainingProgressed()
{
    if (m_snapshot->scenario != scenario()) // an edit has ended it, and is being put: that evaluates
        return;
    const std::shared_ptr<const TrainingProgress> progress = m_training->progress();
    // While steps are made: ms between results that take longer than a frame, and none is overtaken by the next.
    constexpr qint64 kPause = 400;
    const bool due = evaluatesAtOnce(scenario(), m_folder) || !m_training->isRunning() || !m_sinceMoment.isValid()
        || (m_sinceMoment.elapsed() > kPause && !computing(wanted() & kOfTheMoment));
    if (!progress || progress->step == 0)
        m_newest = {};
    else if (progress->network)
        m_newest = {progress->step, progress->network, m_snapshot->data};
    if (m_newest.step != m_moment.step && (due || m_newest.step == 0)) {
        m_moment = m_newest;
        m_sinceMoment.start();
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

void Workspace::require(const QObject* who, Needs wantedNow)
{
    const auto known = m_needs.find(who);
    if (known == m_needs.end() && wantedNow != 0)
        connect(who, &QObject::destroyed, this, [this, who] { m_needs.erase(who); });
    if (known != m_needs.end() && known->second == wantedNow)
        return;
    m_needs[who] = wantedNow;
    chooseRivals();
    requestLong();
}

void Workspace::report(const Error& error)
{
    emit reported(error);
}

void Workspace::scenarioPut()
{
    if (!m_training->progress())
        m_moment = m_newest = {};
    if (m_view.layer > scenario().depth) {
        m_view.layer = 0;
        emit viewChanged();
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
    Snapshot next;
    if (evaluatesAtOnce(scenario(), m_folder)) {
        const Needs quick = computesFormatsAtOnce(scenario()) ? kQuick | Need::formats : kQuick;
        next = computeSnapshot({scenario(), m_view, {}}, wanted() & quick, {}, {}, m_folder, m_moment);
    } else {
        next.scenario = scenario();
        next.step = m_moment.step;
    }
    for (const Pin& pin : m_pins)
        if (!m_pinned.of(pin) && evaluatesAtOnce(pin.scenario, m_folder))
            m_pinned.keep(computeSnapshot({{}, m_view, {pin}}, 0, {}, {}, m_folder, {}, needs(Need::evaluation)).pins);
    next.generation = m_generation;
    if (m_snapshot)
        keepOfTheStart(next, *m_snapshot, m_view.seeds);
    publish(std::make_shared<const Snapshot>(std::move(next)));
    requestLong();
}

void Workspace::requestLong()
{
    Needs ofPins = 0;
    std::vector<Pin> unfinished;
    for (const Pin& pin : m_pins) {
        const PinnedResult* known = m_pinned.of(pin);
        const Needs missing = known ? missingOfPin(*known, wanted(), m_view) : wanted() & kOfPins;
        ofPins |= missing;
        if (missing != 0)
            unfinished.push_back(pin);
    }
    if (isComplete(*m_snapshot, wanted()) && holdsLayer(*m_snapshot, wanted(), m_view.layer) && ofPins == 0) {
        m_worker->cancel();
        return;
    }
    m_worker->submit({m_generation, {scenario(), m_view, unfinished}, stillWanted(), ofPins, m_folder, m_moment});
    if (!m_patience.isActive())
        m_patience.start(kLook);
}

void Workspace::acceptLong()
{
    std::shared_ptr<const Snapshot> result = m_worker->take();
    if (!result)
        return;
    m_pinned.keep(result->pins);
    auto merged = std::make_shared<Snapshot>(*result);
    if (result->generation == m_generation) {
        keepKnown(*merged, *m_snapshot);
        publish(std::move(merged));
    } else { // overtaken by a drag, but newer than what the figures show
        merged->pins = pinnedResults();
        remember(std::move(merged));
    }
    emit snapshotChanged();
}

void Workspace::publish(const std::shared_ptr<const Snapshot>& snapshot)
{
    auto withPins = std::make_shared<Snapshot>(*snapshot);
    withPins->pins = pinnedResults();
    withPins->course = m_training->progress();
    m_snapshot = std::move(withPins);
    remember(m_snapshot);
}

void Workspace::remember(const std::shared_ptr<const Snapshot>& snapshot)
{
    std::set<Needs> figures{needs(Need::evaluation)};
    for (const auto& [who, wantedByOne] : m_needs)
        figures.insert(wantedByOne);
    m_drawable.remember(snapshot, figures);
}

Needs Workspace::wanted() const
{
    Needs all = Need::evaluation | Need::formats; // of the diagnosis
    for (const auto& [who, wantedByOne] : m_needs)
        all |= wantedByOne;
    return all & ~kOfTraining; // that comes from the training
}

// What is to be computed for everything wanted to be there, save what comes bit by bit and has come.
Needs Workspace::stillWanted() const
{
    Needs all = wanted();
    for (const Need refined :
        {Need::seeds, Need::balance, Need::speedRatios, Need::phase, Need::ladder, Need::formats, Need::allFormats})
        if (isComplete(*m_snapshot, needs(refined)))
            all &= ~needs(refined);
    return all;
}

bool Workspace::holdsSelected() const
{
    const Needs described = wanted() & needs(Need::distributions);
    return holdsLayer(*m_snapshot, wanted(), m_view.layer)
        && std::ranges::none_of(m_snapshot->pins,
            [&](const PinnedResult& pin) { return pin.distributions && missingOfPin(pin, described, m_view) != 0; });
}

std::vector<PinnedResult> Workspace::pinnedResults() const
{
    return m_pinned.all(m_pins, [this](const Scenario& pinned) { return m_training->progressOf(pinned); });
}

} // namespace deltascope
