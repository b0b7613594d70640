// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/training_control.h"

#include "parameters/changes.h"
#include "results/memory_need.h"
#include "workspace/scenario_store.h"

#include <algorithm>

namespace deltascope::workspace {

namespace {

constexpr int kProgressMilliseconds = 33;

std::int64_t stepsPerEpoch(const model::Scenario& scenario)
{
    const int batch = scenario.batch > 0 ? std::min(scenario.batch, scenario.examples) : scenario.examples;
    return (scenario.examples + batch - 1) / batch;
}

// Steps of the same number of epochs: a compared training may make other steps.
std::int64_t stepsFor(const model::Scenario& model, const model::Scenario& compared, std::int64_t step)
{
    if (step == training::TrainingSession::kEnd || stepsPerEpoch(model) == stepsPerEpoch(compared))
        return step;
    return step / stepsPerEpoch(model) * stepsPerEpoch(compared);
}

} // namespace

TrainingControl::TrainingControl(ScenarioStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
    m_frame.setInterval(kProgressMilliseconds);
    connect(&m_frame, &QTimer::timeout, this, &TrainingControl::poll);
    connect(&store, &ScenarioStore::changed, this, &TrainingControl::follow);
    connect(&store, &ScenarioStore::historyChanged, this, &TrainingControl::resume);
    store.setStepSource([this] { return suspend(); });
}

TrainingControl::~TrainingControl()
{
    m_store.setStepSource({});
}

std::shared_ptr<const training::TrainingProgress> TrainingControl::progressOf(const model::Scenario& pinned) const
{
    const auto compared = std::ranges::find(m_compared, pinned, &ComparedTraining::scenario);
    return compared == m_compared.end() ? nullptr : compared->progress;
}

double TrainingControl::secondsLeft() const
{
    if (!m_running || !m_progress || !m_sinceStart.isValid())
        return -1;
    const auto done = static_cast<double>(m_progress->step - m_startStep);
    const double seconds = static_cast<double>(m_sinceStart.elapsed()) / 1000;
    if (done <= 0 || seconds < 0.5)
        return -1;
    return seconds * static_cast<double>(m_progress->stepCount - m_progress->step) / done;
}

void TrainingControl::run()
{
    begin();
    if (m_progress && m_progress->finished()) // from the start once more
        order(&training::TrainingSession::rewind);
    order(&training::TrainingSession::run);
    setOut(training::TrainingSession::kEnd);
}

void TrainingControl::pause()
{
    m_suspended = false;
    if (m_begun)
        order(&training::TrainingSession::pause);
    setRunning(false);
}

void TrainingControl::stepOnce()
{
    begin();
    order(&training::TrainingSession::stepOnce);
    setRunning(false);
}

void TrainingControl::rewind()
{
    m_suspended = false;
    if (m_begun)
        order(&training::TrainingSession::rewind);
    setRunning(false);
}

void TrainingControl::runTo(std::int64_t step)
{
    m_suspended = false;
    begin();
    m_session.runTo(step);
    for (ComparedTraining& compared : m_compared)
        compared.session->runTo(stepsFor(m_scenario, compared.scenario, step));
    setOut(step);
}

void TrainingControl::setOut(std::int64_t target)
{
    m_target = target;
    m_outdated = m_progress ? m_progress->generation : 0;
    m_startStep = step();
    m_sinceStart.start();
    setRunning(true);
}

void TrainingControl::setStepsPerSecond(double limit)
{
    m_stepsPerSecond = limit;
    m_session.limitSpeed(limit);
    for (ComparedTraining& compared : m_compared)
        compared.session->limitSpeed(limit);
    emit stateChanged();
}

void TrainingControl::setCompared(const std::vector<model::Scenario>& scenarios)
{
    const auto wanted = [&](const model::Scenario& scenario) {
        return std::ranges::find(scenarios, scenario) != scenarios.end();
    };
    for (ComparedTraining& compared : m_compared)
        if (!wanted(compared.scenario))
            endElsewhere(std::move(compared.session));
    m_compared.remove_if([](const ComparedTraining& compared) { return !compared.session; });
    for (const model::Scenario& scenario : scenarios) {
        if (std::ranges::find(m_compared, scenario, &ComparedTraining::scenario) != m_compared.end())
            continue;
        m_compared.push_back({scenario, std::make_unique<training::TrainingSession>(), nullptr});
        if (!m_begun)
            continue;
        ComparedTraining& compared = m_compared.back();
        start(*compared.session, scenario);
        if (m_running || m_progress)
            compared.session->runTo(stepsFor(m_scenario, scenario, m_running ? m_target : m_progress->step));
        m_frame.start();
    }
}

// Its thread ends within a block of examples, which may be longer than a frame: not waited for here.
void TrainingControl::endElsewhere(std::unique_ptr<training::TrainingSession> session)
{
    session->drop();
    std::erase_if(m_ending, [](const EndingSession& one) { return one.ended->load(); });
    EndingSession& retired = m_ending.emplace_back();
    retired.thread = std::jthread([session = std::move(session), ended = retired.ended]() mutable {
        session.reset();
        *ended = true;
    });
}

void TrainingControl::setDataFolder(const data::DataFolder& folder)
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
    for (ComparedTraining& compared : m_compared)
        start(*compared.session, compared.scenario);
}

void TrainingControl::start(training::TrainingSession& session, const model::Scenario& scenario)
{
    training::TrainingOptions options;
    if (!m_compared.empty())
        options.threads = 1; // side by side on all cores; the same bits
    std::vector<model::Scenario> others;
    for (const ComparedTraining& compared : m_compared)
        others.push_back(compared.scenario);
    session.limitSpeed(m_stepsPerSecond);
    session.start(
        scenario,
        [scenario, folder = m_folder, others](
            const std::stop_token& stop) -> Result<std::shared_ptr<const data::Dataset>> {
            if (std::optional<Error> refused = results::trainingRefused(scenario, others))
                return *std::move(refused);
            Result<data::Dataset> data = data::makeDataset(scenario, stop, folder);
            if (!data)
                return data.error();
            return stop.stop_requested() ? nullptr : std::make_shared<const data::Dataset>(*std::move(data));
        },
        options);
}

void TrainingControl::order(void (training::TrainingSession::*command)())
{
    (m_session.*command)();
    for (ComparedTraining& compared : m_compared)
        (compared.session.get()->*command)();
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
    model::Scenario alike = m_store.scenario();
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
    m_suspended = false;
    if (!m_begun)
        return;
    order(&training::TrainingSession::drop);
    m_begun = false;
    m_failure.reset();
    m_progress.reset();
    for (ComparedTraining& compared : m_compared)
        compared.progress.reset();
    m_frame.stop();
    setRunning(false);
    m_frame.stop();
    emit progressed();
}

void TrainingControl::poll()
{
    bool newer = pollCompared();
    const std::shared_ptr<const training::TrainingProgress> latest = m_session.latest();
    if (m_begun && latest && latest->scenario == m_scenario && latest != m_progress) {
        m_progress = latest;
        newer = true;
    }
    const bool over = m_progress && m_progress->generation > m_outdated && !m_progress->running
        && (m_progress->finished() || m_progress->divergence || m_progress->step == m_target);
    if (over && m_running && !m_suspended) {
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
        && std::ranges::all_of(
            m_compared, [&](const ComparedTraining& compared) { return !m_begun || stands(compared.progress); }))
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

bool TrainingControl::pollCompared()
{
    bool newer = false;
    for (ComparedTraining& compared : m_compared) {
        const std::shared_ptr<const training::TrainingProgress> latest = compared.session->latest();
        if (!m_begun || !latest || latest == compared.progress)
            continue;
        compared.progress = latest;
        newer = true;
    }
    return newer;
}

// The step that an edit during the training is for: nothing goes on until it is made.
std::int64_t TrainingControl::suspend()
{
    if (!m_begun)
        return 0;
    const std::int64_t step = m_session.suspend();
    if (m_running && !m_suspended) {
        m_suspended = true;
        QTimer::singleShot(0, this, &TrainingControl::resume);
    }
    return step;
}

void TrainingControl::resume()
{
    if (!m_suspended || m_store.inGesture())
        return;
    m_suspended = false;
    m_session.runTo(m_target);
    m_frame.start();
}

} // namespace deltascope::workspace
