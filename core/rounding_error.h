// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forward_pass.h"

namespace deltascope {

/// The first layer where the rounding errors of the forward pass, carried to first order, are likely to change a
/// component of f′(z) by 1 % or more (or put z on the other side of a kink): from there on the sizes printed are those
/// of another input than the one given. 0 where there is none, or none before `stop` was requested.
int noiseFrom(const Network& network, const ForwardPass& pass, const std::stop_token& stop = {});

} // namespace deltascope
