// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "base/watch.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace deltascope::cli {

/// A line on standard error, written over again and again where that is a terminal: what is being done for a second or
/// longer, how much of it, and how long it will take, as the first pieces let expect. Where it will be minutes, that is
/// said in a line of its own that stays.
class ProgressLine {
public:
    explicit ProgressLine(Message work);
    ~ProgressLine(); ///< takes the line away
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    bool shown() const { return m_thread.joinable(); }
    void begin(Message work); ///< the next piece of work
    void tell(double share); ///< 0 … 1 of it; on any thread
    Watch watch(); ///< that tells this line, which must outlive it

private:
    using Clock = std::chrono::steady_clock;

    void run(const std::stop_token& stop);
    void write();
    QString text(double seconds, double share);

    std::mutex m_mutex; // protects what is being done
    std::condition_variable_any m_wake;
    QString m_work;
    Clock::time_point m_start = Clock::now();
    bool m_announced = false; // that it will take minutes
    std::atomic<double> m_share = 0;
    int m_length = 0; // of what stands on the line; of the thread alone
    std::jthread m_thread; // last: it ends first; none where nothing is shown
};

} // namespace deltascope::cli
