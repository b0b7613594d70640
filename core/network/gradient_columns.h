// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "numerics/column.h"

#include <numbers>
#include <span>
#include <vector>

namespace deltascope::network {

/// Columns on the way back, one an example. Where a number is smaller than even Scaled holds (e^(−3^40) of a saturated
/// output), its column goes on in a unit that is kept apart: it has an offset, and is 2^(−offset) times what its
/// mantissas and exponent say.
struct GradientColumns {
    std::vector<double> mantissas;
    std::vector<std::int64_t> exponents;
    std::vector<numerics::Scaled> offsets; ///< empty where no column has left the range
    std::vector<std::int64_t> exponentsAbsolute, exponentsInUnits; ///< the same numbers for those who look at them
    Eigen::Index size = 0;

    void reserve(Eigen::Index widest, Eigen::Index examples);
    numerics::Columns columns() const { return with(exponents); }
    numerics::Columns absolute() const { return with(offsets.empty() ? exponents : exponentsAbsolute); } ///< saturated
    numerics::Columns inUnits() const { return with(offsets.empty() ? exponents : exponentsInUnits); }
    void copyFrom(const GradientColumns& other);

    numerics::Scaled offset(Eigen::Index x) const
    {
        return offsets.empty() ? numerics::Scaled{} : offsets[static_cast<std::size_t>(x)];
    }
    void setOffset(Eigen::Index x, numerics::Scaled offset);
    /// The column's unit by this much; false, with nothing done, where the digits of the offset do not hold it.
    bool lower(Eigen::Index x, numerics::Scaled by);
    void keepWithinRange(Eigen::Index x); ///< an exponent that falls far goes into the offset
    numerics::Scaled smallestOffset() const; ///< of the columns that are not 0
    void share(numerics::Scaled offset); ///< by all columns
    void present(numerics::Scaled unitOffset); ///< what `absolute` and `inUnits` show

    /// column x ← column x + factor·other's column x
    void add(Eigen::Index x, double factor, const GradientColumns& other);

private:
    numerics::Columns with(const std::vector<std::int64_t>& ofColumns) const;
};

/// True where something is left of the values, and all of it is smaller than a Scaled holds.
bool allTooSmall(std::span<const numerics::Scaled> values);

/// Of such values, given t with |value| = e^(−t) of each: the values in units of the largest. Returns log2 of 1/unit.
template <class Tail>
numerics::Scaled toLargest(std::span<numerics::Scaled> values, const Tail& tail)
{
    numerics::Scaled least;
    bool found = false;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!values[i].isZero())
            if (const numerics::Scaled t = tail(i); !found || t < least) {
                least = t;
                found = true;
            }
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!values[i].isZero())
            values[i] = numerics::Scaled::from(values[i].sign()) * numerics::exp(least - tail(i));
    return least * numerics::Scaled::from(std::numbers::log2e);
}

} // namespace deltascope::network
