// SPDX-License-Identifier: GPL-3.0-or-later
// The map that --map names, in place of one that is computed.
#pragma once

#include "cli/arguments/command.h"
#include "figures/figure_kind.h"
#include "reports/map_text.h"

namespace deltascope::cli {

bool drawsMap(const figures::FigureKind* kind);
/// That a figure does not, where --map is given.
Error drawsNoMap(const figures::FigureKind& kind);

/// Errors: beside it stands another source (Fault::usage), the file cannot be read or is no map.
Result<reports::SavedMap> savedMap(const Invocation& invocation);

} // namespace deltascope::cli
