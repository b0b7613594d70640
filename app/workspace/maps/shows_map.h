// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/view_state.h"

namespace deltascope::workspace {

/// True where one of the view's figures draws the map.
bool showsMap(const model::ViewState& view);

} // namespace deltascope::workspace
