// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/side_thread.h"

#include <QMetaObject>

#include <new>
#include <system_error>

namespace deltascope::files {

SideThread::SideThread(QObject* parent)
    : QObject(parent)
{
}

SideThread::~SideThread()
{
    end();
}

void SideThread::end()
{
    stop();
    if (!m_thread.joinable())
        return;
    m_thread.request_stop();
    m_thread.join();
}

void SideThread::post(Work work, std::function<void()> done)
{
    {
        const std::lock_guard lock(m_mutex);
        m_errands.push_back({std::move(work), std::move(done), m_stop.get_token()});
        m_posted.notify_one();
    }
    if (!hasThread())
        finishFirst();
}

bool SideThread::hasThread()
{
    if (m_thread.joinable())
        return true;
    try {
        m_thread = std::jthread([this](const std::stop_token& end) { run(end); });
    } catch (const std::system_error&) {
    } catch (const std::bad_alloc&) {
    }
    return m_thread.joinable();
}

void SideThread::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stop.request_stop();
    m_stop = std::stop_source();
}

void SideThread::run(const std::stop_token& end)
{
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_posted.wait(lock, end, [this] { return !m_errands.empty(); }) || end.stop_requested())
                return;
        }
        finishFirst();
    }
}

void SideThread::finishFirst()
{
    Errand* errand = nullptr;
    {
        const std::lock_guard lock(m_mutex);
        errand = &m_errands.front(); // it stays where it is: nobody else takes one away
    }
    errand->work(errand->stop);
    const std::lock_guard lock(m_mutex);
    m_done.push_back(std::move(m_errands.front()));
    m_errands.pop_front();
    QMetaObject::invokeMethod(this, &SideThread::takeDone, Qt::QueuedConnection);
}

void SideThread::takeDone()
{
    Errand errand;
    {
        const std::lock_guard lock(m_mutex);
        errand = std::move(m_done.front());
        m_done.pop_front();
    }
    errand.done();
}

} // namespace deltascope::files

#include "moc_side_thread.cpp"
