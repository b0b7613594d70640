// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window's thread is away from its events, in its own processor time: what else the machine does is not in
// it, so that a loaded one fails no test. (A wait takes no processor time: TrainingSession.HoldIsAnsweredWhile… looks
// for that.)
#pragma once

#include <QApplication>
#include <QEvent>
#include <QThread>

#include <time.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace deltascope {

/// One event and all that was done for it, or one call from outside the event loop.
struct Turn {
    double milliseconds = 0;
    std::string what;
};

/// The application of the tests: every event goes through it.
class Heartbeat : public QApplication {
public:
    using QApplication::QApplication;

    static Heartbeat& present() { return *static_cast<Heartbeat*>(QCoreApplication::instance()); }

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (!m_listening || m_inTurn || receiver->thread() != thread())
            return QApplication::notify(receiver, event);
        const std::string what = std::string(receiver->metaObject()->className()) + " "
            + receiver->objectName().toStdString() + ", event " + std::to_string(event->type());
        bool handled = false;
        turn(what, [&] { handled = QApplication::notify(receiver, event); });
        return handled;
    }

    /// Counts what this does as one turn.
    void turn(const std::string& what, const std::function<void()>& run)
    {
        if (!m_listening || m_inTurn) {
            run();
            return;
        }
        m_inTurn = true;
        const double start = processorTime();
        run();
        m_turns.push_back({processorTime() - start, what});
        m_inTurn = false;
        if (m_turns.size() > 100 * kReported)
            keepLongest();
    }

    void listen()
    {
        m_turns.clear();
        m_listening = true;
    }
    /// Some of the turns since `listen`, the longest first.
    std::vector<Turn> stop()
    {
        m_listening = false;
        keepLongest();
        return m_turns;
    }

private:
    static constexpr std::size_t kReported = 10;

    void keepLongest()
    {
        std::ranges::sort(m_turns, std::greater<>(), &Turn::milliseconds);
        if (m_turns.size() > kReported)
            m_turns.resize(kReported);
    }
    static double processorTime()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
    }

    bool m_listening = false, m_inTurn = false;
    std::vector<Turn> m_turns;
};

} // namespace deltascope
