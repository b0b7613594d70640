// SPDX-License-Identifier: GPL-3.0-or-later
// What a map asks, as JSON: the same words in documents, in links and in the files of maps.
#pragma once

#include "model/map.h"
#include "reading/list_reader.h"

#include <string>
#include <string_view>

namespace deltascope::parameters {

/// {"measure": {"kind": "speed_ratio", "layer": 1, "against": 0}, "x": {"parameter": "weight", "from": 0, "to": 10,
/// "count": 64, "scale": "linear"}, "y": {"parameter": "activation", "choices": ["sigmoid", "tanh"]}, "seeds": 1,
/// "statistic": "median"}, on one line. Of the measure's arguments those that differ from their defaults, and those
/// whose names stand in `arguments`, apart by spaces.
std::string mapJson(const model::Map& map, std::string_view arguments = {});

/// The map that such an object holds; faults go to the reader. What it asks for may still be impossible:
/// maps::problemOf.
model::Map readMap(const reading::JsonValue& json, reading::ListReader& reader);

} // namespace deltascope::parameters
