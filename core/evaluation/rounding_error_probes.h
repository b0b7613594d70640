// SPDX-License-Identifier: GPL-3.0-or-later
// Rounding errors in wide layers, by probes (network/carried_errors.h). Where the examples act on one another there
// is a probe for each of a few examples; of more, two of the first, on which the others' errors act as if they were
// independent.
// core/maths.md 7.4.
#pragma once

#include "network/carried_errors.h"

#include <vector>

namespace deltascope::evaluation {

class ProbedErrors {
public:
    ProbedErrors(const network::Network& network, const network::ForwardPass& pass);

    void enter(int layer); ///< from the errors of a^(layer − 1) to those of z
    void leave(int layer); ///< on to the errors of a

    /// All errors below `most` and below |z|, as seen in plain doubles; false proves nothing.
    bool allBelow(double most) const;
    numerics::Scaled zOf(Eigen::Index neuron) const { return m_pass.z(m_layer, neuron); }
    numerics::Scaled slopeOf(Eigen::Index neuron) const { return m_pass.derivative(m_layer, neuron); }
    numerics::Scaled ofZ(Eigen::Index neuron) const; ///< root of the mean square over the probes
    /// True where the numbers of the first example up to z of this layer are exact after all (small whole numbers):
    /// found out when it matters. The errors are 0 then.
    bool nothingRounded(int layer);

private:
    operations::ProbedLayer layerOf(int layer, operations::ErrorColumns& value);
    template <class Number>
    void carry(const operations::ProbedLayer& layer);

    const network::Network& m_network;
    const network::ForwardPass& m_pass;
    bool m_ofEveryExample;
    int m_probes;
    operations::ErrorColumns m_a, m_room, m_z, m_next;
    std::vector<numerics::Scaled> m_scratch, m_terms;
    bool m_zPlain = true; // no exponents, and no number near the end of double's range
    int m_layer = 0;
    int m_exactThrough = 0; // layers of which it is known that nothing was rounded
    bool m_rounded = false; // something was
};

} // namespace deltascope::evaluation
