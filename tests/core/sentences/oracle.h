// SPDX-License-Identifier: GPL-3.0-or-later
// What is true of a scenario: the oracle's passes in long doubles, and twice more with doubles' rounding errors put in,
// so that what no double arithmetic can know is not asked of the program. core/maths.md 15.3.
#pragma once

#include "core/sentences/arithmetic/own_passes.h"

#include <functional>
#include <memory>

namespace deltascope::sentences {

/// A true number, and how far doubles may be from it.
struct Value {
    Number exact;
    long double decades = 0; ///< doubles may miss log10 of its size by so much; ∞: they know nothing of it
    bool sure() const { return decades < 0.1L; }
    bool isZero() const { return exact.isZero(); }
    long double log10() const { return exact.log10(); }
};

class Oracle {
public:
    Oracle(const model::Scenario& scenario, const network::Network& network, const data::Dataset& data);

    const OwnPasses& exact() const { return *m_passes.front(); }
    int depth() const { return exact().depth(); }
    int examples() const { return exact().examples(); }

    using Quantity = std::function<Number(const OwnPasses&)>;
    Value of(const Quantity& quantity) const;

    Value speed(int l, Average average) const; ///< in full, not in units
    Value weightSpeed(int l) const;
    Value ratio(int l, int over, Average average) const; ///< of two layers' speeds
    Value weightRatio(int l, int over) const;
    Value product(int from, int to, int example = 0) const; ///< of a chain's factors of layers from … to

    /// Exactly 0 for every example, by logic.
    bool isDead(int l) const; ///< δ of the layer
    bool weightsDead(int l) const;
    bool slopesAllZero(int l) const;
    bool gradientAllZero(int l) const; ///< ∂C/∂a
    bool enteringZero(int l) const; ///< a of the layer before
    /// The gradient of the mean cost is 0, or would be but for the long doubles' own rounding.
    bool biasLearnsNothing(int l) const;
    bool weightsLearnNothing(int l) const;
    bool learnsNothing(int l) const { return biasLearnsNothing(l) && weightsLearnNothing(l); }
    /// By what share of itself doubles may miss f′ of this layer.
    long double noiseShare(int l) const;
    /// The same of the component that they miss most.
    long double noiseMost(int l) const;

private:
    std::vector<std::unique_ptr<OwnPasses>> m_passes;
};

} // namespace deltascope::sentences
