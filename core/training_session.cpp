// SPDX-License-Identifier: GPL-3.0-or-later
#include "training_session.h"

#include <chrono>
#include <limits>

namespace deltascope {

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

void TrainingSession::start(const Scenario& scenario, std::shared_ptr<const Dataset> data, TrainingOptions options)
{
    start(scenario, MakeData([data = std::move(data)](const std::stop_token&) { return data; }), std::move(options));
}

void TrainingSession::start(const Scenario& scenario, MakeData makeData, TrainingOptions options)
{
    const std::lock_guard lock(m_mutex);
    m_request = Request{scenario, std::move(makeData), std::move(options)};
    m_rewind = false;
    m_target = 0;
    m_follow.reset();
    interrupt();
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
    breakOffStep();
}

void TrainingSession::limitSpeed(double stepsPerSecond)
{
    const std::lock_guard lock(m_mutex);
    m_stepsPerSecond = stepsPerSecond;
    m_changed.notify_all();
}

std::int64_t TrainingSession::hold()
{
    std::unique_lock lock(m_mutex);
    m_target = kAsManyAsThereAre;
    breakOffStep();
    m_changed.wait(lock, [this] { return m_idle; });
    return m_published ? m_published->step : 0;
}

void TrainingSession::follow(const Scenario& scenario)
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

void TrainingSession::waitUntilIdle()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_idle; });
}

bool TrainingSession::Orders::empty() const
{
    return !request && !rewind && !follow;
}

bool TrainingSession::hasOrders() const
{
    return m_request || m_rewind || m_follow;
}

// On the session's thread, without the mutex: a new training may take its time.
void TrainingSession::carryOut(Orders orders, const std::stop_token& interrupted)
{
    if (orders.request) {
        m_training.reset();
        if (auto data = orders.request->makeData(interrupted))
            m_training = std::make_unique<Training>(
                orders.request->scenario, std::move(data), std::move(orders.request->options));
    }
    if (m_training == nullptr)
        return;
    if (orders.rewind)
        m_training->rewind();
    if (orders.follow)
        m_training->follow(*orders.follow);
}

// With m_mutex held.
TrainingSession::Orders TrainingSession::takeOrders()
{
    if (m_interrupt.stop_requested())
        m_interrupt = std::stop_source();
    const bool beyond = m_training != nullptr && m_target >= 0 && m_target < m_training->step();
    Orders orders{std::move(m_request), m_rewind || (beyond && !m_request), std::move(m_follow)};
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
    auto progress = std::make_shared<TrainingProgress>(progressOf(*m_training, withNetwork));
    if (withNetwork)
        m_copied = Clock::now();
    progress->generation = ++m_generation;
    progress->running = running;
    const std::lock_guard lock(m_mutex);
    m_published = std::move(progress);
}

void TrainingSession::waitForSpeed(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    const double limit = m_stepsPerSecond;
    if (limit <= 0)
        return;
    const auto pause = std::chrono::duration<double>(1 / limit);
    m_changed.wait_for(lock, stop, pause, [&] { return hasOrders() || m_stepsPerSecond != limit || m_target < 0; });
}

void TrainingSession::work(const std::stop_token& stop)
{
    while (waitForWork(stop)) {
        std::stop_token interrupted;
        {
            const std::lock_guard lock(m_mutex);
            interrupted = m_interrupt.get_token();
        }
        m_training->advance(interrupted);
        if (m_wanted.exchange(false))
            publish(true);
        waitForSpeed(stop);
    }
}

} // namespace deltascope
