// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace deltascope {

/// How far a training has come, as it is pulled from its session.
struct TrainingProgress {
    std::uint64_t generation = 0; ///< higher in every newer one
    Scenario scenario; ///< with the changes made
    std::int64_t step = 0, stepCount = 0, stepsPerEpoch = 1;
    Trace trace;
    std::optional<Divergence> divergence;
    bool running = false; ///< more steps are to come without being asked for
    std::shared_ptr<const Network> network; ///< as it stands; only while nothing runs

    bool finished() const { return step == stepCount; }
};

/// A training on a thread of its own. Every call returns at once and the newest wins; results are pulled, never pushed.
class TrainingSession {
public:
    TrainingSession();
    ~TrainingSession(); ///< ends within the time of one block of examples
    TrainingSession(const TrainingSession&) = delete;
    TrainingSession& operator=(const TrainingSession&) = delete;

    /// A new training in place of the one before, at step 0, standing still.
    void start(const Scenario& scenario, std::shared_ptr<const Dataset> data, TrainingOptions options = {});
    void run(); ///< to the end
    void runTo(std::int64_t step); ///< rewinds where the training is beyond it
    void stepOnce();
    void pause(); ///< after the present step
    void rewind(); ///< to the same start, standing still
    /// At most so many steps a second; 0: no limit.
    void limitSpeed(double stepsPerSecond);
    /// As Training::change; what it refuses is refused here at once.
    std::optional<Error> change(std::string_view key, double value);

    /// The newest progress, nullptr before there is one; asks for a newer one to be made ready for the next call.
    std::shared_ptr<const TrainingProgress> latest();
    /// Blocks until there is nothing more to do and `latest` says so: for callers without a window.
    void waitUntilIdle();

private:
    struct Request {
        Scenario scenario;
        std::shared_ptr<const Dataset> data;
        TrainingOptions options;
    };

    struct Orders {
        std::optional<Request> request;
        bool rewind = false;
        std::vector<Change> changes;
        bool empty() const;
    };

    void work(const std::stop_token& stop);
    bool waitForWork(const std::stop_token& stop);
    Orders takeOrders();
    void carryOut(Orders orders);
    bool hasSteps();
    void publish(bool running);
    void wake(); // with m_mutex held: after a command
    void interrupt(); // the same, and breaks off the present step
    bool hasOrders() const; // with m_mutex held
    void waitForSpeed(const std::stop_token& stop);

    std::mutex m_mutex; // protects all from here to m_published
    std::condition_variable_any m_changed;
    std::optional<Request> m_request; // a training to begin
    bool m_rewind = false;
    std::int64_t m_target = 0; // steps to be made in all
    std::vector<Change> m_changes; // key and value, in order
    double m_stepsPerSecond = 0;
    std::uint64_t m_commands = 0; // how many there were
    bool m_idle = true; // all of them are carried out and published
    std::stop_source m_interrupt;
    std::shared_ptr<const TrainingProgress> m_published;

    std::atomic<bool> m_wanted = false; // somebody has pulled since the last publication
    // Of the thread alone:
    std::unique_ptr<Training> m_training;
    std::uint64_t m_generation = 0;
    std::jthread m_thread; // last: it ends first
};

} // namespace deltascope
