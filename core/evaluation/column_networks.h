// SPDX-License-Identifier: GPL-3.0-or-later
// Networks with the same weights, each with biases and one example of its own, as the columns of one pass: what many
// cells of a map are. Each evaluation has the bits that evaluate() gives of that network alone.
#pragma once

#include "evaluation/described_layer.h"
#include "evaluation/evaluation.h"
#include "network/backward_pass.h"

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace deltascope::evaluation {

/// Buffers of networks that are gone, for those to come.
struct ColumnStorage {
    network::PassStorage pass;
    network::NetworkStorage network;
};

/// True where the parts that are asked for can be had so of networks like this scenario's.
bool canBeColumns(const model::Scenario& scenario, Parts parts);

class ColumnNetworks {
public:
    /// `scenarios`, at least one, differ in nothing that start values depend on but their biases. `data`: of each of
    /// them, or one for all.
    ColumnNetworks(std::span<const model::Scenario* const> scenarios, std::span<const data::Dataset> data, Parts parts,
        const network::DrawnNormals* drawn = nullptr, const std::stop_token& stop = {}, ColumnStorage storage = {});

    /// False where stop was requested, and where a δ is so small that the columns would share a unit: then they are to
    /// be evaluated one by one.
    bool apart() const { return m_apart; }
    /// The parts of one column's evaluation; the others stay as they are. Precondition: apart().
    void describe(std::size_t column, Evaluation& evaluation) const;
    /// For other networks, once nobody asks for these any more.
    ColumnStorage takeStorage() { return {m_pass->takeStorage(), m_network.takeStorage()}; }

private:
    void findSpeeds(network::BackwardPass& back, const std::stop_token& stop);
    void findCosts(const model::Scenario& scenario);

    Parts m_parts;
    bool m_chain;
    network::Network m_network;
    Eigen::MatrixXd m_inputs, m_targets;
    std::unique_ptr<network::ForwardPass> m_pass;
    std::optional<ChainPass> m_chainPass;
    std::vector<numerics::Scaled> m_speeds, m_deltas; // layer by layer, column by column
    std::vector<numerics::Scaled> m_costs;
    bool m_apart = false;
};

} // namespace deltascope::evaluation
