// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/mersenne_twister.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define DELTASCOPE_WIDE_VECTORS
#endif

namespace deltascope {

namespace {

constexpr std::size_t kSize = 312, kShift = 156;

inline std::uint64_t twisted(std::uint64_t upper, std::uint64_t lower, std::uint64_t far)
{
    constexpr std::uint64_t kLowerBits = (std::uint64_t{1} << 31) - 1;
    const std::uint64_t joined = (upper & ~kLowerBits) | (lower & kLowerBits);
    return far ^ (joined >> 1) ^ ((0 - (joined & 1)) & 0xb5026f5aa96619e9u);
}

inline std::uint64_t tempered(std::uint64_t value)
{
    value ^= (value >> 29) & 0x5555555555555555u;
    value ^= (value << 17) & 0x71d67fffeda60000u;
    value ^= (value << 37) & 0xfff7eee000000000u;
    return value ^ (value >> 43);
}

/// The next state, and its numbers. Each loop reads ahead of what it writes, so that it can be done in vectors.
__attribute__((always_inline)) inline void next(std::uint64_t* state, std::uint64_t* numbers)
{
    for (std::size_t i = 0; i < kSize - kShift; ++i)
        state[i] = twisted(state[i], state[i + 1], state[i + kShift]);
    for (std::size_t i = kSize - kShift; i < kSize - 1; ++i)
        state[i] = twisted(state[i], state[i + 1], state[i - (kSize - kShift)]);
    state[kSize - 1] = twisted(state[kSize - 1], state[0], state[kShift - 1]);
    for (std::size_t i = 0; i < kSize; ++i)
        numbers[i] = tempered(state[i]);
}

void nextPortable(std::uint64_t* state, std::uint64_t* numbers)
{
    next(state, numbers);
}

#ifdef DELTASCOPE_WIDE_VECTORS
__attribute__((target("avx2"))) void nextAvx2(std::uint64_t* state, std::uint64_t* numbers)
{
    next(state, numbers);
}

__attribute__((target("avx512f"))) void nextAvx512(std::uint64_t* state, std::uint64_t* numbers)
{
    next(state, numbers);
}
#endif

#ifdef DELTASCOPE_WIDE_VECTORS
constexpr TwisterBlock kBlocks[] = {nextPortable, nextAvx2, nextAvx512};
#else
constexpr TwisterBlock kBlocks[] = {nextPortable};
#endif

std::size_t blockCount()
{
#ifdef DELTASCOPE_WIDE_VECTORS
    if (!__builtin_cpu_supports("avx2"))
        return 1;
    return __builtin_cpu_supports("avx512f") ? 3 : 2;
#else
    return 1;
#endif
}

const TwisterBlock kNext = twisterBlocks().back(); // no stream is made before main

} // namespace

std::span<const TwisterBlock> twisterBlocks()
{
    return std::span(kBlocks).first(blockCount());
}

MersenneTwister::MersenneTwister(std::uint64_t seed)
{
    m_state[0] = seed;
    for (std::size_t i = 1; i < kSize; ++i)
        m_state[i] = 6364136223846793005u * (m_state[i - 1] ^ (m_state[i - 1] >> 62)) + i;
}

void MersenneTwister::refill()
{
    kNext(m_state.data(), m_numbers.data());
    m_next = 0;
}

} // namespace deltascope
