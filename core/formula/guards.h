// SPDX-License-Identifier: GPL-3.0-or-later
// Whether an expression has a value and a finite slope at every z: denominators, and what logarithms and roots are of.
// core/maths.md 4.24, 4.26.
#pragma once

#include "base/result.h"
#include "formula/expression.h"

#include <optional>
#include <span>

namespace deltascope::formula {

/// Where it has none, in one sentence with the z and the column, or nothing. The lattice: z, ascending, with 0.
std::optional<Error> withoutValue(const Expression& f, std::span<const double> lattice);

} // namespace deltascope::formula
