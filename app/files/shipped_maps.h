// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/map_text.h"
#include "results/map_cells.h"

#include <memory>
#include <vector>

namespace deltascope::files {

struct ShippedMap {
    model::Document document;
    std::shared_ptr<const results::MapCells> cells;
};

/// The maps compiled in, which take minutes to compute: one JSON file each in resources/maps, as `deltascope-cli map`
/// writes it.
const std::vector<ShippedMap>& shippedMaps();

} // namespace deltascope::files
