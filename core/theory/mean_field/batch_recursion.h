// SPDX-License-Identifier: GPL-3.0-or-later
// Mean field of a batch: in the limit of wide layers every example has its own q in every layer, which depends on
// nothing but the mean square of its inputs (and, where something but the weights reads them, on their mean). A mean
// over the batch is the mean over the examples; no single q stands for them.
// core/maths.md 9.4, 9.8.
#pragma once

#include "data/dataset.h"
#include "model/scenario.h"
#include "network/activation_parts/gaussian_moments.h"
#include "theory/mean_field/mean_field.h"

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace deltascope::mean_field {

/// One layer for one example, on average over all networks of a random rule, in the limit of wide layers. With
/// g^l = ∂C/∂a^l and δ^l = f′(z^l) ⊙ g^l: E‖δ^l‖² = slopeSquare·E‖g^l‖² and E‖g^(l−1)‖² = backFactor·E‖g^l‖².
struct MeanFieldLayer {
    numerics::Scaled meanSquare; ///< q^l of z^l
    numerics::Scaled slopeSquare; ///< ∫Dz f′(√q^l z)²
    numerics::Scaled
        weightFactor; ///< E‖g^(l−1)‖²/E‖δ^l‖² through the weights: σ_w², over s² where something is normalized
    numerics::Scaled identitySquare; ///< α² of what is added of a^(l−1)

    numerics::Scaled backFactor() const { return weightFactor * slopeSquare + identitySquare; }
};

/// A hidden layer between two others; nothing where the rule is not random.
std::optional<HiddenLayer> hiddenLayer(const model::Scenario& scenario);
/// σ_w² and σ_b² of a layer 1 … depth of a random rule.
operations::Variances variancesOf(const model::Scenario& scenario, int layer);

/// Goes through the layers with all examples at once. Examples that no layer can tell apart are one group.
class BatchRecursion {
public:
    /// Of a scenario with a random rule. Both must outlive this.
    BatchRecursion(const model::Scenario& scenario, const data::Dataset& data)
        : BatchRecursion(scenario, data, network::structureOf(scenario))
    {
    }
    /// The same with layers of another making.
    BatchRecursion(const model::Scenario& scenario, const data::Dataset& data, network::NetworkStructure structure);

    std::size_t groups() const { return m_signals.size(); }
    /// Of one value an example, its sum in each group; `values` may be empty, for 1 each.
    std::vector<numerics::Scaled> sums(const std::vector<numerics::Scaled>& values) const;

    /// Goes on to the next layer, from layer 1 to the last of the scenario.
    void step();
    int layer() const { return m_layer; } ///< 0 before the first step
    const MeanFieldLayer& at(std::size_t group) const { return m_layers[group]; } ///< the present layer

private:
    using Signal = operations::MeanFieldFlow<numerics::Scaled>::Signal; // the entries of a^l

    void sort(const std::vector<Signal>& ofExample);
    network::GaussianMoments momentsAt(std::size_t group, numerics::Scaled q);
    void pass(std::size_t group, const operations::Variances& variances);

    const model::Scenario& m_scenario;
    network::NetworkStructure m_structure;
    std::map<const activations::Activation*, network::MomentTable> m_tables;
    int m_layer = 0;
    std::vector<std::size_t> m_groupOf; // of each example
    std::vector<Signal> m_signals; // the rest: of each group
    std::vector<MeanFieldLayer> m_layers;
    struct At {
        const activations::Activation* activation = nullptr;
        numerics::Scaled q;
    };
    std::vector<network::GaussianMoments> m_moments; // at m_at
    std::vector<At> m_at;
};

} // namespace deltascope::mean_field
