// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/training.h"
#include "training/training_progress.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <limits>
#include <mutex>
#include <thread>

namespace deltascope::training {

/// A training on a thread of its own. Every call but waitUntilIdle returns at once and the newest wins; results are
/// pulled, never pushed.
class TrainingSession {
public:
    TrainingSession();
    ~TrainingSession(); ///< ends within the time of one block of examples
    TrainingSession(const TrainingSession&) = delete;
    TrainingSession& operator=(const TrainingSession&) = delete;

    /// A new training in place of the one before, at step 0, standing still.
    void start(
        const model::Scenario& scenario, std::shared_ptr<const data::Dataset> data, TrainingOptions options = {});
    /// The same on data that are made on the session's thread. An Error, or null where it was stopped: nothing is
    /// trained, and `failure` says why.
    using MakeData = std::function<Result<std::shared_ptr<const data::Dataset>>(const std::stop_token& stop)>;
    void start(const model::Scenario& scenario, MakeData makeData, TrainingOptions options = {});
    static constexpr std::int64_t kEnd = std::numeric_limits<std::int64_t>::max(); ///< a target beyond every step
    void run(); ///< to the end
    void runTo(std::int64_t step); ///< rewinds where the training is beyond it
    void stepOnce();
    void pause(); ///< after the present step
    /// No step is made after those that this returns, until it is told to run again. A step that is being computed is
    /// broken off and made anew later; one that has begun to change the network is counted. Answered at once, also
    /// while the training is still being made, which goes on.
    std::int64_t suspend();
    /// There is no training any more: what is being made is broken off, its memory is given back, `latest` is null.
    void drop();
    void rewind(); ///< to the same start, standing still
    /// At most so many steps a second; 0: no limit.
    void limitSpeed(double stepsPerSecond);
    /// Goes on with the changes and epochs of this scenario, as Training::follow does, up to the same step as it would
    /// have; where more differs, it must be started anew.
    void follow(const model::Scenario& scenario);

    /// The newest progress, nullptr before there is one; asks for a newer one to be made ready for the next call.
    std::shared_ptr<const TrainingProgress> latest();
    /// Why the newest training could not be begun; nothing where it could, or may yet.
    std::optional<Error> failure();
    /// Blocks until there is nothing more to do and `latest` says so: for callers without a window.
    void waitUntilIdle();

private:
    struct Request {
        model::Scenario scenario;
        MakeData makeData;
        TrainingOptions options;
    };

    struct Orders {
        bool drop = false;
        std::uint64_t number = 0;
        std::optional<Request> request;
        bool rewind = false;
        std::optional<model::Scenario> follow;
        std::shared_ptr<const TrainingProgress> last = {}; // may be large: given back on the session's thread
        bool empty() const;
    };

    void work(const std::stop_token& stop);
    bool waitForWork(const std::stop_token& stop);
    Orders takeOrders();
    void carryOut(Orders orders, const std::stop_token& interrupted);
    void endWithoutMemory();
    void make(Request request, const std::stop_token& interrupted);
    bool mayStep();
    void countSteps();
    bool hasSteps();
    void publish(bool running);
    void forgetTraining(); // with m_mutex held
    void wake(); // the same: after a command
    void breakOffStep(); // the same, and breaks off the present step, but not the making of data
    void interrupt(); // the same, and breaks off the present step
    bool hasOrders() const; // with m_mutex held
    void waitForSpeed(const std::stop_token& stop);

    std::mutex m_mutex; // protects all from here to m_published
    std::condition_variable_any m_changed;
    std::uint64_t m_number = 0; // of the newest training that was asked for, or dropped
    bool m_drop = false;
    std::optional<Request> m_request; // a training to begin
    bool m_rewind = false;
    std::int64_t m_target = 0; // steps to be made in all
    std::int64_t m_steps = 0; // made of the newest training, that which is changing the network included
    std::optional<model::Scenario> m_follow;
    double m_stepsPerSecond = 0;
    std::uint64_t m_commands = 0; // how many there were
    bool m_loading = false; // a new training is being made
    bool m_idle = true; // all of them are carried out and published
    std::stop_source m_interrupt;
    std::optional<Error> m_failure;
    std::shared_ptr<const TrainingProgress> m_last; // of a training that is no more
    std::shared_ptr<const TrainingProgress> m_published;

    std::atomic<bool> m_wanted = false; // somebody has pulled since the last publication
    // Of the thread alone:
    std::unique_ptr<Training> m_training;
    std::uint64_t m_trained = 0; // the number of m_training
    std::uint64_t m_generation = 0;
    std::chrono::steady_clock::time_point m_copied; // when the network was last published
    std::jthread m_thread; // last: it ends first
};

} // namespace deltascope::training
