// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/steps/worker_pool.h"

#include <algorithm>
#include <new>
#include <system_error>
#include <utility>

namespace deltascope::steps {

namespace {

constexpr int kSpins = 4000; // some ten microseconds

} // namespace

int coresOr(int threads)
{
    return threads > 0 ? threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

WorkerPool::WorkerPool(int threads)
{
    try {
        m_threads.reserve(static_cast<std::size_t>(threads) - 1);
        for (int worker = 1; worker < threads; ++worker)
            m_threads.emplace_back([this, worker] { work(worker); });
    } catch (const std::system_error&) { // the system has no more threads or no memory for one: fewer do the same
    } catch (const std::bad_alloc&) {
    }
}

WorkerPool::~WorkerPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_end = true;
        ++m_run;
    }
    m_wake.notify_all();
}

bool WorkerPool::waitForRun(unsigned seen)
{
    for (int i = 0; i < kSpins && m_run.load(std::memory_order_acquire) == seen; ++i)
        if (i % 64 == 63)
            std::this_thread::yield();
    if (m_run.load(std::memory_order_acquire) == seen) {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [&] { return m_run.load(std::memory_order_acquire) != seen; });
    }
    return !m_end;
}

void WorkerPool::work(int worker)
{
    for (unsigned seen = 0; waitForRun(seen);) {
        ++seen; // a run is over only when every thread has been through it, so none is ever missed
        takeTasks(worker);
        m_busy.fetch_sub(1, std::memory_order_acq_rel);
    }
}

void WorkerPool::takeTasks(int worker)
{
    try {
        for (int index = m_next.fetch_add(1); index < m_count; index = m_next.fetch_add(1))
            m_call(m_object, index, worker);
    } catch (...) { // an exception that left its thread would end the program
        const std::lock_guard lock(m_mutex);
        m_failure = std::current_exception();
    }
}

void WorkerPool::throwFailure()
{
    if (m_failure)
        std::rethrow_exception(std::exchange(m_failure, nullptr));
}

void WorkerPool::runAll(int count, Call call, void* object)
{
    m_call = call;
    m_object = object;
    m_count = count;
    m_next = 0;
    if (m_threads.empty() || count == 1) {
        takeTasks(0);
        throwFailure();
        return;
    }
    m_busy = static_cast<int>(m_threads.size());
    {
        const std::lock_guard lock(m_mutex);
        m_run.fetch_add(1, std::memory_order_acq_rel);
    }
    m_wake.notify_all();
    takeTasks(0);
    while (m_busy.load(std::memory_order_acquire) != 0)
        std::this_thread::yield();
    throwFailure();
}

} // namespace deltascope::steps
