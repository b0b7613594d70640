// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/worker_pool.h"

namespace deltascope {

namespace {

constexpr int kSpins = 4000; // some ten microseconds

} // namespace

WorkerPool::WorkerPool(int threads)
{
    for (int worker = 1; worker < threads; ++worker)
        m_threads.emplace_back([this, worker] { work(worker); });
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
    for (int index = m_next.fetch_add(1); index < m_count; index = m_next.fetch_add(1))
        m_call(m_object, index, worker);
}

void WorkerPool::runAll(int count, Call call, void* object)
{
    m_call = call;
    m_object = object;
    m_count = count;
    m_next = 0;
    if (m_threads.empty() || count == 1) {
        takeTasks(0);
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
}

} // namespace deltascope
