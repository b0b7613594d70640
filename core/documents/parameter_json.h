// SPDX-License-Identifier: GPL-3.0-or-later
// The value of one parameter as JSON, and as it is typed after `--set KEY=`.
#pragma once

#include "parameters/parameters.h"
#include "reading/json.h"

namespace deltascope::documents {

/// The record with the value of `json` put; `text` is what `json` was parsed from. Errors: Fault::invalidData, with
/// place and key.
template <class Record>
Result<Record> withJson(Record record, const parameters::Parameter<Record>& parameter, const reading::JsonValue& json,
    std::string_view text);

/// The record with the value typed on a command line put: numbers with a point whatever the locale, texts as they are,
/// lists of texts with commas or as JSON, a table as target=COLUMN,draw=ORDER or as JSON, other lists as JSON. Errors:
/// Fault::usage, with the key.
template <class Record>
Result<Record> withText(Record record, const parameters::Parameter<Record>& parameter, std::string_view text);

/// A value as it is typed after KEY=: what withText() reads.
std::string typedText(const parameters::ParameterValue& value);

/// A value as JSON text on one line.
std::string jsonText(const parameters::ParameterValue& value);

} // namespace deltascope::documents
