// SPDX-License-Identifier: GPL-3.0-or-later
// What a record of a training says, from the parameters and the gradient over all training examples.
// core/maths.md 11.10 to 11.13.
#pragma once

#include "data/dataset.h"
#include "training/gradient/gradient_sweep.h"
#include "training/trace.h"

#include <stop_token>

namespace deltascope::training {

/// Mean, deviation, percentile and saturation of the activations, on a few fixed examples.
class ActivationStatistics {
public:
    ActivationStatistics(const network::Network& network, const gradient::ParameterLayout& layout,
        const losses::Loss& loss, const gradient::ExampleSet& set);

    /// On how many, of a network with so many neurons (padded).
    static int examplesOf(double neurons, int examples);

    void measure(const double* values, const network::Draws& draws, std::span<LayerTrace> layers);
    /// The first layer whose activations of these examples are not all finite; 0: none.
    int firstNotFinite(const double* values, const gradient::ExampleSet& set, std::span<const int> examples,
        const network::Draws& draws);

private:
    const network::Network& m_network;
    const gradient::ParameterLayout& m_layout;
    const gradient::ExampleSet& m_set;
    gradient::ExamplePass m_pass;
    std::vector<int> m_examples;
    std::vector<double> m_sorted;
};

/// The speeds of every layer of a network built like `start` from a sweep that was to tell the layers apart. False
/// where it could not, where doubles do not hold one of them, or one may be nothing but rounding: then they are to be
/// taken from `exactSpeeds`.
bool speedsOf(const network::Network& start, const gradient::ParameterLayout& layout,
    const gradient::GradientSweep& sweep, std::span<LayerTrace> layers);

/// The spread of single weights' gradients in every layer; `sizes` is room to work in.
void measureGradients(const gradient::ParameterLayout& layout, const std::vector<double>& gradient,
    std::vector<double>& sizes, std::span<LayerTrace> layers);

/// The speeds and the cost, by the passes that carry exponents. Nothing is changed where stop was requested.
void exactSpeeds(const network::Network& network, const losses::Loss& loss, const data::Dataset& data,
    numerics::Scaled& cost, std::span<LayerTrace> layers, const std::stop_token& stop);

} // namespace deltascope::training
