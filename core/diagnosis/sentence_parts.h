// SPDX-License-Identifier: GPL-3.0-or-later
// Symbols, numbers and names of layers as sentences hold them.
#pragma once

#include "base/message.h"
#include "numerics/scaled.h"

#include <string>
#include <string_view>
#include <vector>

namespace deltascope::diagnosis {

/// "₁₂", for symbols such as w₁₂.
std::string subscript(int number);
/// A symbol with its layer: "w₁₂".
std::string indexed(std::string_view symbol, int layer);
/// A number in words and captions: as it is (0.25) where it is of ordinary size, else as a power of ten.
Argument number(numerics::Scaled value);
Argument number(double value);

/// "1–4, 7": ranges of ascending layers.
std::string layerRanges(const std::vector<int>& layers);
/// "layer 3", "layers 1–4, 7", or how many between which where the ranges would be too many to read.
Message layersNamed(const std::vector<int>& layers);

} // namespace deltascope::diagnosis
