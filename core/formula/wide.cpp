// SPDX-License-Identifier: GPL-3.0-or-later
// Sums by distillation: errors of two-sums (Knuth, TAOCP 2, section 4.2.2) are summed again until nothing overlaps;
// products by fused multiply-add. Sizes beyond 2^±(2^62) go on as a factor and a power of e.
#include "formula/wide.h"

#include <algorithm>
#include <cmath>

namespace deltascope::formula {

namespace {

using numerics::Scaled;

constexpr int kMostPasses = 6;
constexpr int kQuotientParts = 4; // its end is not exact anyway
constexpr std::size_t kMostTerms = 2 * Wide::kParts * Wide::kParts;

/// How many quotients are being computed for each other, on this thread.
class Nesting {
public:
    Nesting() { ++depth(); }
    ~Nesting() { --depth(); }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

    bool isDeep() const { return depth() > kMostNested; }

private:
    static constexpr int kMostNested = 4;
    static int& depth()
    {
        thread_local int count = 0;
        return count;
    }
};

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
    noteRange();
}

/// Of a last part beyond range all that is known, if it comes without its Far.
void Wide::noteRange()
{
    if (hasBeyond())
        m_far = std::make_shared<const Far>(
            Far{1, static_cast<double>(m_part[static_cast<std::size_t>(m_count) - 1].exponent) * 0.6931471805599453});
}

Wide Wide::undefined()
{
    Wide none;
    none.m_undefined = true;
    return none;
}

Wide Wide::timesExp(const Wide& factor, const Wide& power)
{
    constexpr std::int64_t kLargestFactor = std::int64_t{1} << 40; // of its exponent
    if (factor.isUndefined() || power.isUndefined())
        return undefined();
    if (factor.isZero())
        return {};
    if (const Far* const far = factor.far())
        return timesExp(factor.sign() < 0 ? -far->factor : far->factor, power + far->power);
    const Wide size = abs(factor);
    const bool large = std::abs(size.leading().exponent) > kLargestFactor;
    const Scaled rounded = numerics::exp((power + Wide(Scaled::from(size.rounded().naturalLog()))).rounded());
    if (!rounded.beyondRange() && !numerics::exp(power.rounded()).beyondRange())
        return factor * exp(power);
    const Wide whole = large || !rounded.beyondRange() ? power + log(size.withinRange()) : Wide();
    if (!rounded.beyondRange())
        return factor.sign() < 0 ? -exp(whole) : exp(whole);
    Wide result;
    result.m_part[0] = factor.sign() < 0 ? -rounded : rounded;
    result.m_count = 1;
    result.m_far = std::make_shared<const Far>(large ? Far{1, whole} : Far{size, power});
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
    result.noteRange();
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
    return isBeyond() ? (m_far->power + log(m_far->factor)).rounded() : Scaled::from(rounded().naturalLog());
}

Wide Wide::part(std::size_t place) const
{
    Wide result(m_part[place]);
    if (result.isBeyond())
        result.m_far = m_far;
    return result;
}

Wide Wide::withinRange() const
{
    return hasBeyond() ? first(m_count - 1) : *this;
}

Wide Wide::beyondRange() const
{
    return hasBeyond() ? part(static_cast<std::size_t>(m_count) - 1) : Wide();
}

Wide Wide::times(std::int64_t powerOfTwo) const
{
    if (hasBeyond())
        return *this * Wide(Scaled::from(1, powerOfTwo));
    Wide result = *this;
    for (Scaled& part : result.m_part)
        part = Scaled::from(part.mantissa, part.exponent + powerOfTwo);
    result.noteRange();
    return result;
}

Wide operator-(const Wide& value)
{
    Wide result = value;
    for (Scaled& part : result.m_part)
        part = -part;
    return result;
}

/// f e^p + g e^q = (f + g e^(q − p)) e^p, p the larger.
Wide Wide::sumOfFar(const Wide& left, const Wide& right)
{
    const auto farOf = [](const Wide& x) { return x.isBeyond() ? *x.m_far : Far{abs(x), {}}; };
    const Far a = farOf(left), b = farOf(right);
    const Wide between = a.power - b.power;
    const auto signedFactor = [](const Wide& x, const Far& far) { return x.sign() < 0 ? -far.factor : far.factor; };
    const Wide ofLeft = signedFactor(left, a), ofRight = signedFactor(right, b);
    return between.sign() < 0 ? timesExp(ofRight + timesExp(ofLeft, between), b.power)
                              : timesExp(ofLeft + timesExp(ofRight, -between), a.power);
}

Wide operator+(const Wide& left, const Wide& right)
{
    if (left.m_undefined || right.m_undefined)
        return Wide::undefined();
    if (left.isZero())
        return right;
    if (right.isZero())
        return left;
    const auto isHuge = [](const Wide& x) { return x.isBeyond() && x.m_part[0].exponent > 0; };
    if (isHuge(left) || isHuge(right) || (left.isBeyond() && right.isBeyond()))
        return Wide::sumOfFar(left, right);
    const Wide a = left.withinRange(), b = right.withinRange(), rest = left.beyondRange() + right.beyondRange();
    std::array<Scaled, 2 * Wide::kParts> terms;
    const auto second = std::copy(a.parts().begin(), a.parts().end(), terms.begin());
    const auto end = std::copy(b.parts().begin(), b.parts().end(), second);
    Wide result = Wide::sum({terms.begin(), end});
    if (rest.isZero() || result.isZero())
        return result.isZero() ? rest : result;
    if (result.m_count < Wide::kParts && !result.hasBeyond()) {
        result.m_part[static_cast<std::size_t>(result.m_count++)] = rest.m_part[0];
        result.m_far = rest.m_far;
    }
    return result;
}

Wide operator*(const Wide& left, const Wide& right)
{
    if (left.m_undefined || right.m_undefined)
        return Wide::undefined();
    if (left.isZero() || right.isZero())
        return {};
    if (left.isBeyond())
        return Wide::timesExp((left.sign() < 0 ? -left.m_far->factor : left.m_far->factor)
                * (right.isBeyond() ? (right.sign() < 0 ? -right.m_far->factor : right.m_far->factor) : right),
            right.isBeyond() ? left.m_far->power + right.m_far->power : left.m_far->power);
    if (right.isBeyond())
        return right * left;
    if (left.hasBeyond() || right.hasBeyond()) {
        const Wide a = left.withinRange(), b = right.withinRange();
        return a * b + (left.beyondRange() * b + a * right.beyondRange());
    }
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
    return result.leading().beyondRange() ? Wide::timesExp(left.sign() * right.sign(), log(abs(left)) + log(abs(right)))
                                          : result;
}

Wide operator/(const Wide& left, const Wide& right)
{
    if (left.m_undefined || right.m_undefined || right.isZero())
        return Wide::undefined();
    if (left.isZero())
        return {};
    if (right.isBeyond())
        return left * Wide::timesExp(Wide(right.sign()) / right.m_far->factor, -right.m_far->power);
    if (left.isBeyond())
        return Wide::timesExp((left.sign() < 0 ? -left.m_far->factor : left.m_far->factor) / right, left.m_far->power);
    const Nesting
        nesting; // what is left of a quotient may be far below it, and to divide that asks for quotients again
    if (nesting.isDeep())
        return Wide(left.m_part[0] / right.m_part[0]);
    Wide quotient, rest = left;
    for (int i = 0; i < kQuotientParts && !rest.isZero(); ++i) {
        const Wide part = rest.isBeyond() ? rest / right.withinRange() : Wide(rest.m_part[0] / right.m_part[0]);
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
