// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/training_session.h"

#include "base/parallel.h"

#include <new>
#include <system_error>

namespace deltascope::training {

TrainingSession::TrainingSession()
    : m_thread([this](const std::stop_token& stop) { work(stop); })
{
}

TrainingSession::~TrainingSession()
{
    m_thread.request_stop();
    const std::lock_guard lock(m_mutex);
    breakOff();
}

void TrainingSession::start(
    const model::Scenario& scenario, std::shared_ptr<const data::Dataset> data, TrainingOptions options)
{
    start(scenario, MakeData([data = std::move(data)](const std::stop_token&) { return data; }), std::move(options));
}

void TrainingSession::start(const model::Scenario& scenario, MakeData makeData, TrainingOptions options)
{
    auto request = std::make_shared<const Request>(Request{scenario, std::move(makeData), std::move(options)});
    const std::lock_guard lock(m_mutex);
    m_request = std::move(request);
    begin(TrainingState::Phase::making, scenario);
}

void TrainingSession::drop()
{
    const std::lock_guard lock(m_mutex);
    m_request.reset();
    begin(TrainingState::Phase::none, {});
}

void TrainingSession::begin(TrainingState::Phase phase, const model::Scenario& scenario)
{
    m_wanted = {.training = m_wanted.training + 1};
    m_left.push_back(std::move(m_state.progress));
    m_state = {.phase = phase, .scenario = scenario};
    breakOff();
    noteOrder();
}

void TrainingSession::runTo(std::int64_t step)
{
    const std::lock_guard lock(m_mutex);
    if (m_state.phase == TrainingState::Phase::none)
        return;
    if (step < m_state.steps)
        toStart();
    m_state.aim = TrainingState::Aim::run;
    m_state.target = step;
    m_state.held = false;
    noteOrder();
}

void TrainingSession::stepOnce()
{
    const std::lock_guard lock(m_mutex);
    if (m_state.phase == TrainingState::Phase::none)
        return;
    m_state.aim = TrainingState::Aim::reach;
    m_state.target = m_state.steps + 1;
    m_state.held = false;
    noteOrder();
}

void TrainingSession::pause()
{
    const std::lock_guard lock(m_mutex);
    m_state.aim = TrainingState::Aim::stand;
    m_state.target = m_state.steps;
    m_state.held = false;
    breakOffStep();
    noteOrder();
}

void TrainingSession::rewind()
{
    const std::lock_guard lock(m_mutex);
    m_state.aim = TrainingState::Aim::stand;
    m_state.target = 0;
    m_state.held = false;
    toStart();
    noteOrder();
}

void TrainingSession::toStart()
{
    ++m_wanted.rewinds;
    m_state.steps = 0;
    breakOffStep();
}

std::int64_t TrainingSession::suspend()
{
    const std::lock_guard lock(m_mutex);
    if (m_state.phase == TrainingState::Phase::none)
        return 0;
    m_state.held = true;
    if (m_state.aim == TrainingState::Aim::stand)
        m_state.target = m_state.steps;
    breakOffStep();
    noteOrder();
    return m_state.steps;
}

void TrainingSession::goOn()
{
    const std::lock_guard lock(m_mutex);
    m_state.held = false;
    noteOrder();
}

void TrainingSession::limitSpeed(double stepsPerSecond)
{
    const std::lock_guard lock(m_mutex);
    m_stepsPerSecond = stepsPerSecond;
    m_changed.notify_all();
}

void TrainingSession::follow(const model::Scenario& scenario)
{
    auto followed = std::make_shared<const model::Scenario>(scenario);
    const std::lock_guard lock(m_mutex);
    if (m_state.phase == TrainingState::Phase::none)
        return;
    m_wanted.followed = std::move(followed);
    m_state.scenario = scenario;
    noteOrder();
}

TrainingState TrainingSession::state()
{
    m_asked = true;
    const std::lock_guard lock(m_mutex);
    return m_state;
}

void TrainingSession::waitUntilIdle()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_state.answered && (m_state.held || m_state.stands()); });
}

void TrainingSession::noteOrder()
{
    ++m_orders;
    m_state.answered = false;
    m_changed.notify_all();
}

void TrainingSession::breakOff()
{
    m_interrupt.request_stop();
}

void TrainingSession::breakOffStep()
{
    if (m_state.phase == TrainingState::Phase::ready)
        m_interrupt.request_stop();
}

// What a rewind, or a change in the past, has left of the steps; a step that diverged was none. Steps that were made
// before an edit of the past are made again.
void TrainingSession::noteSteps()
{
    if (m_wanted.training != m_made.training || m_wanted.rewinds != m_made.rewinds)
        return;
    if (m_training->step() < m_state.steps && m_state.aim == TrainingState::Aim::stand && !m_training->divergence())
        m_state.aim = TrainingState::Aim::reach;
    m_state.steps = m_training->step();
}

void TrainingSession::work(const std::stop_token& stop)
{
    giveWay();
    while (!stop.stop_requested()) {
        try {
            if (!carryOut(stop) && !step(stop))
                rest(stop);
        } catch (const std::bad_alloc&) { // what left the thread would end the program
            fail(outOfMemory());
        } catch (const std::system_error&) { // no thread
            fail(outOfMemory());
        }
    }
}

// False: nothing of what was ordered is left to do but steps.
bool TrainingSession::carryOut(const std::stop_token& stop)
{
    Made wanted;
    std::shared_ptr<const Request> request;
    std::vector<std::shared_ptr<const TrainingProgress>> left;
    std::stop_token interrupted;
    {
        const std::lock_guard lock(m_mutex);
        left.swap(m_left);
        if (m_wanted == m_made || stop.stop_requested())
            return false;
        wanted = m_wanted;
        request = m_request;
        m_interrupt = std::stop_source();
        interrupted = m_interrupt.get_token();
    }
    left.clear();
    if (wanted.training != m_made.training)
        remake(wanted, request, interrupted);
    if (m_training && wanted.rewinds != m_made.rewinds)
        m_training->rewind();
    if (m_training && wanted.followed && wanted.followed != m_made.followed)
        m_training->follow(*wanted.followed);
    m_network.reset();
    const std::lock_guard lock(m_mutex);
    m_made = wanted;
    if (m_training)
        noteSteps();
    return true;
}

void TrainingSession::remake(
    const Made& wanted, const std::shared_ptr<const Request>& request, const std::stop_token& interrupted)
{
    m_training.reset();
    m_network.reset();
    {
        const std::lock_guard lock(m_mutex);
        m_made = {.training = wanted.training};
    }
    if (request)
        make(*request, interrupted);
    const std::lock_guard lock(m_mutex);
    if (m_wanted.training != wanted.training)
        return;
    if (m_training)
        m_state.phase = TrainingState::Phase::ready;
    else
        m_state = {.answered = false, .scenario = std::move(m_state.scenario), .failure = m_state.failure};
}

void TrainingSession::make(const Request& request, const std::stop_token& interrupted)
{
    Result<std::shared_ptr<const data::Dataset>> data = request.makeData(interrupted);
    if (!data && !interrupted.stop_requested())
        fail(data.error());
    if (!data || *data == nullptr)
        return;
    network::Network start(request.scenario, **data, interrupted);
    if (!interrupted.stop_requested())
        m_training = std::make_unique<Training>(request.scenario, *std::move(data), std::move(start), request.options);
}

// There is no training of what was asked for.
void TrainingSession::fail(const Error& error)
{
    m_training.reset();
    m_network.reset();
    const std::lock_guard lock(m_mutex);
    if (m_wanted.training == m_made.training) {
        m_made = m_wanted;
        m_state = {.answered = false, .scenario = std::move(m_state.scenario), .failure = error};
    }
}

// True where a step was to be made, or something else has come up.
bool TrainingSession::step(const std::stop_token& stop)
{
    std::stop_token interrupted;
    {
        const std::lock_guard lock(m_mutex);
        if (m_wanted != m_made)
            return true;
        m_seen = m_orders;
        if (!m_training || !m_state.wantsStep() || m_training->finished() || m_training->divergence()
            || stop.stop_requested())
            return false;
        m_interrupt = std::stop_source();
        interrupted = m_interrupt.get_token();
    }
    m_network.reset();
    if (m_training->advance(interrupted, [this] { return mayStep(); }) == Training::Outcome::diverged) {
        const std::lock_guard lock(m_mutex);
        noteSteps();
    }
    if (m_asked.exchange(false))
        publish();
    waitForSpeed(stop);
    return true;
}

// When a step is ready to be made: from here on it is made and counted, or neither.
bool TrainingSession::mayStep()
{
    const std::lock_guard lock(m_mutex);
    if (m_interrupt.stop_requested())
        return false;
    ++m_state.steps;
    return true;
}

void TrainingSession::waitForSpeed(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    const double limit = m_stepsPerSecond;
    if (limit <= 0)
        return;
    const auto pause = std::chrono::duration<double>(1 / limit);
    const auto isOver = [&] { return m_wanted != m_made || m_stepsPerSecond != limit || !m_state.wantsStep(); };
    m_changed.wait_for(lock, stop, pause, isOver);
}

TrainingProgress TrainingSession::progressNow(bool withNetwork)
{
    TrainingProgress progress = progressOf(*m_training, withNetwork && !m_network);
    if (progress.network) {
        m_network = progress.network;
        m_copied = std::chrono::steady_clock::now();
    }
    progress.network = m_network;
    return progress;
}

// While steps are made.
void TrainingSession::publish()
{
    constexpr std::size_t kSmall = 200'000; // parameters that are copied within a millisecond, at every frame
    constexpr std::size_t kLargest = 20'000'000; // more: a second copy is made only when it stands still
    constexpr auto kPause = std::chrono::milliseconds(400); // between copies of what lies between
    const std::size_t parameters = m_training->parameterCount();
    const bool due = parameters <= kLargest && std::chrono::steady_clock::now() - m_copied >= kPause;
    auto next = std::make_shared<const TrainingProgress>(progressNow(parameters <= kSmall || due));
    const std::lock_guard lock(m_mutex); // shorter than `next`, which may then hold a large one before it
    if (m_wanted == m_made) // else it is of what is wanted no more
        std::swap(m_state.progress, next);
}

// Publishes where it stands, and sleeps until there is an order.
void TrainingSession::rest(const std::stop_token& stop)
{
    std::shared_ptr<const TrainingProgress> next;
    if (m_training)
        next = std::make_shared<const TrainingProgress>(progressNow(true));
    std::unique_lock lock(m_mutex);
    if (m_orders != m_seen)
        return;
    if (!m_state.held)
        m_state.aim = TrainingState::Aim::stand;
    if (next)
        std::swap(m_state.progress, next);
    m_state.answered = true;
    m_changed.notify_all();
    lock.unlock();
    next.reset(); // the one before may be large
    lock.lock();
    m_changed.wait(lock, stop, [this] { return m_orders != m_seen; });
}

} // namespace deltascope::training
