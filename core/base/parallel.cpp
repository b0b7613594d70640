// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

#if defined(__linux__)
#include <sys/resource.h>
#elif defined(_WIN32)
#include <windows.h>
#endif

namespace deltascope {

namespace {

constexpr int kMostWorkers = 64;
constexpr int kSpins = 4000; // some ten microseconds: waking a thread costs as much as a small task
constexpr int kYields = 1000; // some tenths of a millisecond
constexpr std::chrono::milliseconds kMeanwhile{100};

/// What is divided: on the stack of whoever asked for it.
struct Job {
    PieceOfWork piece;
    void* object;
    int count, most;
    Work work;
    const std::function<void()>& meanwhile;
    std::atomic<int> next = 0; // piece
    std::atomic<int> helpers = 0; // threads besides the caller's; changed under the pool's mutex
    // Under the pool's mutex:
    std::uint64_t workers = 1; // a bit for each number that is taken
    std::exception_ptr failure = nullptr;
    std::condition_variable left = {}; // a helper has
};

class Pool {
public:
    void run(Job& job);
    void handBegins() { ++m_hands; }
    void handEnds() { --m_hands; }

private:
    void makeThreads(int wanted);
    void help();
    bool spin(unsigned seen) const;
    Job* pick();
    int mostTrainers() const;
    bool mayHelp(const Job& job) const;
    void helpWith(Job& job, std::unique_lock<std::mutex>& lock);
    void work(Job& job, int worker);
    void waitForHelpers(Job& job);
    void fail(Job& job);

    std::mutex m_mutex; // protects everything but the atomics
    std::condition_variable m_wake;
    std::vector<std::jthread> m_threads;
    std::size_t m_most = kMostWorkers; // threads; fewer where the system has no more
    std::vector<Job*> m_open; // oldest first
    int m_sleeping = 0; // threads
    std::atomic<int> m_trainers = 0; // threads that help a training
    std::atomic<unsigned> m_posted = 0; // how many jobs there were
    std::atomic<int> m_hands = 0;
};

// Of the whole program and never destroyed: a thread that sleeps in it must not outlive it.
Pool& pool()
{
    static Pool* const ofThisMachine = new Pool;
    return *ofThisMachine;
}

void Pool::makeThreads(int wanted)
{
    try {
        while (m_threads.size() < std::min(static_cast<std::size_t>(wanted), m_most))
            m_threads.emplace_back([this] { help(); });
    } catch (const std::system_error&) { // the system has no more threads or no memory for one: fewer do the same
        m_most = m_threads.size();
    } catch (const std::bad_alloc&) {
        m_most = m_threads.size();
    }
}

void Pool::run(Job& job)
{
    {
        const std::lock_guard lock(m_mutex);
        makeThreads(std::min(job.most, job.count) - 1);
        m_open.push_back(&job);
        ++m_posted;
        if (m_sleeping > 0 && mayHelp(job))
            m_wake.notify_all();
    }
    work(job, 0);
    waitForHelpers(job);
    if (job.failure)
        std::rethrow_exception(job.failure);
}

// Takes pieces until there are none.
void Pool::work(Job& job, int worker)
{
    try {
        while (worker == 0 || job.work == Work::figures || m_trainers <= mostTrainers()) {
            const int index = job.next.fetch_add(1);
            if (index >= job.count)
                return;
            job.piece(job.object, index, worker);
            if (worker == 0 && job.meanwhile)
                job.meanwhile();
        }
    } catch (...) { // an exception that left its thread would end the program
        fail(job);
    }
}

void Pool::fail(Job& job)
{
    job.next = job.count;
    const std::lock_guard lock(m_mutex);
    if (!job.failure)
        job.failure = std::current_exception();
}

// Nobody joins any more, and those who have are let go.
void Pool::waitForHelpers(Job& job)
{
    std::unique_lock lock(m_mutex);
    std::erase(m_open, &job);
    if (job.helpers == 0)
        return;
    lock.unlock();
    for (int i = 0; i < kYields && job.helpers != 0; ++i)
        std::this_thread::yield();
    lock.lock(); // also after the last has left: it may still be about to let go of the mutex
    while (!job.left.wait_for(lock, kMeanwhile, [&] { return job.helpers == 0; })) {
        if (!job.meanwhile)
            continue;
        lock.unlock();
        try {
            job.meanwhile();
        } catch (...) {
            fail(job);
        }
        lock.lock();
    }
}

// A thread of the pool, as long as the program lives.
void Pool::help()
{
    std::unique_lock lock(m_mutex);
    for (bool spun = false;;) {
        if (Job* job = pick()) {
            helpWith(*job, lock);
            spun = false;
            continue;
        }
        const unsigned seen = m_posted;
        if (!spun) { // after one job the next often follows closely
            lock.unlock();
            spun = spin(seen);
            lock.lock();
            continue;
        }
        ++m_sleeping;
        m_wake.wait(lock, [&] { return m_posted != seen; });
        --m_sleeping;
        spun = false;
    }
}

// True where nothing came.
bool Pool::spin(unsigned seen) const
{
    for (int i = 0; i < kSpins; ++i) {
        if (m_posted.load(std::memory_order_acquire) != seen)
            return false;
        if (i % 64 == 63)
            std::this_thread::yield();
    }
    return true;
}

// How many may help trainings; their own thread comes on top, and one processor is left to the hand.
int Pool::mostTrainers() const
{
    return m_hands == 0 ? kMostWorkers : processorCount() - 2;
}

bool Pool::mayHelp(const Job& job) const
{
    if (job.next >= job.count || job.helpers + 1 >= job.most)
        return false;
    return job.work == Work::figures || m_trainers < mostTrainers();
}

Job* Pool::pick()
{
    Job* best = nullptr;
    for (Job* job : m_open)
        if (mayHelp(*job) && (!best || (best->work == Work::training && job->work == Work::figures)))
            best = job;
    return best;
}

void Pool::helpWith(Job& job, std::unique_lock<std::mutex>& lock)
{
    int worker = 1;
    while (job.workers >> worker & 1)
        ++worker;
    job.workers |= std::uint64_t{1} << worker;
    ++job.helpers;
    m_trainers += job.work == Work::training ? 1 : 0;
    lock.unlock();
    work(job, worker);
    lock.lock();
    m_trainers -= job.work == Work::training ? 1 : 0;
    job.workers &= ~(std::uint64_t{1} << worker);
    if (--job.helpers == 0)
        job.left.notify_one();
}

/// Which of the pieces of one call are done.
class Pieces {
public:
    Pieces(std::size_t count, const Progress& progress)
        : m_progress(progress)
        , m_done(count)
    {
    }

    void finish(std::size_t piece)
    {
        const std::lock_guard lock(m_mutex);
        m_done[piece] = true;
        while (m_finished < m_done.size() && m_done[m_finished])
            ++m_finished;
    }

    /// On the caller's thread.
    void tell()
    {
        if (const auto now = std::chrono::steady_clock::now(); now - m_toldAt >= kMeanwhile) {
            const std::size_t done = finished();
            if (done == m_told || done == m_done.size())
                return;
            m_told = done;
            m_progress(done);
            m_toldAt = std::chrono::steady_clock::now();
        }
    }

    std::size_t finished()
    {
        const std::lock_guard lock(m_mutex);
        return m_finished;
    }

private:
    const Progress& m_progress;
    std::chrono::steady_clock::time_point m_toldAt = std::chrono::steady_clock::now();
    std::size_t m_told = 0;
    std::mutex m_mutex; // protects the two below
    std::vector<char> m_done; // by piece
    std::size_t m_finished = 0; // the first that is not
};

} // namespace

int processorCount()
{
    static const int count = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return count;
}

int threadsOr(int threads)
{
    return threads > 0 ? threads : processorCount();
}

void runAllPieces(
    int count, int most, Work work, PieceOfWork piece, void* object, const std::function<void()>& meanwhile)
{
    Job job{piece, object, count, std::min(most, kMostWorkers), work, meanwhile};
    if (std::min(job.count, job.most) > 1) {
        pool().run(job);
        return;
    }
    for (int index = 0; index < count; ++index) {
        piece(object, index, 0);
        if (meanwhile)
            meanwhile();
    }
}

bool parallelFor(std::size_t count, const std::stop_token& stop, const std::function<void(std::size_t)>& body,
    const Progress& progress, unsigned threads)
{
    Pieces pieces(count, progress);
    auto one = [&](int index, int) {
        if (stop.stop_requested())
            return;
        const auto piece = static_cast<std::size_t>(index);
        body(piece);
        pieces.finish(piece);
    };
    const std::function<void()> tell = [&] {
        if (!stop.stop_requested())
            pieces.tell();
    };
    using One = decltype(one);
    runAllPieces(
        static_cast<int>(count), threadsOr(static_cast<int>(threads)), Work::figures,
        [](void* object, int index, int worker) { (*static_cast<One*>(object))(index, worker); }, &one,
        progress ? tell : std::function<void()>());
    return pieces.finished() == count;
}

HandAtWork::HandAtWork()
{
    pool().handBegins();
}

HandAtWork::~HandAtWork()
{
    pool().handEnds();
}

void giveWay()
{
#if defined(__linux__)
    constexpr int kNice = 5; // a third of the time that a thread of the usual priority gets
    setpriority(PRIO_PROCESS, 0, kNice); // of the thread: on Linux it has a priority of its own
#elif defined(_WIN32)
    SetThreadPriority(GetCurrentThread(), THREAD_PRIORITY_BELOW_NORMAL);
#endif
}

} // namespace deltascope
