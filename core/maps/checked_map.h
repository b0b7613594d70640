// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "measures/measure.h"
#include "model/document.h"
#include "model/map.h"

#include <optional>

namespace deltascope::maps {

inline constexpr int kMostSeeds = model::kMostMapSeeds;

/// What asks for nothing, or for what there is not, of this map of the document's scenario: one sentence (Fault::usage)
/// that says what would be right. `cells`: how many of them are to be held at once; 0: all.
std::optional<Error> problemOf(const model::Document& document, const model::Map& map, double cells = 0);

/// The same of the map by itself, whatever scenario it is of: what no document may have.
std::optional<Error> problemOf(const model::Map& map);

/// The same of an axis alone.
std::optional<Error> problemOf(const model::MapAxis& axis);

/// The kind of a valid map's measure.
measures::Measure measureOf(const model::Map& map);

/// Bytes that the cells take whose values are furthest apart, at the most.
double memoryOfCell(const model::Document& document, const model::Map& map);

} // namespace deltascope::maps
