// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a map, each a pure function of scenario, map and its number: the same bits on any number of threads, on
// any machine and in any order. core/maths.md 12.6.
#pragma once

#include "data/dataset.h"
#include "maps/statistic.h"
#include "model/document.h"
#include "parameters/parameters.h"
#include "results/map_cells.h"

#include <cstddef>
#include <optional>
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

    /// How many cells may be computed at the same time without too much memory; at least 1.
    unsigned threads() const { return m_threads; }
    /// So many cells are worth a piece of work of their own.
    std::size_t cellsOfAPiece() const { return m_cellsOfAPiece; }

private:
    Reading readingOf(const model::Scenario& scenario, const std::stop_token& stop) const;

    model::Document m_document; // without pins: a cell is of one scenario
    model::Map m_map;
    measures::Measure m_measure;
    data::DataFolder m_folder;
    const parameters::Parameter<model::Scenario>*m_xRow, *m_yRow = nullptr;
    std::vector<parameters::ParameterValue> m_x, m_y; // of a curve one y that is not put
    unsigned m_threads = 1;
    std::size_t m_cellsOfAPiece = 1;
};

} // namespace deltascope::maps
