// SPDX-License-Identifier: GPL-3.0-or-later
// What the passes say of single examples, or of all of them.
#pragma once

#include "evaluation/evaluation.h"
#include "network/forward_pass.h"

namespace deltascope::evaluation {

/// Statistics of z, a and f′ of a layer over `count` examples from `first` on.
void describeMeans(const network::Network& network, const network::ForwardPass& pass, int layer, Eigen::Index first,
    Eigen::Index count, LayerEvaluation& result);

/// What a chain has on its way forward, of one example.
void describeChain(
    const network::Network& network, const network::ForwardPass& pass, Eigen::Index example, Evaluation& evaluation);

} // namespace deltascope::evaluation
