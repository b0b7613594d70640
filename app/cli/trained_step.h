// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cli/command.h"
#include "model/scenario.h"

#include <cstdint>

namespace deltascope::cli {

namespace options {

inline constexpr Option step{
    "--step", "N", translatable("core", "the network before step N of its training, as trained so far")};

} // namespace options

/// What --step says; 0 without it. Error (Fault::usage): no whole number from 0 on, or more than the training has.
Result<std::int64_t> readStep(const Invocation& invocation, const model::Scenario& scenario);

} // namespace deltascope::cli
