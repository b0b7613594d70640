// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/cell_source.h"

#include "base/parallel.h"
#include "evaluation/column_networks.h"
#include "maps/axis_values.h"
#include "maps/checked_map.h"
#include "results/at_once.h"
#include "results/memory_need.h"
#include "results/seeds_band.h"
#include "results/snapshot.h"
#include "training/training_progress.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace deltascope::maps {

namespace {

/// True where another seed gives another network, other data or another order of them.
bool isRandom(const model::Scenario& scenario)
{
    const auto* seed = parameters::findScenarioParameter("seed");
    return results::dependsOnSeed(scenario) || seed->idle(scenario).empty();
}

constexpr std::size_t kQuick = 16; // cells that are worth a piece of work, where they cost next to nothing
constexpr double kColumns = 128; // of a pass: more would leave the processor's cache
constexpr double kMemoryOfFamily = 64e6, kMemoryOfDraws = 200e6;

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
    m_document.question.point.clear(); // a cell is of the examples
    m_document.question.map.reset(); // a cell has none, and copying it for each takes a while
    if (m_map.y) {
        m_yRow = parameters::findScenarioParameter(m_map.y->parameter);
        m_y = valuesOf(*m_map.y);
    }
    const double each = memoryOfCell(m_document, m_map);
    const double spare = results::kMemoryLimit - results::kProgramMemory - results::kDrawingMemory
        - static_cast<double>(count()) * sizeof(results::MapCell);
    m_threads = static_cast<unsigned>(std::clamp<double>(spare / std::max(each, 1.0), 1, processorCount()));
    const results::Needs needs = m_measure.kind->needs().own();
    const bool trains = needs.wants(results::kindOf<training::TrainingProgress>());
    if (!trains && m_map.seeds == 1 && results::evaluatesAtOnce(m_document.scenario))
        m_cellsOfAPiece = kQuick;
    m_evaluated = needs == results::ownNeeds<evaluation::Evaluation>() && m_document.question.step == 0;
    m_draws = std::make_shared<SharedDraws>(std::min(kMemoryOfDraws, spare / 2));
    if (m_evaluated && !m_measure.kind->reads.others)
        share(each);
}

/// Along which axis cells have the same weights.
void CellSource::share(double memoryOfCell)
{
    using parameters::Touches;
    const auto sharesAlong = [](const auto* row) { return row != nullptr && row->touches != Touches::everything; };
    const bool x = sharesAlong(m_xRow), y = sharesAlong(m_yRow) || !m_map.y;
    m_sharing = x && y        ? Sharing::everywhere
        : x                   ? Sharing::alongX
        : sharesAlong(m_yRow) ? Sharing::alongY
                              : Sharing::none;
    if (m_sharing == Sharing::none)
        return;
    m_ownData = (x && m_xRow->touches == Touches::data) || (m_map.y && y && m_yRow->touches == Touches::data);
    m_mostTogether =
        static_cast<std::size_t>(std::clamp<double>(kMemoryOfFamily / std::max(memoryOfCell, 1.0), 1, kColumns));
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

/// Of a cell of the same family: no other condition holds there, and the values are among those of the axes.
model::Scenario CellSource::scenarioBeside(const model::Scenario& scenario, std::size_t cell) const
{
    using parameters::Touches;
    model::Scenario own = scenario;
    if (m_xRow->touches != Touches::everything)
        m_xRow->member.put(own, m_x[cell % m_x.size()]);
    if (m_yRow && m_yRow->touches != Touches::everything)
        m_yRow->member.put(own, m_y[cell / m_x.size()]);
    return own;
}

/// Where there is nothing to be computed.
std::optional<Reading> CellSource::withoutNetwork(const model::Scenario& scenario) const
{
    const measures::MeasureKind& kind = *m_measure.kind;
    if ((kind.inapplicable && !kind.inapplicable(scenario).empty())
        || std::max(m_map.arguments.layer, m_map.arguments.against) > scenario.depth)
        return Reading{0, results::CellMark::inapplicable};
    return std::nullopt;
}

Reading CellSource::readingIn(const results::Snapshot& snapshot) const
{
    using results::CellMark;
    const measures::MeasureKind& kind = *m_measure.kind;
    const auto* course = snapshot.get<training::TrainingProgress>();
    if (course && course->divergence && !kind.ofDiverged)
        return {0, CellMark::diverged};
    const std::optional<double> value = m_measure.value(snapshot);
    if (!value)
        return {0, kind.decades ? kind.zero : kind.absent};
    if (isBeyond(kind, *value))
        return {0, CellMark::beyond};
    return {*value, CellMark::none};
}

Reading CellSource::readingOf(const model::Scenario& scenario, const std::stop_token& stop) const
{
    using results::CellMark;
    if (const std::optional<Reading> known = withoutNetwork(scenario))
        return *known;
    if (m_evaluated && results::evaluatesAtOnce(scenario)) {
        const Result<data::Dataset> data = data::makeDataset(scenario, stop, m_folder);
        if (!data)
            return {0, CellMark::inapplicable};
        const auto drawn = m_draws->of(scenario);
        const network::Network network(scenario, *data, stop, {}, drawn.get());
        std::optional<evaluation::Evaluation> evaluation =
            evaluation::evaluate(scenario, *data, network, stop, {}, m_measure.kind->reads);
        if (!evaluation || stop.stop_requested())
            return {0, CellMark::pending};
        results::Snapshot snapshot;
        snapshot.scenario = scenario;
        snapshot.put(results::shared(std::move(evaluation)));
        return readingIn(snapshot);
    }
    model::Document document = m_document;
    document.scenario = scenario;
    const results::Needs needs = m_measure.kind->needs().own();
    const results::Snapshot snapshot = results::computeSnapshot(document, needs, {.stop = stop, .folder = m_folder});
    if (stop.stop_requested())
        return {0, CellMark::pending};
    if (snapshot.failure || !results::isComplete(snapshot, needs))
        return {0, CellMark::inapplicable};
    return readingIn(snapshot);
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

std::size_t CellSource::familyOf(std::size_t cell) const
{
    switch (m_sharing) {
    case Sharing::alongX:
        return cell / m_x.size();
    case Sharing::alongY:
        return cell % m_x.size();
    case Sharing::everywhere:
        return 0;
    case Sharing::none:
        break;
    }
    return cell;
}

/// A cell of a family while it is computed.
class CellSource::Member {
public:
    results::MapCell* cell;
    model::Scenario scenario; ///< with the seed at hand
    std::vector<Reading> readings = {};
};

void CellSource::compute(
    std::span<const std::size_t> numbers, std::span<results::MapCell> cells, const std::stop_token& stop) const
{
    std::vector<Member> members;
    members.reserve(numbers.size());
    for (std::size_t i = 0; i < numbers.size() && !stop.stop_requested(); ++i) {
        if (cells[i].mark != results::CellMark::pending)
            continue;
        std::optional<model::Scenario> scenario;
        if (m_sharing != Sharing::none && numbers.size() > 1)
            scenario = members.empty() ? scenarioOf(numbers[i])
                                       : std::optional(scenarioBeside(members.front().scenario, numbers[i]));
        if (scenario && !withoutNetwork(*scenario))
            members.push_back({&cells[i], *std::move(scenario)});
        else
            cells[i] = cell(numbers[i], stop);
    }
    if (members.empty() || computeTogether(members, stop))
        return;
    for (std::size_t i = 0; i < numbers.size() && !stop.stop_requested(); ++i)
        if (cells[i].mark == results::CellMark::pending)
            cells[i] = cell(numbers[i], stop);
}

/// False where they are to be computed one by one.
bool CellSource::computeTogether(std::span<Member> members, const std::stop_token& stop) const
{
    const model::Scenario& first = members.front().scenario;
    if (!evaluation::canBeColumns(first, m_measure.kind->reads))
        return false;
    const bool random = m_map.seeds > 1 && isRandom(first);
    for (const Member& member : members)
        if (m_map.seeds > 1 && isRandom(member.scenario) != random)
            return false;
    for (int i = 0; i < (random ? m_map.seeds : 1); ++i) {
        if (i > 0) {
            const std::int64_t seed = results::withNextSeed(first, 1).seed;
            for (Member& member : members)
                member.scenario.seed = seed;
        }
        if (stop.stop_requested() || !readTogether(members, stop))
            return stop.stop_requested();
    }
    for (Member& member : members)
        *member.cell = summaryOf(m_map, *m_measure.kind, member.readings, random ? 1 : m_map.seeds);
    return true;
}

bool CellSource::readTogether(std::span<Member> members, const std::stop_token& stop) const
{
    std::vector<const model::Scenario*> scenarios;
    std::vector<data::Dataset> data;
    for (const Member& member : members) {
        scenarios.push_back(&member.scenario);
        if (!data.empty() && !m_ownData)
            continue;
        Result<data::Dataset> own = data::makeDataset(member.scenario, stop, m_folder);
        if (!own || own->examples() != 1)
            return false;
        data.push_back(*std::move(own));
    }
    const auto drawn = m_draws->of(*scenarios.front());
    evaluation::ColumnNetworks networks(scenarios, data, m_measure.kind->reads, drawn.get(), stop, m_storage->take());
    if (!networks.apart())
        return false;
    results::Snapshot snapshot;
    const auto evaluation = std::make_shared<evaluation::Evaluation>();
    snapshot.put(std::shared_ptr<const evaluation::Evaluation>(evaluation));
    for (std::size_t i = 0; i < members.size(); ++i) {
        std::swap(snapshot.scenario, members[i].scenario);
        networks.describe(i, *evaluation);
        members[i].readings.push_back(readingIn(snapshot));
        std::swap(snapshot.scenario, members[i].scenario);
    }
    m_storage->give(networks.takeStorage());
    return true;
}

} // namespace deltascope::maps
