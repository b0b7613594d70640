// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace deltascope::model {

/// One stage of a walk through the drawing of the network: forward, the cost, backward, update, layer by layer.
struct Walk {
    enum class Pass { none, forward, cost, backward, update };
    Pass pass = Pass::none;
    int layer = 0; ///< 1 … depth; 0 of none and of the cost
    bool link = false; ///< backward: at the weights that lead into the layer, else at its neurons
    bool operator==(const Walk&) const = default;

    bool on() const { return pass != Pass::none; }
};

} // namespace deltascope::model
