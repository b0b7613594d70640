// SPDX-License-Identifier: GPL-3.0-or-later
// Distributions by layer as shapes, and the sentences about what a shape does not show.
#pragma once

#include "evaluation/layer_distributions.h"
#include "figures/figure.h"
#include "figures/parts/axis_range.h"

#include <vector>

namespace deltascope::parts {

/// One quantity of every described layer.
using LayerQuantity = evaluation::Distribution evaluation::LayerDistribution::*;

/// Full width in x units of the widest place of a shape, so that neighbours of `described` stand apart.
double shapeWidth(const evaluation::LayerDistributions& described);

/// One shape a layer, layers without anything to show left out; widens `y` to hold them.
figures::Ridges layerShapes(Message name, figures::Role role, const evaluation::LayerDistributions& described,
    LayerQuantity quantity, AxisRange& y);

/// Half a layer on both sides, or as much as the shapes of many layers take.
figures::Axis shapesAxis(const evaluation::LayerDistributions& described);

/// What the shapes leave out: layers between the chosen ones, exact zeros, values outside the robust range, examples.
/// `symbol` names the quantity.
void noteShapes(const evaluation::LayerDistributions& described, LayerQuantity quantity, const char* symbol,
    std::vector<Message>& notes);

} // namespace deltascope::parts
