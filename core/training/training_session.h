// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/training.h"
#include "training/training_state.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace deltascope::training {

/// A training on a thread of its own. Every order is carried out on the state at once and answered, the newest wins;
/// the thread follows. Results are pulled, never pushed.
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
    /// trained, and the state says why.
    using MakeData = std::function<Result<std::shared_ptr<const data::Dataset>>(const std::stop_token& stop)>;
    void start(const model::Scenario& scenario, MakeData makeData, TrainingOptions options = {});
    void run() { runTo(TrainingState::kEnd); } ///< to the end
    void runTo(std::int64_t step); ///< rewinds where the training is beyond it
    void stepOnce();
    void pause(); ///< no step is begun any more
    void rewind(); ///< to the same start, standing still
    /// No step is made after those that this returns, until `goOn` or a newer order to run. A step that is being
    /// computed is broken off and made anew later; one that has begun to change the network is counted. Answered at
    /// once, also while the training is still being made, which goes on.
    std::int64_t suspend();
    void goOn(); ///< with what was ordered before `suspend`
    /// There is no training any more: what is being made is broken off, its memory is given back.
    void drop();
    /// At most so many steps a second; 0: no limit.
    void limitSpeed(double stepsPerSecond);
    /// Goes on with the changes and epochs of this scenario, as Training::follow does, up to the same step as it would
    /// have; where more differs, it must be started anew.
    void follow(const model::Scenario& scenario);

    /// As it is now; asks for newer progress to be made ready for the next call.
    TrainingState state();
    /// Blocks until every order is carried out and the state says so: for callers without a window.
    void waitUntilIdle();

private:
    struct Request {
        model::Scenario scenario;
        MakeData makeData;
        TrainingOptions options;
    };

    /// What the thread's training is to be, and what it is: where the two differ, the thread has something to do.
    struct Made {
        std::uint64_t training = 0; ///< number of the newest that was asked for, or dropped
        std::uint64_t rewinds = 0;
        std::shared_ptr<const model::Scenario> followed = {}; ///< null: as it began
        bool operator==(const Made&) const = default;
    };

    // With m_mutex held:
    void begin(TrainingState::Phase phase, const model::Scenario& scenario);
    void toStart();
    void breakOff(); // whatever the thread is at
    void breakOffStep(); // the present step, but not the making of data and network
    void noteOrder();
    void noteSteps();
    // On the thread:
    void work(const std::stop_token& stop);
    bool carryOut(const std::stop_token& stop);
    void remake(const Made& wanted, const std::shared_ptr<const Request>& request, const std::stop_token& interrupted);
    void make(const Request& request, const std::stop_token& interrupted);
    void fail(const Error& error);
    bool step(const std::stop_token& stop);
    bool mayStep();
    void publish();
    void rest(const std::stop_token& stop);
    TrainingProgress progressNow(bool withNetwork);
    void waitForSpeed(const std::stop_token& stop);

    std::mutex m_mutex; // protects all from here to m_left
    std::condition_variable_any m_changed;
    TrainingState m_state;
    Made m_wanted, m_made;
    std::shared_ptr<const Request> m_request; // of the training that is wanted; null: none
    std::uint64_t m_orders = 0; // how many there were
    double m_stepsPerSecond = 0;
    std::stop_source m_interrupt; // of what the thread is at
    std::vector<std::shared_ptr<const TrainingProgress>> m_left; // may be large: given back on the thread

    std::atomic<bool> m_asked = false; // somebody has pulled since the last publication
    // Of the thread alone:
    std::unique_ptr<Training> m_training;
    std::uint64_t m_seen = 0; // orders, when it last looked
    std::shared_ptr<const network::Network> m_network; // of m_training as it stands, where that was published
    std::chrono::steady_clock::time_point m_copied; // when the network was last published
    std::jthread m_thread; // last: it ends first
};

} // namespace deltascope::training
