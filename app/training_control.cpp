// SPDX-License-Identifier: GPL-3.0-or-later
#include "training_control.h"

#include "memory_need.h"
#include "mid_run.h"
#include "scenario_store.h"

#include <algorithm>

namespace deltascope {

namespace {

constexpr int kFrameMilliseconds = 33;

std::int64_t stepsPerEpoch(const Scenario& scenario)
{
    const int batch = scenario.batch > 0 ? std::min(scenario.batch, scenario.examples) : scenario.examples;
    return (scenario.examples + batch - 1) / batch;
}

// Steps of the same number of epochs: a compared training may make other steps.
std::int64_t stepsFor(const Scenario& model, const Scenario& rival, std::int64_t step)
{
    if (step == TrainingSession::kEnd || stepsPerEpoch(model) == stepsPerEpoch(rival))
        return step;
    return step / stepsPerEpoch(model) * stepsPerEpoch(rival);
}

} // namespace

TrainingControl::TrainingControl(ScenarioStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
    m_frame.setInterval(kFrameMilliseconds);
    connect(&m_frame, &QTimer::timeout, this, &TrainingControl::poll);
    connect(&store, &ScenarioStore::changed, this, &TrainingControl::follow);
    connect(&store, &ScenarioStore::historyChanged, this, &TrainingControl::goOn);
    store.setMoment([this] { return hold(); });
}

TrainingControl::~TrainingControl()
{
    m_store.setMoment({});
}

std::shared_ptr<const TrainingProgress> TrainingControl::progressOf(const Scenario& pinned) const
{
    const auto rival = std::ranges::find(m_rivals, pinned, &Rival::scenario);
    return rival == m_rivals.end() ? nullptr : rival->progress;
}

double TrainingControl::secondsLeft() const
{
    if (!m_running || !m_progress || !m_sinceRun.isValid())
        return -1;
    const auto done = static_cast<double>(m_progress->step - m_stepAtRun);
    const double seconds = static_cast<double>(m_sinceRun.elapsed()) / 1000;
    if (done <= 0 || seconds < 0.5)
        return -1;
    return seconds * static_cast<double>(m_progress->stepCount - m_progress->step) / done;
}

void TrainingControl::run()
{
    begin();
    if (m_progress && m_progress->finished()) // from the start once more
        order(&TrainingSession::rewind);
    order(&TrainingSession::run);
    setOut(TrainingSession::kEnd);
}

void TrainingControl::pause()
{
    m_held = false;
    if (m_begun)
        order(&TrainingSession::pause);
    setRunning(false);
}

void TrainingControl::stepOnce()
{
    begin();
    order(&TrainingSession::stepOnce);
    setRunning(false);
}

void TrainingControl::rewind()
{
    m_held = false;
    if (m_begun)
        order(&TrainingSession::rewind);
    setRunning(false);
}

void TrainingControl::runTo(std::int64_t step)
{
    m_held = false;
    begin();
    m_session.runTo(step);
    for (Rival& rival : m_rivals)
        rival.session->runTo(stepsFor(m_scenario, rival.scenario, step));
    setOut(step);
}

void TrainingControl::setOut(std::int64_t target)
{
    m_target = target;
    m_outdated = m_progress ? m_progress->generation : 0;
    m_stepAtRun = step();
    m_sinceRun.start();
    setRunning(true);
}

void TrainingControl::setStepsPerSecond(double limit)
{
    m_stepsPerSecond = limit;
    m_session.limitSpeed(limit);
    for (Rival& rival : m_rivals)
        rival.session->limitSpeed(limit);
    emit stateChanged();
}

void TrainingControl::setRivals(const std::vector<Scenario>& scenarios)
{
    const auto wanted = [&](const Scenario& scenario) {
        return std::ranges::find(scenarios, scenario) != scenarios.end();
    };
    for (Rival& rival : m_rivals)
        if (!wanted(rival.scenario))
            retire(std::move(rival.session));
    m_rivals.remove_if([](const Rival& rival) { return !rival.session; });
    for (const Scenario& scenario : scenarios) {
        if (std::ranges::find(m_rivals, scenario, &Rival::scenario) != m_rivals.end())
            continue;
        m_rivals.push_back({scenario, std::make_unique<TrainingSession>(), nullptr});
        if (!m_begun)
            continue;
        Rival& rival = m_rivals.back();
        start(*rival.session, scenario);
        if (m_running || m_progress)
            rival.session->runTo(stepsFor(m_scenario, scenario, m_running ? m_target : m_progress->step));
        m_frame.start();
    }
}

// Its thread ends within a block of examples, which may be longer than a frame: not waited for here.
void TrainingControl::retire(std::unique_ptr<TrainingSession> session)
{
    session->drop();
    std::erase_if(m_retired, [](const Retired& one) { return one.ended->load(); });
    Retired& retired = m_retired.emplace_back();
    retired.thread = std::jthread([session = std::move(session), ended = retired.ended]() mutable {
        session.reset();
        *ended = true;
    });
}

void TrainingControl::setDataFolder(const DataFolder& folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    m_failure.reset();
    forget();
    emit stateChanged();
}

void TrainingControl::begin()
{
    if (m_begun)
        return;
    m_begun = true;
    m_failure.reset();
    m_scenario = m_store.scenario();
    start(m_session, m_scenario);
    for (Rival& rival : m_rivals)
        start(*rival.session, rival.scenario);
}

void TrainingControl::start(TrainingSession& session, const Scenario& scenario)
{
    TrainingOptions options;
    if (!m_rivals.empty())
        options.threads = 1; // side by side on all cores; the same bits
    std::vector<Scenario> others;
    for (const Rival& rival : m_rivals)
        others.push_back(rival.scenario);
    session.limitSpeed(m_stepsPerSecond);
    session.start(
        scenario,
        [scenario, folder = m_folder, others](const std::stop_token& stop) -> Result<std::shared_ptr<const Dataset>> {
            if (std::optional<Error> refused = trainingRefused(scenario, others))
                return *std::move(refused);
            Result<Dataset> data = makeDataset(scenario, stop, folder);
            if (!data)
                return data.error();
            return stop.stop_requested() ? nullptr : std::make_shared<const Dataset>(*std::move(data));
        },
        options);
}

void TrainingControl::order(void (TrainingSession::*command)())
{
    (m_session.*command)();
    for (Rival& rival : m_rivals)
        (rival.session.get()->*command)();
    m_frame.start();
}

void TrainingControl::setRunning(bool running)
{
    m_frame.start();
    if (m_running == running)
        return;
    m_running = running;
    emit stateChanged();
}

void TrainingControl::follow()
{
    if (m_failure && m_store.scenario() != m_scenario)
        m_failure.reset(); // it was about another scenario
    if (!m_begun || m_store.scenario() == m_scenario)
        return;
    Scenario alike = m_store.scenario();
    alike.changes = m_scenario.changes;
    alike.epochs = m_scenario.epochs;
    if (alike != m_scenario) {
        forget();
        return;
    }
    m_scenario = m_store.scenario();
    m_session.follow(m_scenario);
    m_frame.start();
}

void TrainingControl::forget()
{
    m_held = false;
    if (!m_begun)
        return;
    order(&TrainingSession::drop);
    m_begun = false;
    m_failure.reset();
    m_progress.reset();
    for (Rival& rival : m_rivals)
        rival.progress.reset();
    m_frame.stop();
    setRunning(false);
    m_frame.stop();
    emit progressed();
}

void TrainingControl::poll()
{
    bool newer = pollRivals();
    const std::shared_ptr<const TrainingProgress> latest = m_session.latest();
    if (m_begun && latest && latest->scenario == m_scenario && latest != m_progress) {
        m_progress = latest;
        newer = true;
    }
    const bool over = m_progress && m_progress->generation > m_outdated && !m_progress->running
        && (m_progress->finished() || m_progress->divergence || m_progress->step == m_target);
    if (over && m_running && !m_held) {
        m_running = false;
        emit stateChanged();
    }
    if (newer)
        emit progressed();
    if (std::optional<Error> failure = m_session.failure(); m_begun && failure) {
        fail(*failure);
        return;
    }
    const auto stands = [](const auto& progress) { return progress && !progress->running; };
    if (!newer && !m_running && (!m_begun || stands(m_progress))
        && std::ranges::all_of(m_rivals, [&](const Rival& rival) { return !m_begun || stands(rival.progress); }))
        m_frame.stop();
}

// There is nothing to train on. The next order begins anew: the file may be there then.
void TrainingControl::fail(const Error& failure)
{
    forget();
    m_failure = failure;
    emit stateChanged();
    emit failed(failure);
}

bool TrainingControl::pollRivals()
{
    bool newer = false;
    for (Rival& rival : m_rivals) {
        const std::shared_ptr<const TrainingProgress> latest = rival.session->latest();
        if (!m_begun || !latest || latest == rival.progress)
            continue;
        rival.progress = latest;
        newer = true;
    }
    return newer;
}

// The step that an edit during the training is for: nothing goes on until it is made.
std::int64_t TrainingControl::hold()
{
    if (!m_begun)
        return 0;
    const std::int64_t step = m_session.hold();
    if (m_running && !m_held) {
        m_held = true;
        QTimer::singleShot(0, this, &TrainingControl::goOn);
    }
    return step;
}

void TrainingControl::goOn()
{
    if (!m_held || m_store.inGesture())
        return;
    m_held = false;
    m_session.runTo(m_target);
    m_frame.start();
}

} // namespace deltascope
