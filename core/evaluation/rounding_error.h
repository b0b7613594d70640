// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/forward_pass.h"

#include <stop_token>
#include <vector>

namespace deltascope::evaluation {

/// The first layer where the rounding errors of the forward pass are likely to change a component of f′(z) by 1 % or
/// more (or to put z on the other side of a kink): from there on the sizes printed are those of another input than the
/// one given. 0 where there is none, or none before `stop` was requested. Of a batch, the first example stands for all.
int noiseFrom(const network::Network& network, const network::ForwardPass& pass, const std::stop_token& stop = {});

/// The estimated error of z of the first example, by layer from 1 and by neuron: about the root of the mean square over
/// ways to round. Exactly 0 where nothing was rounded.
std::vector<std::vector<numerics::Scaled>> roundingErrors(
    const network::Network& network, const network::ForwardPass& pass);

} // namespace deltascope::evaluation
