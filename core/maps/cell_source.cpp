// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/cell_source.h"

#include "base/parallel.h"
#include "maps/axis_values.h"
#include "maps/checked_map.h"
#include "results/at_once.h"
#include "results/memory_need.h"
#include "results/seeds_band.h"
#include "results/snapshot.h"
#include "training/training_progress.h"

#include <algorithm>
#include <cmath>

namespace deltascope::maps {

namespace {

/// True where another seed gives another network, other data or another order of them.
bool isRandom(const model::Scenario& scenario)
{
    const auto* seed = parameters::findScenarioParameter("seed");
    return results::dependsOnSeed(scenario) || seed->idle(scenario).empty();
}

/// Beyond this the engine's own numbers only say on which side of it something lies.
bool isBeyond(const measures::MeasureKind& kind, double value)
{
    return !std::isfinite(value) || (kind.decades && std::abs(value) >= Magnitude::kLargestLog10);
}

} // namespace

CellSource::CellSource(model::Document document, model::Map map, data::DataFolder folder)
    : m_document(std::move(document))
    , m_map(std::move(map))
    , m_measure(measureOf(m_map))
    , m_folder(std::move(folder))
    , m_xRow(parameters::findScenarioParameter(m_map.x.parameter))
    , m_x(valuesOf(m_map.x))
    , m_y(1)
{
    m_document.pins.clear();
    m_document.question.map.reset(); // a cell has none, and copying it for each takes a while
    if (m_map.y) {
        m_yRow = parameters::findScenarioParameter(m_map.y->parameter);
        m_y = valuesOf(*m_map.y);
    }
    const double each = memoryOfCell(m_document, m_map);
    const double spare = results::kMemoryLimit - results::kProgramMemory - results::kDrawingMemory
        - static_cast<double>(count()) * sizeof(results::MapCell);
    m_threads = static_cast<unsigned>(std::clamp<double>(spare / std::max(each, 1.0), 1, processorCount()));
    const bool trains = m_measure.kind->needs().wants(results::kindOf<training::TrainingProgress>());
    constexpr std::size_t kQuick = 16;
    if (!trains && m_map.seeds == 1 && results::evaluatesAtOnce(m_document.scenario))
        m_cellsOfAPiece = kQuick;
}

std::optional<model::Scenario> CellSource::scenarioOf(std::size_t cell) const
{
    Result<model::Scenario> scenario = withAxisValue(m_document.scenario, *m_xRow, m_x[cell % m_x.size()]);
    if (scenario && m_yRow)
        scenario = withAxisValue(*std::move(scenario), *m_yRow, m_y[cell / m_x.size()]);
    if (!scenario || parameters::validate(*scenario))
        return std::nullopt;
    return *std::move(scenario);
}

Reading CellSource::readingOf(const model::Scenario& scenario, const std::stop_token& stop) const
{
    using results::CellMark;
    const measures::MeasureKind& kind = *m_measure.kind;
    if (kind.inapplicable && !kind.inapplicable(scenario).empty())
        return {0, CellMark::inapplicable};
    if (std::max(m_map.arguments.layer, m_map.arguments.against) > scenario.depth)
        return {0, CellMark::inapplicable};
    model::Document document = m_document;
    document.scenario = scenario;
    const results::Snapshot snapshot =
        results::computeSnapshot(document, kind.needs().own(), {.stop = stop, .folder = m_folder});
    if (stop.stop_requested())
        return {0, CellMark::pending};
    if (snapshot.failure || !results::isComplete(snapshot, kind.needs().own()))
        return {0, CellMark::inapplicable};
    const auto* course = snapshot.get<training::TrainingProgress>();
    if (course && course->divergence && !kind.ofDiverged)
        return {0, CellMark::diverged};
    const std::optional<double> value = m_measure.value(snapshot);
    if (!value)
        return {0, kind.decades ? CellMark::dead : kind.absent};
    if (isBeyond(kind, *value))
        return {0, CellMark::beyond};
    return {*value, CellMark::none};
}

results::MapCell CellSource::cell(std::size_t cell, const std::stop_token& stop) const
{
    const std::optional<model::Scenario> scenario = scenarioOf(cell);
    if (!scenario)
        return {.mark = results::CellMark::inapplicable};
    const bool random = m_map.seeds > 1 && isRandom(*scenario);
    std::vector<Reading> readings;
    for (int i = 0; i < (random ? m_map.seeds : 1); ++i) {
        readings.push_back(readingOf(results::withNextSeed(*scenario, i), stop));
        if (readings.back().mark == results::CellMark::pending)
            return {};
    }
    return summaryOf(m_map, *m_measure.kind, readings, random ? 1 : m_map.seeds);
}

} // namespace deltascope::maps
