// SPDX-License-Identifier: GPL-3.0-or-later
// Results that take less than a frame: computed on the window's thread, so that a slider is followed at once.
#pragma once

#include "results/snapshot.h"

namespace deltascope::workspace {

/// True where the scenario is evaluated within a frame, its data included.
bool evaluatesNow(const model::Scenario& scenario, const data::DataFolder& folder);

/// The document's snapshot with what is quick of `wanted`, and with quick evaluations of its pins. What `known` has of
/// it is not computed again.
results::Snapshot withQuickResults(
    results::Snapshot known, const model::Document& document, results::Needs wanted, const data::DataFolder& folder);

/// True where something wanted of the document has another answer to the second question than to the first.
bool asksAnew(
    const model::Document& document, results::Needs wanted, const model::Question& before, const model::Question& now);

} // namespace deltascope::workspace
