// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario.h"

namespace deltascope {

/// The setting of this layer by hand where it is heeded: nullptr under random start values, which keep it unused.
const LayerSetting* heededSetting(const Scenario& scenario, int layer);

} // namespace deltascope
