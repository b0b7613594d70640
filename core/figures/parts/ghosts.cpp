// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/ghosts.h"

#include <algorithm>
#include <iterator>

namespace deltascope {

std::vector<Ghost> ghosts(const Snapshot& snapshot)
{
    constexpr Role kRoles[] = {Role::pin, Role::pin2, Role::pin3};
    std::vector<Ghost> all;
    for (const PinnedResult& pin : snapshot.pins) {
        std::string name = pin.name;
        for (int copy = 2; std::ranges::find(all, name, &Ghost::name) != all.end(); ++copy)
            name = pin.name + " (" + std::to_string(copy) + ")";
        all.push_back({pin, std::move(name), kRoles[all.size() % std::size(kRoles)]});
    }
    return all;
}

} // namespace deltascope
