// SPDX-License-Identifier: GPL-3.0-or-later
// What an operation works on while a network trains: the columns of one layer for a block of examples, in plain
// doubles.
#pragma once

#include "network/draws.h"
#include "network/structure.h"
#include "numerics/kernels.h"

#include <cstddef>
#include <vector>

namespace deltascope::operations {

/// Columns, one an example: `rows` apart, of which the first `size` mean something.
struct Block {
    double* data = nullptr;
    std::size_t size = 0, rows = 0;
};

/// What a standardizing operation gave, and by what it divided: by example or by neuron.
struct KeptBlock {
    std::vector<double> given, deviations;
};

/// A layer on either way.
struct BlockLayer {
    const network::LayerPlan& plan;
    const int layer;
    const network::LayerOperation* operation; ///< the present one
    const std::size_t count; ///< examples
    const std::size_t size, rows; ///< neurons, and the same padded
    const Block before; ///< a^(l−1): to be read alone
    const numerics::SparseColumn* const sparse; ///< the same of each example, where most of it is 0; or nullptr
    KeptBlock* const kept; ///< of this layer; behind those of what standardizes one of each number that is learnt
    const double* const learnt; ///< these numbers
    const network::Draws& draws;
    const int* const examples; ///< their numbers among all
    double* const derivatives; ///< f′(z)
    const Block fed; ///< x of this step, where there is one: to be read alone
    Block value; ///< forward what the last operation gave; backward the gradient of it

    KeptBlock& own(int number = 0) const { return kept[operation->kept + number]; } ///< of the present operation
    KeptBlock& ofLearnt() const { return kept[plan.kept + operation->learnt]; }
    double number() const { return operation->learnt < 0 ? operation->scale : learnt[operation->learnt]; }
    Block entering() const ///< what the weights multiply
    {
        return plan.linear == 0 ? before : Block{kept[0].given.data(), before.size, before.rows};
    }
};

/// Every operation turns `value` into what it gives, in place or in the room meant for it.
struct BlockForward : BlockLayer {
    const double* weights; ///< column by column, padded
    const double* biases;
    const double* start; ///< of the sums of products: the biases, or zeros
    double* z; ///< room for w a^(l−1) … z
    double* a; ///< room for f(z) … a
    const double* inputWeights; ///< of layer 1, for what is fed
    const double* gate; ///< weights of the gate, column by column, padded, and then its biases
};

/// Every operation turns `value` into the gradient of what entered it, summed over nothing, and adds the gradient of
/// its parameters, summed over the examples.
struct BlockBackward : BlockLayer {
    const double* transposed; ///< wᵀ, padded; nullptr: the gradient of a^(l−1) is not asked for
    double* weightGradient;
    double* biasGradient;
    double* learntGradient; ///< of the numbers that operations learn
    double* delta; ///< room for δ
    double* product; ///< room for the gradient of a^(l−1)
    double* past; ///< a gradient that goes past the other operations
    double* inputGradient; ///< of the weights of layer 1
    const double* gateTransposed; ///< of its columns that look at a^(l−1), padded
    double* gateGradient; ///< of its weights and biases
};

} // namespace deltascope::operations
