// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of sentences that the figures share.
#pragma once

#include "activation_symbol.h"
#include "sentence_parts.h"
#include "snapshot.h"

#include <string>
#include <vector>

namespace deltascope {

/// The selected layer where the scenario has it, else 0.
int selectedLayer(const Snapshot& snapshot, const ViewState& view);

/// The sentence of a figure whose results are not there yet.
Message beingComputed();
/// Whose the numbers of a chain are that are no means over the batch; empty for one example.
Message ofFirstExample(const Evaluation& evaluation);
/// "w₂σ′(z₂)", with a residual connection "w₂σ′(z₂) + α": what layer `layer` of a chain multiplies ∂C/∂a by.
std::string factorSymbol(const Scenario& scenario, int layer);
/// Its numbers, "100 × 0.25", with a residual connection "1 × 0.1278 + 1".
Message factorNumbers(const Scenario& scenario, const LayerEvaluation& values, int layer);
/// α of this layer of a chain: 0 in the last one.
double residualOf(const Scenario& scenario, int layer);
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
