// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"

namespace deltascope::network {

/// The setting of this layer by hand where it is heeded: nullptr under random start values, which keep it unused.
const model::LayerSetting* heededSetting(const model::Scenario& scenario, int layer);

} // namespace deltascope::network
