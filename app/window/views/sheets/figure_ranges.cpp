// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/sheets/figure_ranges.h"

#include <algorithm>
#include <utility>

namespace deltascope::views {

model::ViewState withoutRanges(model::ViewState view, const std::string& figure)
{
    std::erase_if(view.ranges, [&](const model::ViewRange& range) { return range.figure == figure; });
    return view;
}

std::vector<model::ViewRange> rangesOf(const figures::Figure& figure)
{
    std::vector<model::ViewRange> ranges;
    for (std::size_t i = 0; i < figure.panels.size(); ++i) {
        const figures::Panel& panel = figure.panels[i];
        ranges.push_back({figure.id, static_cast<int>(i), panel.x.lower, panel.x.upper, panel.y.lower, panel.y.upper});
    }
    return ranges;
}

model::ViewState withRanges(
    model::ViewState view, const std::string& figure, const std::vector<model::ViewRange>& ranges)
{
    view = withoutRanges(std::move(view), figure);
    view.ranges.insert(view.ranges.end(), ranges.begin(), ranges.end());
    return view;
}

bool isRanged(const figures::Figure& figure)
{
    return std::ranges::any_of(figure.panels, [](const figures::Panel& panel) { return panel.x.moved.ranged; });
}

} // namespace deltascope::views
