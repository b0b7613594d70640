// SPDX-License-Identifier: GPL-3.0-or-later
// The oracle's forward and backward pass, written from core/maths.md 1.1 to 1.20 and section 17 in numbers of its own.
// Of the program it takes the weights, biases, inputs and targets, each of which has tests elsewhere, and nothing that
// the engine computed.
#pragma once

#include "core/sentences/arithmetic/own_activations.h"
#include "data/dataset.h"
#include "model/scenario.h"
#include "network/network.h"

#include <cstdint>
#include <map>
#include <vector>

namespace deltascope::sentences {

/// Numbers of one layer: neurons × examples.
struct Grid {
    int neurons = 0, examples = 0;
    std::vector<Number> values = {};

    Grid() = default;
    Grid(int rows, int columns)
        : neurons(rows)
        , examples(columns)
        , values(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns))
    {
    }
    Number& at(int i, int x)
    {
        return values[static_cast<std::size_t>(x) * static_cast<std::size_t>(neurons) + static_cast<std::size_t>(i)];
    }
    const Number& at(int i, int x) const
    {
        return values[static_cast<std::size_t>(x) * static_cast<std::size_t>(neurons) + static_cast<std::size_t>(i)];
    }
};

struct OwnLayer {
    Grid z, a, slope; ///< slope: f′(z)
    Grid entering; ///< what w multiplies: a of the layer before, or N of it
    Grid branch; ///< by what f(z) is multiplied: the scale of a residual connection, and the mask of dropout
    Grid h; ///< ĥ = N(…) where the layer normalizes something
    std::vector<Number> deviation; ///< s, by example or by neuron
    Grid candidate, open, closed; ///< f(z), u and 1 − u where the layer keeps a share of its input; else empty
    Grid ofGate; ///< ∂C/∂s of a learnt gate; else empty
    Grid delta, raw, gradient; ///< δ, ∂C/∂(wa) and ∂C/∂a, all in units of the passes' `unit`
    Grid inner; ///< ∂C/∂ of what a normalization behind f makes a of, else ∂C/∂a
};

/// Which way of adding ‖δ‖ up over a batch.
enum class Average { normOfMean, meanOfNorms, rms };

class OwnPasses {
public:
    /// `noise` 0: in long doubles; else z and δ are off by up to a double's last bit of what was added up for them, by
    /// numbers drawn from this seed: what differs between two of these is nothing that doubles know.
    OwnPasses(const model::Scenario& scenario, const network::Network& network, const data::Dataset& data,
        std::uint64_t noise = 0);

    int depth() const { return static_cast<int>(m_layers.size()) - 1; }
    int examples() const { return m_examples; }
    const OwnLayer& layer(int l) const { return m_layers[static_cast<std::size_t>(l)]; }

    const Number& cost() const { return m_cost; } ///< mean over the examples
    bool errorIsZero() const { return m_errorIsZero; } ///< a = y in every output of every example
    const Number& unit() const { return m_unit; } ///< of δ: the largest |δᴸ|

    /// In units of `unit`, so that their ratios are exact also where no exponent holds them.
    Number speed(int l, Average average) const;
    Number weightSpeed(int l) const; ///< ‖∂C/∂w‖ of the mean gradient
    /// w_l f′(z_l) (+ α): ∂a_l/∂a_(l−1) of a chain's example x; its step backward is `speedFactor`.
    Number factor(int l, int x = 0) const;
    /// |w_(l+1) f′(z_l)|, with α where there is one: what lies between the speeds of layers l and l + 1 of a chain.
    Number speedFactor(int l, int x = 0) const;

private:
    void forward(int l);
    enum class Place { nowhere, before, after, behind };
    Place normalized(int l) const;
    double drawn(int l, int x, int i) const;
    void normalize(int l, Grid& grid);
    void keep(int l);
    bool isLeaky(int l) const;
    void start(const data::Dataset& data);
    void backward(int l);
    void backThroughNormalization(int l, const Grid& from, Grid& into);
    Number shaken(const Number& value, const Number& addedUp, int place) const;
    double residual(int l) const { return m_network.identity(l); }

    const model::Scenario& m_scenario;
    const network::Network& m_network;
    int m_examples;
    std::uint64_t m_noise;
    std::vector<OwnLayer> m_layers; // layer 0 is the input
    std::vector<Grid> m_fed; // by layer; empty where nothing is
    Number m_cost, m_unit;
    bool m_errorIsZero = true;
    mutable std::map<int, Number> m_weightSpeeds;
};

} // namespace deltascope::sentences
