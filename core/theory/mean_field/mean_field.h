// SPDX-License-Identifier: GPL-3.0-or-later
// Mean field of wide random layers (Poole et al. 2016, Schoenholz et al. 2017): how the mean square of z and of δ
// passes from layer to layer when weights are N(0, σ_w²/n_in) and biases N(0, σ_b²).
//   q^l = σ_w² ∫Dz f(√q^(l−1) z)² + σ_b²        χ(q) = σ_w² ∫Dz f′(√q z)²        E‖δ^l‖² = χ(q^l)·E‖δ^(l+1)‖²
// core/maths.md 9.2 to 9.5, 9.7, 9.9.
#pragma once

#include "network/activation_parts/gaussian_moments.h"
#include "network/activations/activation.h"
#include "network/mean_field_flow.h"

#include <functional>
#include <optional>
#include <vector>

namespace deltascope::mean_field {

/// The mean square of z in the next layer where it is q ≥ 0 in this one; ∞ beyond double's range.
double nextMeanSquare(const activations::Activation& activation, operations::Variances variances, double q);

/// χ(q): the factor by which one layer multiplies the mean square of δ on its way back. Accepts q = ∞ (the limit).
double backwardFactor(const activations::Activation& activation, double weightVariance, double q);

/// Where q settles, and χ there. `meanSquare` is +∞ where q grows without end.
struct FixedPoint {
    double meanSquare = 0; ///< q*
    double factor = 0; ///< χ₁ = χ(q*): below 1 gradients vanish, above 1 they explode
    bool operator==(const FixedPoint&) const = default;
};

/// A hidden layer with its operations, whose mean-field maps (network/mean_field_flow.h) follow one another.
/// Where something of a is added, χ is the factor of the mean square of ∂C/∂a.
struct HiddenLayer {
    /// w, b and f alone.
    explicit HiddenLayer(operations::Variances ofParameters = {});
    HiddenLayer(const network::LayerPlan& plan, operations::Variances ofParameters);

    operations::Variances variances;
    std::vector<network::LayerOperation> toActivation, fromActivation; ///< on either side of f
    double identity = 0; ///< α ≥ 0 of what is added of a^(l−1)

    using Flow = operations::MeanFieldFlow<double>;
    /// From what enters the layer to z, and from f(z) to what leaves it.
    void enter(Flow& flow) const;
    void leave(Flow& flow) const;
    Flow flow() const;
};

/// The moments at q, from `gaussianMoments` or a table.
using MomentsAt = std::function<network::GaussianMoments(double q)>;

MomentsAt momentsOf(const activations::Activation& activation);

/// q in the next layer, all layers alike and settled, from the moments in this one; ∞ beyond double's range.
double nextMeanSquare(const HiddenLayer& layer, const network::GaussianMoments& moments);
/// χ there.
double backwardFactor(const HiddenLayer& layer, const network::GaussianMoments& moments);

/// Layers over which ‖δ‖ changes by a factor e: −2/ln χ₁, negative where it grows; ∞ at χ₁ = 1.
double depthScale(double factor);

/// Layers after which no trace is left of what was added of a, α times in each: until then ⟨a²⟩ follows a recursion of
/// its own; 0 without any, and with α ≥ 1, where nothing settles.
int layersOfMemory(double identity);

/// The q from which layers alike lead on.
using StartOf = std::function<double(const HiddenLayer& layer)>;

/// The smallest σ_w in (0, limit] where χ₁ reaches 1 at this σ_b, to about 1e-8 relative; nothing where there is none.
/// From q = 1.
std::optional<double> criticalWeightDeviation(
    const activations::Activation& activation, double biasDeviation, double limit = 1000);
/// The same of layers with remedies, from a start of their own; `layer.variances` are ignored.
std::optional<double> criticalWeightDeviation(
    const HiddenLayer& layer, const MomentsAt& moments, const StartOf& startOf, double biasDeviation, double limit);

} // namespace deltascope::mean_field
