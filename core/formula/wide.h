// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as exact sums of up to eight Scaled ones, however far apart: 1 + e^(−800) keeps both. What is typed may
// subtract nearly equal numbers; here it may do so without losing digits. core/maths.md 4.23.
#pragma once

#include "numerics/scaled.h"

#include <array>
#include <memory>
#include <span>

namespace deltascope::formula {

/// Parts of falling size, none of which overlaps the one before; 0 has none. Sums and products are exact while they
/// fit, functions are right to about 100 bits. A size beyond Scaled's range is a number within it times a power of e:
/// sums, products and quotients of several lose no more there than they do within range.
class Wide {
public:
    static constexpr int kParts = 8;
    struct Far; ///< a size beyond range

    Wide() = default;
    Wide(double value) // of finite ones
        : Wide(numerics::Scaled::from(value))
    {
    }
    explicit Wide(numerics::Scaled value);
    static Wide sum(std::span<numerics::Scaled> terms); ///< in any order; sorts them
    static Wide undefined(); ///< 1/0, log 0: whatever is made of it is undefined too
    static Wide timesExp(const Wide& factor, const Wide& power); ///< factor·e^power, whatever its size

    bool isUndefined() const { return m_undefined; }
    bool isZero() const { return m_count == 0 && !m_undefined; }
    int sign() const { return m_count == 0 ? 0 : m_part[0].sign(); }
    numerics::Scaled leading() const { return m_count == 0 ? numerics::Scaled{} : m_part[0]; }
    std::span<const numerics::Scaled> parts() const { return {m_part.data(), static_cast<std::size_t>(m_count)}; }
    Wide part(std::size_t place) const; ///< the same, with what is known of one beyond range
    const Far* far() const { return isBeyond() ? m_far.get() : nullptr; } ///< where the whole is beyond range
    numerics::Scaled rounded() const; ///< to the nearest; 0 where it is undefined
    numerics::Scaled logOfSize() const; ///< ln|x|, x ≠ 0, also beyond Scaled's range; about 16 digits
    Wide times(std::int64_t powerOfTwo) const; ///< x·2^n
    Wide first(int parts) const; ///< without what follows them

    friend Wide operator+(const Wide& left, const Wide& right);
    friend Wide operator*(const Wide& left, const Wide& right);
    friend Wide operator/(const Wide& left, const Wide& right);
    friend Wide operator-(const Wide& value);

private:
    bool isBeyond() const { return m_count == 1 && m_part[0].beyondRange(); }
    bool hasBeyond() const { return m_count > 0 && m_part[static_cast<std::size_t>(m_count) - 1].beyondRange(); }
    void noteRange();
    Wide withinRange() const; ///< without a last part beyond range
    Wide beyondRange() const; ///< that part
    static Wide sumOfFar(const Wide& left, const Wide& right);

    std::array<numerics::Scaled, kParts> m_part;
    int m_count = 0;
    bool m_undefined = false;
    std::shared_ptr<const Far> m_far; // of the last part, where that is beyond range
};

/// factor·e^power of a size; the factor is above 0 and within range.
struct Wide::Far {
    Wide factor, power;
};

inline Wide operator-(const Wide& left, const Wide& right)
{
    return left + -right;
}
inline bool operator<(const Wide& left, const Wide& right)
{
    return (left - right).sign() < 0;
}
Wide abs(const Wide& x);

Wide exp(const Wide& x);
Wide expm1(const Wide& x); ///< e^x − 1
Wide log(const Wide& x); ///< x > 0, else undefined
Wide log1p(const Wide& x); ///< ln(1 + x), x > −1
Wide sqrt(const Wide& x); ///< x ≥ 0
Wide sin(const Wide& x); ///< beyond 2^100 that of the nearest double; beyond doubles 0
Wide cos(const Wide& x); ///< beyond doubles 1
Wide atan(const Wide& x);
Wide erf(const Wide& x);
Wide erfc(const Wide& x);

/// π and ln 2 to 212 bits.
const Wide& pi();
const Wide& ln2();

} // namespace deltascope::formula
