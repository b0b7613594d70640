// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as they are typed and as they stand in a field.
#pragma once

#include <QString>

#include <optional>

namespace deltascope::text {

/// The finite number that this text says, in any locale: `.` and `,` are both decimal points, exponents are accepted,
/// so is the minus sign U+2212, digits are grouped by U+202F alone, as sentences have them; and what is worked out from
/// numbers, such as 1/3, 2π, ln 9, √2 or 2^10. Empty for everything else ("1.000,5", "nan", "inf", "abc", "").
std::optional<double> parseNumber(QString text);

/// The shortest text that reads back to the same double, with the default locale's decimal point and
/// the minus sign U+2212, never grouped.
QString entryText(double value);

} // namespace deltascope::text
