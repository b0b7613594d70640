// SPDX-License-Identifier: GPL-3.0-or-later
// What an operation works on in the passes of evaluation (forward_pass.h, backward_pass.h): the columns of one layer,
// one an example, each with an exponent of its own.
#pragma once

#include "network/gradient_columns.h"
#include "network/network.h"
#include "numerics/column.h"

#include <span>
#include <vector>

namespace deltascope::network {
class ForwardPass;
}

namespace deltascope::operations {

/// How one example stands in one layer.
struct ColumnState {
    const numerics::Scaled* scaled = nullptr; ///< a and then f′ of every neuron, where doubles do not hold them
    bool plain = true; ///< a and f′ are plain doubles
    bool aInColumn = false; ///< what `scaled` says of a is out of date
};

/// What a standardizing operation gave, and by what it divided.
struct KeptColumns {
    std::vector<double> mantissas;
    std::vector<std::int64_t> exponents;
    std::vector<numerics::Scaled> deviations; ///< by example or by neuron
    Eigen::Index size = 0;

    void reserve(Eigen::Index neurons, Eigen::Index examples)
    {
        size = neurons;
        mantissas.resize(static_cast<std::size_t>(neurons * examples));
        exponents.resize(static_cast<std::size_t>(examples));
    }
    numerics::Columns columns() const
    {
        return {const_cast<double*>(mantissas.data()), size, static_cast<Eigen::Index>(exponents.size()),
            const_cast<std::int64_t*>(exponents.data())};
    }
};

/// A layer on the way forward. Every operation turns `value` into what it gives, in place or in the columns meant for
/// it.
struct ForwardLayer {
    const network::Network& network;
    const int layer;
    const network::LayerOperation* operation; ///< the present one
    const numerics::Columns before; ///< a^(l−1): to be read alone
    const numerics::Columns z, a; ///< for w a^(l−1) … z, and for f(z) … a
    double* const derivatives; ///< f′(z), beside a
    ColumnState* const states; ///< by example
    const ColumnState* const statesBefore; ///< of a^(l−1)
    const numerics::Columns fed; ///< x of this step, where there is one: to be read alone
    KeptColumns* const kept; ///< of this layer
    numerics::Scaled* const scratch; ///< as wide as the widest layer
    numerics::Columns value;

    double number() const { return network.number(layer, *operation); } ///< of the present operation
    numerics::Scaled valueBefore(Eigen::Index neuron, Eigen::Index example) const ///< of a^(l−1), with all its digits
    {
        const ColumnState& state = statesBefore[example];
        return state.scaled != nullptr && !state.aInColumn ? state.scaled[neuron] : before.at(neuron, example);
    }
    std::span<const numerics::Scaled> scratched(Eigen::Index count) const
    {
        return {scratch, static_cast<std::size_t>(count)};
    }
};

/// One column of it, number by number.
struct ScaledColumn {
    const ForwardLayer& layer;
    Eigen::Index example;
    double scale; ///< of the present operation
    std::span<numerics::Scaled> a, derivatives;
    const network::LayerOperation* operation = nullptr; ///< the present one
};

/// A layer on the way back. Every operation turns `value`, the gradient of what it gave, into that of what entered it.
struct BackwardLayer {
    const network::Network& network;
    const network::ForwardPass& forward;
    const int layer;
    const network::LayerOperation* operation; ///< the present one
    network::GradientColumns* value;
    network::GradientColumns& product; ///< room for the gradient of the layer before
    network::GradientColumns& past; ///< a gradient that goes past the other operations
    network::GradientColumns& gate; ///< the gradient of what a gate makes its numbers of
    network::GradientColumns& room; ///< for sums that go past, where there is a gate
    std::span<numerics::Scaled> scratch; ///< as wide as the widest layer
    bool outputsCancel = false; ///< `value` adds up to 0 over the neurons
    int belowResolution = 0; ///< components further than 10^308 below the largest of their column
    /// ∂C/∂ of the numbers that the layer's operations learn, of the mean cost.
    std::vector<numerics::Scaled>* learnt = nullptr;

    double number() const { return network.number(layer, *operation); } ///< of the present operation
};

} // namespace deltascope::operations
