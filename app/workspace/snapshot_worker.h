// SPDX-License-Identifier: GPL-3.0-or-later
// The thread on which results that take longer than a frame are computed. No Qt: shared state only behind a std::mutex.
#pragma once

#include "results/snapshot.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace deltascope::workspace {

/// Computes snapshots one after another; of the requests that wait, the newest wins. What runs when a newer request
/// comes goes on until `stopOvertaken`: stopped at every move of a drag, a computation of 20 ms would never end. What
/// only refines ends at once then.
class SnapshotWorker {
public:
    struct Request {
        std::uint64_t generation = 0;
        model::Document document;
        results::Needs wanted = {};
        data::DataFolder folder = {};
        std::shared_ptr<const results::Snapshot> known = {};
    };

    /// `arrived` is called on the worker's thread after each result, partial ones included; it must only wake somebody
    /// up.
    explicit SnapshotWorker(std::function<void()> arrived);
    ~SnapshotWorker(); ///< stops what runs; returns when the thread has ended

    void submit(Request request);
    /// Stops what has run for `graceTime` or longer if something newer waits; false: nothing waits.
    bool stopOvertaken(std::chrono::milliseconds graceTime = {});
    void cancel(); ///< nothing is wanted any more
    /// The newest result that nobody has taken yet, or null. Some of what was wanted may be missing in it still, or be
    /// refined yet.
    std::shared_ptr<const results::Snapshot> take();

private:
    void run(const std::stop_token& stop);
    void put(const Request& request, const results::Snapshot& result);

    std::function<void()> m_arrived;
    std::mutex m_mutex; // protects everything below
    std::condition_variable_any m_wake;
    std::optional<Request> m_waiting;
    std::stop_source m_running;
    std::chrono::steady_clock::time_point m_started; // of what runs
    bool m_refining = false; // what runs has delivered all but results that come bit by bit
    std::shared_ptr<const results::Snapshot> m_result;
    std::jthread m_thread; // last: starts when the rest is there
};

} // namespace deltascope::workspace
