// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace deltascope {

namespace {

constexpr double kLn2High = 0x1.62e42fefa38p-1; // 42 significant bits: its products with exponents are exact
constexpr double kLn2Low = 0x1.ef35793c7673p-45;
constexpr double kSqrtHalf = 0x1.6a09e667f3bcdp-1;

/// Edges x_i of 256 layers of equal area under e^(−x²/2), outermost first, and the heights there.
struct Ziggurat {
    static constexpr std::size_t kLayers = 256;
    static constexpr double kTail = 3.6541528853610088; // r: where the tail begins
    static constexpr double kArea = 0.00492867323399140948; // of each layer, tail included
    std::array<double, kLayers + 1> edge{};
    std::array<double, kLayers + 1> height{};
    std::array<double, kLayers> step{}; // edge·2⁻⁵³, exactly

    Ziggurat()
    {
        const auto density = [](double x) { return portableExp(-0.5 * x * x); };
        edge[0] = kArea / density(kTail);
        edge[1] = kTail;
        for (std::size_t i = 2; i < kLayers; ++i)
            edge[i] = std::sqrt(-2 * portableLog(kArea / edge[i - 1] + density(edge[i - 1])));
        edge[kLayers] = 0;
        for (std::size_t i = 0; i <= kLayers; ++i)
            height[i] = density(edge[i]);
        for (std::size_t i = 0; i < kLayers; ++i)
            step[i] = edge[i] * 0x1p-53;
    }
};

const Ziggurat kZiggurat;

} // namespace

double portableLog(double x)
{
    int exponent = 0;
    double m = std::frexp(x, &exponent);
    if (m < kSqrtHalf) {
        m *= 2;
        --exponent;
    }
    // ln m = 2 artanh s, s = (m − 1)/(m + 1), |s| < 0.172
    const double s = (m - 1) / (m + 1);
    const double square = s * s;
    double sum = 0;
    for (int power = 23; power >= 3; power -= 2)
        sum = (sum + 1.0 / power) * square;
    const double e = exponent;
    return e * kLn2High + (2 * s + (2 * s * sum + e * kLn2Low));
}

double portableExp(double x)
{
    const double k = std::floor(x * 1.4426950408889634 + 0.5);
    const double r = (x - k * kLn2High) - k * kLn2Low; // |r| ≤ ½ ln 2
    double sum = 1;
    for (int n = 14; n >= 1; --n)
        sum = 1 + sum * r / n;
    return std::ldexp(sum, static_cast<int>(k));
}

RandomStream::RandomStream(std::uint64_t seed, Purpose purpose, std::uint64_t index)
    : m_generator(scrambled(scrambled(scrambled(seed) ^ static_cast<std::uint64_t>(purpose)) ^ index))
{
}

double RandomStream::uniform()
{
    return static_cast<double>(m_generator() >> 11) * 0x1p-53;
}

double RandomStream::uniform(double lower, double upper)
{
    return lower + (upper - lower) * uniform();
}

inline double RandomStream::nextNormal()
{
    for (;;) {
        // 8 bits choose the layer, 53 others the signed place in it.
        const std::uint64_t random = m_generator();
        const std::size_t layer = random & 255;
        const auto place = static_cast<double>(static_cast<std::int64_t>(random) >> 10); // [−1, 1) in units of 2⁻⁵³
        const double x = place * kZiggurat.step[layer];
        if (std::abs(x) < kZiggurat.edge[layer + 1]) [[likely]]
            return x;
        double beside = x;
        if (nearTheEdge(layer, beside))
            return beside;
    }
}

// A place under the curve's edge or in the tail: kept, in the tail drawn anew, or not to be used.
bool RandomStream::nearTheEdge(std::size_t layer, double& x)
{
    if (layer == 0) { // the tail beyond r: Marsaglia 1964
        double beyond, test;
        do {
            beyond = -portableLog(1 - uniform()) / Ziggurat::kTail;
            test = -portableLog(1 - uniform());
        } while (2 * test < beyond * beyond);
        x = x < 0 ? -(Ziggurat::kTail + beyond) : Ziggurat::kTail + beyond;
        return true;
    }
    const double low = kZiggurat.height[layer], high = kZiggurat.height[layer + 1];
    return low + (high - low) * uniform() < portableExp(-0.5 * x * x);
}

double RandomStream::normal()
{
    return nextNormal();
}

void RandomStream::normals(std::span<double> values)
{
    for (double& value : values)
        value = nextNormal();
}

std::uint64_t RandomStream::below(std::uint64_t count)
{
    const std::uint64_t rejected = (0 - count) % count; // the lowest values that would make the remainder uneven
    std::uint64_t value = m_generator();
    while (value < rejected)
        value = m_generator();
    return value % count;
}

} // namespace deltascope
