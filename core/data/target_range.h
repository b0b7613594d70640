// SPDX-License-Identifier: GPL-3.0-or-later
// Targets that a cost cannot be asked for: those of a cost of probabilities (Loss::negative) lie from 0 to 1. Beyond,
// −Σ[y ln a + (1 − y) ln(1 − a)] falls without end, and training would only go on making it fall. core/maths.md 1.14.
#pragma once

#include "base/result.h"
#include "model/scenario.h"

#include <Eigen/Core>

#include <optional>

namespace deltascope::data {

/// The parameter `target`, where the data use it (Fault::usage). Not a part of validate(): what was saved before opens,
/// and says this where its data would be made.
std::optional<Error> targetOutOfRange(const model::Scenario& scenario);

/// The targets of any data, outputs × examples (Fault::invalidData).
std::optional<Error> targetsOutOfRange(const model::Scenario& scenario, const Eigen::MatrixXd& targets);

} // namespace deltascope::data
