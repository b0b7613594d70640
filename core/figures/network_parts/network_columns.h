// SPDX-License-Identifier: GPL-3.0-or-later
// Which layers and neurons of a network are drawn: all of a small one, the ends and the surroundings of the selected
// layer of a deep one, a sample of the neurons of a wide one.
#pragma once

#include "model/scenario.h"

#include <cstddef>
#include <vector>

namespace deltascope::network_parts {

struct NetworkColumn {
    int layer = 0; ///< 0 is the input
    int size = 1; ///< neurons that the layer has
    std::vector<int> neurons; ///< those drawn, from 0, ascending
    std::vector<std::size_t> samples; ///< the place of each among the sampledNeurons of the layer
};

/// Columns from the input to the output; layers are left out between two columns whose layers are not neighbours.
/// `folded`: one column for all tied layers, at the selected one of them or at the last.
std::vector<NetworkColumn> networkColumns(const model::Scenario& scenario, int selected, bool folded = false);

} // namespace deltascope::network_parts
