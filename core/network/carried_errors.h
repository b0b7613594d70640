// SPDX-License-Identifier: GPL-3.0-or-later
// What an operation makes of the rounding errors of the forward pass (rounding_error.h): of those that enter it, to
// first order, and of what is rounded in it anew.
#pragma once

#include "base/random.h"
#include "network/forward_pass.h"
#include "numerics/double_double.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <vector>

namespace deltascope::operations {

inline constexpr double kRounding = 0.4 * 0x1p-53; ///< root of the mean square error of one rounding, relative

/// f(z) = a as far as it is known to be without an error: f′ = 1 or 0 there, or ½ = σ(0).
inline bool isExact(double z, double a)
{
    constexpr std::uint64_t kLowBits = (1ULL << 40) - 1;
    return a == z || a == 0 || (z == 0 && (std::bit_cast<std::uint64_t>(a) & kLowBits) == 0);
}

inline bool isExact(numerics::Scaled z, numerics::Scaled a)
{
    return a == z || a.isZero();
}

/// A number from −√3 to √3, evenly, so that its root mean square is 1; the same for the same bits.
inline double noise(double value, int probe)
{
    const std::uint64_t x =
        scrambled(std::bit_cast<std::uint64_t>(value) + static_cast<std::uint64_t>(probe) * 0x9E3779B97F4A7C15ULL);
    return (static_cast<double>(x >> 11) * 0x1p-52 - 1) * 1.7320508075688772;
}

/// One neuron in each layer. Number is double where z, a and f′ are plain doubles, else Scaled.
template <class Number>
struct ChainError {
    const network::Network& network;
    const network::ForwardPass& pass;
    const int layer;
    const network::LayerOperation* operation; ///< the present one
    const Number z, a, slope;
    Number before; ///< of a^(l−1), computed − exact, as far as it is known
    Number known; ///< of what the last operation gave
    Number gain; ///< its derivative by a^(l−1)
    Number rest{}; ///< what it would be without the rounding of z, less z
    numerics::DoubleDouble product{}; ///< w·a^(l−1), exactly, times 2^unit
    std::int64_t unit = 0;
    bool rounds = false; ///< a is rounded, nobody knows how

    static Number number(double value)
    {
        if constexpr (std::is_same_v<Number, double>)
            return value;
        else
            return Number::from(value);
    }
};

/// Columns of errors, one a probe.
struct ErrorColumns {
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
    void reserve(Eigen::Index widest, int probes);
    bool plain() const; ///< no exponents
    void clear(Eigen::Index newSize);
    void put(int probe, const std::vector<numerics::Scaled>& values);
};

/// Wide layers: a few vectors of errors, as they could be, are carried along. What rounds anew is drawn by a hash of
/// the number itself, so that equal numbers (all neurons of a layer without chance) have equal errors, as they do.
struct ProbedLayer {
    const network::Network& network;
    const network::ForwardPass& pass;
    const int layer;
    const network::LayerOperation* operation; ///< the present one
    const bool ofEveryExample; ///< probe x is of example x; else all are of the first
    const int probes;
    ErrorColumns& before; ///< of a^(l−1): to be read alone
    ErrorColumns& room; ///< for what is made of it before the weights
    ErrorColumns& z; ///< of the sums … z
    ErrorColumns* value; ///< of what the last operation gave
    std::vector<numerics::Scaled>& scratch; ///< as wide as the widest layer
    /// Of what was added up last, by probe: an error of the size of kRounding times it is still to be added.
    std::vector<numerics::Scaled>& terms;
    const KeptColumns* given = nullptr; ///< or of each of these numbers, divided last
    bool& zPlain; ///< errors of z: no exponents, and no number near the end of double's range

    Eigen::Index exampleOf(int probe) const { return ofEveryExample ? probe : 0; }
    void nothingToAdd();
    /// Errors and numbers from a^(l−1) to a are plain doubles.
    bool inDoubles() const;
    /// Adds what is still to be added: of sums that gave `numbers`, or of `given` and of what gave these.
    void addRounding(const numerics::Columns& numbers);

private:
    void addRoundingInDoubles(const numerics::Columns& numbers) const;
    void addRoundingScaled(const numerics::Columns& numbers) const;
    void addRoundingOfGiven(const numerics::Columns& numbers) const;
};

/// One probe in a layer behind z, number by number.
template <class Number>
struct CarriedErrors {
    const ProbedLayer& layer;
    const int probe;
    double scale; ///< of the present operation
    Number* const errors;
    const Eigen::Index size;
    const double* const slopes; ///< f′(z) in doubles
    bool rounds = false; ///< even where f(z) is exact
    const network::LayerOperation* operation = nullptr; ///< the present one

    static Number number(double value) { return ChainError<Number>::number(value); }
    Number errorBefore(Eigen::Index neuron) const ///< of a^(l−1)
    {
        if constexpr (std::is_same_v<Number, double>)
            return layer.before.mantissas[static_cast<std::size_t>(probe * size + neuron)];
        else
            return layer.before.at(neuron, probe);
    }
    Number slope(Eigen::Index neuron) const
    {
        if constexpr (std::is_same_v<Number, double>)
            return slopes[neuron];
        else
            return layer.pass.derivative(layer.layer, neuron, layer.exampleOf(probe));
    }
};

/// A number of the first example without any rounding.
struct ExactNumber {
    const network::Network& network;
    const network::ForwardPass& pass;
    const int layer;
    const Eigen::Index neuron;
    const network::LayerOperation* operation; ///< the present one
    numerics::DoubleDouble value;
    bool exact = true; ///< `value` is what the operations so far give
};

inline double inUnits(numerics::Scaled value, std::int64_t unit)
{
    return std::ldexp(value.mantissa, static_cast<int>(std::clamp<std::int64_t>(value.exponent - unit, -2000, 1000)));
}

} // namespace deltascope::operations
