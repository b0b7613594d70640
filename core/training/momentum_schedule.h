// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 11.6.
#pragma once

#include <cstdint>
#include <string_view>

namespace deltascope::training {

/// μ of a step (0 is the first): `most` itself, or under “sutskever” min(1 − 2^(−1 − log₂(⌊t/250⌋ + 1)), most), which
/// is .5, .75, .8333, .875, .9 … every 250 steps (Sutskever et al. 2013).
double momentumAt(std::string_view schedule, double most, std::int64_t step);

} // namespace deltascope::training
