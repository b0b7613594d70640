// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/gradient_columns.h"

#include <algorithm>
#include <cmath>

namespace deltascope::network {

namespace {

constexpr double kResolved = 0x1p-20; // of what is added to an offset, that may be lost
constexpr std::int64_t kLowestExponent =
    -numerics::Scaled::kExponentLimit / 2; // an exponent that falls below it goes into the offset

/// exponent − offset, saturated; a little before the end, so that what a number is divided by to be drawn is held too.
std::int64_t lowered(std::int64_t exponent, numerics::Scaled offset)
{
    constexpr std::int64_t kLargestShown = 4'600'000'000'000'000'000;
    if (offset.isZero())
        return exponent;
    if (offset.exponent > 62)
        return offset.sign() > 0 ? -numerics::Scaled::kExponentLimit : numerics::Scaled::kExponentLimit;
    const std::int64_t sum = numerics::shiftedExponent(exponent, -static_cast<std::int64_t>(offset.nearestDouble()));
    return sum < -kLargestShown ? -numerics::Scaled::kExponentLimit : sum;
}

/// target ← target + factor·other, the largest component then between ½ and 1.
void addColumn(numerics::Column& target, double factor, const numerics::Column& other)
{
    if (other.vector().isZero(0))
        return;
    if (target.vector().isZero(0))
        target.exponent = other.exponent;
    const std::int64_t exponent = std::max(target.exponent, other.exponent);
    const auto scale = [exponent](const numerics::Column& column) {
        return std::ldexp(1.0, static_cast<int>(std::max<std::int64_t>(column.exponent - exponent, -2000)));
    };
    target.vector() = scale(target) * target.vector() + (factor * scale(other)) * other.vector();
    target.exponent = exponent;
    const double largest = target.vector().cwiseAbs().maxCoeff();
    if (largest == 0)
        return;
    const int shift = std::ilogb(largest) + 1; // or the sum would grow out of range over many layers
    target.vector() *= std::ldexp(1.0, -shift);
    target.exponent = numerics::shiftedExponent(exponent, shift);
}

} // namespace

bool allTooSmall(std::span<const numerics::Scaled> values)
{
    bool any = false;
    for (const numerics::Scaled& value : values) {
        if (value.isZero())
            continue;
        if (value.exponent > -numerics::Scaled::kExponentLimit)
            return false;
        any = true;
    }
    return any;
}

void GradientColumns::reserve(Eigen::Index widest, Eigen::Index examples)
{
    mantissas.resize(static_cast<std::size_t>(widest * examples));
    exponents.resize(static_cast<std::size_t>(examples));
}

numerics::Columns GradientColumns::with(const std::vector<std::int64_t>& ofColumns) const
{
    return {const_cast<double*>(mantissas.data()), size, static_cast<Eigen::Index>(exponents.size()),
        const_cast<std::int64_t*>(ofColumns.data())};
}

void GradientColumns::copyFrom(const GradientColumns& other)
{
    size = other.size;
    offsets = other.offsets;
    columns().matrix() = other.columns().matrix();
    std::ranges::copy(other.exponents, exponents.begin());
}

void GradientColumns::setOffset(Eigen::Index x, numerics::Scaled offset)
{
    offsets.resize(exponents.size());
    offsets[static_cast<std::size_t>(x)] = offset;
}

bool GradientColumns::lower(Eigen::Index x, numerics::Scaled by)
{
    const numerics::Scaled present = offset(x), sum = present + by;
    if (numerics::abs(by) * numerics::Scaled::from(kResolved) < numerics::abs((sum - present) - by))
        return false;
    setOffset(x, sum);
    return true;
}

void GradientColumns::keepWithinRange(Eigen::Index x)
{
    std::int64_t& exponent = exponents[static_cast<std::size_t>(x)];
    for (; exponent <= kLowestExponent; exponent -= kLowestExponent)
        if (!lower(x, numerics::Scaled::from(-static_cast<double>(kLowestExponent)))) {
            exponent = std::max(exponent, -numerics::Scaled::kExponentLimit); // beyond range in this unit too
            return;
        }
}

numerics::Scaled GradientColumns::smallestOffset() const
{
    numerics::Scaled smallest;
    bool found = false;
    for (Eigen::Index x = 0; x < columns().count; ++x)
        if (!columns().column(x).vector().isZero(0) && (!found || offset(x) < smallest)) {
            smallest = offset(x);
            found = true;
        }
    return smallest;
}

void GradientColumns::share(numerics::Scaled offset)
{
    for (std::size_t x = 0; x < offsets.size(); ++x) {
        exponents[x] = lowered(exponents[x], offsets[x] - offset);
        offsets[x] = offset;
    }
}

void GradientColumns::present(numerics::Scaled unitOffset)
{
    if (offsets.empty())
        return;
    exponentsAbsolute.resize(exponents.size());
    exponentsInUnits.resize(exponents.size());
    for (std::size_t x = 0; x < exponents.size(); ++x) {
        exponentsAbsolute[x] = lowered(exponents[x], offsets[x]);
        exponentsInUnits[x] = lowered(exponents[x], offsets[x] - unitOffset);
    }
}

// Where one of the two has an offset, both in the unit of the larger one, which becomes that of the sum.
void GradientColumns::add(Eigen::Index x, double factor, const GradientColumns& other)
{
    numerics::Column column = columns().column(x), added = other.columns().column(x);
    if (!offsets.empty() || !other.offsets.empty()) {
        const bool first = column.vector().isZero(0), second = added.vector().isZero(0);
        const numerics::Scaled own = offset(x), others = other.offset(x);
        const numerics::Scaled common = first || (!second && others < own) ? others : own;
        column.exponent = lowered(column.exponent, own - common);
        added.exponent = lowered(added.exponent, others - common);
        setOffset(x, common);
    }
    addColumn(column, factor, added);
    columns().set(x, column);
}

} // namespace deltascope::network
