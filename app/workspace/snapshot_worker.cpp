// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/snapshot_worker.h"

namespace deltascope::workspace {

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
        if (m_refining)
            m_running.request_stop();
    }
    m_wake.notify_one();
}

bool SnapshotWorker::stopOvertaken(std::chrono::milliseconds graceTime)
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting && std::chrono::steady_clock::now() - m_started >= graceTime)
        m_running.request_stop();
    return m_waiting.has_value();
}

void SnapshotWorker::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_waiting.reset();
    m_running.request_stop();
}

std::shared_ptr<const results::Snapshot> SnapshotWorker::take()
{
    const std::lock_guard lock(m_mutex);
    return std::move(m_result);
}

void SnapshotWorker::put(const Request& request, const results::Snapshot& result)
{
    auto copy = std::make_shared<results::Snapshot>(result); // the computation goes on in its own
    copy->generation = request.generation;
    {
        const std::lock_guard lock(m_mutex);
        m_result = std::move(copy);
        m_refining = results::isComplete(
            result, request.wanted.where([](const results::ResultKind& kind) { return !kind.late; }));
        if (m_refining && m_waiting)
            m_running.request_stop();
    }
    m_arrived();
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
            m_started = std::chrono::steady_clock::now();
            m_refining = false;
            stopRequest = m_running.get_token();
            if (stop.stop_requested())
                return;
        }
        bool told = false;
        const results::Publish tell = [&](const results::Snapshot& soFar) {
            told = true;
            put(request, soFar);
        };
        const results::Snapshot result = results::computeSnapshot(request.document, request.wanted,
            {.stop = stopRequest, .publish = tell, .folder = request.folder, .known = request.known.get()});
        if (!told && !stopRequest.stop_requested()) // nothing applied: that is the answer
            put(request, result);
    }
}

} // namespace deltascope::workspace
