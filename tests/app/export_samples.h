// SPDX-License-Identifier: GPL-3.0-or-later
// A figure with one of every element, and a document that is hard to keep.
#pragma once

#include "document.h"
#include "figures/figure.h"

namespace deltascope {

Document hardDocument();
Figure figureOfEverything();

} // namespace deltascope
