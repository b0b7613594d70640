// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/maps/map_worker.h"

#include "base/parallel.h"
#include "maps/kept_cells.h"
#include "maps/map_computation.h"

#include <algorithm>
#include <chrono>
#include <new>
#include <system_error>

namespace deltascope::workspace {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

/// The numbers of the cells that are not there, coarse to fine.
std::vector<std::size_t> pendingOf(const results::MapCells& cells)
{
    std::vector<std::size_t> numbers = maps::refinementOrder(cells.map.columns(), cells.map.rows());
    std::erase_if(numbers, [&](std::size_t number) { return cells.cells[number].mark != results::CellMark::pending; });
    return numbers;
}

/// How many cells there are at the coarsest: what is shown first.
std::size_t coarsest(const model::Map& map)
{
    constexpr int kStride = 16;
    return static_cast<std::size_t>((map.columns() + kStride - 1) / kStride)
        * static_cast<std::size_t>((map.rows() + kStride - 1) / kStride);
}

} // namespace

MapWorker::MapWorker()
    : m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

MapWorker::~MapWorker()
{
    m_thread.request_stop();
    cancel();
}

void MapWorker::submit(Request request)
{
    {
        const std::lock_guard lock(m_mutex);
        m_state = {.generation = request.generation};
        m_waiting = std::move(request);
        m_running.request_stop();
    }
    m_wake.notify_one();
}

void MapWorker::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_waiting.reset();
    m_running.request_stop();
}

MapWorker::State MapWorker::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

void MapWorker::put(State state)
{
    const std::lock_guard lock(m_mutex);
    if (state.generation == m_state.generation)
        m_state = std::move(state);
}

void MapWorker::compute(const Request& request, const std::stop_token& stop)
{
    const model::Map& map = *request.document.question.map;
    results::MapCells cells = maps::withKnownCells(map, request.known);
    const maps::CellSource source(request.document, map, request.folder);
    const std::vector<std::size_t> numbers = pendingOf(cells);
    constexpr auto kFrame = 30ms; // between two pictures of it
    std::size_t piece = std::max<std::size_t>(1, coarsest(map));
    std::vector<results::MapCell> found;
    auto shown = Clock::now() - kFrame; // the first picture at once
    for (std::size_t next = 0; next < numbers.size() && !stop.stop_requested();) {
        const auto begun = Clock::now();
        const auto first = numbers.begin() + static_cast<std::ptrdiff_t>(next);
        const std::vector<std::size_t> those = maps::byFamilies(
            source, {first, first + static_cast<std::ptrdiff_t>(std::min(piece, numbers.size() - next))});
        found.assign(those.size(), {});
        maps::computeCells(source, those, found, {.stop = stop});
        for (std::size_t i = 0; i < those.size(); ++i) {
            cells.cells[those[i]] = found[i];
            cells.done += found[i].mark == results::CellMark::pending ? 0 : 1;
        }
        next += those.size();
        const auto now = Clock::now();
        if (now - shown >= kFrame || stop.stop_requested()) {
            put({request.generation, std::make_shared<const results::MapCells>(cells)});
            shown = now;
        }
        const std::size_t least = source.threads() * source.cellsOfAPiece();
        piece = std::max(least, now - begun < kFrame / 3 ? 2 * piece : now - begun > kFrame ? piece / 2 : piece);
    }
    if (!stop.stop_requested())
        put({request.generation, std::make_shared<const results::MapCells>(std::move(cells)), true});
}

void MapWorker::run(const std::stop_token& stop)
{
    giveWay();
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
        try {
            compute(request, stopRequest);
            continue;
        } catch (const std::bad_alloc&) {
        } catch (const std::system_error&) { // no thread
        }
        put({request.generation, nullptr, true, outOfMemory()});
    }
}

} // namespace deltascope::workspace
