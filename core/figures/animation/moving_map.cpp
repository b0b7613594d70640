// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/animation/moving_map.h"

#include "figures/map_parts/map_colours.h"
#include "maps/checked_map.h"
#include "maps/kept_cells.h"
#include "maps/map_computation.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

namespace deltascope::figures {

MovingMap::MovingMap(data::DataFolder folder, const model::Document& document, Cells cells)
    : m_folder(std::move(folder))
    , m_document(document)
    , m_cells(std::move(cells))
{
    m_document.question.step = 0;
}

Result<MovingMap::Cells> MovingMap::of(const model::Document& document, const std::stop_token& stop)
{
    model::Document start = document; // a map is of the start of a training
    start.question.step = 0;
    assert(start.question.map);
    if (m_cells && maps::sameCells(m_document, start))
        return m_cells;
    if (std::optional<Error> error = maps::problemOf(start, *start.question.map))
        return *std::move(error);
    const maps::CellSource source(start, *start.question.map, m_folder);
    auto cells = std::make_shared<const results::MapCells>(maps::computeMap(source, {.stop = stop}));
    m_document = std::move(start);
    m_cells = stop.stop_requested() ? nullptr : std::move(cells);
    return m_cells;
}

std::shared_ptr<const results::MapColours> commonColours(std::span<const MovingMap::Cells> frames)
{
    std::shared_ptr<results::MapColours> all;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        if (i > 0 && frames[i] == frames[i - 1])
            continue;
        const std::optional<results::MapColours> own = map_parts::coloursOf(*frames[i]);
        if (own && all)
            *all = {std::min(all->lower, own->lower), std::max(all->upper, own->upper)};
        else if (own)
            all = std::make_shared<results::MapColours>(*own);
    }
    return std::ranges::all_of(frames, [&](const MovingMap::Cells& cells) { return cells == frames.front(); }) ? nullptr
                                                                                                               : all;
}

} // namespace deltascope::figures
