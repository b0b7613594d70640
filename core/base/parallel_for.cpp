// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/parallel_for.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

namespace deltascope {

namespace {

constexpr std::chrono::milliseconds kRefinement{100};

/// What the threads of one call share.
class Pieces {
public:
    Pieces(std::size_t count, const std::stop_token& stop, const std::function<void(std::size_t)>& body)
        : m_stop(stop)
        , m_body(body)
        , m_done(count)
    {
    }

    /// On each thread: takes the next piece until there is none.
    void work()
    {
        for (std::size_t piece = 0; take(piece);) {
            std::exception_ptr failure;
            try {
                m_body(piece);
            } catch (...) { // an exception that left its thread would end the program
                failure = std::current_exception();
            }
            finish(piece, failure);
        }
    }

    /// On the caller's thread: returns when nothing runs any more and nothing more will begin.
    void wait(const Progress& progress)
    {
        std::unique_lock lock(m_mutex);
        std::size_t told = 0;
        while (!m_changed.wait_for(lock, kRefinement, [this] { return m_running == 0 && nothingLeft(); })) {
            if (!progress || m_finished == told || m_failure || m_stop.stop_requested())
                continue;
            told = m_finished;
            lock.unlock();
            progress(told);
            lock.lock();
        }
    }

    /// After `wait`.
    bool allDone() const
    {
        if (m_failure)
            std::rethrow_exception(m_failure);
        return m_finished == m_done.size();
    }

private:
    bool nothingLeft() const { return m_next == m_done.size() || m_failure || m_stop.stop_requested(); }

    bool take(std::size_t& piece)
    {
        const std::lock_guard lock(m_mutex);
        if (nothingLeft()) {
            if (m_running == 0)
                m_changed.notify_one();
            return false;
        }
        piece = m_next++;
        ++m_running;
        return true;
    }

    void finish(std::size_t piece, const std::exception_ptr& failure)
    {
        const std::lock_guard lock(m_mutex);
        --m_running;
        if (failure && !m_failure)
            m_failure = failure;
        m_done[piece] = !failure;
        while (m_finished < m_done.size() && m_done[m_finished])
            ++m_finished;
        if (m_running == 0 && nothingLeft())
            m_changed.notify_one();
    }

    const std::stop_token& m_stop;
    const std::function<void(std::size_t)>& m_body;
    std::mutex m_mutex; // protects everything below
    std::condition_variable m_changed;
    std::vector<char> m_done; // by piece
    std::size_t m_next = 0, m_finished = 0; // the first not begun; the first not done
    int m_running = 0;
    std::exception_ptr m_failure;
};

} // namespace

bool parallelFor(std::size_t count, const std::stop_token& stop, const std::function<void(std::size_t)>& body,
    const Progress& progress, unsigned threads)
{
    if (threads == 0)
        threads = std::max(1u, std::thread::hardware_concurrency());
    Pieces pieces(count, stop, body);
    {
        std::vector<std::jthread> workers;
        try {
            for (std::size_t i = 0; i < std::min<std::size_t>(threads, count); ++i)
                workers.emplace_back([&pieces] { pieces.work(); });
        } catch (const std::system_error&) { // the system has no more threads or no memory for one: fewer do the same
        } catch (const std::bad_alloc&) {
        }
        if (workers.empty())
            pieces.work();
        pieces.wait(progress);
    }
    return pieces.allDone();
}

} // namespace deltascope
