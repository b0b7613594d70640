// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/training_session.h"

#include <chrono>
#include <limits>
#include <new>
#include <system_error>

namespace deltascope::training {

namespace {

// Targets that depend on how far the training is when they are read.
constexpr std::int64_t kOneMore = -1, kAsManyAsThereAre = -2;

} // namespace

TrainingSession::TrainingSession()
    : m_thread([this](const std::stop_token& stop) { work(stop); })
{
}

TrainingSession::~TrainingSession()
{
    m_thread.request_stop();
    const std::lock_guard lock(m_mutex);
    interrupt();
}

void TrainingSession::interrupt()
{
    m_interrupt.request_stop();
    wake();
}

void TrainingSession::breakOffStep()
{
    if (!m_loading)
        m_interrupt.request_stop();
    wake();
}

void TrainingSession::wake()
{
    ++m_commands;
    m_idle = false;
    m_changed.notify_all();
}

void TrainingSession::start(
    const model::Scenario& scenario, std::shared_ptr<const data::Dataset> data, TrainingOptions options)
{
    start(scenario, MakeData([data = std::move(data)](const std::stop_token&) { return data; }), std::move(options));
}

void TrainingSession::start(const model::Scenario& scenario, MakeData makeData, TrainingOptions options)
{
    const std::lock_guard lock(m_mutex);
    m_request = Request{scenario, std::move(makeData), std::move(options)};
    forgetTraining();
    interrupt();
}

void TrainingSession::drop()
{
    const std::lock_guard lock(m_mutex);
    m_drop = true;
    m_request.reset();
    forgetTraining();
    interrupt();
}

// With m_mutex held.
void TrainingSession::forgetTraining()
{
    ++m_number;
    m_failure.reset();
    m_rewind = false;
    m_target = 0;
    m_steps = 0;
    m_follow.reset();
    m_last = std::move(m_published);
}

void TrainingSession::run()
{
    runTo(kEnd);
}

void TrainingSession::runTo(std::int64_t step)
{
    const std::lock_guard lock(m_mutex);
    m_target = step;
    wake();
}

void TrainingSession::stepOnce()
{
    const std::lock_guard lock(m_mutex);
    m_target = kOneMore;
    wake();
}

void TrainingSession::pause()
{
    const std::lock_guard lock(m_mutex);
    m_target = kAsManyAsThereAre;
    wake();
}

void TrainingSession::rewind()
{
    const std::lock_guard lock(m_mutex);
    m_rewind = true;
    m_target = 0;
    m_steps = 0;
    breakOffStep();
}

void TrainingSession::limitSpeed(double stepsPerSecond)
{
    const std::lock_guard lock(m_mutex);
    m_stepsPerSecond = stepsPerSecond;
    m_changed.notify_all();
}

std::int64_t TrainingSession::suspend()
{
    const std::lock_guard lock(m_mutex);
    m_target = kAsManyAsThereAre;
    breakOffStep();
    return m_steps;
}

// On the session's thread, when a step is ready to be made: from here on it is made and counted, or neither.
bool TrainingSession::mayStep()
{
    const std::lock_guard lock(m_mutex);
    if (m_interrupt.stop_requested())
        return false;
    ++m_steps;
    return true;
}

void TrainingSession::follow(const model::Scenario& scenario)
{
    const std::lock_guard lock(m_mutex);
    m_follow = scenario;
    wake();
}

std::shared_ptr<const TrainingProgress> TrainingSession::latest()
{
    m_wanted = true;
    const std::lock_guard lock(m_mutex);
    return m_published;
}

std::optional<Error> TrainingSession::failure()
{
    const std::lock_guard lock(m_mutex);
    return m_failure;
}

void TrainingSession::waitUntilIdle()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_idle; });
}

bool TrainingSession::Orders::empty() const
{
    return !drop && !request && !rewind && !follow;
}

bool TrainingSession::hasOrders() const
{
    return m_drop || m_request || m_rewind || m_follow;
}

// On the session's thread, without the mutex: a new training may take its time.
void TrainingSession::carryOut(Orders orders, const std::stop_token& interrupted)
{
    if (orders.drop || orders.request)
        m_training.reset();
    m_trained = orders.number;
    try {
        if (orders.request)
            make(*std::move(orders.request), interrupted);
    } catch (const std::bad_alloc&) {
        endWithoutMemory();
    } catch (const std::system_error&) { // no thread
        endWithoutMemory();
    }
    if (m_training == nullptr)
        return;
    if (orders.rewind)
        m_training->rewind();
    if (orders.follow)
        m_training->follow(*orders.follow);
    countSteps();
}

// What left the thread would end the program.
void TrainingSession::endWithoutMemory()
{
    m_training.reset();
    const std::lock_guard lock(m_mutex);
    if (m_number == m_trained)
        m_failure = outOfMemory();
}

void TrainingSession::make(Request request, const std::stop_token& interrupted)
{
    Result<std::shared_ptr<const data::Dataset>> data = request.makeData(interrupted);
    if (!data && !interrupted.stop_requested()) {
        const std::lock_guard lock(m_mutex);
        if (m_number == m_trained)
            m_failure = data.error();
    }
    if (!data || *data == nullptr)
        return;
    network::Network start(request.scenario, **data, interrupted);
    if (!interrupted.stop_requested())
        m_training = std::make_unique<Training>(
            request.scenario, *std::move(data), std::move(start), std::move(request.options));
}

// What a rewind, or a change in the past, has left of the steps; a step that diverged was none.
void TrainingSession::countSteps()
{
    const std::lock_guard lock(m_mutex);
    if (m_number == m_trained && !m_rewind)
        m_steps = m_training->step();
}

// With m_mutex held.
TrainingSession::Orders TrainingSession::takeOrders()
{
    if (m_interrupt.stop_requested())
        m_interrupt = std::stop_source();
    const bool beyond = m_training != nullptr && m_target >= 0 && m_target < m_training->step();
    Orders orders{m_drop, m_number, std::move(m_request), m_rewind || (beyond && !m_request), std::move(m_follow),
        std::move(m_last)};
    if (orders.rewind)
        m_steps = 0;
    m_drop = false;
    m_request.reset();
    m_rewind = false;
    m_follow.reset();
    return orders;
}

// With m_mutex held: true where a step is to be made.
bool TrainingSession::hasSteps()
{
    if (m_training == nullptr)
        return false;
    if (m_target < 0)
        m_target = m_training->step() + (m_target == kOneMore ? 1 : 0);
    return m_training->step() < m_target && !m_training->finished() && !m_training->divergence();
}

// True where a step is to be made; false at the end of the session.
bool TrainingSession::waitForWork(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (Orders orders = takeOrders(); !orders.empty()) {
            const std::stop_token interrupted = m_interrupt.get_token();
            m_loading = orders.request.has_value();
            lock.unlock();
            carryOut(std::move(orders), interrupted);
            lock.lock();
            m_loading = false;
            continue; // newer orders may have come meanwhile
        }
        if (hasSteps())
            return true;
        if (!m_idle) {
            const std::uint64_t seen = m_commands;
            lock.unlock();
            publish(false);
            lock.lock();
            if (m_commands != seen)
                continue;
            m_idle = true;
            m_changed.notify_all();
        }
        m_changed.wait(lock, stop, [this] { return !m_idle; });
    }
    return false;
}

void TrainingSession::publish(bool running)
{
    if (m_training == nullptr)
        return;
    using Clock = std::chrono::steady_clock;
    constexpr std::size_t kSmall = 200'000; // parameters that are copied within a millisecond, at every frame
    constexpr std::size_t kLargest = 20'000'000; // more: a second copy is made only when it stands still
    constexpr auto kPause = std::chrono::milliseconds(400); // between copies of what lies between
    const std::size_t parameters = m_training->parameterCount();
    const bool due = parameters <= kLargest && Clock::now() - m_copied >= kPause;
    const bool withNetwork = parameters <= kSmall || !running || due;
    TrainingProgress progress = progressOf(*m_training, withNetwork);
    if (withNetwork)
        m_copied = Clock::now();
    progress.generation = ++m_generation;
    progress.running = running;
    auto next = std::make_shared<const TrainingProgress>(std::move(progress));
    const std::lock_guard lock(m_mutex); // shorter than `next`, which may then hold a large one before it
    if (m_number == m_trained) // else it is of a training that is wanted no more
        std::swap(m_published, next);
}

void TrainingSession::waitForSpeed(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    const double limit = m_stepsPerSecond;
    if (limit <= 0)
        return;
    const auto pause = std::chrono::duration<double>(1 / limit);
    const auto isOver = [&] { return hasOrders() || m_stepsPerSecond != limit || m_target <= m_steps; };
    m_changed.wait_for(lock, stop, pause, isOver);
}

void TrainingSession::work(const std::stop_token& stop)
{
    while (waitForWork(stop)) {
        std::stop_token interrupted;
        {
            const std::lock_guard lock(m_mutex);
            interrupted = m_interrupt.get_token();
        }
        try {
            if (m_training->advance(interrupted, [this] { return mayStep(); }) == Training::Outcome::diverged)
                countSteps();
        } catch (const std::bad_alloc&) {
            endWithoutMemory();
            continue;
        }
        if (m_wanted.exchange(false))
            publish(true);
        waitForSpeed(stop);
    }
}

} // namespace deltascope::training
