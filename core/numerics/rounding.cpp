// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/rounding.h"

namespace deltascope::numerics {

Rounding::Rounding(const FloatFormat& format, Underflow underflow)
    : m_smallest(std::ldexp(1.0, format.minExponent))
    , m_largest((2 - std::ldexp(1.0, 1 - format.precision)) * std::ldexp(1.0, format.maxExponent))
    , m_precision(format.precision)
    , m_minBiased(format.minExponent + 1023)
    , m_wide(format.precision == std::numeric_limits<double>::digits)
    , m_flushes(underflow == Underflow::flushed)
{
}

} // namespace deltascope::numerics
