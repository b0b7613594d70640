// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

#include <QString>

namespace deltascope::plot {

/// A coordinate of an axis as people read what it stands for; `width`: of the axis as drawn, so that neighbouring
/// pixels are told apart.
QString axisText(const figures::Axis& axis, double value, double width);

} // namespace deltascope::plot
