// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/view_state.h"

namespace deltascope::model {

const ViewRange* viewRange(const ViewState& view, const std::string& figure, int panel)
{
    for (const ViewRange& range : view.ranges)
        if (range.figure == figure && range.panel == panel)
            return &range;
    return nullptr;
}

} // namespace deltascope::model
