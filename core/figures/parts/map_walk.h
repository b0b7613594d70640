// SPDX-License-Identifier: GPL-3.0-or-later
// A number that each layer makes of the last one's: the map as a curve, the diagonal, and the walk between them.
#pragma once

#include "figures/figure.h"
#include "figures/parts/axis_range.h"

#include <vector>

namespace deltascope::parts {

/// Values of layer 1, 2, …: from each up or down to the next one, and across to the diagonal.
struct MapWalk {
    figures::Line curve; ///< y over x
    AxisRange range; ///< of both axes; it holds the curve's x
    std::vector<double> orbit; ///< of the map
    std::vector<double> measured; ///< of the network, layer by layer
    int selected = 0; ///< layer, 0: none
};

/// Diagonal, curve, walk and marks; what leaves the range is left out, and counted.
struct DrawnWalk {
    std::vector<figures::Element> elements;
    int outside = 0; ///< measured steps that are not drawn
};

DrawnWalk drawnWalk(const MapWalk& walk, const Message& walkName, const Message& measuredName, const Message& diagonal);

} // namespace deltascope::parts
