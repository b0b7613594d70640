// SPDX-License-Identifier: GPL-3.0-or-later
// A figure with one of every element, and a document that is hard to keep.
#pragma once

#include "figures/figure.h"
#include "model/document.h"

namespace deltascope {

model::Document hardDocument();
figures::Figure figureOfEverything();
/// A panel with ridges, one of them a single value, and one with a diverging colour map of three columns and two rows.
figures::Figure figureOfShapes();

} // namespace deltascope
