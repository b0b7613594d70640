// SPDX-License-Identifier: GPL-3.0-or-later
// The value of one parameter as JSON, and as it is typed after `--set KEY=`.
#pragma once

#include "io/json.h"
#include "parameters.h"

namespace deltascope {

/// The record with the value of `json` put; `text` is what `json` was parsed from. Errors: Fault::invalidData, with
/// place and key.
Result<Scenario> withJson(
    Scenario scenario, const Parameter<Scenario>& parameter, const JsonValue& json, std::string_view text);
Result<ViewState> withJson(
    ViewState view, const Parameter<ViewState>& parameter, const JsonValue& json, std::string_view text);

/// The record with the value typed on a command line put: numbers with a point whatever the locale, texts as they are,
/// lists of texts with commas or as JSON, a table as target=COLUMN,draw=ORDER or as JSON, other lists as JSON. Errors:
/// Fault::usage, with the key.
Result<Scenario> withText(Scenario scenario, const Parameter<Scenario>& parameter, std::string_view text);
Result<ViewState> withText(ViewState view, const Parameter<ViewState>& parameter, std::string_view text);

/// A value as it is typed after KEY=: what withText() reads.
std::string typedText(const ParameterValue& value);

/// A value as JSON text on one line.
std::string jsonText(const ParameterValue& value);

} // namespace deltascope
