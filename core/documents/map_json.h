// SPDX-License-Identifier: GPL-3.0-or-later
// What a map asks, as JSON and as it is typed.
#pragma once

#include "base/result.h"
#include "model/document.h"
#include "model/map.h"
#include "reading/json.h"

#include <string>
#include <string_view>

namespace deltascope::documents {

inline constexpr const char* kMapFigure = "map"; ///< the figure that draws a map: what is opened with one shows it

/// The map as JSON on one line (parameters/map_json.h), with every argument that its measure takes.
std::string mapJson(const model::Map& map);

/// The document with this map, and with the figure that draws it among those that it shows.
model::Document withMap(model::Document document, const model::Map& map);

/// The document at the start of its training: that is what its own map is of.
model::Document ofItsStart(model::Document document);

/// A map with the document that it is of; of that only what the cells depend on.
struct MapQuestion {
    model::Document document;
    model::Map map;
};

/// "scenario": {every key}, "k": 1, "step": 0, "map": {…}, one a line: members of an object that is not begun or ended.
std::string mapQuestionJson(const model::Document& document, const model::Map& map);

/// From an object with these members and others; `text` is what `root` was parsed from. Errors (Fault::invalidData)
/// name line, column and key. What the map asks for may still be impossible: maps::problemOf.
Result<MapQuestion> mapQuestionFrom(std::string_view text, const reading::JsonValue& root);

/// MEASURE[:ARG=VALUE,…] put into the map: speed_ratio:layer=1,against=3. The other layer of a ratio is the last one
/// where it is not given. Error: Fault::usage.
std::optional<Error> putTypedMeasure(model::Map& map, std::string_view typed);

/// KEY=FROM:TO[:COUNT][:log], KEY=CHOICE,CHOICE,… or KEY=all. Without COUNT it has `count` values, or as many
/// different ones as there are. Error: Fault::usage.
Result<model::MapAxis> typedAxis(std::string_view typed, int count);

} // namespace deltascope::documents
