// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot_worker.h"

namespace deltascope {

SnapshotWorker::SnapshotWorker(std::function<void()> arrived)
    : m_arrived(std::move(arrived))
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

SnapshotWorker::~SnapshotWorker()
{
    m_thread.request_stop();
    cancel();
}

void SnapshotWorker::submit(Request request)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting = std::move(request);
    }
    m_wake.notify_one();
}

void SnapshotWorker::stopOvertaken()
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting)
        m_running.request_stop();
}

void SnapshotWorker::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_waiting.reset();
    m_running.request_stop();
}

std::shared_ptr<const Snapshot> SnapshotWorker::take()
{
    const std::lock_guard lock(m_mutex);
    return std::move(m_result);
}

void SnapshotWorker::run(const std::stop_token& stop)
{
    for (;;) {
        Request request;
        std::stop_token stopRequest;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_waiting.has_value(); }))
                return;
            request = *std::move(m_waiting);
            m_waiting.reset();
            m_running = std::stop_source();
            stopRequest = m_running.get_token();
            if (stop.stop_requested())
                return;
        }
        auto result = std::make_shared<Snapshot>(computeSnapshot(request.document, request.wanted, stopRequest));
        result->generation = request.generation;
        if (stopRequest.stop_requested())
            continue;
        {
            const std::lock_guard lock(m_mutex);
            m_result = std::move(result);
        }
        m_arrived();
    }
}

} // namespace deltascope
