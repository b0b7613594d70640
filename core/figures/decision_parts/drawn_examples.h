// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/decision_parts/decision_drawing.h"

namespace deltascope::decision_parts {

/// The examples that are shown, by their classes where they have such; hollow those held out. In a plane where they
/// lie, else at their targets.
void addExamples(figures::Panel& panel, const Drawing& drawing);

} // namespace deltascope::decision_parts
