// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing of a network while it is being made: columns of neurons, then the links between neighbouring columns.
#pragma once

#include "figures/figure.h"
#include "figures/network_parts/network_columns.h"
#include "results/snapshot.h"

#include <cstddef>
#include <vector>

namespace deltascope::network_parts {

inline constexpr std::size_t kSpeltColumns =
    8; ///< of a chain, up to which links and neurons name what their numbers are

inline constexpr std::size_t kCellColumn = 2; ///< of a folded network: input, layer 1, cell, output
inline constexpr double kFedBelow = 1; ///< the lowest neurons

struct NetworkDrawing {
    const results::Snapshot& snapshot;
    int selected = 0; ///< layer; 0 is none
    std::vector<NetworkColumn> columns;
    figures::Graph graph;
    std::vector<std::size_t> first = {}; ///< index of each column's first node
    std::vector<figures::Graph> pins = {}; ///< a row of layers each, in the colours of `graph`
    std::vector<figures::Label> pinLabels = {};
    bool folded = false; ///< the tied layers are one column
    std::size_t neurons = 0; ///< of the nodes; behind them are the inputs of later steps
};

/// The results of this layer, or nullptr (the input, results on their way).
const evaluation::LayerEvaluation* evaluated(const NetworkDrawing& drawing, int layer);

/// The factor of a path of several, in as many digits as there is room for.
Argument factorNumber(const NetworkDrawing& drawing, numerics::Scaled value);

/// The pen of a link of this size, 0 … 1.
double strengthOf(numerics::Scaled size);

/// The neurons, column by column, each with what it says under the pointer: in a chain the layer's own speed, elsewhere
/// that of the single neuron.
void addNeurons(NetworkDrawing& drawing);

/// The links of a chain by their weights; of a wide network the strongest weights into each neuron. Returns true where
/// weak links were left out.
bool addLinks(NetworkDrawing& drawing);

/// What leads on beside the weights, after the neurons and the links: residual connections, gates, inputs of later
/// steps, and the loops of a folded network.
void addPaths(NetworkDrawing& drawing);

/// A row of layers for each pin, the first one under `below`; returns where the last one ends.
double addPinnedRows(NetworkDrawing& drawing, double below, std::vector<Message>& notes);

} // namespace deltascope::network_parts
