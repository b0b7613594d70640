// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/io: how a table is understood, as an object and as it is typed.
#pragma once

#include "io/list_reader.h"
#include "result.h"
#include "scenario.h"

#include <string>
#include <string_view>

namespace deltascope {

/// {"target": "species", "leave_out": [1, "id"], "draw": "file_order"}; the first fault goes to the reader.
TableSetting readTableSetting(const JsonValue::Object& object, ListReader& reader);

/// target=COLUMN,leave_out=COLUMN,leave_out=COLUMN,draw=file_order; “leave_out=” alone: no column. Errors without the
/// key.
Result<TableSetting> typedTable(std::string_view text);

/// The object on one line, with what is set.
std::string tableJson(const TableSetting& table);

} // namespace deltascope
