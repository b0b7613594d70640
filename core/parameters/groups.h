// SPDX-License-Identifier: GPL-3.0-or-later
// The headings that panels put rows under.
#pragma once

#include "base/message.h"

namespace deltascope::parameters {

inline constexpr const char* kStart = translatable("core", "Weights and biases");
inline constexpr const char* kInputAndCost = translatable("core", "Input and cost");
inline constexpr const char* kActivation = translatable("core", "Activation");
inline constexpr const char* kShape = translatable("core", "Shape");
inline constexpr const char* kRemedies = translatable("core", "Remedies");
inline constexpr const char* kTraining = translatable("core", "Training");

} // namespace deltascope::parameters
