// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/invocation.h"
#include "dataset.h"
#include "document.h"
#include "result.h"

namespace deltascope {

/// The document that --preset or --scenario names (the default one without either), with --set, --view and --pin put
/// in. What was accepted but must be said goes to standard error.
Result<Document> sourceDocument(const Invocation& invocation);

/// The examples of the scenario, from the folder that --data names. Where other data stand in for it that is said on
/// standard error, and the scenario then names those.
Result<Dataset> sourceData(Scenario& scenario, const Invocation& invocation);

/// Whether --data is of use to its scenario or to one that is pinned.
bool readsFiles(const Document& document);

} // namespace deltascope
