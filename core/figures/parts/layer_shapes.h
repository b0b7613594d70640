// SPDX-License-Identifier: GPL-3.0-or-later
// Distributions by layer as shapes, and the sentences about what a shape does not show.
#pragma once

#include "figures/figure.h"
#include "figures/parts/axis_range.h"
#include "layer_distributions.h"

#include <vector>

namespace deltascope {

/// One quantity of every described layer.
using LayerQuantity = Distribution LayerDistribution::*;

/// Full width in x units of the widest place of a shape, so that neighbours of `described` stand apart.
double shapeWidth(const LayerDistributions& described);

/// One shape a layer, layers without anything to show left out; widens `y` to hold them.
Ridges layerShapes(Message name, Role role, const LayerDistributions& described, LayerQuantity quantity, AxisRange& y);

/// Half a layer on both sides, or as much as the shapes of many layers take.
Axis shapesAxis(const LayerDistributions& described);

/// What the shapes leave out: layers between the chosen ones, exact zeros, values outside the robust range, examples.
/// `symbol` names the quantity.
void noteShapes(
    const LayerDistributions& described, LayerQuantity quantity, const char* symbol, std::vector<Message>& notes);

} // namespace deltascope
