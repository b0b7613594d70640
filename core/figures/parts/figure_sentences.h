// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of sentences that the figures share.
#pragma once

#include "diagnosis/activation_symbol.h"
#include "diagnosis/sentence_parts.h"
#include "results/snapshot.h"

#include <string>
#include <vector>

namespace deltascope::parts {

/// The selected layer where the scenario has it, else 0.
int selectedLayer(const results::Snapshot& snapshot, const model::Question& question);

/// The sentence of a figure whose results are not there yet.
Message beingComputed();
/// Whose the numbers of a chain are that are no means over the batch; empty for one example.
Message ofFirstExample(const evaluation::Evaluation& evaluation);
/// "w₂σ′(z₂)", with a residual connection "w₂σ′(z₂) + α", with a scale of it "s·w₂σ′(z₂) + α": what layer `layer` of a
/// chain multiplies ∂C/∂a by.
std::string factorSymbol(const model::Scenario& scenario, int layer);
/// Its numbers, "100 × 0.25", with a residual connection "1 × 0.1278 + 1".
Message factorNumbers(const model::Scenario& scenario, const evaluation::LayerEvaluation& values, int layer);
/// α of this layer of a chain: 0 in the last one.
/// The sentence of a figure that is about chains.
Message needsChain();

/// The activation that the figures about single factors draw: the hidden layers', or the output's where that is all.
activations::Chosen chainActivation(const model::Scenario& scenario);
/// The weight of this layer: its own or the shared one (0: the shared one). Of random start values the one drawn, in a
/// wide network their standard deviation (0: the first layer's).
double weightOf(const results::Snapshot& snapshot, int layer);
/// True where every layer of a chain has a random weight of its own: there is no shared one.
bool hasRandomWeights(const model::Scenario& scenario);
/// The weight that those figures draw: that of the selected layer, else the shared one.
double shownWeight(const results::Snapshot& snapshot, const model::Question& question);

} // namespace deltascope::parts
