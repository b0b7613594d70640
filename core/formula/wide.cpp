// SPDX-License-Identifier: GPL-3.0-or-later
// Sums by distillation: errors of two-sums (Knuth, TAOCP 2, section 4.2.2) are summed again until nothing overlaps;
// products by fused multiply-add. A size beyond 2^±(2^62) is known by its logarithm.
#include "formula/wide.h"

#include <algorithm>
#include <cmath>

namespace deltascope::formula {

namespace {

using numerics::Scaled;

constexpr int kMostPasses = 6;
constexpr int kQuotientParts = 4; // its end is not exact anyway
constexpr std::size_t kMostTerms = 2 * Wide::kParts * Wide::kParts;

/// larger + smaller = sum + error, exactly.
void twoSum(Scaled& sum, Scaled& error)
{
    if (sum.isZero() || (!error.isZero() && sum.exponent < error.exponent))
        std::swap(sum, error);
    if (sum.beyondRange() && error.beyondRange()) // as small as one of them
        error = {};
    if (error.isZero() || sum.exponent - error.exponent > 110 || error.beyondRange())
        return;
    const std::int64_t base = sum.exponent;
    const double a = sum.mantissa, b = std::ldexp(error.mantissa, static_cast<int>(error.exponent - base));
    const double s = a + b, part = s - a;
    sum = Scaled::from(s, base);
    error = Scaled::from((a - (s - part)) + (b - part), base);
}

/// Larger exponents first; they mostly are.
void sort(std::span<Scaled> terms)
{
    for (std::size_t i = 1; i < terms.size(); ++i) {
        const Scaled term = terms[i];
        std::size_t place = i;
        for (; place > 0 && terms[place - 1].exponent < term.exponent; --place)
            terms[place] = terms[place - 1];
        terms[place] = term;
    }
}

} // namespace

Wide::Wide(Scaled value)
    : m_count(value.isZero() ? 0 : 1)
{
    m_part[0] = value;
    if (value.beyondRange())
        m_log = Scaled::from(static_cast<double>(value.exponent) * 0.6931471805599453);
}

Wide Wide::undefined()
{
    Wide none;
    none.m_undefined = true;
    return none;
}

Wide Wide::beyond(int sign, Scaled naturalLog)
{
    const Scaled size = numerics::exp(naturalLog);
    Wide result(sign < 0 ? -size : size);
    if (size.beyondRange())
        result.m_log = naturalLog;
    return result;
}

Wide Wide::sum(std::span<Scaled> terms)
{
    Wide result;
    const auto isZero = [](const Scaled& term) { return term.isZero(); };
    terms = terms.first(static_cast<std::size_t>(std::remove_if(terms.begin(), terms.end(), isZero) - terms.begin()));
    while (!terms.empty() && result.m_count < kParts) {
        sort(terms);
        for (int pass = 0; pass < kMostPasses; ++pass) { // until the first is the sum, rounded
            const Scaled before = terms[0];
            for (std::size_t i = terms.size() - 1; i > 0; --i)
                twoSum(terms[i - 1], terms[i]);
            if (terms[0] == before)
                break;
        }
        if (!terms[0].isZero())
            result.m_part[static_cast<std::size_t>(result.m_count++)] = terms[0];
        terms = terms.subspan(1);
        const auto end = std::remove_if(terms.begin(), terms.end(), isZero);
        terms = terms.first(static_cast<std::size_t>(end - terms.begin()));
    }
    return result;
}

Scaled Wide::rounded() const
{
    Scaled sum;
    for (int i = m_count - 1; i >= 0; --i)
        sum = m_part[static_cast<std::size_t>(i)] + sum;
    return sum;
}

Scaled Wide::logOfSize() const
{
    return isBeyond() ? m_log : Scaled::from(rounded().naturalLog());
}

Wide Wide::times(std::int64_t powerOfTwo) const
{
    Wide result = *this;
    for (Scaled& part : result.m_part)
        if (!part.beyondRange())
            part = Scaled::from(part.mantissa, part.exponent + powerOfTwo);
    return result;
}

Wide operator-(const Wide& value)
{
    Wide result = value;
    for (Scaled& part : result.m_part)
        part = -part;
    return result;
}

Wide operator+(const Wide& left, const Wide& right)
{
    if (left.m_undefined || right.m_undefined)
        return Wide::undefined();
    if (left.isZero())
        return right;
    if (right.isZero())
        return left;
    const bool leftIsBeyond = left.isBeyond(), rightIsBeyond = right.isBeyond();
    if (leftIsBeyond && rightIsBeyond) { // the larger; nothing is known of the difference of two alike
        if (left.m_log == right.m_log && left.sign() != right.sign())
            return Wide::beyond(left.sign(), -numerics::abs(left.m_log));
        return left.m_log < right.m_log ? right : left;
    }
    if (leftIsBeyond && left.m_log.sign() > 0)
        return left;
    if (rightIsBeyond && right.m_log.sign() > 0)
        return right;
    std::array<Scaled, 2 * Wide::kParts> terms;
    const auto second = std::copy(left.parts().begin(), left.parts().end(), terms.begin());
    const auto end = std::copy(right.parts().begin(), right.parts().end(), second);
    Wide result = Wide::sum({terms.begin(), end});
    if (left.hasBeyond() || right.hasBeyond())
        result.m_log = left.hasBeyond() && (!right.hasBeyond() || right.m_log < left.m_log) ? left.m_log : right.m_log;
    return result;
}

Wide operator*(const Wide& left, const Wide& right)
{
    if (left.m_undefined || right.m_undefined)
        return Wide::undefined();
    if (left.isZero() || right.isZero())
        return {};
    if (left.isBeyond() || right.isBeyond())
        return Wide::beyond(left.sign() * right.sign(), left.logOfSize() + right.logOfSize());
    std::array<Scaled, kMostTerms> terms;
    std::size_t count = 0;
    for (int i = 0; i < left.m_count; ++i)
        for (int j = 0; j < right.m_count && i + j <= Wide::kParts; ++j) {
            const Scaled &a = left.m_part[static_cast<std::size_t>(i)], &b = right.m_part[static_cast<std::size_t>(j)];
            const Scaled product = a * b;
            terms[count++] = product;
            if (product.beyondRange())
                continue;
            const double high = a.mantissa * b.mantissa;
            terms[count++] = Scaled::from(std::fma(a.mantissa, b.mantissa, -high), a.exponent + b.exponent);
        }
    Wide result = Wide::sum({terms.data(), count});
    if (result.hasBeyond()) {
        const bool ofLeft = left.hasBeyond();
        result.m_log =
            (ofLeft ? left.m_log : right.m_log) + Scaled::from((ofLeft ? right : left).m_part[0].naturalLog());
    }
    return result;
}

Wide operator/(const Wide& left, const Wide& right)
{
    if (left.m_undefined || right.m_undefined || right.isZero())
        return Wide::undefined();
    if (left.isZero())
        return {};
    if (left.isBeyond() || right.isBeyond())
        return Wide::beyond(left.sign() * right.sign(), left.logOfSize() - right.logOfSize());
    Wide quotient, rest = left;
    for (int i = 0; i < kQuotientParts && !rest.isZero(); ++i) {
        const Wide part = rest.isBeyond() ? Wide::beyond(rest.sign() * right.sign(), rest.m_log - right.logOfSize())
                                          : Wide(rest.m_part[0] / right.m_part[0]);
        quotient = quotient + part;
        if (part.isBeyond())
            break;
        rest = rest - part * right;
    }
    return quotient;
}

Wide Wide::first(int parts) const
{
    Wide result = *this;
    result.m_count = std::min(m_count, parts);
    return result;
}

Wide abs(const Wide& x)
{
    return x.sign() < 0 ? -x : x;
}

} // namespace deltascope::formula
