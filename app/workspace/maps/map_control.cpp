// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/maps/map_control.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "files/shipped_maps.h"
#include "maps/checked_map.h"
#include "maps/kept_cells.h"

#include <algorithm>

namespace deltascope::workspace {

namespace {

constexpr int kFrameMilliseconds = 16;
constexpr qint64 kLongestBehind = 500; // ms that the map before may be shown
constexpr std::size_t kMostKnown = 6;

/// What a map is of: the start of the scenario.
model::Document startOf(const model::Document& document)
{
    model::Document start{.scenario = document.scenario, .question = document.question};
    start.question.step = 0;
    return start;
}

/// What was computed before the program was made, of the same cells.
std::vector<std::shared_ptr<const results::MapCells>> shippedCells(const model::Document& asked)
{
    std::vector<std::shared_ptr<const results::MapCells>> cells;
    const data::DatasetKind* kind = findKind(data::datasetsRegistry(), asked.scenario.data);
    if (kind && kind->wantsFolder) // that of the user has other data
        return cells;
    for (const files::ShippedMap& shipped : files::shippedMaps())
        if (maps::sameCells(shipped.document, asked))
            cells.push_back(shipped.cells);
    return cells;
}

} // namespace

MapControl::MapControl(QObject* parent)
    : QObject(parent)
{
    m_frame.setInterval(kFrameMilliseconds);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &MapControl::look);
}

void MapControl::ask(const model::Document& document, const data::DataFolder& folder, bool wanted)
{
    const bool before = m_wanted;
    m_wanted = wanted;
    if (!document.question.map) {
        forget();
        return;
    }
    if (!wanted) {
        if (isRunning()) {
            look(); // what is there of it stays
            m_worker.cancel();
            m_frame.stop();
            emit stateChanged();
        }
        return;
    }
    model::Document start = startOf(document);
    const bool same = m_asked && folder == m_folder && maps::sameCells(*m_asked, start);
    if (same && m_asked->question.map == start.question.map && before) {
        m_asked = std::move(start); // the values that it is over may be other ones
        return;
    }
    const bool known = same && m_asked->question.map == start.question.map;
    if (std::optional<Error> problem = maps::problemOf(start, *start.question.map)) {
        forget();
        setProblem(std::move(problem));
        return;
    }
    setProblem(std::nullopt);
    m_asked = std::move(start);
    m_folder = folder;
    if (!known)
        m_stopped = false;
    if (!known || (!m_stopped && !(m_cells && m_cells->complete())))
        begin(same);
}

double MapControl::share() const
{
    if (!m_cells || m_behind || m_cells->cells.empty())
        return 0;
    return static_cast<double>(m_cells->done) / static_cast<double>(m_cells->cells.size());
}

double MapControl::secondsLeft() const
{
    if (!isRunning() || !m_cells || m_behind || !m_sinceStart.isValid())
        return -1;
    const double done = static_cast<double>(m_cells->done) - static_cast<double>(m_doneAtStart);
    const double seconds = static_cast<double>(m_sinceStart.elapsed()) / 1000;
    if (done <= 0 || seconds < 0.5)
        return -1;
    return seconds * static_cast<double>(m_cells->cells.size() - m_cells->done) / done;
}

void MapControl::stop()
{
    if (!isRunning())
        return;
    look();
    m_worker.cancel();
    m_frame.stop();
    m_stopped = m_cells && !m_cells->complete();
    emit stateChanged();
}

void MapControl::goOn()
{
    if (!m_stopped || !m_asked || !m_wanted)
        return;
    m_stopped = false;
    begin(true);
}

void MapControl::bring(const model::Document& document, const data::DataFolder& folder, results::MapCells cells)
{
    m_worker.cancel();
    m_frame.stop();
    m_asked = startOf(document);
    m_asked->question.map = cells.map;
    m_folder = folder;
    m_known.clear();
    m_cells = std::make_shared<const results::MapCells>(std::move(cells));
    m_behind = m_stopped = false;
    ++m_generation;
    setProblem(std::nullopt);
    emit progressed();
    emit stateChanged();
}

/// Computes what is asked. `sameCells`: what is there is of the same cells, but for the range.
void MapControl::begin(bool sameCells)
{
    if (!sameCells)
        m_known = shippedCells(*m_asked);
    else if (m_cells && !m_behind && std::ranges::find(m_known, m_cells) == m_known.end())
        m_known.insert(m_known.begin(), m_cells);
    if (m_known.size() > kMostKnown)
        m_known.resize(kMostKnown);
    ++m_generation;
    m_sinceStart.start();
    m_doneAtStart = 0;
    m_behind = true;
    if (!m_known.empty()) {
        m_cells = std::make_shared<const results::MapCells>(maps::withKnownCells(*m_asked->question.map, m_known));
        m_doneAtStart = m_cells->done;
        m_behind = false;
        if (m_cells->complete()) {
            m_worker.cancel();
            m_frame.stop();
            emit progressed();
            emit stateChanged();
            return;
        }
    }
    m_worker.submit({m_generation, *m_asked, m_folder, m_known});
    m_frame.start();
    emit stateChanged();
}

void MapControl::look()
{
    const MapWorker::State state = m_worker.state();
    if (state.generation != m_generation)
        return;
    bool newer = false;
    if (state.cells && state.cells != m_cells) {
        m_cells = state.cells;
        m_behind = false;
        newer = true;
    } else if (m_behind && m_sinceStart.elapsed() > kLongestBehind) { // it would be taken for the present one
        m_cells = std::make_shared<const results::MapCells>(maps::withKnownCells(*m_asked->question.map, {}));
        m_behind = false;
        newer = true;
    }
    if (state.ended)
        m_frame.stop();
    if (state.failure) {
        m_cells = nullptr;
        m_behind = false;
        newer = true;
        setProblem(state.failure);
    }
    if (newer)
        emit progressed();
    if (state.ended)
        emit stateChanged();
}

void MapControl::forget()
{
    const bool anything = m_cells || isRunning();
    m_worker.cancel();
    m_frame.stop();
    m_asked.reset();
    m_known.clear();
    m_cells.reset();
    m_behind = m_stopped = false;
    setProblem(std::nullopt);
    if (anything)
        emit stateChanged();
}

void MapControl::setProblem(std::optional<Error> problem)
{
    const bool other = problem.has_value() != m_problem.has_value() || (problem && problem->what != m_problem->what);
    m_problem = std::move(problem);
    if (other)
        emit stateChanged();
}

} // namespace deltascope::workspace

#include "moc_map_control.cpp"
