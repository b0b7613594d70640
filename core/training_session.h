// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training.h"
#include "training_progress.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <limits>
#include <mutex>
#include <thread>

namespace deltascope {

/// A training on a thread of its own. Every call returns at once and the newest wins; results are pulled, never pushed.
class TrainingSession {
public:
    TrainingSession();
    ~TrainingSession(); ///< ends within the time of one block of examples
    TrainingSession(const TrainingSession&) = delete;
    TrainingSession& operator=(const TrainingSession&) = delete;

    /// A new training in place of the one before, at step 0, standing still.
    void start(const Scenario& scenario, std::shared_ptr<const Dataset> data, TrainingOptions options = {});
    /// The same on data that are made on the session's thread; null where there are none, and then nothing is trained.
    using MakeData = std::function<std::shared_ptr<const Dataset>(const std::stop_token& stop)>;
    void start(const Scenario& scenario, MakeData makeData, TrainingOptions options = {});
    static constexpr std::int64_t kEnd = std::numeric_limits<std::int64_t>::max(); ///< a target beyond every step
    void run(); ///< to the end
    void runTo(std::int64_t step); ///< rewinds where the training is beyond it
    void stepOnce();
    void pause(); ///< after the present step
    /// Breaks off the present step, so that it is made anew later, and returns how many are made: within the time of
    /// one block of examples. Nothing runs then.
    std::int64_t hold();
    void rewind(); ///< to the same start, standing still
    /// At most so many steps a second; 0: no limit.
    void limitSpeed(double stepsPerSecond);
    /// Goes on with the changes and epochs of this scenario, as Training::follow does, up to the same step as it would
    /// have; where more differs, it must be started anew.
    void follow(const Scenario& scenario);

    /// The newest progress, nullptr before there is one; asks for a newer one to be made ready for the next call.
    std::shared_ptr<const TrainingProgress> latest();
    /// Blocks until there is nothing more to do and `latest` says so: for callers without a window.
    void waitUntilIdle();

private:
    struct Request {
        Scenario scenario;
        MakeData makeData;
        TrainingOptions options;
    };

    struct Orders {
        std::optional<Request> request;
        bool rewind = false;
        std::optional<Scenario> follow;
        bool empty() const;
    };

    void work(const std::stop_token& stop);
    bool waitForWork(const std::stop_token& stop);
    Orders takeOrders();
    void carryOut(Orders orders, const std::stop_token& interrupted);
    bool hasSteps();
    void publish(bool running);
    void wake(); // with m_mutex held: after a command
    void breakOffStep(); // the same, and breaks off the present step, but not the making of data
    void interrupt(); // the same, and breaks off the present step
    bool hasOrders() const; // with m_mutex held
    void waitForSpeed(const std::stop_token& stop);

    std::mutex m_mutex; // protects all from here to m_published
    std::condition_variable_any m_changed;
    std::optional<Request> m_request; // a training to begin
    bool m_rewind = false;
    std::int64_t m_target = 0; // steps to be made in all
    std::optional<Scenario> m_follow;
    double m_stepsPerSecond = 0;
    std::uint64_t m_commands = 0; // how many there were
    bool m_loading = false; // a new training is being made
    bool m_idle = true; // all of them are carried out and published
    std::stop_source m_interrupt;
    std::shared_ptr<const TrainingProgress> m_published;

    std::atomic<bool> m_wanted = false; // somebody has pulled since the last publication
    // Of the thread alone:
    std::unique_ptr<Training> m_training;
    std::uint64_t m_generation = 0;
    std::chrono::steady_clock::time_point m_copied; // when the network was last published
    std::jthread m_thread; // last: it ends first
};

} // namespace deltascope
