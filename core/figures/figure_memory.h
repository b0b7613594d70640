// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

namespace deltascope::figures {

/// Bytes of a figure, nearly: of an animation all figures are held at once.
double memoryOf(const Figure& figure);

} // namespace deltascope::figures
