// SPDX-License-Identifier: GPL-3.0-or-later
// How the normalizations stand in a layer: what they keep, and where they work.
#pragma once

#include "model/scenario.h"
#include "network/block_passes.h"
#include "network/carried_errors.h"
#include "network/format_passes.h"
#include "network/forward_pass.h"
#include "network/layer_passes.h"
#include "network/operation.h"

#include <algorithm>
#include <optional>

namespace deltascope::operations {

/// Before w, where it normalizes what the hidden layer before gave.
inline bool standsBefore(const model::Scenario& scenario)
{
    return scenario.normPosition == "before";
}

/// Each position normalizes once what each hidden layer has: its sums, its outputs, or these where the next layer
/// takes them in, so that the last layer has a normalization too, and the inputs have none. core/maths.md 1.18.
inline std::optional<InLayer> placeOfNormalization(const model::Scenario& scenario, const network::LayerShape& layer)
{
    if (standsBefore(scenario))
        return layer.first ? std::nullopt : std::optional(InLayer{10});
    if (layer.last)
        return std::nullopt;
    return InLayer{scenario.normPosition == "after" ? 30 : 70};
}

/// value ← N(value), kept for the way back. a^(l−1) itself stays as it is: it is normalized where it is kept.
template <class Standardize>
void standardizeLayer(ForwardLayer& layer, const Standardize& standardize)
{
    KeptColumns& kept = layer.kept[layer.operation->kept];
    const auto copy = [](const numerics::Columns& from, const numerics::Columns& to) {
        to.matrix() = from.matrix();
        std::copy_n(from.exponents, from.count, to.exponents);
    };
    const bool before = layer.value.mantissas == layer.before.mantissas;
    if (before) {
        copy(layer.value, kept.columns());
        layer.value = kept.columns();
    }
    kept.deviations = standardize(layer.value);
    if (!before)
        copy(layer.value, kept.columns());
}

/// The errors to work on: those of a^(l−1) itself stay as they are.
inline ErrorColumns& ownErrors(ProbedLayer& layer)
{
    if (layer.value == &layer.before) {
        layer.room = layer.before;
        layer.value = &layer.room;
    }
    return *layer.value;
}

/// Nothing is known to be exact but what is 0 whatever its deviation.
inline void standardizedExactly(ExactNumber& number)
{
    const KeptColumns& kept = number.pass.kept(number.layer, *number.operation);
    number.exact = kept.columns().at(number.neuron, 0).isZero();
    number.value = {};
}

/// By neuron too: equal sums are not rounded alike where rows of a matrix go to different instructions, and a
/// normalization shows it.
inline double roundingOf(double normalized, Eigen::Index neuron, int probe)
{
    return kRounding * noise(normalized + static_cast<double>(neuron), probe);
}

/// The same of a block.
template <class Standardize>
void standardizeBlock(BlockForward& block, const Standardize& standardize)
{
    KeptBlock& kept = block.own();
    const std::size_t all = block.value.rows * block.count;
    const bool before = block.value.data == block.before.data;
    if (before) {
        std::copy_n(block.value.data, all, kept.given.data());
        block.value.data = kept.given.data();
    }
    standardize(block.value, kept.deviations);
    if (!before)
        std::copy_n(block.value.data, all, kept.given.data());
}

/// The same in a float format.
template <class Real, class Standardize>
void standardizeInFormat(FormatForward<Real>& layer, const Standardize& standardize)
{
    KeptFormat<Real>& kept = layer.kept[layer.operation->kept];
    const bool before = layer.value == &layer.before;
    if (before) {
        kept.given = *layer.value;
        layer.value = &kept.given;
    }
    standardize(*layer.value, kept.deviations);
    const Eigen::Map<const FormatMatrix<Real>> deviations(
        kept.deviations.data(), static_cast<Eigen::Index>(kept.deviations.size()), 1);
    layer.note(FormatMatrix<Real>(deviations), FormatPlace::weightedInput);
    if (!before)
        kept.given = *layer.value;
}

} // namespace deltascope::operations
