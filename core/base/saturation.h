// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 2.9.
#pragma once

namespace deltascope {

/// A neuron is saturated where |f′(z)| is below this share of max|f′|: a logistic one beyond |z| = 4.36. The one
/// threshold of verdicts, figures and trainings; each sentence that counts saturated neurons states it.
inline constexpr double kSaturated = 0.05;

} // namespace deltascope
