// SPDX-License-Identifier: GPL-3.0-or-later
// The limits of an axis as they are typed.
#pragma once

#include "figures/figure.h"

#include <QString>

#include <optional>

namespace deltascope::views {

/// Whether its limits are numbers that a person can type.
bool hasLimits(const figures::Axis& axis);

/// The limit at this coordinate, the lower or the upper one. On an axis of decades the size itself, however far beyond
/// a double ("3.2e-602"); of layers the first and the last that are whole on the axis.
QString limitText(const figures::Axis& axis, double coordinate, bool upper);

/// The coordinate of the limit that was typed; nothing where it is no number, or on an axis of decades none above 0.
std::optional<double> limitAt(const figures::Axis& axis, const QString& typed, bool upper);

} // namespace deltascope::views
