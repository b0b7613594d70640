// SPDX-License-Identifier: GPL-3.0-or-later
// What an operation works on in a pass of a float format (format_pass.h): numbers of the format, kept in Real, in which
// sums are taken too.
#pragma once

#include "network/activation_parts/activation_values.h"
#include "network/network.h"
#include "numerics/rounding.h"

#include <cmath>
#include <stop_token>
#include <vector>

namespace deltascope::operations {

/// Where something on the way forward is ∞ or NaN.
enum class FormatPlace { nowhere, input, parameters, weightedInput, activation };

/// The first such place.
struct FormatOverflow {
    int layer = 0; ///< 0: the input
    FormatPlace place = FormatPlace::nowhere;

    void note(bool finite, int where, FormatPlace what)
    {
        if (finite || place != FormatPlace::nowhere)
            return;
        layer = where;
        place = what;
    }
};

template <class Real>
using FormatMatrix = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic>;

/// What a standardizing operation gave, and by what it divided.
template <class Real>
struct KeptFormat {
    FormatMatrix<Real> given;
    std::vector<Real> deviations;
};

/// How numbers are rounded.
template <class Real>
struct FormatNumbers {
    numerics::Rounding round, accumulate; ///< to the format, and to that of its sums
    Real flushBelow; ///< of products and sums, which are Real's own; 0: nothing is flushed

    Real rounded(double value) { return static_cast<Real>(round(value)); }
    Real flushed(Real value) const { return std::abs(value) < flushBelow ? Real{0} : value; }
};

/// A layer on either way. Every operation turns `value` into what it gives, or its gradient into that of what entered
/// it.
template <class Real>
struct FormatLayer {
    const network::Network& network;
    const int layer;
    const network::LayerOperation* operation; ///< the present one
    FormatNumbers<Real>& numbers;
    const std::stop_token& stop; ///< when it is requested, whatever is there may be left
    KeptFormat<Real>* const kept; ///< of this layer
    Real* const derivatives; ///< f′(z), column by column
    std::vector<Real>& columns; ///< room for columns of the weights, rounded
    const FormatMatrix<Real>& sequence; ///< the inputs, rounded: a⁰ and below it what is fed to later layers
    const Eigen::Index firstFed; ///< the row where that of this layer begins
    FormatMatrix<Real>* value;

    double number() const { return network.number(layer, *operation); } ///< of the present operation
    /// What is fed to this layer: so many numbers of each example.
    auto fed(Eigen::Index size) const { return sequence.middleRows(firstFed, size); }
    /// `count` columns of the weights, rounded, into `columns`.
    void roundColumns(Eigen::Index first, Eigen::Index count) const
    {
        const auto weights = network.weights(layer);
        const auto size = static_cast<std::size_t>(weights.rows() * count);
        columns.resize(size);
        numbers.round.round(weights.data() + first * weights.rows(), columns.data(), size);
    }
};

template <class Real>
struct FormatForward : FormatLayer<Real> {
    FormatMatrix<Real>& before; ///< a^(l−1): to be read alone
    FormatMatrix<Real>& z; ///< room for w a^(l−1) … z
    FormatMatrix<Real>& a; ///< room for f(z) … a
    network::ActivationValues& function;
    std::vector<double>& buffer;
    FormatOverflow& overflow;

    void note(bool finite, FormatPlace place) const { overflow.note(finite, this->layer, place); }
    void note(const FormatMatrix<Real>& values, FormatPlace place) const
    {
        if (overflow.place == FormatPlace::nowhere)
            note(values.allFinite(), place);
    }
};

template <class Real>
struct FormatBackward : FormatLayer<Real> {
    FormatMatrix<Real>& delta; ///< room for δ
    FormatMatrix<Real>& gradient; ///< room for the gradient of a^(l−1)
    FormatMatrix<Real>& past; ///< a gradient that goes past the other operations
};

} // namespace deltascope::operations
