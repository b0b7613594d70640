// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/contours.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <unordered_map>

namespace deltascope::maps {

namespace {

using Edge = std::size_t; // 2·point to the right of it, 2·point + 1 above it

/// Where the lines cross the edges of the grid, and which crossings they join.
class Crossings {
public:
    Crossings(const Grid& grid, double level)
        : m_grid(grid)
        , m_level(level)
    {
        for (int row = 0; row + 1 < grid.rows; ++row)
            for (int column = 0; column + 1 < grid.columns; ++column)
                addSquare(column, row);
    }

    std::vector<ContourLine> lines()
    {
        std::vector<ContourLine> lines;
        for (const Edge edge : m_order) // open lines from their ends first
            if (m_neighbours[edge].size() == 1)
                follow(edge, lines);
        for (const Edge edge : m_order)
            follow(edge, lines);
        return lines;
    }

private:
    std::size_t point(int column, int row) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_grid.columns)
            + static_cast<std::size_t>(column);
    }
    double at(int column, int row) const { return m_grid.values[point(column, row)]; }
    bool above(int column, int row) const { return at(column, row) >= m_level; }
    bool missing(int column, int row) const
    {
        return !m_grid.missing.empty() && m_grid.missing[point(column, row)] != 0;
    }
    Edge alongRow(int column, int row) const { return 2 * point(column, row); }
    Edge alongColumn(int column, int row) const { return 2 * point(column, row) + 1; }

    void join(Edge from, Edge to)
    {
        for (const Edge edge : {from, to})
            if (m_neighbours.find(edge) == m_neighbours.end())
                m_order.push_back(edge);
        m_neighbours[from].push_back(to);
        m_neighbours[to].push_back(from);
    }

    void addSquare(int column, int row)
    {
        if (missing(column, row) || missing(column + 1, row) || missing(column, row + 1)
            || missing(column + 1, row + 1))
            return;
        const Edge bottom = alongRow(column, row), top = alongRow(column, row + 1);
        const Edge left = alongColumn(column, row), right = alongColumn(column + 1, row);
        const int corners = (above(column, row) ? 1 : 0) + (above(column + 1, row) ? 2 : 0)
            + (above(column + 1, row + 1) ? 4 : 0) + (above(column, row + 1) ? 8 : 0);
        const double middle =
            (at(column, row) + at(column + 1, row) + at(column, row + 1) + at(column + 1, row + 1)) / 4;
        switch (std::min(corners, 15 - corners)) {
        case 0:
            return;
        case 1:
            return join(left, bottom);
        case 2:
            return join(bottom, right);
        case 3:
            return join(left, right);
        case 4:
            return join(right, top);
        case 6:
            return join(bottom, top);
        case 7:
            return join(left, top);
        default: // 5, a saddle: its middle says which corners belong together
            assert(corners == 5 || corners == 10);
            if ((corners == 5) == (middle >= m_level)) {
                join(left, top);
                join(bottom, right);
            } else {
                join(left, bottom);
                join(right, top);
            }
        }
    }

    std::pair<double, double> place(Edge edge) const
    {
        const auto index = edge / 2;
        const int column = static_cast<int>(index % static_cast<std::size_t>(m_grid.columns));
        const int row = static_cast<int>(index / static_cast<std::size_t>(m_grid.columns));
        const bool up = edge % 2 == 1;
        const double from = at(column, row), to = up ? at(column, row + 1) : at(column + 1, row);
        const double share = std::clamp((m_level - from) / (to - from), 0.0, 1.0);
        return up ? std::pair(column + 0.0, row + share) : std::pair(column + share, row + 0.0);
    }

    void follow(Edge start, std::vector<ContourLine>& lines)
    {
        if (m_neighbours[start].empty())
            return;
        ContourLine line{place(start)};
        for (Edge edge = start; !m_neighbours[edge].empty();) {
            const Edge next = m_neighbours[edge].back();
            m_neighbours[edge].pop_back();
            std::erase(m_neighbours[next], edge);
            line.push_back(place(next));
            edge = next;
        }
        lines.push_back(std::move(line));
    }

    const Grid& m_grid;
    double m_level;
    std::unordered_map<Edge, std::vector<Edge>> m_neighbours;
    std::vector<Edge> m_order; // as they were found: the same lines everywhere
};

} // namespace

std::vector<ContourLine> contoursOf(const Grid& grid, double level)
{
    return Crossings(grid, level).lines();
}

std::vector<double> levelsBetween(double lower, double upper, int most)
{
    std::vector<double> levels;
    if (!(lower < upper) || most < 1)
        return levels;
    const double width = (upper - lower) / most, decade = std::pow(10, std::floor(std::log10(width)));
    double step = 10 * decade;
    for (const double nice : {1.0, 2.0, 5.0})
        if (nice * decade >= width) {
            step = nice * decade;
            break;
        }
    for (double i = std::floor(lower / step) + 1; i * step < upper; ++i)
        levels.push_back(i * step);
    return levels;
}

} // namespace deltascope::maps
