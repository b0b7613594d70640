// SPDX-License-Identifier: GPL-3.0-or-later
// What a layer is made of: z^l = w^l a^(l−1) + b^l and a^l = f(z^l) are three operations, one after the other, and
// every remedy is one more. An operation is one const record in one file, which knows all that anybody asks of it; a
// network is a list of them (network/structure.h).
#pragma once

#include "base/message.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace deltascope::model {
struct Scenario;
}
namespace deltascope::network {
struct Draws;
struct LayerShape;
} // namespace deltascope::network
namespace deltascope::numerics {
struct Scaled;
}

namespace deltascope::operations {

struct ForwardLayer;
struct ScaledColumn;
struct BackwardLayer;
struct BlockForward;
struct BlockBackward;
struct JacobianLayer;
struct ChainGain;
template <class Number>
struct MeanFieldFlow;
template <class Number>
struct ChainError;
struct ProbedLayer;
template <class Number>
struct CarriedErrors;
struct ExactNumber;
template <class Real>
struct FormatForward;
template <class Real>
struct FormatBackward;

/// That an operation is in a layer.
struct InLayer {
    int order; ///< among the operations of the layer: 20 w, 30 …, 40 b, 50 f, 60 …; below 20: before w
    double scale = 1; ///< its number, where it has one
    bool learnt = false; ///< the number is learnt, and `scale` is its start value
};

struct Refusal {
    std::string_view key; ///< of the parameter
    Message why = {};
};

/// The same in plain doubles and in numbers of any size.
template <template <class> class Context>
struct ForNumbers {
    void (*inDoubles)(Context<double>& context) = nullptr;
    void (*scaled)(Context<numerics::Scaled>& context) = nullptr;

    template <class Number>
    auto of() const
    {
        if constexpr (std::is_same_v<Number, double>)
            return inDoubles;
        else
            return scaled;
    }
};

/// An operation as a program computes it in a float format whose numbers are kept in Real.
template <class Real>
struct InFormat {
    void (*forward)(FormatForward<Real>& layer);
    void (*backward)(FormatBackward<Real>& layer) = nullptr;
    void (*backwardPast)(FormatBackward<Real>& layer) = nullptr;
};

/// One operation of a layer on what the operation before it gave, the first of them on a^(l−1). Forward and backward it
/// is stated for columns with exponents of their own, which hold every number (evaluation), for blocks of
/// plain doubles (training), and as float formats round it.
struct Operation {
    std::string_view id;
    /// Whether and where it stands in a layer of this scenario.
    std::optional<InLayer> (*placed)(const model::Scenario& scenario, const network::LayerShape& shape);

    enum class Parameters { none, weights, biases } parameters = Parameters::none;
    bool activates = false; ///< what enters it is z, and it keeps f′(z)
    bool addsIdentity = false; ///< it adds scale·a^(l−1), so that something goes past the others
    bool scalesBranch = false; ///< it multiplies by its number what something is added to
    bool couplesExamples = false; ///< an example's numbers depend on the other examples of its batch
    bool removesShift = false; ///< adding the same to all examples before it changes nothing after it
    bool standardizes = false; ///< deviation 1 about the mean or about 0, nearly, and it keeps what it gave
    int keeps =
        0; ///< how many columns as long as the layer it keeps for the way back, of those that do not standardize
    /// It has weights and biases of its own, beside those of the layer (Network::gateWeights): their columns. nullptr:
    /// it has none.
    int (*gateColumns)(const network::LayerShape& shape) = nullptr;

    /// By what it multiplies a number, drawn anew in each step; nullptr: nothing is drawn.
    double (*drawn)(
        const network::Draws& draws, double scale, int layer, std::int64_t example, std::int64_t neuron) = nullptr;

    /// A choice of the parameter `choiceOf`: its name there (translatable), and its place; nullptr: it is none.
    const char* choice = nullptr;
    std::string_view choiceId = {};
    int choiceRank = 0;
    std::string_view choiceOf = "normalization";
    /// Why it cannot stand in a scenario where it does, which parameter is to blame, and empty where it can.
    Refusal (*refusal)(const model::Scenario& scenario) = nullptr;
    /// What is to be known where it stands in a layer of such a shape; mostly empty.
    Message (*caveat)(const model::Scenario& scenario, const network::LayerShape& shape) = nullptr;
    const char* inPhaseDiagram = nullptr; ///< what it changes there (translatable)

    void (*forward)(ForwardLayer& layer);
    /// One column again, number by number, where doubles do not hold it. An operation that has this works on single
    /// numbers, and stands at the activation or right after others of this sort.
    void (*forwardScaled)(ScaledColumn& column) = nullptr;
    void (*backward)(BackwardLayer& layer) = nullptr; ///< nullptr: the gradient stays as it is
    /// What comes to ∂C/∂a^(l−1) past the others, once they are done.
    void (*backwardPast)(BackwardLayer& layer) = nullptr;

    void (*forwardBlock)(BlockForward& block);
    void (*backwardBlock)(BlockBackward& block) = nullptr; ///< adds to the gradient of its parameters, too
    void (*backwardBlockPast)(BlockBackward& block) = nullptr;

    /// ∂a/∂a_(l−1) of one neuron in each layer, where it is more than w f′ + α: it gives a mean of a^(l−1) and of what
    /// entered it. nullptr: it does not.
    void (*chainFactor)(ChainGain& gain) = nullptr;
    /// What it makes of w f′, as formulas, and what it adds: the paths that lead from a_(l−1) to a_l.
    std::span<const char* const> pathNames = {};

    /// Of one example; nullptr: the identity, and of those that couple the examples there is none.
    void (*jacobian)(JacobianLayer& layer) = nullptr;

    /// Of wide layers with random weights; nullptr: nothing is changed, and of those that couple the examples there is
    /// no such theory.
    ForNumbers<MeanFieldFlow> meanField = {};

    // What becomes of the rounding errors of the forward pass (network/carried_errors.h); nullptr: nothing.
    ForNumbers<ChainError> chainError = {}; ///< with one neuron in each layer
    void (*probed)(ProbedLayer& layer) = nullptr; ///< from a^(l−1) to z, and behind what works on single numbers
    ForNumbers<CarriedErrors> carried = {}; ///< of those that do
    void (*exactly)(ExactNumber& number) = nullptr; ///< that there are none

    /// In Python: what makes x of x, where a is a^(l−1) and one column is an example, of names that NumPy and PyTorch
    /// have alike, {scale} its number; and what makes g, the gradient, of g, where `kept` is what it has kept of its
    /// layer and `past` comes to ∂C/∂a^(l−1). Empty: no script has it. Weights, biases and activation need none.
    std::string_view python = {}, pythonBack = {};

    InFormat<float> inSingle;
    InFormat<double> inDouble;
    template <class Real>
    const InFormat<Real>& inFormat() const
    {
        if constexpr (std::is_same_v<Real, float>)
            return inSingle;
        else
            return inDouble;
    }
};

std::span<const Operation* const> operationsRegistry();

} // namespace deltascope::operations
