// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/series_group.h"

#include <algorithm>
#include <iterator>

namespace deltascope::exports {

namespace {

/// One overload for each kind of element that holds series.
struct Collect {
    std::vector<SeriesColumn>& series;

    void operator()(const figures::Line& line) const
    {
        add(line.column.empty() ? line.name : line.column, SeriesPart::value, line.x, line.y, &line.layers);
        if (!series.empty() && series.back().y == &line.y && !line.values.empty())
            series.back().values = &line.values;
    }
    void operator()(const figures::Points& points) const
    {
        add(points.name, SeriesPart::mark, points.x, points.y, &points.layers);
    }
    void operator()(const figures::Bars& bars) const
    {
        add(bars.name, SeriesPart::start, bars.x, bars.base, &bars.layers);
        add(bars.name, SeriesPart::end, bars.x, bars.y, &bars.layers);
    }
    void operator()(const figures::Band& band) const
    {
        const Message& name = band.column.empty() ? band.name : band.column;
        add(name, SeriesPart::lower, band.x, band.lower, nullptr);
        add(name, SeriesPart::upper, band.x, band.upper, nullptr);
    }
    void operator()(const figures::Region&) const { }
    void operator()(const figures::Guide&) const { }
    void operator()(const figures::Label&) const { }
    void operator()(const figures::Graph&) const { }
    void operator()(const figures::Ridges&) const { } // rows of their own in the table
    void operator()(const figures::ColourMap&) const { }

private:
    void add(const Message& name, SeriesPart part, const std::vector<double>& x, const std::vector<double>& y,
        const std::vector<int>* layers) const
    {
        if (!name.empty())
            series.push_back({&name, part, &x, &y, layers && !layers->empty() ? layers : nullptr});
    }
};

bool strictlyAscending(const std::vector<double>& x)
{
    return std::adjacent_find(x.begin(), x.end(), std::greater_equal<>()) == x.end();
}

bool hasSeries(const SeriesGroup& group, const SeriesColumn& series)
{
    return std::ranges::any_of(
        group.series, [&](const SeriesColumn& each) { return *each.name == *series.name && each.part == series.part; });
}

/// Series over layers share their rows, and so do a series and what goes on with it, its zeros or the band behind a
/// gap.
void insert(std::vector<SeriesGroup>& groups, const SeriesColumn& series, bool byLayer)
{
    const bool ascending = strictlyAscending(*series.x);
    const bool merges = byLayer && ascending;
    for (SeriesGroup& group : groups) {
        const bool goesOn = ascending && hasSeries(group, series) && strictlyAscending(group.x);
        if ((group.merged && merges) || goesOn) {
            group.merged = true;
            std::vector<double> rows;
            std::set_union(
                group.x.begin(), group.x.end(), series.x->begin(), series.x->end(), std::back_inserter(rows));
            group.x = std::move(rows);
        } else if (group.merged || group.x != *series.x) {
            continue;
        }
        group.series.push_back(series);
        return;
    }
    groups.push_back({*series.x, {}, {series}, merges});
}

/// Of rows that are those of every series: the layer of each, where the series agree on it.
std::vector<int> layersOf(const SeriesGroup& group)
{
    const std::vector<int>* layers = nullptr;
    for (const SeriesColumn& series : group.series) {
        if (group.merged || (layers && series.layers && *series.layers != *layers))
            return {};
        layers = series.layers ? series.layers : layers;
    }
    return layers ? *layers : std::vector<int>();
}

} // namespace

std::size_t SeriesGroup::row(const SeriesColumn& one, std::size_t index) const
{
    if (!merged)
        return index;
    return static_cast<std::size_t>(std::lower_bound(x.begin(), x.end(), (*one.x)[index]) - x.begin());
}

std::vector<SeriesGroup> seriesGroups(const figures::Panel& panel)
{
    std::vector<SeriesColumn> series;
    for (const figures::Element& element : panel.elements)
        std::visit(Collect{series}, element);
    for (const figures::Zeros& zeros : panel.zeros)
        series.push_back({.name = &zeros.name, .x = &zeros.x});
    std::vector<SeriesGroup> groups;
    for (const SeriesColumn& each : series)
        insert(groups, each, panel.x.scale == figures::AxisScale::layers);
    for (SeriesGroup& group : groups)
        group.layers = layersOf(group);
    return groups;
}

} // namespace deltascope::exports
