// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace deltascope::results {

/// From where to where the colours of a map go, in the unit of its cells, where several maps are seen one after
/// another.
struct MapColours {
    double lower = 0, upper = 1;
    bool operator==(const MapColours&) const = default;
};

} // namespace deltascope::results
