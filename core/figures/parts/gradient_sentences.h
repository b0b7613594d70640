// SPDX-License-Identifier: GPL-3.0-or-later
// What a gradient check says. core/maths.md 1.22.
#pragma once

#include "gradient_check/gradient_check.h"

#include <optional>
#include <vector>

namespace deltascope::parts {

/// How far a difference is off, in units of the gradient, which is not 0; nothing where there is no difference.
std::optional<numerics::Scaled> errorOf(
    const std::optional<double>& difference, const gradient_check::GradientCheck& check);

/// The step at which a format's difference is nearest to the gradient; nothing where all differences are 0, or none is
/// a number.
struct BestStep {
    double step = 0;
    numerics::Scaled error;
};
std::optional<BestStep> bestStep(
    const gradient_check::GradientCheck& check, std::optional<double> gradient_check::DifferenceBy::*difference);

/// The gradient, its difference and how far they are apart.
Message gradientSentence(const gradient_check::GradientCheck& check, const model::Scenario& scenario);
/// What double and float32 make of it, and of what it is the gradient.
std::vector<Message> gradientNotes(const gradient_check::GradientCheck& check);

} // namespace deltascope::parts
