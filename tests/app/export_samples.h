// SPDX-License-Identifier: GPL-3.0-or-later
// A figure with one of every element, and a document that is hard to keep.
#pragma once

#include "document.h"
#include "figures/figure.h"

namespace deltascope {

Document hardDocument();
Figure figureOfEverything();
/// A panel with ridges, one of them a single value, and one with a diverging colour map of three columns and two rows.
Figure figureOfShapes();

} // namespace deltascope
