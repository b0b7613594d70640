// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/sentence_parts.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace deltascope::diagnosis {

std::string subscript(int number)
{
    static constexpr const char* digits[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
    std::string text;
    for (const char digit : std::to_string(std::max(number, 0)))
        text += digits[digit - '0'];
    return text;
}

std::string indexed(std::string_view symbol, int layer)
{
    return std::string(symbol) + subscript(layer);
}

Argument number(numerics::Scaled value)
{
    if (value.isZero())
        return Argument(0.0);
    const double size = value.log10();
    if (size < -4 || size >= 6)
        return Argument(value.magnitude());
    const double real = value.nearestDouble();
    if (std::abs(real - std::round(real)) <= 1e-9 * std::abs(real)) // 390625, whole but for rounding
        return Argument(Real{std::round(real), 7, true});
    return Argument(Real{real, std::max(4, static_cast<int>(std::floor(size)) + 1), true});
}

Argument number(double value)
{
    return number(numerics::Scaled::from(value));
}

namespace {

constexpr std::size_t kMostRanges = 5;

std::vector<std::pair<int, int>> rangesOf(const std::vector<int>& layers)
{
    std::vector<std::pair<int, int>> ranges;
    for (const int layer : layers) {
        if (!ranges.empty() && ranges.back().second >= layer - 1)
            ranges.back().second = layer;
        else
            ranges.emplace_back(layer, layer);
    }
    return ranges;
}

} // namespace

std::string layerRanges(const std::vector<int>& layers)
{
    std::string text;
    for (const auto& [first, last] : rangesOf(layers)) {
        text += text.empty() ? "" : ", ";
        text += std::to_string(first);
        if (last > first)
            text += (last == first + 1 ? ", " : "–") + std::to_string(last);
    }
    return text;
}

Message layersNamed(const std::vector<int>& layers)
{
    assert(!layers.empty());
    if (layers.size() == 1)
        return {translatable("core", "layer %1"), {layers.front()}};
    if (rangesOf(layers).size() <= kMostRanges)
        return {translatable("core", "layers %1"), {layerRanges(layers)}};
    return {translatable("core", "%1 layers between %2 and %3"),
        {static_cast<int>(layers.size()), layers.front(), layers.back()}};
}

} // namespace deltascope::diagnosis
