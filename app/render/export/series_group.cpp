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
        add(line.name, SeriesPart::value, line.x, line.y, &line.layers);
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
        add(band.name, SeriesPart::lower, band.x, band.lower, nullptr);
        add(band.name, SeriesPart::upper, band.x, band.upper, nullptr);
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

void insert(std::vector<SeriesGroup>& groups, const SeriesColumn& series, bool byLayer)
{
    const bool merges = byLayer && strictlyAscending(*series.x);
    for (SeriesGroup& group : groups) {
        if (group.merged && merges) {
            std::vector<double> rows;
            std::set_union(
                group.x.begin(), group.x.end(), series.x->begin(), series.x->end(), std::back_inserter(rows));
            group.x = std::move(rows);
        } else if (group.merged || group.x != *series.x) {
            continue;
        }
        group.series.push_back(series);
        if (group.layers.empty() && series.layers && !group.merged)
            group.layers = *series.layers;
        return;
    }
    const bool ownLayers = series.layers && !merges;
    groups.push_back({*series.x, ownLayers ? *series.layers : std::vector<int>(), {series}, merges});
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
    std::vector<SeriesGroup> groups;
    for (const SeriesColumn& each : series)
        insert(groups, each, panel.x.scale == figures::AxisScale::layers);
    return groups;
}

} // namespace deltascope::exports
