// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: how a table is understood, as an object and as it is typed.
#pragma once

#include "base/result.h"
#include "documents/list_reader.h"
#include "model/scenario.h"

#include <string>
#include <string_view>

namespace deltascope::documents {

/// {"target": "species", "leave_out": [1, "id"], "draw": "file_order"}; the first fault goes to the reader.
model::TableSetting readTableSetting(const JsonValue::Object& object, ListReader& reader);

/// target=COLUMN,leave_out=COLUMN,leave_out=COLUMN,draw=file_order; “leave_out=” alone: no column. Errors without the
/// key.
Result<model::TableSetting> typedTable(std::string_view text);

/// The object on one line, with what is set.
std::string tableJson(const model::TableSetting& table);

} // namespace deltascope::documents
