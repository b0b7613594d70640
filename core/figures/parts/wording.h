// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of sentences that the figures share.
#pragma once

#include "activation_symbol.h"
#include "message.h"
#include "scaled.h"
#include "snapshot.h"

#include <string>
#include <vector>

namespace deltascope {

/// "₁₂", for symbols such as w₁₂.
std::string subscript(int number);
/// A symbol with its layer: "w₁₂".
std::string indexed(std::string_view symbol, int layer);
/// A number in words and captions: as it is (0.25) where it is of ordinary size, else as a power of ten.
Argument number(Scaled value);
Argument number(double value);

/// "1–4, 7": runs of ascending layers.
std::string layerRuns(const std::vector<int>& layers);
/// "layer 3", "layers 1–4, 7", or how many between which where the runs would be too many to read.
Message layersNamed(const std::vector<int>& layers);

/// The selected layer where the scenario has it, else 0.
int selectedLayer(const Snapshot& snapshot, const ViewState& view);

/// The sentence of a figure whose results are not there yet.
Message beingComputed();
/// The sentence of a figure that is about chains.
Message needsChain();

/// The activation that the figures about single factors draw: the hidden layers', or the output's where that is all.
const Activation& chainActivation(const Scenario& scenario);
const Activation& activationOf(const Scenario& scenario, int layer);
/// The weight of this layer: its own or the shared one (0: the shared one). Of random start values the one drawn, in a
/// wide network their standard deviation (0: the first layer's).
double weightOf(const Snapshot& snapshot, int layer);
/// True where every layer of a chain has a random weight of its own: there is no shared one.
bool drawnOneByOne(const Scenario& scenario);
/// The weight that those figures draw: that of the selected layer, else the shared one.
double shownWeight(const Snapshot& snapshot, const ViewState& view);

} // namespace deltascope
