// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace deltascope::files {

/// A thread for what takes longer than a frame and is done once: pictures, files, a check. What it needs of windows is
/// made before and destroyed after on their thread, to which it belongs.
class SideThread : public QObject {
    Q_OBJECT
public:
    using Work = std::function<void(const std::stop_token& stop)>;

    explicit SideThread(QObject* parent = nullptr);
    ~SideThread() override; ///< asks what runs to stop, and waits for it

    /// Does `work` there, after what was posted before, and then `done` here, also where it was asked to stop. Both are
    /// destroyed here. Nothing may leave `work` as an exception. Where the system has no thread it is done here, at
    /// once.
    void post(Work work, std::function<void()> done);
    /// Asks everything posted so far to stop.
    void end(); ///< stops, and waits for what is under way; nothing posted later is done
    void stop();

private:
    struct Errand {
        Work work;
        std::function<void()> done;
        std::stop_token stop;
    };

    bool hasThread();
    void run(const std::stop_token& end);
    void finishFirst();
    void takeDone();

    std::mutex m_mutex; // protects the four below
    std::condition_variable_any m_posted;
    std::deque<Errand> m_errands, m_done;
    std::stop_source m_stop;
    std::jthread m_thread; // last: it ends first
};

} // namespace deltascope::files
