// SPDX-License-Identifier: GPL-3.0-or-later
// Rounding errors in wide layers: a few vectors of errors, as they could be, are carried along. What rounds anew is
// drawn by a hash of the number itself, so that equal numbers (all neurons of a layer without chance) have equal
// errors, as they do. Under batch normalization, where the examples act on one another, there is a vector for each of a
// few examples; of more, two of the first, on which the others' errors act as if they were independent.
// core/maths.md 7.4.
#pragma once

#include "network/forward_pass.h"

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
    struct Errors { // one column a probe
        std::vector<double> mantissas;
        std::vector<std::int64_t> exponents;
        Eigen::Index size = 0;

        numerics::Columns columns()
        {
            return {mantissas.data(), size, static_cast<Eigen::Index>(exponents.size()), exponents.data()};
        }
        numerics::Scaled at(Eigen::Index i, int probe) const
        {
            return numerics::Scaled::from(
                mantissas[static_cast<std::size_t>(probe * size + i)], exponents[static_cast<std::size_t>(probe)]);
        }
        bool plain() const;
        void clear(Eigen::Index newSize);
        void put(int probe, const std::vector<numerics::Scaled>& values);
    };

    Eigen::Index exampleOf(int probe) const { return m_ofEveryExample ? probe : 0; }
    bool inDoubles(int layer) const;
    void multiply(int layer);
    numerics::Scaled sizeOfTerms(int layer, Eigen::Index example) const;
    void addRoundingInDoubles(int layer);
    void addRounding(int layer);
    void normalizeNeurons(int layer);
    void normalizeExamples(int layer);
    void normalizeOneOfMany(int layer);
    void addRoundingOfNormalized(int layer);
    void leaveInDoubles(int layer);
    void leaveScaled(int layer);

    const network::Network& m_network;
    const network::ForwardPass& m_pass;
    bool m_ofEveryExample;
    int m_probes;
    Errors m_a, m_z, m_next;
    std::vector<numerics::Scaled> m_scratch;
    bool m_zPlain = true; // no exponents, and no number near the end of double's range
    int m_layer = 0;
    int m_exactThrough = 0; // layers of which it is known that nothing was rounded
    bool m_rounded = false; // something was
};

} // namespace deltascope::evaluation
