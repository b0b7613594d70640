// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/invocation.h"
#include "document.h"
#include "result.h"

namespace deltascope {

/// The document that --preset or --scenario names (the default one without either), with --set, --view and --pin put
/// in.
Result<Document> sourceDocument(const Invocation& invocation);

} // namespace deltascope
