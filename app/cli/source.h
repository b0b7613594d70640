// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cli/arguments/invocation.h"
#include "data/dataset.h"
#include "model/document.h"

namespace deltascope::cli {

/// The document that --preset or --scenario names (the default one without either), with --set, --view and --pin put
/// in. What was accepted but must be said goes to standard error.
Result<model::Document> sourceDocument(const Invocation& invocation);

/// Where the user's files lie: what --data and --network name. The network is read by sourceDocument().
data::DataFolder filesOf(const Invocation& invocation);

/// The examples of the scenario, from the folder that --data names. Where other data stand in for it that is said on
/// standard error, and the scenario then names those.
Result<data::Dataset> sourceData(model::Scenario& scenario, const Invocation& invocation);

/// What --step says; 0 without it. Error (Fault::usage): no whole number from 0 on, or more than the training has.
Result<std::int64_t> readStep(const Invocation& invocation, const model::Scenario& scenario);

/// Whether --data is of use to its scenario or to one that is pinned.
bool readsFiles(const model::Document& document);

} // namespace deltascope::cli
