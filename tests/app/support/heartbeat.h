// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window's thread is away from its events, in its own processor time: what else the machine does is not in
// it, so that a loaded one fails no test. A wait takes no processor time, so it is looked for by name.
#pragma once

#include "app/support/waits.h"

#include <QApplication>
#include <QEvent>
#include <QThread>

#include <gtest/gtest.h>

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace deltascope {

/// One event and all that was done for it, or one call from outside the event loop.
struct Turn {
    double milliseconds = 0; ///< what others have computed while it waited for their mutexes included
    std::string what;
    std::vector<std::string> waits; ///< for other threads
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
        Waits waits;
        noteWaits(&waits);
        const double start = processorTime();
        run();
        const double milliseconds = processorTime() - start + waits.locked;
        noteWaits(nullptr);
        m_turns.push_back({milliseconds, what, std::move(waits.entered)});
        m_inTurn = false;
        if (m_turns.size() > 100 * kReported)
            keepLongest();
    }

    void listen()
    {
        m_turns.clear();
        m_listening = true;
    }
    /// Some of the turns since `listen`: those that waited, then the longest, each first.
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
        std::ranges::sort(m_turns, std::greater<>(),
            [](const Turn& turn) { return std::pair(!turn.waits.empty(), turn.milliseconds); });
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

/// No turn away from the events is longer than a hand takes for at once, and none waits for another thread; of a build
/// that is not optimised, or instrumented, nothing is promised. What waits under X may wait for the X server.
inline void expectShort(const std::vector<Turn>& longest)
{
    for (const Turn& turn : longest) {
        std::printf("%8.1f ms %s\n", turn.milliseconds, turn.what.c_str());
        for (const std::string& wait : turn.waits)
            if (QGuiApplication::platformName() == QLatin1String("offscreen"))
                ADD_FAILURE() << turn.what << " waits for " << wait;
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        constexpr double kMost = 100; // ms of processor time
        EXPECT_LT(turn.milliseconds, kMost) << turn.what;
#endif
    }
}

} // namespace deltascope
