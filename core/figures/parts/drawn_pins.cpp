// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/drawn_pins.h"

#include <algorithm>
#include <iterator>

namespace deltascope::parts {

std::vector<DrawnPin> drawnPins(const results::Snapshot& snapshot)
{
    constexpr figures::Role kRoles[] = {figures::Role::pin, figures::Role::pin2, figures::Role::pin3};
    std::vector<DrawnPin> all;
    for (const results::PinnedResult& pin : snapshot.pins) {
        std::string name = pin.name;
        for (int copy = 2; std::ranges::find(all, name, &DrawnPin::name) != all.end(); ++copy)
            name = pin.name + " (" + std::to_string(copy) + ")";
        all.push_back({pin, std::move(name), kRoles[all.size() % std::size(kRoles)]});
    }
    return all;
}

void notePinsLeftOut(std::vector<Message>& notes, const results::Snapshot& snapshot)
{
    if (!snapshot.pins.empty())
        notes.push_back({translatable("core", "Pinned scenarios are not drawn here."), {}});
}

} // namespace deltascope::parts
