// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as people read them. Files never use this: theirs are always in C form.
#pragma once

#include "base/message.h"

#include <QChar>
#include <QString>

namespace deltascope::text {

/// "−12": whole numbers, never grouped, with U+2212.
QString wholeText(std::int64_t number);
/// At most so many significant digits, without trailing zeros: plain from 10⁻⁴ up to 10⁷ (or as far as the digits
/// reach), else "7.5·10⁻²⁵". Not-a-number and infinities are named. Groups of three are parted by U+202F where asked.
QString realText(Real number, QChar decimalPoint);
/// Plain from 10⁻³ up to 10⁴, else a power of ten; "0" for an exact zero.
QString magnitudeText(const Magnitude& size, int digits, QChar decimalPoint);
/// "⁻⁶⁰²"
QString superscript(std::int64_t number);

} // namespace deltascope::text
