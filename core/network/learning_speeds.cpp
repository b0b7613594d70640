// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/learning_speeds.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace deltascope::network {

namespace {

/// The exponent of a column whose largest component is brought to between ½ and 1; below every exponent where all are
/// 0.
constexpr std::int64_t kNothing = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kSquarable =
    -numerics::Scaled::kExponentLimit / 2; // the squares of larger sizes stay within range

std::int64_t magnitudeOfSpeed(const numerics::Column& column)
{
    const double largest = column.vector().cwiseAbs().maxCoeff();
    return largest == 0 ? kNothing : numerics::shiftedExponent(column.exponent, std::ilogb(largest) + 1);
}

/// 2^(exponent − unit) for a column in units far enough below to be lost: then 0.
double weightOf(std::int64_t exponent, std::int64_t unit)
{
    return std::ldexp(1.0, static_cast<int>(std::clamp<std::int64_t>(exponent - unit, -2000, 900)));
}

/// Of the sum of δ over the examples, in units of the sum of their largest components: what is smaller is nothing but
/// rounding. Where a shift is removed δ itself has been through differences.
constexpr double kSpeedRounding = 0x1p-48, kRoundingOfShift = 0x1p-40;

/// ‖⟨δ⟩‖
numerics::Scaled normOfMean(const numerics::Columns& delta, BiasShift shift)
{
    std::int64_t unit = kNothing;
    for (Eigen::Index x = 0; x < delta.count; ++x)
        unit = std::max(unit, magnitudeOfSpeed(delta.column(x)));
    if (unit == kNothing)
        return {};
    if (unit <= -numerics::Scaled::kExponentLimit) // sizes of which only that is known do not cancel
        return numerics::Scaled::from(0.5, unit);
    Eigen::VectorXd sum = Eigen::VectorXd::Zero(delta.size);
    double largest = 0;
    for (Eigen::Index x = 0; x < delta.count; ++x) {
        const double weight = weightOf(delta.exponents[x], unit);
        sum += weight * delta.column(x).vector();
        largest += weight * delta.column(x).vector().cwiseAbs().maxCoeff();
    }
    const double rounding = (shift == BiasShift::removed ? kRoundingOfShift : kSpeedRounding) * largest;
    sum = (sum.array().abs() > rounding).select(sum, 0);
    return numerics::Scaled::from(sum.norm() / static_cast<double>(delta.count), unit);
}

/// Of u and a, column by column, and of their products: kNothing where there is none.
struct ProductSizes {
    std::vector<std::int64_t> left, right;
    std::int64_t unit = kNothing; // of the largest product
    bool moderate = true; // a's columns are plain doubles whose products with anything below 1 keep their digits

    ProductSizes(const numerics::Columns& u, const numerics::Columns& a)
        : left(static_cast<std::size_t>(u.count))
        , right(left.size())
    {
        constexpr std::int64_t kModerate = 200;
        for (std::size_t i = 0; i < left.size(); ++i) {
            const auto x = static_cast<Eigen::Index>(i);
            left[i] = magnitudeOfSpeed(u.column(x));
            right[i] = magnitudeOfSpeed(a.column(x));
            unit = std::max(unit, of(i));
            moderate = moderate && a.exponents[x] == 0 && (right[i] == kNothing || std::abs(right[i]) < kModerate);
        }
    }

    std::int64_t of(std::size_t i) const
    {
        return left[i] == kNothing || right[i] == kNothing ? kNothing : numerics::shiftedExponent(left[i], right[i]);
    }
};

/// a as it is, u in units of its largest column that meets an a.
MeanGradient sumOfPlainProducts(const numerics::Columns& u, const numerics::Columns& a, const ProductSizes& sizes)
{
    std::int64_t unit = kNothing;
    for (std::size_t i = 0; i < sizes.left.size(); ++i)
        if (sizes.of(i) != kNothing)
            unit = std::max(unit, sizes.left[i]);
    Eigen::MatrixXd left(u.size, u.count);
    for (Eigen::Index x = 0; x < u.count; ++x)
        left.col(x) = sizes.of(static_cast<std::size_t>(x)) == kNothing
            ? Eigen::VectorXd(Eigen::VectorXd::Zero(u.size))
            : Eigen::VectorXd(weightOf(u.exponents[x], unit) * u.column(x).vector());
    Eigen::MatrixXd product(u.size, a.size);
    product.noalias() = left * a.matrix().transpose();
    return {std::move(product), unit};
}

/// Σ u aᵀ as one matrix product: both factors are brought to entries below 1, their exponents to that of the largest
/// product.
MeanGradient sumOfProducts(const numerics::Columns& u, const numerics::Columns& a)
{
    const ProductSizes sizes(u, a);
    if (sizes.unit == kNothing)
        return {Eigen::MatrixXd::Zero(u.size, a.size), 0};
    if (sizes.moderate)
        return sumOfPlainProducts(u, a, sizes);
    Eigen::MatrixXd left(u.size, u.count), right(a.count, a.size);
    for (Eigen::Index x = 0; x < u.count; ++x) {
        const auto i = static_cast<std::size_t>(x);
        if (sizes.of(i) == kNothing) {
            left.col(x).setZero();
            right.row(x).setZero();
            continue;
        }
        const std::int64_t ownUnit = sizes.unit - sizes.right[i]; // of u, with a's size taken out
        const int shift = static_cast<int>(a.exponents[x] - sizes.right[i]);
        left.col(x) = weightOf(u.exponents[x], ownUnit) * u.column(x).vector();
        right.row(x) = std::ldexp(1.0, shift) * a.column(x).vector().transpose();
    }
    return {left * right, sizes.unit};
}

/// ‖⟨u aᵀ⟩‖_F
numerics::Scaled normOfMeanProduct(const numerics::Columns& u, const numerics::Columns& a)
{
    const MeanGradient sum = sumOfProducts(u, a);
    return numerics::Scaled::from(sum.mantissas.norm() / static_cast<double>(u.count), sum.exponent);
}

/// √⟨‖δ‖²⟩ of sizes whose squares are beyond range.
numerics::Scaled rmsInUnits(const numerics::Columns& delta, numerics::Scaled unit)
{
    if (unit.isZero())
        return {};
    numerics::Scaled squares;
    for (Eigen::Index x = 0; x < delta.count; ++x) {
        const numerics::Scaled each = numerics::norm(delta.column(x)) / unit;
        squares = squares + each * each;
    }
    return unit * numerics::sqrt(squares * numerics::Scaled::from(1.0 / static_cast<double>(delta.count)));
}

/// 2^power, exactly where the power is a whole number.
numerics::Scaled powerOfTwo(numerics::Scaled power)
{
    if (power.exponent > 62)
        return numerics::Scaled::from(
            1, power.sign() < 0 ? -numerics::Scaled::kExponentLimit : numerics::Scaled::kExponentLimit);
    const double exact = power.nearestDouble(), whole = std::nearbyint(exact);
    return numerics::Scaled::from(std::exp2(exact - whole), static_cast<std::int64_t>(whole));
}

} // namespace

LearningSpeeds inUnitsOf(const RelativeSpeeds& reference, const RelativeSpeeds& speeds)
{
    const numerics::Scaled steps = reference.offset - speeds.offset;
    if (steps.isZero())
        return speeds.speeds;
    const numerics::Scaled unit = powerOfTwo(steps);
    const LearningSpeeds& all = speeds.speeds;
    return {all.normOfMean * unit, all.meanOfNorms * unit, all.rms * unit, all.weight * unit};
}

numerics::Scaled speedRatio(
    const RelativeSpeeds& speeds, const RelativeSpeeds& reference, numerics::Scaled LearningSpeeds::*speed)
{
    return inUnitsOf(reference, speeds).*speed / reference.speeds.*speed;
}

LearningSpeeds biasSpeeds(const numerics::Columns& delta, BiasShift shift)
{
    LearningSpeeds speeds;
    speeds.normOfMean = speeds.meanOfNorms = speeds.rms = numerics::norm(delta.column(0));
    if (delta.count == 1)
        return speeds;
    numerics::Scaled sum, squares, largest;
    for (Eigen::Index x = 0; x < delta.count; ++x) {
        const numerics::Scaled each = numerics::norm(delta.column(x));
        sum = sum + each;
        squares = squares + each * each;
        largest = std::max(largest, each);
    }
    const numerics::Scaled share = numerics::Scaled::from(1.0 / static_cast<double>(delta.count));
    speeds.normOfMean = normOfMean(delta, shift);
    speeds.meanOfNorms = sum * share;
    speeds.rms = largest.exponent > kSquarable ? numerics::sqrt(squares * share) : rmsInUnits(delta, largest);
    return speeds;
}

MeanGradient meanGradient(const numerics::Columns& ofSums, const numerics::Columns& entering)
{
    MeanGradient gradient = sumOfProducts(ofSums, entering);
    gradient.mantissas /= static_cast<double>(ofSums.count);
    return gradient;
}

LearningSpeeds learningSpeeds(
    const numerics::Columns& delta, const numerics::Columns& ofSums, const numerics::Columns& entering, BiasShift shift)
{
    LearningSpeeds speeds = biasSpeeds(delta, shift);
    speeds.weight = delta.count == 1 ? numerics::norm(ofSums.column(0)) * numerics::norm(entering.column(0))
                                     : normOfMeanProduct(ofSums, entering);
    return speeds;
}

} // namespace deltascope::network
