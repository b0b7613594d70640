// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on a map besides its cells: the present scenario, the pinned ones, the way that a training has taken.
#pragma once

#include "figures/figure.h"
#include "model/map.h"
#include "results/snapshot.h"

#include <vector>

namespace deltascope::map_parts {

/// On a map of two parameters marks, on a curve over one guides. Pinned scenarios that differ from the present one in
/// more than these parameters are of another map and are left out; addMarkNotes says so.
void addMarks(figures::Panel& panel, const model::Map& map, const results::Snapshot& snapshot);
void addMarkNotes(std::vector<Message>& notes, const model::Map& map, const results::Snapshot& snapshot);

} // namespace deltascope::map_parts
