// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace deltascope::steps {

/// So many threads, or where that is 0 as many as there are cores.
int coresOr(int threads);

/// A few threads that wait for tasks, the caller's own included. Between two runs that follow closely they spin, for
/// waking a thread costs as much as a small task; after that they sleep.
class WorkerPool {
public:
    /// 1: no thread of its own. Fewer than asked for where the system has no more.
    explicit WorkerPool(int threads);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    int size() const { return static_cast<int>(m_threads.size()) + 1; }

    /// task(index, worker) for index 0 … count − 1, each once, on any worker 0 … size − 1; returns when all are done.
    /// What a task throws is thrown again here; tasks may then be left out.
    template <class Task>
    void run(int count, Task& task)
    {
        runAll(
            count, [](void* object, int index, int worker) { (*static_cast<Task*>(object))(index, worker); }, &task);
    }

private:
    using Call = void (*)(void* object, int index, int worker);

    void runAll(int count, Call call, void* object);
    void work(int worker);
    void takeTasks(int worker);
    void throwFailure();
    bool waitForRun(unsigned seen); // false: the end

    // Written before m_run is raised, read after it was seen.
    Call m_call = nullptr;
    void* m_object = nullptr;
    int m_count = 0;
    std::atomic<int> m_next = 0; // the next task
    std::atomic<int> m_busy = 0; // threads that have not finished this run
    std::atomic<unsigned> m_run = 0; // how many runs there were; also under m_mutex for the sleepers
    std::atomic<bool> m_end = false;
    std::mutex m_mutex; // of m_failure too
    std::exception_ptr m_failure; // of a task in this run
    std::condition_variable m_wake;
    std::vector<std::jthread> m_threads;
};

} // namespace deltascope::steps
