// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a map, each a pure function of scenario, map and its number: the same bits on any number of threads, on
// any machine and in any order. core/maths.md 12.6.
#pragma once

#include "data/dataset.h"
#include "maps/shared_draws.h"
#include "maps/statistic.h"
#include "model/document.h"
#include "parameters/parameters.h"
#include "results/map_cells.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace deltascope::maps {

class CellSource {
public:
    /// Precondition: problemOf(document, map) has none.
    CellSource(model::Document document, model::Map map, data::DataFolder folder = {});

    const model::Map& map() const { return m_map; }
    const model::Document& document() const { return m_document; }
    std::size_t count() const { return m_x.size() * m_y.size(); }

    /// The scenario of a cell, with the first seed; nothing where these values do not go together.
    std::optional<model::Scenario> scenarioOf(std::size_t cell) const;
    /// Pending where stop was requested.
    results::MapCell cell(std::size_t cell, const std::stop_token& stop = {}) const;

    /// Cells of one family differ in biases or data alone: together they cost a part of what they cost one by one, and
    /// have the same bits. Other cells each have a number of their own.
    std::size_t familyOf(std::size_t cell) const;
    /// cells[i] becomes the cell numbers[i], unless it is there already; numbers of one family, at most mostTogether().
    void compute(std::span<const std::size_t> numbers, std::span<results::MapCell> cells,
        const std::stop_token& stop = {}) const;
    std::size_t mostTogether() const { return m_mostTogether; }

    /// How many cells may be computed at the same time without too much memory; at least 1.
    unsigned threads() const { return m_threads; }
    /// So many cells are worth a piece of work of their own.
    std::size_t cellsOfAPiece() const { return m_cellsOfAPiece; }

private:
    class Member;
    enum class Sharing { none, alongX, alongY, everywhere };

    model::Scenario scenarioBeside(const model::Scenario& scenario, std::size_t cell) const;
    std::optional<Reading> withoutNetwork(const model::Scenario& scenario) const;
    Reading readingOf(const model::Scenario& scenario, const std::stop_token& stop) const;
    Reading readingIn(const results::Snapshot& snapshot) const;
    bool computeTogether(std::span<Member> members, const std::stop_token& stop) const;
    bool readTogether(std::span<Member> members, const std::stop_token& stop) const;
    void share(double memoryOfCell);

    model::Document m_document; // without pins: a cell is of one scenario
    model::Map m_map;
    measures::Measure m_measure;
    data::DataFolder m_folder;
    const parameters::Parameter<model::Scenario>*m_xRow, *m_yRow = nullptr;
    std::vector<parameters::ParameterValue> m_x, m_y; // of a curve one y that is not put
    unsigned m_threads = 1;
    std::size_t m_cellsOfAPiece = 1;
    bool m_evaluated = false; // the measure needs an evaluation of the start values and nothing else
    Sharing m_sharing = Sharing::none;
    bool m_ownData = false; // cells of a family differ in their data too
    std::size_t m_mostTogether = 1;
    std::shared_ptr<SharedDraws> m_draws;
    std::shared_ptr<SharedStorage> m_storage = std::make_shared<SharedStorage>();
};

} // namespace deltascope::maps
