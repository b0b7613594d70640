// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/training_control.h"

#include "results/memory_need.h"
#include "training/steps_per_epoch.h"
#include "workspace/store/scenario_store.h"

#include <algorithm>

namespace deltascope::workspace {

namespace {

constexpr int kProgressMilliseconds = 33;

std::int64_t stepsPerEpochOf(const model::Scenario& scenario)
{
    return training::stepsPerEpoch(scenario.examples, scenario.batch);
}

// Steps of the same number of epochs: another scenario may make other steps.
std::int64_t stepsFor(const model::Scenario& model, const model::Scenario& compared, std::int64_t step)
{
    if (step == training::TrainingState::kEnd || stepsPerEpochOf(model) == stepsPerEpochOf(compared))
        return step;
    return step / stepsPerEpochOf(model) * stepsPerEpochOf(compared);
}

} // namespace

TrainingControl::TrainingControl(ScenarioStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
    m_frame.setInterval(kProgressMilliseconds);
    connect(&m_frame, &QTimer::timeout, this, &TrainingControl::look);
    connect(&store, &ScenarioStore::changed, this, &TrainingControl::follow);
    connect(&store, &ScenarioStore::historyChanged, this, &TrainingControl::resume);
}

TrainingControl::~TrainingControl()
{
    order(&training::TrainingSession::drop); // all at once, before one after the other is waited for
}

std::shared_ptr<const training::TrainingProgress> TrainingControl::progressOf(const model::Scenario& pinned) const
{
    const auto compared = std::ranges::find(m_compared, pinned, &Compared::scenario);
    return compared == m_compared.end() ? nullptr : compared->progress;
}

double TrainingControl::secondsLeft() const
{
    if (!isRunning() || !progress() || !m_sinceStart.isValid())
        return -1;
    const auto done = static_cast<double>(step() - m_startStep);
    const double seconds = static_cast<double>(m_sinceStart.elapsed()) / 1000;
    if (done <= 0 || seconds < 0.5)
        return -1;
    return seconds * static_cast<double>(progress()->stepCount - step()) / done;
}

void TrainingControl::run()
{
    begin();
    if (progress() && progress()->finished()) // from the start once more
        order(&training::TrainingSession::rewind);
    runTo(training::TrainingState::kEnd);
}

void TrainingControl::pause()
{
    order(&training::TrainingSession::pause);
    ordered(training::TrainingState::Aim::stand);
}

void TrainingControl::stepOnce()
{
    begin();
    order(&training::TrainingSession::stepOnce);
    ordered(training::TrainingState::Aim::reach);
}

void TrainingControl::rewind()
{
    order(&training::TrainingSession::rewind);
    ordered(training::TrainingState::Aim::stand);
}

void TrainingControl::runTo(std::int64_t step)
{
    begin();
    m_session.runTo(step);
    for (Compared& compared : m_compared)
        compared.session->runTo(stepsFor(m_state.scenario, compared.scenario, step));
    m_startStep = this->step();
    m_sinceStart.start();
    ordered(training::TrainingState::Aim::run);
}

void TrainingControl::setStepsPerSecond(double limit)
{
    m_stepsPerSecond = limit;
    m_session.limitSpeed(limit);
    for (Compared& compared : m_compared)
        compared.session->limitSpeed(limit);
    emit stateChanged();
}

void TrainingControl::setCompared(const std::vector<model::Scenario>& scenarios)
{
    for (Compared& compared : m_compared)
        if (std::ranges::find(scenarios, compared.scenario) == scenarios.end()) {
            compared.session->drop();
            m_spare.push_back(std::move(compared.session));
        }
    m_compared.remove_if([](const Compared& compared) { return !compared.session; });
    for (const model::Scenario& scenario : scenarios) {
        if (std::ranges::find(m_compared, scenario, &Compared::scenario) != m_compared.end())
            continue;
        m_compared.push_back({.scenario = scenario, .session = spareSession(), .progress = nullptr});
        if (!begun())
            continue;
        training::TrainingSession& session = *m_compared.back().session;
        start(session, scenario);
        if (isRunning() || progress())
            session.runTo(stepsFor(m_state.scenario, scenario, isRunning() ? m_state.target : step()));
        m_frame.start();
    }
}

std::unique_ptr<training::TrainingSession> TrainingControl::spareSession()
{
    if (m_spare.empty())
        return std::make_unique<training::TrainingSession>();
    std::unique_ptr<training::TrainingSession> session = std::move(m_spare.back());
    m_spare.pop_back();
    return session;
}

void TrainingControl::setDataFolder(const data::DataFolder& folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    forget();
    emit stateChanged();
}

void TrainingControl::begin()
{
    if (begun())
        return;
    start(m_session, m_store.scenario());
    for (Compared& compared : m_compared)
        start(*compared.session, compared.scenario);
    m_state.failure.reset();
    ordered(training::TrainingState::Aim::stand);
}

void TrainingControl::start(training::TrainingSession& session, const model::Scenario& scenario)
{
    training::TrainingOptions options;
    if (!m_compared.empty())
        options.threads = 1; // side by side on all processors; the same bits
    std::vector<model::Scenario> others;
    for (const Compared& compared : m_compared)
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
    for (Compared& compared : m_compared)
        (compared.session.get()->*command)();
}

// Takes over the state as an order has left it; what has come of it since is told at the next frame.
void TrainingControl::ordered(training::TrainingState::Aim aim)
{
    training::TrainingState now = m_session.state();
    if (now.phase != training::TrainingState::Phase::none) {
        now.aim = aim;
        now.progress = progress();
    }
    m_frame.start();
    show(std::move(now));
}

void TrainingControl::follow()
{
    if (m_store.scenario() == m_state.scenario)
        return;
    if (!begun()) {
        m_session.drop(); // why it failed was about another scenario
        m_state = m_session.state();
        return;
    }
    model::Scenario alike = m_store.scenario();
    alike.changes = m_state.scenario.changes;
    alike.epochs = m_state.scenario.epochs;
    if (alike != m_state.scenario) {
        forget();
        return;
    }
    m_session.follow(m_store.scenario());
    ordered(m_state.aim);
}

void TrainingControl::forget()
{
    order(&training::TrainingSession::drop);
    ordered(training::TrainingState::Aim::stand);
    m_frame.stop();
}

void TrainingControl::look()
{
    show(m_session.state());
    // What stood when it was looked at: asked anew, one that ended since would never show its last step.
    if (m_state.stands() && std::ranges::all_of(m_compared, &Compared::stands))
        m_frame.stop();
}

// Tells how the state differs from what was known of it.
void TrainingControl::show(training::TrainingState next)
{
    const std::optional<Error> failure = m_state.failure ? std::nullopt : next.failure;
    const bool turned = next.running() != isRunning(), newer = next.progress != progress();
    m_state = std::move(next);
    if (failure) // the next order begins all of them anew: the file may be there then
        for (Compared& compared : m_compared)
            compared.session->drop();
    const bool newerCompared = lookAtCompared();
    if (turned || failure)
        emit stateChanged();
    if (newer || newerCompared)
        emit progressed();
    if (failure)
        emit failed(*failure);
}

bool TrainingControl::lookAtCompared()
{
    bool newer = false;
    for (Compared& compared : m_compared) {
        training::TrainingState latest = compared.session->state();
        newer = newer || latest.progress != compared.progress;
        compared.progress = std::move(latest.progress);
        compared.stands = latest.stands();
    }
    return newer;
}

std::int64_t TrainingControl::suspend()
{
    if (!begun())
        return 0;
    const std::int64_t step = m_session.suspend();
    QTimer::singleShot(0, this, &TrainingControl::resume);
    return step;
}

void TrainingControl::resume()
{
    if (m_store.inGesture() || !m_session.state().held)
        return;
    m_session.goOn();
    m_frame.start();
}

} // namespace deltascope::workspace

#include "moc_training_control.cpp"
