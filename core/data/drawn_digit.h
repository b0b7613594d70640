// SPDX-License-Identifier: GPL-3.0-or-later
// Digits drawn by this program itself, as large and as dark as those of MNIST: pen strokes through a few points,
// shifted, stretched, turned and shaken by a stream of random numbers.
#pragma once

#include "base/random.h"

namespace deltascope::data {

inline constexpr int kDigitSide = 28;
inline constexpr int kDigitPixels = kDigitSide * kDigitSide;
inline constexpr int kDigits = 10;

/// Draws into pixels[0 … 783], row by row, 0 paper and 1 ink, and returns which digit it is.
int drawDigit(RandomStream& stream, double* pixels);

} // namespace deltascope::data
