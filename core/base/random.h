// SPDX-License-Identifier: GPL-3.0-or-later
// Random numbers that are the same bits on every platform: those of std::mt19937_64, which is fixed by the standard;
// its distributions are not, so uniform and normal numbers are made here from + − × ÷ √ alone.
// core/maths.md 5.1 to 5.4, 3.5.
#pragma once

#include "base/mersenne_twister.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace deltascope {

/// What a stream is for. Streams of different purposes, or of different layers, never touch, so adding a layer or an
/// example changes no other.
enum class Purpose : std::uint64_t { weights = 1, biases, inputs, targets, order, rows };

/// One substream, named by (seed, purpose, index); index is the layer or the example.
class RandomStream {
public:
    RandomStream(std::uint64_t seed, Purpose purpose, std::uint64_t index);

    std::uint64_t bits() { return m_generator(); }
    double uniform(); ///< U[0, 1), 53 bits
    double uniform(double lower, double upper); ///< U[lower, upper)
    void normals(std::span<double> values); ///< as many of `normal()`, faster
    double normal(); ///< N(0, 1) by a ziggurat of 256 layers (Marsaglia & Tsang 2000, Doornik 2005)
    std::uint64_t below(std::uint64_t count); ///< uniform over 0 … count − 1, without bias; count ≥ 1

private:
    double nextNormal();
    bool nearTheEdge(std::size_t layer, double& x);

    MersenneTwister m_generator;
};

/// SplitMix64's next number after the state `value` (Steele, Lea & Flood 2014): every bit of it reaches every bit of
/// the result.
constexpr std::uint64_t scrambled(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15u;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
}

/// ln x for finite x > 0 and e^x for |x| ≤ 700, to about one unit in the last place, from + − × ÷ alone: std::log and
/// std::exp differ between platforms.
double portableLog(double x);
double portableExp(double x);

} // namespace deltascope
